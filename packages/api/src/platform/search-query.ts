import { allPacks } from "@jizhen/spec";
import { searchWords } from "./search-words.ts";

const trade = ["不锈钢", "碳钢", "合金钢", "低合金", "镀锌", "锻件", "管件", "法兰", "白酒", "酒瓶", "玻璃", "外加剂", "减水剂"];

/** Han words that the packs know: names and other ways to write families, attributes' values and grades. */
const known: ReadonlySet<string> = new Set(
  [
    ...trade,
    ...allPacks.flatMap(({ names, families }) => [
      names.zh,
      ...families.flatMap((family) => [
        family.names.zh,
        ...family.words,
        ...family.attributes.flatMap(({ values }) => values.flatMap((value) => [value.names.zh, ...value.aliases])),
      ]),
    ]),
  ].filter((word) => /^\p{Script=Han}{2,10}$/u.test(word)),
);

/** Cuts a run of Han text into the longest known words, so that no pair of signs across two words is asked for. */
export function cut(run: string): readonly string[] {
  const words: string[] = [];
  let unknown = "";
  for (let at = 0; at < run.length; ) {
    const length = [10, 9, 8, 7, 6, 5, 4, 3, 2].find((size) => at + size <= run.length && known.has(run.slice(at, at + size)));
    if (length === undefined) {
      unknown += run[at] ?? "";
      at += 1;
      continue;
    }
    if (unknown !== "") words.push(unknown);
    unknown = "";
    words.push(run.slice(at, at + length));
    at += length;
  }
  return unknown === "" ? words : [...words, unknown];
}

/** What a person typed, as the words that each must be found: Han text cut into known words, everything else at its gaps. */
export const searchPieces = (text: string): readonly string[] =>
  text
    .normalize("NFKC")
    .split(/(\p{Script=Han}+)|\s+/u)
    .flatMap((run) => (run === undefined || run === "" ? [] : /^\p{Script=Han}/u.test(run) ? cut(run) : [run]))
    .slice(0, 40);

/**
 * A tsquery over the words column for what a person typed, or null when nothing in it can be searched. With `beginnings` a word or
 * number may be typed in part, as in a list of names.
 */
export function searchQuery(text: string, { beginnings = false }: { readonly beginnings?: boolean } = {}): string | null {
  const runs = text.normalize("NFKC").split(/(\p{Script=Han}+)/u);
  const pieces = runs.flatMap((run) => (/^\p{Script=Han}/u.test(run) ? cut(run) : [run]));
  const tokens = [...new Set(pieces.flatMap((piece) => searchWords(piece).split(" ")))].filter((token) => token !== "");
  if (tokens.length === 0) return null;
  return tokens
    .slice(0, 40)
    .map((token) => `'${token.replaceAll("'", "")}'${isPart(token, beginnings) ? ":*" : ""}`)
    .join(" & ");
}

const isPart = (token: string, beginnings: boolean) => (/\p{Script=Han}/u.test(token) ? token.length === 1 : beginnings);
