import { forMembers, router } from "../../trpc/procedures.ts";
import { MarketFilter, viewMarket } from "./market.views.ts";

export const marketRouter = router({
  board: forMembers("procurement.request.read")
    .input(MarketFilter)
    .query(({ ctx, input }) => ctx.town.read((tx) => viewMarket(tx, input))),
});
