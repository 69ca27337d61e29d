import type { FamilyCode } from "../model.ts";
import type { Attribute, Pack } from "../pack.ts";
import { type Candidate, doubtful, type Fact, fact, textIn } from "./candidate.ts";
import type { Prepared } from "./normalise.ts";

type Entry = { readonly words: string; readonly families: readonly FamilyCode[]; readonly facts: readonly Fact[]; readonly says: number };
export type Lexicon = { readonly byFirst: ReadonlyMap<string, readonly Entry[]>; readonly families: ReadonlySet<FamilyCode> };

/** Two-letter codes that are also words of English: read as sure only in capitals. */
const ordinaryWords: ReadonlySet<string> = new Set([
  "so",
  "if",
  "th",
  "re",
  "ac",
  "ae",
  "pa",
  "cap",
  "plug",
  "gi",
  "rt",
  "pt",
  "mt",
  "ut",
  "if",
  "bw",
  "sr",
  "lr",
]);
const blind: ReadonlySet<string> = new Set(["re", "ac", "ae", "pa", "if", "rt", "pt", "mt", "ut"]);

function factsOf(attribute: Attribute, code: string, kind: "sure" | "assumed" | "doubt", options: readonly string[]): Fact {
  const value = attribute.type === "set" ? [code] : code;
  if (kind === "doubt") return doubtful(attribute.code, options);
  return fact(attribute.code, value, kind === "assumed" ? { origin: "assumed" } : {});
}

function entriesOf(pack: Pack): Entry[] {
  return pack.families.flatMap((family) => {
    const found: Entry[] = family.words.map((words) => ({
      words,
      families: [family.code],
      facts: [fact("@family", family.code)],
      says: words.length + 3,
    }));
    for (const attribute of family.attributes) {
      // Standards are read by their numbers: the title of one ("清香型白酒") is also the name of what it is about.
      if (attribute.type === "standard") continue;
      const doubts = new Map<string, string[]>();
      for (const value of attribute.values) {
        const add = (words: string, kind: "sure" | "assumed") =>
          found.push({ words, families: [family.code], facts: [factsOf(attribute, value.code, kind, [])], says: words.length });
        // One-letter and two-letter codes ("M", "A", "UL") say too little by themselves; their aliases say when.
        const own = [value.code, value.names.zh, value.names.en].filter((words) => words.length > (/^[\x21-\x7e]+$/.test(words) ? 2 : 1));
        const certain = new Set([...own, ...value.aliases].map((words) => words.toLowerCase()));
        const guessed = new Set([...value.assumedBy, ...value.doubtfulBy].map((words) => words.toLowerCase()));
        for (const words of certain) if (!guessed.has(words)) add(words, "sure");
        for (const words of value.assumedBy) add(words, "assumed");
        for (const words of value.doubtfulBy) doubts.set(words, [...(doubts.get(words) ?? []), value.code]);
      }
      for (const [words, options] of doubts) {
        found.push({ words, families: [family.code], facts: [factsOf(attribute, "", "doubt", options)], says: words.length });
      }
    }
    return found;
  });
}

/** Like entries of several families become one entry, so that a shared word is weighed alike in each. */
export function compile(packs: readonly Pack[]): Lexicon {
  const byFirst = new Map<string, Entry[]>();
  for (const raw of packs.flatMap(entriesOf)) {
    const entry = { ...raw, words: raw.words.toLowerCase() };
    const first = entry.words.charAt(0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), entry]);
  }
  return { byFirst, families: new Set(packs.flatMap((pack) => pack.families.map((family) => family.code))) };
}

const isLatin = (sign: string): boolean => /[a-z0-9]/.test(sign);

/** End of `words` at `at`, or -1. A blank in the words matches one blank, hyphen, slash or nothing. */
function endOf(text: string, at: number, words: string): number {
  let place = at;
  for (let index = 0; index < words.length; index += 1) {
    const wanted = words.charAt(index);
    const found = text.charAt(place);
    if (wanted === " ") {
      if (found === " " || found === "-" || found === "/") place += 1;
      continue;
    }
    if (found !== wanted) return -1;
    place += 1;
  }
  return place;
}

/** Type codes are written against the size without a blank: "WNDN150". */
const stuckToSize = /^(?:dn|rf|ff|rj|pn)/;

function isWhole(text: string, start: number, end: number, words: string): boolean {
  const [before, after] = [text.charAt(start - 1), text.charAt(end)];
  if (isLatin(words.charAt(0)) && isLatin(before)) return false;
  if (/\d/.test(words.charAt(0)) && /[.φ]/.test(before) && before !== "") return false;
  if (isLatin(words.charAt(words.length - 1)) && isLatin(after)) return words.length === 2 && stuckToSize.test(text.slice(end));
  return !(/\d$/.test(words) && after === "." && /\d/.test(text.charAt(end + 1)));
}

/** Every lexicon word in the text. */
export function lexical({ text, cased }: Prepared, lexicon: Lexicon): Candidate[] {
  const found: Candidate[] = [];
  for (let start = 0; start < text.length; start += 1) {
    for (const entry of lexicon.byFirst.get(text.charAt(start)) ?? []) {
      const end = endOf(text, start, entry.words);
      if (end < 0 || !isWhole(text, start, end, entry.words)) continue;
      const asWritten = cased.slice(start, end);
      const isWord = ordinaryWords.has(entry.words) && asWritten !== asWritten.toUpperCase();
      if (blind.has(entry.words) && (isWord || text.charAt(end) === ":")) continue;
      const facts = isWord
        ? entry.facts.map((one) =>
            one.state === "sure" && entry.words.length === 2 ? { ...one, state: "doubt" as const, options: [textIn(one)] } : one,
          )
        : entry.facts;
      found.push({ start, end, facts, families: entry.families, bonus: 0, says: entry.says });
    }
  }
  return found;
}
