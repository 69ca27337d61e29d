import type { Evidence, Requirement } from "./model.ts";

/** Three-valued: a firm is excluded only by what it said itself; silence is a question. */
export type Verdict = "violated" | "unknown" | "satisfied";

/** Why a requirement was judged as it was; each is a key of the text catalogues ("procurement.match.reason.…"). */
export const matchReasons = [
  "in_set",
  "makes_any",
  "not_in_closed_set",
  "among_others",
  "not_stated",
  "inside",
  "outside",
  "in_doubt",
  "units_differ",
  "same_grade",
  "equivalent_grade",
  "equivalent_not_allowed",
  "near_grade",
  "grade_unlisted",
  "same_standard",
  "equivalent_standard",
  "other_edition",
  "equivalence_without_source",
  "evidence_held",
  "evidence_expired",
  "evidence_in_progress",
  "evidence_not_available",
  "evidence_not_stated",
  "tolerance_held",
  "tolerance_wider",
] as const;
export type MatchReason = (typeof matchReasons)[number];

/** `by` is what in the statement decided: a value of a set, the interval, or the document. */
export type RequirementResult = {
  readonly requirement: Requirement;
  readonly verdict: Verdict;
  readonly reason: MatchReason;
  readonly by: string | null;
  readonly evidence: Evidence | null;
};

export type Judged = Omit<RequirementResult, "requirement">;
export const judged = (verdict: Verdict, reason: MatchReason, by: string | null = null, evidence: Evidence | null = null): Judged => ({
  verdict,
  reason,
  by,
  evidence,
});

const order: Readonly<Record<Verdict, number>> = { violated: 0, unknown: 1, satisfied: 2 };
/** AND: the worst of all; nothing asked is satisfied. */
export const allOf = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.reduce<Verdict>((worst, one) => (order[one] < order[worst] ? one : worst), "satisfied");
/** OR: the best of all; no alternative is violated. */
export const anyOf = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.reduce<Verdict>((best, one) => (order[one] > order[best] ? one : best), "violated");
