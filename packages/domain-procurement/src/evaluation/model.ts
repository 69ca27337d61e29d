import { CurrencyCode, Minor, OrgId, UnitPrice } from "@jizhen/kernel";
import * as z from "zod";
import { QuoteId } from "../quote/model.ts";
import { CostPart } from "../request/incoterms.ts";
import { AwardBy, Criteria } from "../request/model.ts";

/**
 * One part of a landed cost. in_price: the seller's price holds it; stated: a charge of the quote; unknown: nobody has said,
 * so the true cost is higher by an amount that is not known.
 */
export const CostLine = z.strictObject({
  part: z.union([CostPart, z.enum(["goods", "payment", "tax"])]),
  state: z.enum(["stated", "in_price", "unknown"]),
  amount: Minor.nullable(),
});
export type CostLine = z.infer<typeof CostLine>;

/** One quote's answer to one line, costed. All amounts in the currency of comparison, each figure rounded once. */
export const LineCost = z.strictObject({
  lineNo: z.int(),
  quoteId: QuoteId,
  supplierId: OrgId,
  unitPrice: UnitPrice,
  base: z.string(),
  /** Goods in the quote's own currency, as quoted. */
  quotedAmount: Minor,
  quotedCurrency: CurrencyCode,
  leadDays: z.int().nullable(),
  deviation: z.string().nullable(),
  parts: z.array(CostLine),
  /** Goods and packing at the seller's gate, as far as the quote tells them apart. */
  exWorks: z.strictObject({ net: Minor, gross: Minor }),
  /** Goods, stated parts and cost of payment: the landed cost, at least, when a part is unknown. */
  delivered: z.strictObject({ net: Minor, gross: Minor }),
  /** The figure that ranks: delivered, with or without VAT as the request froze it. */
  cost: Minor,
  /** Hundredths of a point, 0..10000; null under lowest landed cost. */
  points: z.int().nullable(),
  rank: z.int(),
});
export type LineCost = z.infer<typeof LineCost>;

/** One quote over all lines of the request; null totals when it does not price every line. */
export const QuoteTotal = z.strictObject({
  quoteId: QuoteId,
  supplierId: OrgId,
  sequence: z.int(),
  complete: z.boolean(),
  linesPriced: z.int(),
  exWorks: z.strictObject({ net: Minor, gross: Minor }),
  delivered: z.strictObject({ net: Minor, gross: Minor }),
  cost: Minor,
  maxLeadDays: z.int().nullable(),
  points: z.int().nullable(),
  /** Among complete quotes; null for the others. */
  rank: z.int().nullable(),
  unknown: z.array(CostPart),
});
export type QuoteTotal = z.infer<typeof QuoteTotal>;

export const Scenario = z.strictObject({
  cost: Minor,
  suppliers: z.int(),
  /** Lines that nobody offers stay out. */
  parts: z.array(z.strictObject({ lineNo: z.int(), quoteId: QuoteId, supplierId: OrgId, cost: Minor })),
});
export type Scenario = z.infer<typeof Scenario>;

/** Why a quote does not take part, by fact. */
export const LeftOut = z.strictObject({
  quoteId: QuoteId,
  supplierId: OrgId,
  reason: z.enum(["rejected", "stale", "expired", "not_eligible"]),
});
export type LeftOut = z.infer<typeof LeftOut>;

/** What an award rests on: exactly these quotes, these rates, this rule set. Same input, same bytes. */
export const EvaluationResult = z.strictObject({
  ruleSet: z.literal("landed/1"),
  requestVersion: z.int(),
  currency: CurrencyCode,
  taxIncluded: z.boolean(),
  criteria: Criteria,
  awardBy: AwardBy,
  lines: z.array(LineCost),
  totals: z.array(QuoteTotal),
  leftOut: z.array(LeftOut),
  bestWhole: Scenario.nullable(),
  bestByLine: Scenario.nullable(),
  /** The one the frozen terms ask for (by line when nobody prices the whole). */
  best: Scenario.nullable(),
  /** Quotes whose unknown parts could change the order: what to ask for before deciding. */
  couldFlip: z.array(z.strictObject({ quoteId: QuoteId, parts: z.array(CostPart) })),
  unoffered: z.array(z.int()),
});
export type EvaluationResult = z.infer<typeof EvaluationResult>;
