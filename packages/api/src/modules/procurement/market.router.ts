import { RequestId } from "@jizhen/domain-procurement";
import * as z from "zod";
import { forMembers, forVisitors, router } from "../../trpc/procedures.ts";
import { readShown } from "./market.link.views.ts";
import { MarketFilter, viewMarket } from "./market.views.ts";

export const marketRouter = router({
  board: forMembers("procurement.request.read")
    .input(MarketFilter)
    .query(({ ctx, input }) => ctx.town.read((tx) => viewMarket(tx, input))),
  get: forVisitors.input(z.strictObject({ id: RequestId })).query(({ ctx, input }) => readShown(ctx.services, input.id)),
});
