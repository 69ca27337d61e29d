import { Decimal, eventOf, LocalDate, OrgId, TownId, UnitCode } from "@jizhen/kernel";
import { LineSpec } from "@jizhen/spec";
import * as z from "zod";
import { OfferId } from "./model.ts";

const about = { townId: TownId, offerId: OfferId, number: z.string(), organisationId: OrgId, at: z.coerce.date() };

/** Published, or revised while published: what others may now find. Prices stay with the offer. */
export const OfferPublished = eventOf("trade.offer.published.v1", {
  ...about,
  revision: z.int(),
  spec: LineSpec,
  unit: UnitCode,
  minimum: Decimal.nullable(),
  leadDays: z.int().nullable(),
  priceShape: z.enum(["on_request", "tiers"]),
  validUntil: LocalDate,
});
export type OfferPublished = z.infer<typeof OfferPublished>;

export const OfferPaused = eventOf("trade.offer.paused.v1", about);
export type OfferPaused = z.infer<typeof OfferPaused>;

export const OfferWithdrawn = eventOf("trade.offer.withdrawn.v1", about);
export type OfferWithdrawn = z.infer<typeof OfferWithdrawn>;

export type OfferEvent = OfferPublished | OfferPaused | OfferWithdrawn;
