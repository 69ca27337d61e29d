import { allPacks } from "./packs/all.ts";
import { countedWords, tradeWords } from "./trade-words.ts";

/** A stretch of a text as it was written; with a reading where it is a term that our dictionaries know. */
export type Piece = { readonly text: string; readonly reading: string | null };

const han = /\p{Script=Han}/u;
const isTerm = (zh: string): boolean => zh.length > 1 && han.test(zh);

/** Terms by their first sign, the longest first. Made when the first text is read. */
let terms: ReadonlyMap<string, readonly (readonly [zh: string, en: string])[]> | null = null;

function dictionary(): NonNullable<typeof terms> {
  if (terms !== null) return terms;
  const known = new Map<string, string>();
  const add = (zh: string, en: string): void => {
    if (isTerm(zh) && !known.has(zh)) known.set(zh, en);
  };
  // The words of trade come first: "包装" in an answer is packing in general, whatever a pack calls so.
  for (const { zh, en } of tradeWords) add(zh, en);
  for (const { names, attributes } of allPacks.flatMap(({ families }) => families)) {
    add(names.zh, names.en);
    for (const attribute of attributes) {
      add(attribute.names.zh, attribute.names.en);
      for (const value of attribute.values) for (const word of [value.names.zh, ...value.aliases]) add(word, value.names.en);
    }
  }
  const byFirst = new Map<string, [string, string][]>();
  for (const [zh, en] of known) byFirst.set(zh.charAt(0), [...(byFirst.get(zh.charAt(0)) ?? []), [zh, en]]);
  for (const list of byFirst.values()) list.sort(([a], [b]) => b.length - a.length);
  terms = byFirst;
  return byFirst;
}

const counted = new RegExp(`^(\\d+(?:\\.\\d+)?)\\s*(${Object.keys(countedWords).join("|")})`);
const negation = /[不未无没非勿]$/;

/**
 * Reads the terms of a Chinese text: no translation, and never more than the dictionaries hold. The pieces joined are the text. A term after
 * a negation that is no part of it reads "not: …", since to leave the negation out would turn its meaning.
 */
export function readingOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let plain = "";
  const close = (): void => {
    if (plain !== "") pieces.push({ text: plain, reading: null });
    plain = "";
  };
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    const [number, amount, unit] = counted.exec(rest) ?? [];
    const starts = !/\d$/.test(text.slice(0, at));
    const [term, en] =
      (number === undefined &&
        dictionary()
          .get(text.charAt(at))
          ?.find(([zh]) => rest.startsWith(zh))) ||
      [];
    if (number !== undefined && unit !== undefined && starts) {
      close();
      pieces.push({ text: number, reading: `${amount} ${amount === "1" ? countedWords[unit]?.replace(/s$/, "") : countedWords[unit]}` });
      at += number.length;
    } else if (term !== undefined && en !== undefined) {
      const reading = negation.test(plain) ? `not: ${en}` : en;
      close();
      pieces.push({ text: term, reading });
      at += term.length;
    } else {
      plain += text.charAt(at);
      at += 1;
    }
  }
  close();
  return pieces;
}

/** The readings of a text in their order, each once; none where nothing is written in Chinese or nothing is known. */
export const readingsIn = (text: string): readonly string[] =>
  han.test(text) ? [...new Set(readingOf(text).flatMap(({ reading }) => (reading === null ? [] : [reading])))] : [];
