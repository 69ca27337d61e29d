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
    expect(readXlsx(writeXlsx([{ name: "名录", rows }]), 100)).toEqual({ rows });
  });

  it("of several sheets keeps figures as numbers and words as words, and no two sheets of one name", () => {
    const rows = [
      ["镇", "产值"],
      ["定襄", 337_000_000.25],
      ["=1+1", "已隐去"],
    ];
    const workbook = writeXlsx([
      { name: "看板/1", rows },
      { name: "看板/1", rows: [["口径"]] },
    ]);
    const zip = openZip(workbook);
    if ("fault" in zip) throw new Error(zip.fault);
    const text = (name: string) => Buffer.from(zip.entries.get(name)?.read() ?? "").toString("utf8");
    expect(text("xl/worksheets/sheet1.xml")).toContain('<c r="B2" s="2"><v>337000000.25</v></c>');
    expect(text("xl/worksheets/sheet1.xml")).toContain("'=1+1");
    expect(text("xl/workbook.xml").match(/sheet name="[^"]+"/g)).toEqual(['sheet name="看板 1"', 'sheet name="看板 1 2"']);
    expect(readXlsx(workbook, 100)).toEqual({
      rows: [
        ["镇", "产值"],
        ["定襄", "337000000.25"],
        ["'=1+1", "已隐去"],
      ],
    });
  });

  it.each(["&#0;", "&#xD800;", "&#xDFFF;", "&#x110000;"])(
    "names a sign that is none (%s): it is left out, for no database takes it",
    (sign) => {
      expect(readXlsx(tampered(writeXlsx([{ name: "名录", rows: [["甲厂"], ["乙厂"]] }]), "乙厂", `乙${sign}厂`), 100)).toEqual({
        rows: [["甲厂"], ["乙厂"]],
      });
    },
  );
});
