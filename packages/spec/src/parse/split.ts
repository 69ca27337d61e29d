/** A stretch of the paste that is one line, with its table cells when it has any; `divided` by tabs or bars, not only by blanks; `continues` the line of the piece before. */
export type Cell = { readonly start: number; readonly text: string };
export type Piece = {
  readonly start: number;
  readonly text: string;
  readonly cells: readonly Cell[];
  readonly divided: boolean;
  readonly parsed: boolean;
  readonly continues: boolean;
};
export type Pieces = { readonly pieces: readonly Piece[]; readonly shortened: boolean; readonly tooMany: boolean };

const lineBreak = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;

function cellsOf(text: string, start: number): readonly Cell[] {
  const divider = text.includes("\t") ? /\t/g : (text.match(/[|｜]/g)?.length ?? 0) >= 2 ? /[|｜]/g : /[ \u3000]{2,}(?=\S)/g;
  const cells: Cell[] = [];
  let from = 0;
  for (const match of text.matchAll(divider)) {
    cells.push({ start: start + from, text: text.slice(from, match.index) });
    from = match.index + match[0].length;
  }
  cells.push({ start: start + from, text: text.slice(from) });
  return cells.length > 1 ? cells : [];
}

const counted = /(?:\d|[一二两三四五六七八九十百千])\s*万?(?:片|个|只|件|套|瓶|箱|吨|支|pcs?|pieces|nos|ea|sets?|cases?|t\b)/i;
const sizedPart = /dn\s*\d|\d\s*["″寸]|φ\s*\d|\d\s*(?:ml|毫升)/i;

/** Several requests in one line, "DN50 10片；DN80 20片": parted only where every part has its own quantity. */
function partsOf(text: string): readonly { at: number; text: string }[] {
  for (const [divider, each] of [
    [/[;；]/g, (part: string) => counted.test(part)],
    [/[,，、。]/g, (part: string) => counted.test(part) && sizedPart.test(part)],
  ] as const) {
    const parts: { at: number; text: string }[] = [];
    let from = 0;
    for (const match of text.matchAll(divider)) {
      parts.push({ at: from, text: text.slice(from, match.index) });
      from = match.index + match[0].length;
    }
    parts.push({ at: from, text: text.slice(from) });
    const full = parts.filter((part) => part.text.trim() !== "");
    if (full.length > 1 && full.every((part) => each(part.text))) return full;
  }
  return [{ at: 0, text }];
}

/** Never inside a surrogate pair, at a blank where one is near. */
function cutAt(text: string, length: number): number {
  if (text.length <= length) return text.length;
  const blank = text.lastIndexOf(" ", length);
  const at = blank > length / 2 ? blank : length;
  const code = text.charCodeAt(at - 1);
  return code >= 0xd800 && code <= 0xdbff ? at - 1 : at;
}

function chunks(text: string, start: number, length: number): Piece[] {
  const pieces: Piece[] = [];
  for (let from = 0; from < text.length; ) {
    const size = cutAt(text.slice(from, from + length + 1), length);
    const part = text.slice(from, from + size);
    if (part.trim() !== "") pieces.push({ start: start + from, text: part, cells: [], divided: false, parsed: false, continues: false });
    from += size;
  }
  return pieces;
}

/** Lines of a paste within the limits; what is beyond them is kept whole, in stretches that are not parsed. */
export function split(text: string, limits: { readonly lines: number; readonly lineLength: number }): Pieces {
  const pieces: Piece[] = [];
  let shortened = false;
  let from = 0;
  const take = (end: number): void => {
    const line = text.slice(from, end);
    if (line.trim() === "") return;
    if (line.length > limits.lineLength) {
      shortened = true;
      pieces.push(...chunks(line, from, limits.lineLength));
      return;
    }
    const cells = cellsOf(line, from);
    const divided = cells.length > 1 && (line.includes("\t") || /[|｜]/.test(line));
    const parts = divided || cells.length > 2 ? [{ at: 0, text: line }] : partsOf(line);
    for (const part of parts)
      pieces.push({
        start: from + part.at,
        text: part.text,
        cells: parts.length > 1 ? [] : cells,
        divided,
        parsed: true,
        continues: part.at > 0 && part !== parts[0],
      });
  };
  for (const match of text.matchAll(lineBreak)) {
    if (pieces.length >= limits.lines) break;
    take(match.index);
    from = match.index + match[0].length;
  }
  if (pieces.length < limits.lines) {
    take(text.length);
    return { pieces, shortened, tooMany: false };
  }
  const rest = chunks(text.slice(from), from, limits.lineLength);
  return { pieces: [...pieces, ...rest], shortened, tooMany: rest.length > 0 };
}
