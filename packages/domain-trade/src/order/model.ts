import { CurrencyCode, Decimal, idOf, LocalDate, Minor, OrgId, PersonId, Quantity, TownId, UnitPrice } from "@jizhen/kernel";
import { LineSpec } from "@jizhen/spec";
import * as z from "zod";
import { TaxRate } from "../money/totals.ts";
import { refusalReasons } from "./choices.ts";

export const OrderId = idOf("ordr");
export type OrderId = z.infer<typeof OrderId>;

/** The id of a record of another function: held as text, never followed as a key. */
export const SourceId = z.string().regex(/^[a-z]{3,6}_[0-9a-hjkmnp-tv-z]{26}$/);

/** A party as it stood when the order was made: a later change of name must not change the paper. */
export const OrderParty = z.strictObject({
  organisationId: OrgId,
  nameZh: z.string(),
  nameEn: z.string().nullable(),
  country: z.string(),
  /** Unified social credit code (GB 32100), or the foreign register number. */
  number: z.string(),
  /** Invented firm of the demo province; the papers say so. */
  demo: z.boolean(),
});
export type OrderParty = z.infer<typeof OrderParty>;

/** A stated charge beside the lines (packing, haul to the port …), in the order's currency. */
export const OrderCharge = z.strictObject({ part: z.string().min(1).max(60), amount: Minor });
export type OrderCharge = z.infer<typeof OrderCharge>;

/** Everything agreed beside the lines, copied from the award and never typed again (T2). */
export const OrderTerms = z.strictObject({
  buyer: OrderParty,
  supplier: OrderParty,
  currency: CurrencyCode,
  priceIncludesTax: z.boolean(),
  taxRate: TaxRate,
  /** Incoterms 2020 rule, or null for delivery by agreement. */
  incoterm: z.string().max(3).nullable(),
  place: z.string().max(200),
  /** Where the buyer wants the goods, when the rule's named place is another. */
  deliverTo: z.string().max(400),
  port: z.string().max(120).nullable(),
  paymentDays: z.int().min(0).max(720).nullable(),
  /** Until when the quote behind the order was binding. */
  validUntil: LocalDate.nullable(),
  charges: z.array(OrderCharge).max(40),
  note: z.string().max(4_000),
});
export type OrderTerms = z.infer<typeof OrderTerms>;

const LineFacts = z.strictObject({
  lineNo: z.int().min(1).max(9_999),
  quoteId: SourceId,
  spec: LineSpec,
  /** As the buyer wrote it. */
  text: z.string().max(4_000),
  /** The buyer's note to the line. */
  note: z.string().max(4_000),
  quantity: Quantity,
  price: UnitPrice,
  /** The quantity that the price is for: 1, 100, 1000. */
  base: Decimal,
  leadDays: z.int().min(0).max(3_650).nullable(),
  wantedDate: LocalDate.nullable(),
  /** What the supplier offered instead and the buyer awarded 替代; null when it makes the line as asked. */
  deviation: z.string().max(4_000).nullable(),
});
/** What an award says about one line. */
export type OrderLineFacts = z.infer<typeof LineFacts>;

export const OrderLine = LineFacts.extend({ amount: Minor });
export type OrderLine = z.infer<typeof OrderLine>;

/** The facts an award hands over: one order is made of them, once. */
export const OrderFacts = z.strictObject({
  source: z.strictObject({ awardId: SourceId, round: z.int().min(1) }),
  request: z.strictObject({ id: SourceId, number: z.string(), title: z.string() }),
  terms: OrderTerms,
  lines: z
    .array(LineFacts)
    .min(1)
    .max(200)
    .refine((lines) => new Set(lines.map((line) => line.lineNo)).size === lines.length),
});
export type OrderFacts = z.infer<typeof OrderFacts>;

/** Why a supplier says no. */
export const RefusalReason = z.enum(refusalReasons);
export type RefusalReason = z.infer<typeof RefusalReason>;

const Base = z.strictObject({
  id: OrderId,
  townId: TownId,
  number: z.string(),
  source: OrderFacts.shape.source,
  request: OrderFacts.shape.request,
  buyerId: OrgId,
  supplierId: OrgId,
  terms: OrderTerms,
  lines: z.array(OrderLine).min(1),
  net: Minor,
  tax: Minor,
  payable: Minor,
  issuedAt: z.date(),
  answerBy: z.date(),
  version: z.int(),
});

/** One shape per status: only an answered order names who answered, only a refused one has a reason. */
export const PurchaseOrder = z.discriminatedUnion("status", [
  Base.extend({ status: z.literal("issued") }),
  Base.extend({ status: z.literal("confirmed"), answeredAt: z.date(), answeredBy: PersonId }),
  Base.extend({
    status: z.literal("refused"),
    answeredAt: z.date(),
    answeredBy: PersonId,
    reasonCode: RefusalReason,
    reasonText: z.string().max(1_000).nullable(),
  }),
  Base.extend({ status: z.literal("lapsed"), lapsedAt: z.date() }),
]);
export type PurchaseOrder = z.infer<typeof PurchaseOrder>;
export type OrderStatus = PurchaseOrder["status"];
export type OrderIn<S extends OrderStatus> = Extract<PurchaseOrder, { status: S }>;
