import { judgeLine, verdictWith } from "./filter.ts";
import type { Candidate, Need } from "./model.ts";

/** The way to a fix: state more, upload a document, or shorten the lead time (ask a partner for the step). */
export type FixWay = "declare" | "document" | "lead" | "renew" | "family";
export type Fix = { readonly lineNo: number; readonly way: FixWay; readonly attributes: readonly string[]; readonly enough: boolean };

/** For each line that is violated: the single changes that alone would suffice, else the full set. It never edits a stored run. */
export function fixesOf(candidate: Candidate, need: Need): readonly Fix[] {
  return need.lines.flatMap((line): Fix[] => {
    const best = judgeLine(line, candidate.supplies, need)[0];
    if (!best) return [{ lineNo: line.lineNo, way: "family", attributes: [], enough: true }];
    if (best.verdict !== "violated") return [];
    const wrong = best.match.results.flatMap((result, at) =>
      result.requirement.hard && result.verdict === "violated" ? [{ at, result }] : [],
    );
    const way = (at: number): FixWay => (best.match.results[at]?.requirement.op === "evidence" ? "document" : "declare");
    if (best.bar !== null) {
      const enough = best.match.verdict !== "violated";
      return [{ lineNo: line.lineNo, way: best.bar === "expired" ? "renew" : "lead", attributes: [], enough }];
    }
    const alone = wrong.filter(({ at }) => verdictWith(best, new Set([at])) !== "violated");
    if (alone.length > 0) {
      return alone.map(({ at, result }) => ({
        lineNo: line.lineNo,
        way: way(at),
        attributes: [result.requirement.attribute],
        enough: true,
      }));
    }
    const attributes = [...new Set(wrong.map(({ result }) => result.requirement.attribute))];
    return [{ lineNo: line.lineNo, way: "declare", attributes, enough: false }];
  });
}
