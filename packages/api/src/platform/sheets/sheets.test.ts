import { describe, expect, it } from "vitest";
import { readXlsx } from "./read-xlsx.ts";
import { writeXlsx } from "./write-xlsx.ts";
import { openZip, writeZip } from "./zip.ts";

/** The same workbook with one text put in place of another, as a hostile hand would do it. */
function tampered(workbook: Uint8Array, text: string, other: string): Buffer {
  const zip = openZip(workbook);
  if ("fault" in zip) throw new Error(zip.fault);
  return writeZip(
    [...zip.entries.values()].map(({ name, read }) => ({ name, content: Buffer.from(read()).toString("utf8").replaceAll(text, other) })),
  );
}

describe("a workbook", () => {
  it("is read back as it was written, line breaks and marks included", () => {
    const rows = [
      ["名称", "备注"],
      ["定襄 <甲> & 乙", '说 "好"\n第二行'],
      ["𠮷野家", "'"],
    ];
    expect(readXlsx(writeXlsx("名录", rows), 100)).toEqual({ rows });
  });

  it.each(["&#0;", "&#xD800;", "&#xDFFF;", "&#x110000;"])(
    "names a sign that is none (%s): it is left out, for no database takes it",
    (sign) => {
      expect(readXlsx(tampered(writeXlsx("名录", [["甲厂"], ["乙厂"]]), "乙厂", `乙${sign}厂`), 100)).toEqual({
        rows: [["甲厂"], ["乙厂"]],
      });
    },
  );
});
