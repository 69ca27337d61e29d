import type { QuoteId } from "../quote/model.ts";

/** Every reason an award can say no. */
export type AwardRefusal =
  | { kind: "not_found"; code: "procurement.award.unknown" }
  | { kind: "not_found"; code: "procurement.award.objection_unknown" }
  | { kind: "conflict"; code: "procurement.award.already_awarded"; params: { person: string } }
  | { kind: "conflict"; code: "procurement.award.not_evaluated" }
  | { kind: "rule"; code: "procurement.award.wrong_status"; params: { status: string } }
  | { kind: "rule"; code: "procurement.award.reason_missing"; field?: string }
  | { kind: "rule"; code: "procurement.award.quantity_mismatch"; params: { line: number } }
  | { kind: "rule"; code: "procurement.award.line_not_offered"; params: { line: number }; field?: string }
  | { kind: "rule"; code: "procurement.award.deviation_unjudged"; params: { count: number }; about: readonly QuoteId[] }
  | { kind: "rule"; code: "procurement.award.quality_unmarked"; params: { count: number }; about: readonly QuoteId[] }
  | { kind: "rule"; code: "procurement.award.nobody_left"; params: { line: number } }
  | { kind: "rule"; code: "procurement.award.objection_open"; params: { line: number } }
  | { kind: "rule"; code: "procurement.award.in_standstill"; params: { until: Date } }
  | { kind: "rule"; code: "procurement.award.standstill_over"; params: { until: Date } }
  | { kind: "rule"; code: "procurement.award.line_unknown"; params: { line: number } };
