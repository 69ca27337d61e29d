import { CurrencyCode, Decimal, FileId, idOf, LocalDate, Minor, OrgId, PersonId, TownId, UnitPrice } from "@jizhen/kernel";
import * as z from "zod";
import { CostPart, Incoterm } from "../request/incoterms.ts";
import { Percent, RequestId } from "../request/model.ts";

export const QuoteId = idOf("quot");
export type QuoteId = z.infer<typeof QuoteId>;

const positive = Decimal.refine((text) => /[1-9]/.test(text));

/** From this quantity on, every unit costs `price` for `base` units of the request's unit. */
export const PriceTier = z.strictObject({ from: Decimal, price: UnitPrice, base: positive });
export type PriceTier = z.infer<typeof PriceTier>;

export const QuoteLine = z.strictObject({
  lineNo: z.int().min(1).max(200),
  answer: z.enum(["priced", "declined"]),
  tiers: z.array(PriceTier).max(20),
  /** Smallest quantity the supplier makes of this line. */
  minimum: positive.nullable(),
  /** Calendar days from the order. */
  leadDays: z.int().min(0).max(1_000).nullable(),
  /** 替代: what differs from what was asked; null when the line is offered as asked. */
  deviation: z.string().trim().min(1).max(1_000).nullable(),
  note: z.string().trim().max(1_000),
});
export type QuoteLine = z.infer<typeof QuoteLine>;

/** An amount on top of the prices, for the whole quote: it is shared over the lines in proportion to their goods. */
export const Charge = z.strictObject({ part: CostPart, amount: Minor.refine((amount) => amount >= 0) });
export type Charge = z.infer<typeof Charge>;

/** An attachment; its key travels only inside the sealed content. */
export const QuoteFile = z.strictObject({ fileId: FileId, name: z.string().min(1).max(200), key: z.string().min(1).max(200) });
export type QuoteFile = z.infer<typeof QuoteFile>;

/** What a supplier offers. A draft may leave lines out; `submit` asks for every line. Nothing of it is stored in the clear before the opening. */
export const QuoteContent = z.strictObject({
  currency: CurrencyCode,
  taxRate: Percent,
  priceIncludesTax: z.boolean(),
  incoterm: Incoterm,
  place: z.string().trim().min(1).max(200),
  port: z.string().trim().min(2).max(80).nullable(),
  validUntil: LocalDate,
  paymentDays: z.int().min(0).max(365).nullable(),
  lines: z
    .array(QuoteLine)
    .max(200)
    .refine((lines) => new Set(lines.map((line) => line.lineNo)).size === lines.length, { params: { code: "line_twice" } }),
  charges: z
    .array(Charge)
    .max(9)
    .refine((charges) => new Set(charges.map((charge) => charge.part)).size === charges.length, { params: { code: "part_twice" } }),
  files: z.array(QuoteFile).max(10),
  note: z.string().trim().max(2_000),
});
export type QuoteContent = z.infer<typeof QuoteContent>;

/** What the buyer found when it judged an opened quote. A rejection names the requirement that is not met. */
export const Judgement = z.discriminatedUnion("finding", [
  z.strictObject({
    finding: z.literal("admitted"),
    /** The buyer's mark 0..100, asked for when quality counts. */
    quality: z.int().min(0).max(100).nullable(),
    by: PersonId,
    at: z.coerce.date(),
  }),
  z.strictObject({
    finding: z.literal("rejected"),
    requirement: z.string().trim().min(1).max(200),
    lineNo: z.int().nullable(),
    text: z.string().trim().max(500),
    by: PersonId,
    at: z.coerce.date(),
  }),
]);
export type Judgement = z.infer<typeof Judgement>;

const Base = z.object({
  id: QuoteId,
  townId: TownId,
  requestId: RequestId,
  supplierId: OrgId,
  /** 0 while never submitted. */
  revision: z.int().min(0),
  requestVersion: z.int().min(1),
  createdAt: z.date(),
  version: z.int().min(0),
});
const Sent = Base.extend({ revision: z.int().min(1), submittedAt: z.date() });
const Read = Sent.extend({ judgement: Judgement.nullable(), prolongedUntil: LocalDate.nullable() });

/** One shape per status; none of them holds a price. */
export const Quote = z.discriminatedUnion("status", [
  Base.extend({ status: z.literal("draft") }),
  Sent.extend({ status: z.literal("submitted") }),
  Sent.extend({ status: z.literal("stale") }),
  Sent.extend({ status: z.literal("withdrawn") }),
  Sent.extend({ status: z.literal("sealed_in") }),
  Sent.extend({ status: z.literal("void"), voidReason: z.enum(["stale", "unreadable"]) }),
  Read.extend({ status: z.literal("opened") }),
  Read.extend({ status: z.literal("rejected") }),
  Read.extend({ status: z.literal("won") }),
  Read.extend({ status: z.literal("part_won") }),
  Read.extend({ status: z.literal("lost") }),
]);
export type Quote = z.infer<typeof Quote>;
export type QuoteStatus = Quote["status"];
export type QuoteIn<S extends QuoteStatus> = Extract<Quote, { status: S }>;

/** A sealed quote has no price to leak: the content exists only in the opened shape. */
export type SealedQuote = { readonly state: "sealed"; readonly id: QuoteId; readonly supplierId: OrgId };
export type OpenedQuote = {
  readonly state: "opened";
  readonly id: QuoteId;
  readonly supplierId: OrgId;
  /** Country of the supplier's works: tells whether the deal crosses a border. */
  readonly country: string;
  readonly revision: number;
  readonly requestVersion: number;
  /** Order of receipt, from one counter of the database: the last word in every tie. */
  readonly sequence: number;
  readonly status: "opened" | "rejected" | "won" | "part_won" | "lost";
  readonly judgement: Judgement | null;
  /** The validity offered, or the later one the supplier has prolonged it to. */
  readonly validUntil: LocalDate;
  readonly content: QuoteContent;
};

/** The sealed thing as stored and proved: nothing of it tells a price. */
export const SealContext = z.strictObject({
  townId: TownId,
  requestId: RequestId,
  requestVersion: z.int(),
  supplierId: OrgId,
  quoteId: QuoteId,
  revision: z.int(),
  keySet: z.string(),
  closesAt: z.string(),
});
export type SealContext = z.infer<typeof SealContext>;

/** 回执: what the server signs on every submission. */
export const Receipt = z.strictObject({
  requestId: RequestId,
  requestNumber: z.string(),
  requestVersion: z.int(),
  quoteId: QuoteId,
  revision: z.int(),
  sequence: z.int(),
  commitment: z.string(),
  receivedAt: z.string(),
  chainHead: z.string(),
  publicKey: z.string(),
  signature: z.string(),
});
export type Receipt = z.infer<typeof Receipt>;
