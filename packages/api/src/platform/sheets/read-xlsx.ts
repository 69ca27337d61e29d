import { openZip, type Zip, type ZipFault } from "./zip.ts";

export type SheetFault = ZipFault | "macros" | "too_many_rows";
export type Read = { readonly rows: readonly string[][] } | { readonly fault: SheetFault };

type Parts = Extract<Zip, { entries: unknown }>["entries"];
const widest = 200;

/** The first sheet of a workbook, every cell as the text that lies in the file: no formula is run, no number is rounded. */
export function readXlsx(bytes: Uint8Array, maxRows: number): Read {
  const zip = openZip(bytes);
  if ("fault" in zip) return zip;
  const { entries } = zip;
  if ([...entries.keys()].some((name) => /vbaProject\.bin$|^xl\/macrosheets\//i.test(name))) return { fault: "macros" };
  try {
    const types = text(entries, "[Content_Types].xml");
    if (/macroEnabled/i.test(types ?? "")) return { fault: "macros" };
    const sheet = text(entries, firstSheet(entries));
    if (sheet === null) return { fault: "damaged" };
    return readRows(sheet, sharedStrings(text(entries, "xl/sharedStrings.xml") ?? ""), maxRows);
  } catch (error) {
    // zlib and the readers of a cut-off file fail in many ways; to the person it is one.
    if (error instanceof Error) return { fault: "damaged" };
    throw error;
  }
}

function text(entries: Parts, name: string): string | null {
  const part = entries.get(name);
  return part ? Buffer.from(part.read()).toString("utf8") : null;
}

const attribute = (tag: string, name: string): string | null => new RegExp(`(?:^|[\\s:])${name}="([^"]*)"`).exec(tag)?.[1] ?? null;

function firstSheet(entries: Parts): string {
  const book = text(entries, "xl/workbook.xml") ?? "";
  const first = /<(?:\w+:)?sheet\s([^>]*)>/.exec(book)?.[1] ?? "";
  const id = /r:id="([^"]*)"/.exec(first)?.[1];
  for (const [, relation = ""] of (text(entries, "xl/_rels/workbook.xml.rels") ?? "").matchAll(/<Relationship\s([^>]*)>/g)) {
    if (id === undefined || attribute(relation, "Id") !== id) continue;
    const target = attribute(relation, "Target") ?? "";
    return target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\//, "")}`;
  }
  return "xl/worksheets/sheet1.xml";
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const plain = (xml: string): string =>
  xml
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex?: string, dec?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? whole;
      const code = hex === undefined ? Number(dec) : Number.parseInt(hex, 16);
      // Half a pair is no sign, and no database takes it.
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : "";
    })
    .replace(/_x000[dD]_/g, "");

/** The runs of a text joined; the readings of Han signs (phonetic) are not part of it. */
const joined = (xml: string): string =>
  [...xml.replace(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g, "").matchAll(/<(?:\w+:)?t\b[^>]*?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?t>)/g)]
    .map(([, run = ""]) => plain(run))
    .join("");

const sharedStrings = (xml: string): string[] =>
  [...xml.matchAll(/<(?:\w+:)?si\b[^>]*?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?si>)/g)].map(([, content = ""]) => joined(content));

function columnOf(reference: string): number {
  let column = 0;
  for (const sign of /^[A-Z]+/.exec(reference)?.[0] ?? "") column = column * 26 + sign.charCodeAt(0) - 64;
  return column - 1;
}

/** A spreadsheet keeps fifteen digits of a number: a longer one is told as what it is, rounded. */
const asNumber = (value: string): string => (/^\d{16,}$/.test(value) ? Number(value).toExponential() : value);

function valueOf(tag: string, content: string, shared: readonly string[]): string {
  const type = attribute(tag, "t");
  if (type === "inlineStr") return joined(content);
  const value = plain(/<(?:\w+:)?v\b[^>]*>([\s\S]*?)<\/(?:\w+:)?v>/.exec(content)?.[1] ?? "");
  if (type === "s") return shared[Number(value)] ?? "";
  return type === "str" || type === "e" || type === "b" || type === "d" ? value : asNumber(value);
}

function readRows(xml: string, shared: readonly string[], maxRows: number): Read {
  const rows: string[][] = [];
  for (const [, tag = "", body = ""] of xml.matchAll(/<(?:\w+:)?row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?row>)/g)) {
    const at = Number(attribute(tag, "r") ?? rows.length + 1) - 1;
    if (!(at >= rows.length)) return { fault: "damaged" };
    const cells = readCells(body, shared);
    if (cells.every((cell) => cell.trim() === "")) continue;
    if (at >= maxRows) return { fault: "too_many_rows" };
    while (rows.length < at) rows.push([]);
    rows.push(cells);
  }
  return { rows };
}

function readCells(body: string, shared: readonly string[]): string[] {
  const cells: string[] = [];
  for (const [, mark = "", content = ""] of body.matchAll(/<(?:\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g)) {
    const reference = attribute(mark, "r");
    const column = reference === null ? cells.length : columnOf(reference);
    if (column < 0 || column >= widest) continue;
    while (cells.length < column) cells.push("");
    cells[column] = valueOf(mark, content, shared).slice(0, 2_000);
  }
  return cells;
}
