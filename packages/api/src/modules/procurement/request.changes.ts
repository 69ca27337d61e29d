import { RequestTerms } from "@jizhen/domain-procurement";
import { canonical } from "@jizhen/kernel";

type Version = { readonly requestVersion: number; readonly terms: unknown };
export type Changes = { readonly changedLines: readonly number[]; readonly changedTerms: readonly string[] };

/** An undisclosed ceiling may move without a word about it. */
const untold: readonly string[] = ["lines", "ceiling", "showCeiling", "fx"];

/** What each version changed against the one before it, by line number and name of the term: where to look, not what stood there. */
export function changesOf(versions: readonly Version[]): ReadonlyMap<number, Changes> {
  const parsed = versions.map(({ requestVersion, terms }) => ({ requestVersion, terms: RequestTerms.parse(terms) }));
  return new Map(
    parsed.map(({ requestVersion, terms }) => [
      requestVersion,
      between(parsed.find((one) => one.requestVersion === requestVersion - 1)?.terms ?? null, terms),
    ]),
  );
}

function between(before: RequestTerms | null, after: RequestTerms): Changes {
  if (before === null) return { changedLines: [], changedTerms: [] };
  const numbers = [...new Set([...before.lines, ...after.lines].map(({ lineNo }) => lineNo))].sort((a, b) => a - b);
  const lineAt = (terms: RequestTerms, lineNo: number) => canonical(terms.lines.find((line) => line.lineNo === lineNo) ?? null);
  const keys = (Object.keys(after) as (keyof RequestTerms)[]).filter((key) => !untold.includes(key));
  return {
    changedLines: numbers.filter((lineNo) => lineAt(before, lineNo) !== lineAt(after, lineNo)),
    changedTerms: keys.filter((key) => canonical(before[key]) !== canonical(after[key])),
  };
}
