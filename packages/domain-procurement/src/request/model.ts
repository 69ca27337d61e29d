import { CurrencyCode, FileId, idOf, LocalDate, Minor, OrgId, PersonId, Quantity, TownId } from "@jizhen/kernel";
import { LineSpec } from "@jizhen/spec";
import * as z from "zod";
import { Incoterm } from "./incoterms.ts";

export const RequestId = idOf("preq");
export type RequestId = z.infer<typeof RequestId>;
export const QuestionId = idOf("ques");
export type QuestionId = z.infer<typeof QuestionId>;

/** none: quick enquiry, the buyer sees quotes as they come. at_rest: encrypted by the server until the close. */
export const Sealing = z.enum(["none", "at_rest"]);
export type Sealing = z.infer<typeof Sealing>;
/** The four methods of OCDS: open, selective, limited, direct. */
export const Method = z.enum(["open", "selective", "limited", "direct"]);
export type Method = z.infer<typeof Method>;
export const Visibility = z.enum(["town", "province"]);
export type Visibility = z.infer<typeof Visibility>;
export const AwardBy = z.enum(["whole", "line"]);
export type AwardBy = z.infer<typeof AwardBy>;

/** Percent as text, "13" or "4.35": used as an exact fraction. */
export const Percent = z.string().regex(/^\d{1,2}(\.\d{1,4})?$|^100(\.0{1,4})?$/);
export type Percent = z.infer<typeof Percent>;

export const RegionCode = z.string().regex(/^\d{6}$/);
export const CountryCode = z.string().regex(/^[A-Z]{2}$/);
export type CountryCode = z.infer<typeof CountryCode>;

/** One line of the demand. `text` is what the person wrote; `spec` what it means. */
export const RequestLine = z.strictObject({
  lineNo: z.int().min(1).max(200),
  spec: LineSpec,
  text: z.string().trim().min(1).max(2_000),
  quantity: Quantity,
  wantedDate: LocalDate.nullable(),
  splittable: z.boolean(),
  equivalentGrades: z.boolean(),
  note: z.string().trim().max(2_000),
});
export type RequestLine = z.infer<typeof RequestLine>;

/** Where the goods go. With no term the comparison is made delivered to the place (duty paid when it lies in another country). */
export const Delivery = z.strictObject({
  place: z.string().trim().min(1).max(200),
  country: CountryCode,
  regionCode: RegionCode.nullable(),
  port: z.string().trim().min(2).max(80).nullable(),
  incoterm: Incoterm.nullable(),
});
export type Delivery = z.infer<typeof Delivery>;

/** A positive rate: how much of the comparison currency one unit of `currency` is worth. Frozen with its date and source. */
export const FxRate = z.strictObject({
  currency: CurrencyCode,
  rate: z
    .string()
    .regex(/^\d{1,9}(\.\d{1,10})?$/)
    .refine((text) => /[1-9]/.test(text)),
  date: LocalDate,
  source: z.enum(["reference", "buyer"]),
  note: z.string().trim().max(120),
});
export type FxRate = z.infer<typeof FxRate>;

export const Weights = z
  .strictObject({ cost: z.int().min(0).max(100), delivery: z.int().min(0).max(100), quality: z.int().min(0).max(100) })
  .refine((weights) => weights.cost + weights.delivery + weights.quality === 100, { params: { code: "weights_sum" } });
export type Weights = z.infer<typeof Weights>;

export const Criteria = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("lowest_landed_cost") }),
  z.strictObject({ kind: z.literal("points"), weights: Weights }),
]);
export type Criteria = z.infer<typeof Criteria>;

/** What the buyer writes. Form, procedure input and domain share this one schema; publication freezes it. */
export const RequestTerms = z.strictObject({
  title: z.string().trim().min(2).max(120),
  lines: z
    .array(RequestLine)
    .min(1)
    .max(200)
    .refine((lines) => lines.every((line, index) => line.lineNo === index + 1), { params: { code: "line_numbers" } }),
  delivery: Delivery,
  sealing: Sealing,
  method: Method,
  visibility: Visibility,
  /** Currency of comparison, of the ceiling and of every figure in the evaluation. */
  currency: CurrencyCode,
  quoteCurrencies: z.array(CurrencyCode).min(1).max(9),
  /** While a draft: rates the buyer types. After publication: one for each other quote currency, never changed. */
  fx: z.array(FxRate).max(9),
  ceiling: Minor.refine((amount) => amount > 0).nullable(),
  showCeiling: z.boolean(),
  showCount: z.boolean(),
  criteria: Criteria,
  awardBy: AwardBy,
  /** Whether quotes are compared with VAT (true) or net of it. */
  taxIncluded: z.boolean(),
  standstillDays: z.int().min(0).max(30),
  attachments: z.array(FileId).max(20),
  note: z.string().trim().max(4_000),
  /** The wanted dates are firm: who cannot meet them is not asked. */
  firmDate: z.boolean(),
  paymentDays: z.int().min(0).max(365).nullable(),
  /** Yearly rate in percent at which days of payment are compared; null: payment terms do not count. */
  paymentRate: Percent.nullable(),
  buyerHidden: z.boolean(),
});
export type RequestTerms = z.infer<typeof RequestTerms>;

