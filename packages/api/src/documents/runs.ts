import type { PaperFont } from "./fonts.ts";

/** A piece of text in one font; pdfmake draws an array of them as one paragraph. */
export type Run = { readonly text: string; readonly font: string; readonly noWrap?: true; readonly wordBreak?: "break-all" };

/** Turns plain text into runs that can be drawn, and remembers whether a sign had to be replaced. */
export type Typesetter = { readonly set: (text: string) => Run[]; readonly replaced: () => boolean };

/** Signs that the typeface lacks and a sign with the same meaning that it has: the diameter, the micro sign. */
const equals: Readonly<Record<string, string>> = { φ: "Ø", Φ: "Ø", ϕ: "Ø", "⌀": "Ø", μ: "µ", "∅": "Ø" };

/** Names of standards stay in one piece ("HG/T 20592"), and what has no place to break ("ABCDEFGHIJ…") breaks anywhere. */
const pieces = /(\b[A-Z]{1,4}\/[A-Z]{1,2} [\d.-]{1,12})|([!-~]{22,})/g;

/**
 * A sign that no font holds (a rare character of a name, an emoji) is shown with its number, "〓U+20BB7": a hole in a paper
 * would read as if nothing had been written there.
 */
export function typesetter(fonts: readonly Pick<PaperFont, "name" | "covers">[]): Typesetter {
  const [first] = fonts;
  if (!first) throw new Error("a paper needs a font");
  let isReplaced = false;
  const fontFor = (sign: string): string | null => fonts.find((font) => font.covers.has(sign.codePointAt(0) ?? 0))?.name ?? null;
  const isCovered = (text: string) => Array.from(text).every((sign) => fontFor(sign) !== null);

  const shown = (sign: string): string => {
    if (sign === "\n" || fontFor(sign) !== null) return sign;
    const equal = equals[sign] ?? sign.normalize("NFKC");
    if (isCovered(equal)) return equal;
    isReplaced = true;
    return `〓U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")} `;
  };
  const inFonts = (text: string): Run[] => {
    const runs: { text: string; font: string }[] = [];
    for (const sign of text) {
      const font = fontFor(sign) ?? first.name;
      const last = runs.at(-1);
      if (last?.font === font) last.text += sign;
      else runs.push({ text: sign, font });
    }
    return runs;
  };
  const set = (text: string): Run[] => {
    const whole = Array.from(drawable(text), shown).join("");
    const runs: Run[] = [];
    let done = 0;
    for (const match of whole.matchAll(pieces)) {
      runs.push(...inFonts(whole.slice(done, match.index)));
      const how = match[1] === undefined ? ({ wordBreak: "break-all" } as const) : ({ noWrap: true } as const);
      runs.push(...inFonts(match[0]).map((run) => ({ ...run, ...how })));
      done = match.index + match[0].length;
    }
    runs.push(...inFonts(whole.slice(done)));
    return runs.length === 0 ? [{ text: "", font: first.name }] : runs;
  };
  return { set, replaced: () => isReplaced };
}

/** A typesetter that only reads: what a paper will say decides which fonts it needs. */
export function recorder(): { readonly type: Typesetter; readonly text: () => string } {
  const said = new Set<string>();
  const set = (text: string): Run[] => {
    for (const sign of drawable(text)) said.add(sign).add(equals[sign] ?? sign.normalize("NFKC"));
    return [];
  };
  return { type: { set, replaced: () => true }, text: () => [...said].join("") };
}

/** Composed where a composed form exists; without signs that are not drawn (controls, joiners, direction marks, variation selectors). */
const drawable = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/\t/g, " ")
    // The fonts draw curly quotes as wide as a Chinese sign, which tears English words apart.
    .replace(/(?<=[\p{Script=Latin}\d])’/gu, "'")
    .replace(/[^\P{C}\n]|[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/gu, "");
