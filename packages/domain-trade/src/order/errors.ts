/** Every reason an order can say no. */
export type OrderRefusal =
  | { kind: "not_found"; code: "trade.order.unknown" }
  | { kind: "forbidden"; code: "trade.order.not_yours" }
  | { kind: "rule"; code: "trade.order.wrong_status"; params: { status: string } }
  | { kind: "rule"; code: "trade.order.answer_overdue"; params: { answerBy: Date } }
  | { kind: "rule"; code: "trade.order.answer_not_due"; params: { answerBy: Date } }
  | { kind: "rule"; code: "trade.order.reason_missing"; field: "reason.text" };
