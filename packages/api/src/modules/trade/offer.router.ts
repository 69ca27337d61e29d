import { OfferContent, OfferId } from "@jizhen/domain-trade";
import * as z from "zod";
import { forMembers, router } from "../../trpc/procedures.ts";
import { pauseTheOffer, showOffer, withdrawTheOffer, writeOffer } from "./offer.usecases.ts";
import { getOffer, listOffers, OfferFilter } from "./offer.views.ts";

const Seen = z.strictObject({ offerId: OfferId, version: z.int().min(0) });
const words = z
  .string()
  .trim()
  .max(1_000)
  .transform((text) => (text === "" ? null : text));

export const offerRouter = router({
  list: forMembers("trade.offer.read")
    .input(OfferFilter)
    .query(({ ctx, input }) => ctx.town.read((tx) => listOffers(tx, input, ctx.workspace.permissions))),
  get: forMembers("trade.offer.read")
    .input(z.strictObject({ id: OfferId }))
    .query(({ ctx, input }) => ctx.town.read((tx) => getOffer(tx, input.id, ctx.workspace.permissions))),
  save: forMembers("trade.offer.save")
    .input(z.strictObject({ seen: Seen.nullable(), content: OfferContent }))
    .mutation(({ ctx, input }) => ctx.town.write((tx) => writeOffer(tx, input))),
  publish: forMembers("trade.offer.publish")
    .input(Seen)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => showOffer(tx, input))),
  pause: forMembers("trade.offer.pause")
    .input(Seen)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => pauseTheOffer(tx, input))),
  withdraw: forMembers("trade.offer.withdraw")
    .input(Seen.extend({ reasonText: words }))
    .mutation(({ ctx, input }) => ctx.town.write((tx) => withdrawTheOffer(tx, input))),
});
