import { CurrencyCode, Decimal, idOf, LocalDate, OrgId, PersonId, TownId, UnitCode, UnitPrice } from "@jizhen/kernel";
import { LineSpec } from "@jizhen/spec";
import * as z from "zod";
import { TaxRate } from "../money/totals.ts";

export const OfferId = idOf("offr");
export type OfferId = z.infer<typeof OfferId>;

/** The price that holds from this quantity on, for all units (no marginal brackets). */
export const PriceTier = z.strictObject({ from: Decimal, price: UnitPrice, base: Decimal });
export type PriceTier = z.infer<typeof PriceTier>;

export const OfferPrice = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("on_request") }),
  z.strictObject({
    kind: z.literal("tiers"),
    currency: CurrencyCode,
    priceIncludesTax: z.boolean(),
    taxRate: TaxRate,
    tiers: z.array(PriceTier).min(1).max(10),
  }),
]);
export type OfferPrice = z.infer<typeof OfferPrice>;

/** What the seller writes: one specification, one unit, one packing. Form, procedure input and domain share this schema. */
export const OfferContent = z.strictObject({
  title: z.string().trim().min(2).max(80),
  spec: LineSpec,
  /** As the seller wrote it. */
  text: z.string().trim().max(4_000),
  unit: UnitCode,
  price: OfferPrice,
  minimum: Decimal.nullable(),
  /** Quantities are multiples of it; null when any quantity can be had. */
  step: Decimal.nullable(),
  packing: z.string().trim().max(400),
  leadDays: z.int().min(0).max(730).nullable(),
  place: z.string().trim().max(200),
  validUntil: LocalDate.nullable(),
  note: z.string().trim().max(2_000),
});
export type OfferContent = z.infer<typeof OfferContent>;

const Base = z.strictObject({
  id: OfferId,
  townId: TownId,
  organisationId: OrgId,
  writtenBy: PersonId,
  content: OfferContent,
  /** Counts what others could see: 1 until the first publication. */
  revision: z.int().min(1),
  version: z.int(),
  updatedAt: z.date(),
});
const Shown = Base.extend({ number: z.string(), publishedAt: z.date() });

/** One shape per status: a draft has no number; "expired" is no status, it is a published offer whose date is over. */
export const Offer = z.discriminatedUnion("status", [
  Base.extend({ status: z.literal("draft") }),
  Shown.extend({ status: z.literal("published") }),
  Shown.extend({ status: z.literal("paused") }),
  Shown.extend({ status: z.literal("withdrawn"), reasonText: z.string().max(1_000).nullable() }),
]);
export type Offer = z.infer<typeof Offer>;
export type OfferStatus = Offer["status"];
export type OfferIn<S extends OfferStatus> = Extract<Offer, { status: S }>;
export const offerStatuses = ["draft", "published", "paused", "withdrawn"] as const satisfies readonly OfferStatus[];
