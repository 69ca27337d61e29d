import type { OrderStatus } from "./model.ts";

export const orderStatuses = ["issued", "confirmed", "refused", "lapsed"] as const satisfies readonly OrderStatus[];

/** Why a supplier says no; `other` needs words. */
export const refusalReasons = [
  "no_capacity",
  "material_unavailable",
  "price_mistake",
  "terms_not_acceptable",
  "delivery_not_possible",
  "other",
] as const;