/** Why a request ends without an award, or is called off. */
export const EndReason = z.enum(["no_quote", "no_admissible_quote", "all_over_ceiling", "all_refused", "need_gone", "other"]);
export type EndReason = z.infer<typeof EndReason>;
export const CancelReason = z.enum(["need_gone", "terms_wrong", "budget_gone", "duplicate", "other"]);
export type CancelReason = z.infer<typeof CancelReason>;
export const ReasonText = z.string().trim().max(500);

const Base = z.object({
  id: RequestId,
  townId: TownId,
  buyerId: OrgId,
  writtenBy: PersonId,
  createdAt: z.date(),
  requestVersion: z.int().min(0),
  terms: RequestTerms,
  version: z.int().min(0),
});
const OnMarket = Base.extend({
  number: z.string().min(1),
  publishedAt: z.date(),
  closesAt: z.date(),
  questionsUntil: z.date(),
  /** How often an unanswered question has moved the close; three at most. */
  holds: z.int().min(0).max(3),
});
const Frozen = OnMarket.extend({ frozenAt: z.date() });
const Opened = Frozen.extend({ openedAt: z.date() });
const never = { number: z.string().nullable(), publishedAt: z.date().nullable(), closesAt: z.date().nullable() };

/** One shape per status: a draft has no deadline, only an opened request has an opening. */
export const PurchaseRequest = z.discriminatedUnion("status", [
  Base.extend({ status: z.literal("draft") }),
  OnMarket.extend({ status: z.literal("quoting") }),
  Frozen.extend({ status: z.literal("frozen") }),
  Opened.extend({ status: z.literal("opened") }),
  Opened.extend({ status: z.literal("awarded"), endedAt: z.date() }),
  Frozen.extend({
    status: z.literal("unsuccessful"),
    openedAt: z.date().nullable(),
    endedAt: z.date(),
    reasonCode: EndReason,
    reasonText: ReasonText,
  }),
  Base.extend({ ...never, status: z.literal("cancelled"), endedAt: z.date(), reasonCode: CancelReason, reasonText: ReasonText }),
]);
export type PurchaseRequest = z.infer<typeof PurchaseRequest>;
export type RequestStatus = PurchaseRequest["status"];
export type RequestIn<S extends RequestStatus> = Extract<PurchaseRequest, { status: S }>;
/** A request that suppliers have seen, in whatever state it is now. */
export type PublishedRequest = RequestIn<"quoting" | "frozen" | "opened" | "awarded" | "unsuccessful">;

export const requestStatuses = [
  "draft",
  "quoting",
  "frozen",
  "opened",
  "awarded",
  "unsuccessful",
  "cancelled",
] as const satisfies readonly RequestStatus[];

/** A question from a supplier, answered to all; the asker is never named to anybody. */
export const Question = z.object({
  id: QuestionId,
  requestId: RequestId,
  askerId: OrgId,
  text: z.string().trim().min(2).max(1_000),
  askedAt: z.date(),
  answer: z.string().trim().min(1).max(2_000).nullable(),
  answeredBy: PersonId.nullable(),
  answeredAt: z.date().nullable(),
  version: z.int().min(0),
});
export type Question = z.infer<typeof Question>;

/** What the town allows on its market; the API reads it from the town's rules. */
export type MarketRules = {
  readonly windowHours: { readonly sealed: number; readonly unsealed: number };
  readonly unsealedAllowed: boolean;
  /** A request whose ceiling reaches this (fen) must be sealed; null asks for it nowhere. */
  readonly sealingThreshold: number | null;
  /** The least number of days of standstill the town asks for. */
  readonly standstillDays: number;
};
