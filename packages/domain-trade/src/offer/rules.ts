import { err, exact, type LocalDate, localDateAt, ok, plusDays, type Result, ratios } from "@jizhen/kernel";
import type { OfferRefusal } from "./errors.ts";
import type { OfferContent, OfferPrice, PriceTier } from "./model.ts";

/** An offer binds for at most a year from the day it is published or revised. */
export const longestValidityDays = 365;

const isZero = (text: string) => exact(text).n === 0n;
const atLeast = (text: string, other: string) => ratios.compare(exact(text), exact(other)) >= 0;

/** The content of an offer that others may see: a dated one. */
export type FitContent = OfferContent & { readonly validUntil: LocalDate };

/** What must be right before others see an offer; the first thing to mend, with its field. */
export function fitToPublish(content: OfferContent, at: Date): Result<FitContent, OfferRefusal> {
  const today = localDateAt(at);
  const { validUntil } = content;
  const wrong = wrongSpecification(content) ?? wrongPrice(content.price) ?? wrongQuantities(content);
  if (wrong) return err(wrong);
  if (validUntil === null) return err({ kind: "rule", code: "trade.offer.validity_missing", field: "validUntil" });
  if (validUntil < today) return err({ kind: "rule", code: "trade.offer.expired", params: { until: validUntil }, field: "validUntil" });
  const latest = plusDays(today, longestValidityDays);
  if (validUntil > latest) return err({ kind: "rule", code: "trade.offer.validity_too_long", params: { latest }, field: "validUntil" });
  return ok({ ...content, validUntil });
}

function wrongSpecification({ spec, text }: OfferContent): OfferRefusal | null {
  const says = spec.byText ? text !== "" : spec.values.some((held) => held.state !== "missing");
  return says ? null : { kind: "rule", code: "trade.offer.specification_missing", field: "text" };
}

function wrongPrice(price: OfferPrice): OfferRefusal | null {
  if (price.kind === "on_request") return null;
  for (const [index, tier] of price.tiers.entries()) {
    if (isZero(tier.price)) return { kind: "rule", code: "trade.offer.price_zero", field: `price.tiers.${index}.price` };
    if (isZero(tier.base)) return { kind: "rule", code: "trade.offer.quantity_zero", field: `price.tiers.${index}.base` };
    const before = price.tiers[index - 1];
    if (before && atLeast(before.from, tier.from))
      return { kind: "rule", code: "trade.offer.tiers_not_ordered", field: `price.tiers.${index}.from` };
  }
  return null;
}

function wrongQuantities({ price, minimum, step }: OfferContent): OfferRefusal | null {
  if (minimum !== null && isZero(minimum)) return { kind: "rule", code: "trade.offer.quantity_zero", field: "minimum" };
  if (step !== null && isZero(step)) return { kind: "rule", code: "trade.offer.quantity_zero", field: "step" };
  const first = price.kind === "tiers" ? price.tiers[0] : undefined;
  // A quantity that may be bought but has no price would be an offer that cannot be taken.
  if (first && minimum !== null && !atLeast(minimum, first.from)) {
    return { kind: "rule", code: "trade.offer.minimum_below_tier", params: { from: first.from }, field: "minimum" };
  }
  return null;
}

/** The all-units price of the tier that holds the quantity; null below the first tier. */
export const tierFor = (tiers: readonly PriceTier[], quantity: string): PriceTier | null =>
  tiers.findLast((tier) => atLeast(quantity, tier.from)) ?? null;

/** Whether a quantity can be had; between two steps the refusal names both neighbours that can. */
export function orderable({ minimum, step }: Pick<OfferContent, "minimum" | "step">, quantity: string): OfferRefusal | null {
  if (minimum !== null && !atLeast(quantity, minimum)) return { kind: "rule", code: "trade.offer.below_minimum", params: { minimum } };
  if (step === null) return null;
  const steps = ratios.divide(exact(quantity), exact(step));
  if (steps.d === 1n) return null;
  const at = (count: bigint) => ratios.toDecimal(ratios.multiply(exact(step), { n: count, d: 1n }), 6);
  const whole = steps.n / steps.d;
  return { kind: "rule", code: "trade.offer.off_step", params: { lower: at(whole), upper: at(whole + 1n) } };
}

/** Validity over: the last day itself still counts. */
export const isExpired = (offer: { readonly status: string; readonly content: Pick<OfferContent, "validUntil"> }, at: Date): boolean =>
  offer.status === "published" && offer.content.validUntil !== null && localDateAt(at) > offer.content.validUntil;
