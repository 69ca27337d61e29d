import type { Pages } from "#lib/pages.ts";
import type { Client, Inputs, Outputs, Questions } from "#lib/trpc.ts";

type List = Outputs["procurement"]["request"]["list"];
type Filter = Pick<Inputs["procurement"]["request"]["list"], "status" | "text" | "sort">;

/** The list of requests that an address asks for; the route asks it ahead of the page. */
export function requestPages(
  trpc: Questions,
  client: Client,
  { status = null, text = "", sort = "newest" }: Filter,
): Pages<NonNullable<List["next"]>, List> {
  const filter: Filter = { status, text, sort };
  return {
    key: [...trpc.procurement.request.list.pathKey(), filter],
    read: (cursor) => client.procurement.request.list.query({ ...filter, cursor }),
  };
}
