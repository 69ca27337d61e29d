import type { Pages } from "#lib/pages.ts";
import type { Client, Outputs, Questions } from "#lib/trpc.ts";
import type { BoardSearch } from "./search.ts";

export type BoardPage = Outputs["procurement"]["request"]["board"];

/** The board that an address asks for; the route asks it ahead of the page. */
export function boardPages(
  trpc: Questions,
  client: Client,
  { family, text, days, sort, fits, asked }: BoardSearch,
): Pages<NonNullable<BoardPage["next"]>, BoardPage> {
  const filter = {
    families: family === undefined ? [] : [family],
    text: text ?? "",
    closesWithinDays: days === undefined ? null : Number(days),
    onlyFits: fits === true,
    onlyInvited: asked === true,
    sort: sort ?? ("closing" as const),
  };
  return {
    key: [...trpc.procurement.request.board.pathKey(), filter],
    read: (cursor) => client.procurement.request.board.query({ ...filter, cursor }),
  };
}
