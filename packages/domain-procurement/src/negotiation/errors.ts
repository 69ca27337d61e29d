/** Every reason a round of negotiation can say no. */
export type NegotiationRefusal =
  | { kind: "not_found"; code: "procurement.negotiation.unknown" }
  | { kind: "rule"; code: "procurement.negotiation.sealed" }
  | { kind: "conflict"; code: "procurement.negotiation.round_used" }
  | { kind: "rule"; code: "procurement.negotiation.nothing_asked"; field?: string }
  | { kind: "rule"; code: "procurement.negotiation.line_not_priced"; params: { line: number }; field?: string }
  | { kind: "rule"; code: "procurement.negotiation.not_below"; params: { line: number; quoted: string }; field?: string }
  | { kind: "rule"; code: "procurement.negotiation.answered" };
