import type { OfferRefusal } from "./offer/errors.ts";
import type { OrderRefusal } from "./order/errors.ts";

export * from "./money/totals.ts";
export type { OfferRefusal } from "./offer/errors.ts";
export * from "./offer/events.ts";
export * from "./offer/model.ts";
export * from "./offer/policy.ts";
export * from "./offer/rules.ts";
export { supplyOf } from "./offer/supply.ts";
export * from "./offer/transitions.ts";
export * from "./order/choices.ts";
export type { OrderRefusal } from "./order/errors.ts";
export * from "./order/events.ts";
export * from "./order/model.ts";
export * from "./order/policy.ts";
export * from "./order/rules.ts";
export * from "./order/transitions.ts";

/** Every "no" of the trade function. */
export type TradeRefusal = OrderRefusal | OfferRefusal;
