import { type LocalDate, OrgId, type Quantity } from "@jizhen/kernel";
import { AttributeCode, type CapabilityStatement, type Evidence, type FamilyCode, matchReasons, type Requirement } from "@jizhen/spec";
import * as z from "zod";

/** The rule set of the weights below; a town may publish others with the same features. */
export const ruleSet = "match/1";
export const features = ["closeness", "delivery", "evidence", "record", "capacity", "nearness", "newcomer"] as const;
export type Feature = (typeof features)[number];
/** Integers that sum to 100. Nobody's price, payment or subscription is among them. */
export const weights: Readonly<Record<Feature, number>> = {
  closeness: 25,
  delivery: 20,
  evidence: 15,
  record: 15,
  capacity: 10,
  nearness: 10,
  newcomer: 5,
};

/** One line as it is matched; `byText` lines ask nothing but their family. */
export type LineNeed = {
  readonly lineNo: number;
  readonly family: FamilyCode;
  readonly requirements: readonly Requirement[];
  readonly quantity: Quantity;
  readonly wantedDate: LocalDate | null;
};

export type Need = {
  readonly lines: readonly LineNeed[];
  readonly firmDate: boolean;
  /** GB/T 2260 code of the place of delivery. */
  readonly place: string | null;
  /** The day of the run: "days left" counts from it, and a document without a wanted date is judged on it. */
  readonly on: LocalDate;
};

/** One source of supply of a firm: a capability or an offer, at a revision. */
export type Supply = {
  readonly source: string;
  readonly revision: number;
  readonly statement: CapabilityStatement;
  readonly documents: readonly (Evidence & {
    readonly proves: readonly AttributeCode[];
    readonly onFile: boolean;
    readonly accredited: boolean;
  })[];
  /** Statements the town vouched for. */
  readonly verified: readonly AttributeCode[];
  readonly leadDays: number | null;
  readonly free: Quantity | null;
  readonly works: string | null;
  readonly validTo: LocalDate | null;
};

/** Finished orders of 24 months in the families of the request. */
export type TrackRecord = { readonly finished: number; readonly onTime: number; readonly claims: number };

/** Facts of one firm as they stood at the run. `tie`: sha256 of request and firm, hex; chosen by nobody. */
export type Candidate = {
  readonly orgId: OrgId;
  readonly supplies: readonly Supply[];
  readonly record: TrackRecord;
  readonly invitations30: number;
  readonly tie: string;
  readonly bar: Bar | null;
};

/** Why a firm cannot take part whatever it makes. */
export const bars = ["own_request", "not_active", "blocked", "conflict"] as const;
export type Bar = (typeof bars)[number];

/** What the features need to know about the whole town; held in the snapshot so that removing a firm changes nobody's score. */
export type Town = {
  readonly onTime: { readonly n: number; readonly d: number };
  readonly claims: { readonly n: number; readonly d: number };
  /** Median of invitations in 30 days over the firms with a supply in these families. */
  readonly medianInvitations: number;
};

const Verdict = z.enum(["violated", "unknown", "satisfied"]);
const Words = z.strictObject({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) });
export type Words = z.infer<typeof Words>;

export const Contribution = z.strictObject({
  feature: z.enum(features),
  value: z.int().min(0).max(100),
  weight: z.int(),
  contribution: z.int(),
  words: Words,
  sources: z.array(z.string()),
});
export type Contribution = z.infer<typeof Contribution>;

/** A requirement that was not plainly satisfied, as asked and as stated. */
export const Shortfall = z.strictObject({
  attribute: AttributeCode,
  verdict: z.enum(["violated", "unknown"]),
  reason: z.enum(matchReasons),
  hard: z.boolean(),
  asked: z.string(),
  stated: z.string().nullable(),
});
export type Shortfall = z.infer<typeof Shortfall>;

/** Rules beside the typed ones that a source can fail. */
export const LineBar = z.enum(["no_supply", "lead_too_long", "expired"]);
export type LineBar = z.infer<typeof LineBar>;

/** The answer for one line by the firm's best source. */
export const LineAnswer = z.strictObject({
  lineNo: z.int(),
  verdict: Verdict,
  source: z.string().nullable(),
  revision: z.int().nullable(),
  bar: LineBar.nullable(),
  shortfalls: z.array(Shortfall),
});
export type LineAnswer = z.infer<typeof LineAnswer>;

/** What one firm is told about one request; the contributions add up to the score exactly. */
export const MatchExplanation = z.strictObject({
  orgId: OrgId,
  bar: z.enum(bars).nullable(),
  verdict: Verdict,
  lines: z.array(LineAnswer),
  /** Lines that are not violated. */
  fits: z.array(z.int()),
  score: z.int().min(0).max(10_000).nullable(),
  contributions: z.array(Contribution),
});
export type MatchExplanation = z.infer<typeof MatchExplanation>;

/** A firm in its place; the full explanation is kept for those who are asked, and made anew for anybody else who looks. */
export const Standing = MatchExplanation.pick({ orgId: true, verdict: true, fits: true, score: true });
export type Standing = z.infer<typeof Standing>;

export const MatchResult = z.strictObject({
  ruleSet: z.literal(ruleSet),
  /** In order; firms that fit no line are only counted. */
  candidates: z.array(Standing),
  invited: z.array(OrgId),
  /** Of the invited, in the same order. Lines they do not fit carry no reasons: those are the firm's own to ask for. */
  explanations: z.array(MatchExplanation),
  lowestInvitedScore: z.int().nullable(),
  excluded: z.int(),
});
export type MatchResult = z.infer<typeof MatchResult>;
