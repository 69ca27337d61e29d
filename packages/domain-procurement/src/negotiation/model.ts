import { CurrencyCode, idOf, OrgId, PersonId, TownId, UnitPrice } from "@jizhen/kernel";
import * as z from "zod";
import { QuoteId } from "../quote/model.ts";
import { RequestId } from "../request/model.ts";

export const NegotiationId = idOf("nego");
export type NegotiationId = z.infer<typeof NegotiationId>;

/** The price the buyer hopes for on one line, for the same base quantity and in the currency of the quote. */
export const TargetPrice = z.strictObject({
  lineNo: z.int().min(1).max(200),
  price: UnitPrice.refine((text) => /[1-9]/.test(text), { params: { code: "above_zero" } }),
});
export type TargetPrice = z.infer<typeof TargetPrice>;

/** What the buyer asks for: prices by line, words, or both. */
export const Wish = z.strictObject({
  targets: z
    .array(TargetPrice)
    .max(200)
    .refine((targets) => new Set(targets.map(({ lineNo }) => lineNo)).size === targets.length, { params: { code: "line_twice" } }),
  text: z.string().trim().max(500),
});
export type Wish = z.infer<typeof Wish>;

const Base = z.object({
  id: NegotiationId,
  townId: TownId,
  requestId: RequestId,
  quoteId: QuoteId,
  supplierId: OrgId,
  wish: Wish,
  currency: CurrencyCode,
  /** The revision that the buyer had before it when it asked. */
  aboutRevision: z.int().min(1),
  askedBy: PersonId,
  askedAt: z.date(),
  version: z.int().min(0),
});
const Answered = Base.extend({ answeredAt: z.date() });

/** 议价: one round with one supplier of a quick enquiry. Unanswered at the close it stays as asked, and the quote stands as it was. */
export const Negotiation = z.discriminatedUnion("status", [
  Base.extend({ status: z.literal("asked") }),
  Answered.extend({ status: z.literal("requoted"), answerRevision: z.int().min(2) }),
  Answered.extend({ status: z.literal("kept") }),
]);
export type Negotiation = z.infer<typeof Negotiation>;
export type NegotiationStatus = Negotiation["status"];
export type NegotiationIn<S extends NegotiationStatus> = Extract<Negotiation, { status: S }>;
