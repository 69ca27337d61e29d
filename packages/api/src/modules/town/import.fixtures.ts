import { newId } from "@jizhen/db";
import { FileId } from "@jizhen/kernel";
import { writeZip } from "../../platform/sheets/zip.ts";
import type { Someone, World } from "../../testing/index.ts";
import { aNumber } from "./town.fixtures.ts";

export const heading = [
  "序号",
  "企业名称（必填）",
  "电话",
  "统一社会信用代码",
  "成立日期",
  "经营状态",
  "主要产品",
  "法人",
  "从业人数",
  "行政区划代码",
];

type Cell = string | number | Date | null;

const xml = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
const letter = (column: number) => String.fromCharCode(65 + column);

/** A workbook as spreadsheets write them: shared texts, numbers and dates as numbers. */
export async function aWorkbook(rows: readonly (readonly Cell[])[], head: readonly string[] = heading): Promise<Buffer> {
  const texts: string[] = [];
  const cell = (value: Cell, row: number, column: number) => {
    const at = `r="${letter(column)}${row}"`;
    if (value === null) return "";
    if (value instanceof Date) return `<c ${at} s="1"><v>${value.getTime() / 86_400_000 + 25_569}</v></c>`;
    if (typeof value === "number") return `<c ${at}><v>${value > 1e15 ? value.toExponential().toUpperCase() : value}</v></c>`;
    return `<c ${at} t="s"><v>${texts.push(value) - 1}</v></c>`;
  };
  const lines = [["定襄县经营主体名录"], head, ...rows]
    .map((row, index) => `<row r="${index + 1}">${row.map((value, column) => cell(value, index + 1, column)).join("")}</row>`)
    .join("");
  return writeZip([
    { name: "[Content_Types].xml", content: "<Types/>" },
    { name: "xl/worksheets/sheet1.xml", content: `<worksheet><sheetData>${lines}</sheetData></worksheet>` },
    {
      name: "xl/sharedStrings.xml",
      content: `<sst>${texts.map((text) => `<si><t xml:space="preserve">${xml(text)}</t></si>`).join("")}</sst>`,
    },
  ]);
}

/** Row n of a sound list. */
export const aFirmRow = (n: number): Cell[] => [
  n,
  `定襄示例锻造${String(n).padStart(4, "0")}有限公司（演示）`,
  `0350-${String(1_000_000 + n)}`,
  aNumber(n),
  new Date(Date.UTC(2010, n % 12, 1 + (n % 28))),
  "在营",
  n % 2 ? "法兰" : "锻件",
  "张示例",
  10 + (n % 90),
  "140921",
];

/** Every kind of fault with the code that must name it; each takes a sound row and breaks it. */
export const faults: readonly (readonly [string, (row: ReturnType<typeof aFirmRow>) => void])[] = [
  ["town.import.row_name_missing", (row) => void (row[1] = "  ")],
  ["town.import.row_name_short", (row) => void (row[1] = "厂")],
  ["town.import.row_number_damaged", (row) => void (row[3] = 911_409_210_000_000_000)],
  ["town.import.row_number_damaged", (row) => void (row[3] = "9.114E+17")],
  ["town.organisation.code_length", (row) => void (row[3] = String(row[3]).slice(0, 17))],
  ["town.organisation.code_character", (row) => void (row[3] = `${String(row[3]).slice(0, 10)}O${String(row[3]).slice(11)}`)],
  ["town.organisation.code_sign", (row) => void (row[3] = `${String(row[3]).slice(0, 10)}@${String(row[3]).slice(11)}`)],
  ["town.organisation.code_all_equal", (row) => void (row[3] = "1".repeat(18))],
  ["town.import.row_duplicate_in_file", (row) => void (row[3] = aNumber(1).toLowerCase())],
  ["town.import.row_formula", (row) => void (row[6] = "=HYPERLINK(1)")],
  ["town.import.row_too_long", (row) => void (row[6] = "法".repeat(401))],
  ["town.import.row_date", (row) => void (row[4] = "去年春天")],
  ["town.import.row_date", (row) => void (row[4] = "2023-02-30")],
  ["town.import.row_date_future", (row) => void (row[4] = "2099-01-01")],
  ["town.import.row_phone", (row) => void (row[2] = "问老王")],
  ["town.import.row_state", (row) => void (row[5] = "好像还在")],
  ["town.import.row_employees", (row) => void (row[8] = "几十个")],
  ["town.import.row_county", (row) => void (row[9] = "999999")],
];

/** Bytes as the upload leaves them: in the file store and its table. */
export async function anUploadedList(world: World, who: Someone, bytes: Uint8Array, name = "名录.xlsx"): Promise<FileId> {
  const [id, key] = [FileId.parse(newId("file")), newId("key")];
  await world.platform.services.files.put(key, bytes);
  await world.asOwner(
    `insert into stored_file (town_id, id, organisation_id, person_id, name, media_type, size, sha256, storage_key, purpose, at)
     values ($1, $2, $3, $4, $5, 'x', $6, 'x', $7, 'roll', now())`,
    [who.actor.townId, id, who.actor.orgId, who.actor.personId, name, bytes.length, key],
  );
  return id;
}
