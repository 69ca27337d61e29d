import { QuoteId, RequestId, Wish } from "@jizhen/domain-procurement";
import * as z from "zod";
import { forMembers, router } from "../../trpc/procedures.ts";
import { askNegotiation, keepPrice } from "./negotiation.usecases.ts";

const About = z.strictObject({ requestId: RequestId });

/** 议价, in quick enquiries only. What was asked and answered is read with the request and the own quote. */
export const negotiationRouter = router({
  ask: forMembers("procurement.negotiation.ask")
    .input(About.extend({ quoteId: QuoteId, revision: z.int().min(1), wish: Wish }))
    .mutation(({ ctx, input }) => ctx.town.write((tx) => askNegotiation(tx, input))),
  keep: forMembers("procurement.negotiation.keep")
    .input(About)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => keepPrice(tx, input))),
});
