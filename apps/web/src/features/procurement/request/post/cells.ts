import { type Locale } from "@jizhen/i18n";
import { isLocalDate } from "@jizhen/kernel";
import { heldOf, shownValue } from "@jizhen/spec";
import { columnKey, type LineColumn, opensFor } from "./columns.ts";
import { type PostLine, readCell, withDate, withQuantity } from "./line.ts";

/** What a cell shows when nobody is typing in it. */
export function cellText(line: PostLine, column: LineColumn, locale: Locale): string {
  if (column.kind === "quantity") return line.quantity;
  if (column.kind === "date") return line.wantedDate ?? "";
  const held = heldOf(line.spec, column.attribute.code);
  return held === null ? "" : shownValue(line.spec.family, held, locale);
}

/** Takes what was typed into a cell; what shows nothing new changes nothing, so that leaving a cell is harmless. */
export function withCell(line: PostLine, column: LineColumn, text: string, locale: Locale): PostLine {
  if (!opensFor(line, column) || text === cellText(line, column, locale)) return line;
  if (column.kind === "attribute") return readCell(line, column.attribute.code, text);
  const plain = text.normalize("NFKC").trim();
  if (column.kind === "quantity") return withQuantity(line, plain.replace(/[,\s]/g, ""));
  if (plain === "") return withDate(line, null);
  const date = plain
    .replace(/[/.年月]/g, "-")
    .replace(/日$/, "")
    .replace(/-(\d)(?=-|$)/g, "-0$1");
  return isLocalDate(date) ? withDate(line, date) : line;
}

/** Rows and cells of what a spreadsheet puts on the clipboard; quoted cells may hold tabs and line breaks. */
export function readGrid(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const push = () => {
    rows.at(-1)?.push(cell);
    cell = "";
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? "";
    if (quoted && sign === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"' && (quoted || cell === "")) quoted = !quoted;
    else if (!quoted && sign === "\t") push();
    else if (!quoted && (sign === "\n" || sign === "\r")) {
      if (sign === "\r" && text[at + 1] === "\n") at += 1;
      push();
      rows.push([]);
    } else cell += sign;
  }
  push();
  return rows.filter((row) => row.some((value) => value.trim() !== ""));
}

/** Puts a pasted block into the table from a cell on, to the right and downward; one value over several rows below fills down. */
export function pasted(
  lines: readonly PostLine[],
  columns: readonly LineColumn[],
  at: { readonly row: number; readonly column: number },
  text: string,
  locale: Locale,
): PostLine[] {
  const grid = readGrid(text);
  return lines.map((line, row) =>
    (grid[row - at.row] ?? []).reduce((next, cell, index) => {
      const column = columns[at.column + index];
      return row < at.row || column === undefined ? next : withCell(next, column, cell.trim(), locale);
    }, line),
  );
}

/** The value of one cell taken for all rows below it whose own cell is empty. */
export function filledDown(lines: readonly PostLine[], column: LineColumn, from: number, locale: Locale): PostLine[] {
  const source = lines[from];
  if (source === undefined) return [...lines];
  const text = cellText(source, column, locale);
  return lines.map((line, row) =>
    row > from && cellText(line, column, locale) === "" ? copyCell(source, line, column, text, locale) : line,
  );
}

function copyCell(source: PostLine, line: PostLine, column: LineColumn, text: string, locale: Locale): PostLine {
  const held = heldOf(source.spec, columnKey(column));
  if (held === null || source.spec.family !== line.spec.family) return withCell(line, column, text, locale);
  return {
    ...line,
    spec: {
      ...line.spec,
      values: [...line.spec.values.filter(({ attribute }) => attribute !== held.attribute), { ...held, origin: "typed", state: "sure" }],
    },
  };
}
