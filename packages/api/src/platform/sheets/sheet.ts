import { refuse } from "../refuse.ts";
import { readCsv } from "./csv.ts";
import { readXlsx, type SheetFault } from "./read-xlsx.ts";

export const maxSheetBytes = 5 * 1024 * 1024;
export const sheetTypes = {
  xlsx: { mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", extension: "xlsx" },
  csv: { mediaType: "text/csv; charset=utf-8", extension: "csv" },
} as const;

const starts = (bytes: Uint8Array, ...signature: readonly number[]) => signature.every((byte, at) => bytes[at] === byte);

/** Told from content: a zip is a workbook, a compound file is an encrypted or old one, all else must be text. */
export const sheetTypeOf = (bytes: Uint8Array): "xlsx" | "csv" | "compound" =>
  starts(bytes, 0x50, 0x4b) ? "xlsx" : starts(bytes, 0xd0, 0xcf, 0x11, 0xe0) ? "compound" : "csv";

function refuseFault(fault: Exclude<SheetFault, "too_many_rows">): never {
  switch (fault) {
    case "damaged":
      return refuse({ kind: "rule", code: "platform.sheet_damaged" });
    case "encrypted":
      return refuse({ kind: "rule", code: "platform.sheet_encrypted" });
    case "bomb":
      return refuse({ kind: "rule", code: "platform.sheet_bomb" });
    case "macros":
      return refuse({ kind: "rule", code: "platform.sheet_macros" });
  }
}

/** Rows of text of an .xlsx or .csv, or a refusal that says what is wrong with the file. */
export function readSheet(bytes: Uint8Array, maxRows: number): readonly string[][] | "too_many_rows" {
  if (bytes.length > maxSheetBytes)
    refuse({ kind: "rule", code: "platform.file_too_large", params: { maxMegabytes: maxSheetBytes / 1024 / 1024 } });
  const type = sheetTypeOf(bytes);
  if (type === "compound") return refuseFault("encrypted");
  if (type === "csv") {
    const rows = readCsv(bytes) ?? refuseFault("damaged");
    return rows.length > maxRows ? "too_many_rows" : rows;
  }
  const read = readXlsx(bytes, maxRows);
  if ("rows" in read) return read.rows;
  return read.fault === "too_many_rows" ? "too_many_rows" : refuseFault(read.fault);
}
