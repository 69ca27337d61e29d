import { CurrencyCode, Decimal, idOf, LocalDate, Minor, OrgId, PersonId, Quantity, TownId, UnitPrice } from "@jizhen/kernel";
import { LineSpec } from "@jizhen/spec";
import * as z from "zod";
import { Charge, QuoteId } from "../quote/model.ts";
import { Incoterm } from "../request/incoterms.ts";
import { Percent, RequestId } from "../request/model.ts";

export const AwardId = idOf("awrd");
export type AwardId = z.infer<typeof AwardId>;
export const EvaluationId = idOf("eval");
export type EvaluationId = z.infer<typeof EvaluationId>;
export const ObjectionId = idOf("objn");
export type ObjectionId = z.infer<typeof ObjectionId>;

/**
 * P13: everything an order needs, copied from request and quote at the award and never typed again.
 * Amounts are in minor units of `currency`, the quote's own; `amount` is the line as quoted (with tax when `priceIncludesTax`), charges apart.
 */
export const AwardedTerms = z.strictObject({
  spec: LineSpec,
  text: z.string(),
  lineNote: z.string(),
  wantedDate: LocalDate.nullable(),
  price: UnitPrice,
  base: Decimal,
  amount: Minor,
  /** This line's share of the charges of the quote, by part. */
  charges: z.array(Charge),
  currency: CurrencyCode,
  taxRate: Percent,
  priceIncludesTax: z.boolean(),
  incoterm: Incoterm,
  place: z.string(),
  port: z.string().nullable(),
  leadDays: z.int().nullable(),
  paymentDays: z.int().nullable(),
  deviation: z.string().nullable(),
  deliverTo: z.string(),
  quoteNote: z.string(),
  validUntil: LocalDate,
});
export type AwardedTerms = z.infer<typeof AwardedTerms>;

export const AwardPartStatus = z.enum(["standstill", "final", "refused", "replaced", "overturned"]);
export type AwardPartStatus = z.infer<typeof AwardPartStatus>;

export const AwardPart = z.object({
  lineNo: z.int().min(1),
  quoteId: QuoteId,
  supplierId: OrgId,
  quantity: Quantity,
  terms: AwardedTerms,
  status: AwardPartStatus,
});
export type AwardPart = z.infer<typeof AwardPart>;

export const Objection = z.object({
  id: ObjectionId,
  lineNo: z.int().min(1),
  supplierId: OrgId,
  text: z.string().trim().min(2).max(1_000),
  at: z.date(),
  settled: z
    .object({ outcome: z.enum(["upheld", "dismissed"]), answer: z.string().trim().min(1).max(1_000), by: PersonId, at: z.date() })
    .nullable(),
});
export type Objection = z.infer<typeof Objection>;

const Base = z.object({
  id: AwardId,
  townId: TownId,
  requestId: RequestId,
  buyerId: OrgId,
  /** 1 for the award itself; each replacement after a refusal or an upheld objection is a further round. */
  round: z.int().min(1),
  evaluationId: EvaluationId,
  reason: z.string().max(1_000).nullable(),
  decidedBy: PersonId,
  decidedAt: z.date(),
  parts: z.array(AwardPart).min(1),
  objections: z.array(Objection),
  version: z.int().min(0),
});
export const Award = z.discriminatedUnion("status", [
  Base.extend({ status: z.literal("standstill"), standstillUntil: z.date() }),
  Base.extend({ status: z.literal("final"), standstillUntil: z.date().nullable(), finalAt: z.date() }),
  Base.extend({ status: z.literal("overturned"), standstillUntil: z.date() }),
]);
export type Award = z.infer<typeof Award>;
export type AwardStatus = Award["status"];
export type AwardIn<S extends AwardStatus> = Extract<Award, { status: S }>;

/** What the buyer decides: a quote for each line. A line left out is not awarded, and that needs the reason too. */
export const AwardChoice = z.strictObject({
  requestId: RequestId,
  /** Names the comparison the buyer looked at; when anything in it has changed since, the award asks to look again. */
  inputsHash: z.string().regex(/^[0-9a-f]{64}$/),
  parts: z
    .array(z.strictObject({ lineNo: z.int().min(1).max(200), quoteId: QuoteId }))
    .min(1)
    .max(200)
    .refine((parts) => new Set(parts.map((part) => part.lineNo)).size === parts.length, { params: { code: "line_twice" } }),
  reason: z.string().trim().max(1_000).nullable(),
});
export type AwardChoice = z.infer<typeof AwardChoice>;
