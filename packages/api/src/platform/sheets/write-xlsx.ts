import { harmless } from "./csv.ts";
import { writeZip } from "./zip.ts";

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml";

// Signs that no XML may hold, and lone halves of a pair.
const unfit = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const escaped = (cell: string): string =>
  cell.replace(unfit, "").replace(/[&<>]/g, (sign) => (sign === "&" ? "&amp;" : sign === "<" ? "&lt;" : "&gt;"));

const style = `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`;

function nameOf(column: number): string {
  const [before, sign] = [Math.floor(column / 26), String.fromCharCode(65 + (column % 26))];
  return before === 0 ? sign : `${nameOf(before - 1)}${sign}`;
}

/** Text, or a figure to calculate with. */
export type Cell = string | number;
type Sheet = { readonly name: string; readonly rows: readonly (readonly Cell[])[] };

function cellOf(cell: Cell, row: number, column: number): string {
  const at = `r="${nameOf(column)}${row}"`;
  if (typeof cell === "number") return `<c ${at} s="2"><v>${cell}</v></c>`;
  if (cell === "") return "";
  return `<c ${at} t="inlineStr" s="${row === 1 ? 1 : 0}"><is><t xml:space="preserve">${escaped(harmless(cell))}</t></is></c>`;
}

function sheetXml(rows: Sheet["rows"]): string {
  const body = rows
    .map((row, at) => `<row r="${at + 1}">${row.map((cell, column) => cellOf(cell, at + 1, column)).join("")}</row>`)
    .join("");
  const widths = (rows[0] ?? []).map((_, at) => `<col min="${at + 1}" max="${at + 1}" width="22" customWidth="1"/>`).join("");
  const frozen = `<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  return `${head}<worksheet xmlns="${main}">${frozen}${widths === "" ? "" : `<cols>${widths}</cols>`}<sheetData>${body}</sheetData></worksheet>`;
}

/** What a spreadsheet takes as a sheet's name: without its own signs, at most 31, and no name twice. */
function namesOf(sheets: readonly Sheet[]): string[] {
  const plain = sheets.map(({ name }) => name.replace(/[\\/?*[\]:"]/g, " ").slice(0, 28));
  return plain.map((name, at) => escaped(plain.indexOf(name) === at ? name : `${name} ${at + 1}`));
}

/** A workbook whose words are all text, so that long numbers stay whole and nothing in it can be run; figures are numbers. */
export function writeXlsx(sheets: readonly Sheet[]): Buffer {
  const each = (write: (at: number) => string) => sheets.map((_, at) => write(at + 1)).join("");
  const names = namesOf(sheets);
  const part = (at: number) => `<Override PartName="/xl/worksheets/sheet${at}.xml" ContentType="${kinds}.worksheet+xml"/>`;
  const link = (at: number) => `<Relationship Id="rId${at}" Type="${office}/worksheet" Target="worksheets/sheet${at}.xml"/>`;
  return writeZip([
    {
      name: "[Content_Types].xml",
      content: `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/>${each(part)}<Override PartName="/xl/styles.xml" ContentType="${kinds}.styles+xml"/></Types>`,
    },
    {
      name: "_rels/.rels",
      content: `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      content: `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each((at) => `<sheet name="${names[at - 1] ?? ""}" sheetId="${at}" r:id="rId${at}"/>`)}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: `${head}<Relationships xmlns="${packages}/relationships">${each(link)}<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    },
    { name: "xl/styles.xml", content: style },
    ...sheets.map(({ rows }, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, content: sheetXml(rows) })),
  ]);
}
