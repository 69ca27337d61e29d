/** Every reason a request can say no. */
export type RequestRefusal =
  | { kind: "not_found"; code: "procurement.request.unknown" }
  | { kind: "not_found"; code: "procurement.request.question_unknown" }
  | { kind: "forbidden"; code: "procurement.request.not_yours" }
  | { kind: "rule"; code: "procurement.request.wrong_status"; params: { status: string } }
  | { kind: "rule"; code: "procurement.request.deadline_in_past"; field?: string }
  | { kind: "rule"; code: "procurement.request.window_too_short"; params: { hours: number }; field?: string }
  | { kind: "rule"; code: "procurement.request.not_later"; params: { closesAt: Date }; field?: string }
  | { kind: "rule"; code: "procurement.request.still_quoting"; params: { closesAt: Date } }
  | { kind: "rule"; code: "procurement.request.closed"; params: { closedAt: Date } }
  | { kind: "rule"; code: "procurement.request.over_ceiling"; params: { amount: number; ceiling: number; currency: string } }
  | { kind: "rule"; code: "procurement.request.line_in_doubt"; params: { line: number; attribute: string }; field?: string }
  | { kind: "rule"; code: "procurement.request.line_stopped"; params: { line: number; finding: string }; field?: string }
  | { kind: "rule"; code: "procurement.request.date_in_past"; params: { line: number }; field?: string }
  | { kind: "rule"; code: "procurement.request.sealing_unavailable"; params: { mode: string }; field?: string }
  | { kind: "rule"; code: "procurement.request.rate_missing"; params: { currency: string }; field?: string }
  | { kind: "rule"; code: "procurement.request.term_needs_port"; params: { term: string }; field?: string }
  | { kind: "rule"; code: "procurement.request.standstill_too_short"; params: { days: number }; field?: string }
  | { kind: "rule"; code: "procurement.request.nothing_changed" }
  | { kind: "rule"; code: "procurement.request.frozen_term"; params: { term: string }; field?: string }
  | { kind: "rule"; code: "procurement.request.questions_over"; params: { until: Date } }
  | { kind: "rule"; code: "procurement.request.question_answered" }
  | { kind: "rule"; code: "procurement.request.own_request" }
  | { kind: "rule"; code: "procurement.request.sealed_until_close"; params: { closesAt: Date } }
  | { kind: "rule"; code: "procurement.request.no_quote" }
  | { kind: "rule"; code: "procurement.request.supplier_unknown" };
