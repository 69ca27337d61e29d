import type { OrderStatus } from "@jizhen/domain-trade";
import { oneOf, present, textIn } from "#lib/search.ts";

export type OrderSearch = {
  readonly side?: "buyer" | "supplier" | undefined;
  readonly status?: OrderStatus | undefined;
  readonly sort?: "oldest" | "amount" | undefined;
  readonly q?: string | undefined;
};

/** Filters of the list of orders, as they stand in the address. */
export const orderSearch = (search: Record<string, unknown>) =>
  present({
    side: oneOf(search, "side", ["buyer", "supplier"]),
    status: oneOf(search, "status", ["issued", "confirmed", "refused", "lapsed"]),
    sort: oneOf(search, "sort", ["oldest", "amount"]),
    q: textIn(search, "q"),
  });
