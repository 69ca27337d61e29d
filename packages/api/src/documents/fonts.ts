import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { coverageOf, unpackWoff } from "./font-file.ts";

/** A font of a paper: what it can draw, and its two weights as plain font files. */
export type PaperFont = { readonly name: string; readonly covers: ReadonlySet<number>; readonly regular: Buffer; readonly bold: Buffer };

const { resolve } = createRequire(import.meta.url);
/** The 8,000 everyday signs with Latin; what it lacks lies in a hundred small cuts of the same typeface. */
export const everyday = "chinese-simplified";
const loaded = new Map<string, Promise<PaperFont>>();

/** The fonts that draw this text: the everyday cut, and of the others only those with a sign that occurs in it. Each is read once. */
export async function fontsFor(text: string): Promise<readonly PaperFont[]> {
  const first = await cut(everyday);
  const missing = [...new Set(text)].map((sign) => sign.codePointAt(0) ?? 0).filter((code) => !first.covers.has(code));
  const wanted = missing.length === 0 ? [] : [...(await ranges())].filter(([, holds]) => missing.some(holds)).map(([name]) => name);
  return [first, ...(await Promise.all(wanted.map(cut)))];
}

function cut(name: string): Promise<PaperFont> {
  const known = loaded.get(name);
  if (known) return known;
  const font = loadCut(name);
  loaded.set(name, font);
  // A read that failed is tried again with the next paper.
  font.catch(() => loaded.delete(name));
  return font;
}

async function loadCut(name: string): Promise<PaperFont> {
  const weight = async (value: 400 | 700) =>
    unpackWoff(await readFile(resolve(`@fontsource/noto-sans-sc/files/noto-sans-sc-${name}-${value}-normal.woff`)));
  const [regular, bold] = await Promise.all([weight(400), weight(700)]);
  const inBold = coverageOf(bold);
  return { name, regular, bold, covers: new Set([...coverageOf(regular)].filter((code) => inBold.has(code))) };
}

type Holds = (code: number) => boolean;
let table: Promise<ReadonlyMap<string, Holds>> | null = null;

/** Which cut holds which signs, as the font's own table says: `"[107]": "U+2103,U+2109,…"`. */
function ranges(): Promise<ReadonlyMap<string, Holds>> {
  table ??= readFile(resolve("@fontsource/noto-sans-sc/unicode.json"), "utf8").then((text) => {
    const rows = Object.entries(JSON.parse(text) as Record<string, string>);
    return new Map(rows.map(([key, value]) => [key.replace(/[[\]]/g, ""), holdsOf(value)]));
  });
  return table;
}

function holdsOf(value: string): Holds {
  const spans = value.split(",").map((part) => {
    const [, from = "", to = from] = /U\+([0-9a-f]+)(?:-([0-9a-f]+))?/i.exec(part) ?? [];
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
  });
  return (code) => spans.some(([from, to]) => code >= from && code <= to);
}
