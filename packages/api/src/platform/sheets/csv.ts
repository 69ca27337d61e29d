/** UTF-8, or what a Chinese spreadsheet writes when nobody asks it; null where it is neither. */
function decode(bytes: Uint8Array): string | null {
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // the next encoding
    }
  }
  return null;
}

const separatorOf = (text: string): string => {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  return [",", "\t", ";", "，"].reduce((best, sign) => (first.split(sign).length > first.split(best).length ? sign : best), ",");
};

/** Rows of cells by RFC 4180, with the separator that its first line uses; null when the bytes are no text. */
export function readCsv(bytes: Uint8Array): string[][] | null {
  const text = decode(bytes);
  if (text === null || text.includes("\0")) return null;
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let [row, cell, quoted]: [string[], string, boolean] = [[], "", false];
  const endCell = () => {
    row.push(cell.slice(0, 2_000));
    cell = "";
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? "";
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === "") quoted = true;
    else if (sign === separator) endCell();
    else if (sign === "\n") endRow();
    else if (sign !== "\r") cell += sign;
  }
  if (cell !== "" || row.length > 0) endRow();
  return rows.map((cells) => (cells.every((one) => one.trim() === "") ? [] : cells));
}

/** A cell that a spreadsheet would run as a formula is written as text. */
export const harmless = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** UTF-8 with the mark that makes a Chinese spreadsheet read it as such. */
export const writeCsv = (rows: readonly (readonly (string | number)[])[]): Buffer => {
  const cellOf = (cell: string | number) => (typeof cell === "number" ? String(cell) : quoted(harmless(cell)));
  return Buffer.from(`\uFEFF${rows.map((row) => row.map(cellOf).join(",")).join("\r\n")}\r\n`, "utf8");
};
