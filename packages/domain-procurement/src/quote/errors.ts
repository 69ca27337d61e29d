/** Every reason a quote can say no. `confirm_…` is asked once: the same call with `confirm: true` goes through. */
export type QuoteRefusal =
  | { kind: "not_found"; code: "procurement.quote.unknown" }
  | { kind: "rule"; code: "procurement.quote.wrong_status"; params: { status: string } }
  | { kind: "conflict"; code: "procurement.quote.version_stale"; params: { current: number } }
  | { kind: "rule"; code: "procurement.quote.not_eligible"; params: { reason: string } }
  | { kind: "rule"; code: "procurement.quote.conflict_of_interest" }
  | { kind: "rule"; code: "procurement.quote.line_unanswered"; params: { line: number }; field?: string }
  | { kind: "rule"; code: "procurement.quote.line_unknown"; params: { line: number }; field?: string }
  | { kind: "rule"; code: "procurement.quote.nothing_priced" }
  | { kind: "rule"; code: "procurement.quote.tiers_not_ordered"; params: { line: number }; field?: string }
  | { kind: "rule"; code: "procurement.quote.below_minimum"; params: { line: number }; field?: string }
  | { kind: "rule"; code: "procurement.quote.lead_missing"; params: { line: number }; field?: string }
  | { kind: "rule"; code: "procurement.quote.term_needs_port"; params: { term: string }; field?: string }
  | { kind: "rule"; code: "procurement.quote.currency_not_allowed"; params: { currency: string }; field?: string }
  | { kind: "rule"; code: "procurement.quote.validity_too_short"; params: { until: string }; field?: string }
  | { kind: "rule"; code: "procurement.quote.amount_too_large"; params: { line: number }; field?: string }
  | { kind: "rule"; code: "procurement.quote.expired"; params: { until: string } }
  | { kind: "rule"; code: "procurement.quote.no_draft" }
  | { kind: "rule"; code: "procurement.quote.unreadable" }
  | { kind: "rule"; code: "procurement.quote.confirm_zero_price"; params: { line: number }; field?: string }
  | { kind: "rule"; code: "procurement.quote.confirm_far_price"; params: { line: number; usual: string }; field?: string };
