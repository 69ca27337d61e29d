/** Every reason an offer can say no. */
export type OfferRefusal =
  | { kind: "not_found"; code: "trade.offer.unknown" }
  | { kind: "forbidden"; code: "trade.offer.not_yours" }
  | { kind: "rule"; code: "trade.offer.wrong_status"; params: { status: string } }
  | { kind: "rule"; code: "trade.offer.tiers_not_ordered"; field: string }
  | { kind: "rule"; code: "trade.offer.price_zero"; field: string }
  | { kind: "rule"; code: "trade.offer.quantity_zero"; field: string }
  | { kind: "rule"; code: "trade.offer.minimum_below_tier"; params: { from: string }; field: string }
  | { kind: "rule"; code: "trade.offer.specification_missing"; field: string }
  | { kind: "rule"; code: "trade.offer.validity_missing"; field: string }
  | { kind: "rule"; code: "trade.offer.validity_too_long"; params: { latest: string }; field: string }
  | { kind: "rule"; code: "trade.offer.expired"; params: { until: string }; field: string }
  | { kind: "rule"; code: "trade.offer.below_minimum"; params: { minimum: string } }
  | { kind: "rule"; code: "trade.offer.off_step"; params: { lower: string; upper: string } };
