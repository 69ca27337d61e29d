import type { FamilyCode } from "../model.ts";
import type { Candidate, Fact } from "./candidate.ts";

export type Reading = readonly Fact[] | null;

/** A number-unit pattern. `read` may decline by null; the whole line lets it look at its neighbours. */
export type Pattern = {
  readonly shape: RegExp;
  readonly families: readonly FamilyCode[] | null;
  readonly read: (groups: readonly string[], line: string, at: number) => Reading;
  readonly bonus: number;
  readonly says: boolean;
};

/** A shape in which `_` stands for at most three blanks, NUM for a number and ZH for a Chinese number; bounded, so time stays linear. */
export const shape = (source: string): RegExp =>
  new RegExp(
    source
      .replaceAll("NUM", "(?:\\d{1,3}(?:,\\d{3}){1,3}(?:\\.\\d{1,6})?|\\d{1,9}(?:\\.\\d{1,6})?)")
      .replaceAll("ZH", "[一二两三四五六七八九十百千万]{1,7}")
      .replaceAll("_", " {0,3}"),
    "g",
  );

export const pattern = (
  families: readonly FamilyCode[] | null,
  source: string,
  read: Pattern["read"],
  { bonus = 0, says = families !== null }: { bonus?: number; says?: boolean } = {},
): Pattern => ({ shape: shape(source), families, read, bonus, says });

export function patterned(line: string, patterns: readonly Pattern[]): Candidate[] {
  const found: Candidate[] = [];
  for (const { shape: wanted, families, read, bonus, says } of patterns) {
    for (const match of line.matchAll(wanted)) {
      if (match[0] === "") continue;
      const facts = read(
        match.map((group) => group ?? ""),
        line,
        match.index,
      );
      if (facts === null) continue;
      const lead = match[0].length - match[0].trimStart().length;
      const start = match.index + lead;
      const end = match.index + match[0].trimEnd().length;
      found.push({ start, end, facts, families, bonus, says: says ? end - start : 0 });
    }
  }
  return found;
}

const digits: Readonly<Record<string, number>> = { 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const scales: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };

/** Reads 两百五十, 十二, 三万; null when the signs do not make a number. */
export function chineseNumber(text: string): number | null {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const sign of text) {
    const value = digits[sign];
    if (value !== undefined) {
      if (digit !== null) return null;
      digit = value;
      continue;
    }
    if (sign === "万") {
      total = (total + section + (digit ?? 0)) * 10_000;
      [section, digit] = [0, null];
      continue;
    }
    section += (digit ?? 1) * (scales[sign] ?? 0);
    digit = null;
  }
  const answer = total + section + (digit ?? 0);
  return answer > 0 ? answer : null;
}
