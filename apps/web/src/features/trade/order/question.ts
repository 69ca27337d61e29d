import type { Pages } from "#lib/pages.ts";
import type { Client, Outputs, Questions } from "#lib/trpc.ts";
import type { OrderSearch } from "./search.ts";

/** The list of orders that an address asks for; the route asks it ahead of the page. */
export function orderPages(trpc: Questions, client: Client, search: OrderSearch): Pages<string, Outputs["trade"]["order"]["list"]> {
  const filter = {
    side: search.side ?? "all",
    status: search.status ?? null,
    text: search.q ?? "",
    sort: search.sort ?? "newest",
  } as const;
  return {
    key: [...trpc.trade.order.list.pathKey(), filter],
    read: (after) => client.trade.order.list.query({ ...filter, after }),
  };
}
