import { FileId, idOf, OrgId, PersonId, TownId } from "@jizhen/kernel";
import * as z from "zod";
import { MembershipKind } from "./kind.ts";

export const MembershipId = idOf("memb");
export type MembershipId = z.infer<typeof MembershipId>;

export const Contact = z.strictObject({
  name: z.string().trim().min(2).max(60),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[0-9][0-9 ()-]{5,22}$/),
  email: z.email().max(160).nullable(),
});
export type Contact = z.infer<typeof Contact>;

/** What an applicant writes for the town; form, input and domain share it. */
export const Application = z.strictObject({
  address: z.string().trim().min(4).max(200),
  regionCode: z
    .string()
    .regex(/^\d{6}$/)
    .nullable(),
  legalRepresentative: z.string().trim().min(2).max(60),
  mainProducts: z.string().trim().max(400),
  contact: Contact,
  licence: FileId,
});
export type Application = z.infer<typeof Application>;

const Named = z.strictObject({ nameZh: z.string(), nameEn: z.string().nullable(), country: z.string(), number: z.string() });

/** The file behind the town's wall: what was applied with, a card copied from the home town, or an appointment. */
export const MembershipFile = z.discriminatedUnion("source", [
  Named.extend({
    source: z.literal("application"),
    ...Application.shape,
    /** Null only for firms that were entered without a scan (demo, import). */
    licence: FileId.nullable(),
    shownExactly: z.boolean(),
    consentEdition: z.string(),
  }),
  Named.extend({ source: z.literal("card"), homeTown: TownId, regionCode: z.string().nullable(), copiedAt: z.iso.datetime() }),
  Named.extend({ source: z.literal("appointment") }),
]);
export type MembershipFile = z.infer<typeof MembershipFile>;

const Base = z.strictObject({
  id: MembershipId,
  townId: TownId,
  organisationId: OrgId,
  kind: MembershipKind,
  visiting: z.boolean(),
  file: MembershipFile,
  codeWarned: z.boolean(),
  appliedBy: PersonId,
  appliedAt: z.date(),
  version: z.int(),
});
const TakenUp = Base.extend({ takenUpBy: PersonId.nullable() });
/** Decided by nobody: a visitor that a host lets in without review, or an appointment. */
const Decided = TakenUp.extend({ decidedBy: PersonId.nullable(), decidedAt: z.date(), codeConfirmedBy: PersonId.nullable() });
const reason = { reasonCode: z.string(), reasonText: z.string() };

/** One shape per state: only a suspension has an end, only a refusal has a reason. */
export const Membership = z.discriminatedUnion("state", [
  Base.extend({ state: z.literal("applied") }),
  Base.extend({ state: z.literal("under_review"), takenUpBy: PersonId, waitingFor: z.literal("applicant").nullable() }),
  Decided.extend({ state: z.literal("active") }),
  Decided.extend({ state: z.literal("suspended"), ...reason, suspendedUntil: z.date().nullable(), suspendedBy: z.enum(["host", "home"]) }),
  Decided.extend({ state: z.literal("left"), endedAt: z.date() }),
  TakenUp.extend({ state: z.literal("rejected"), decidedBy: PersonId, decidedAt: z.date(), ...reason }),
  TakenUp.extend({ state: z.literal("withdrawn"), endedAt: z.date() }),
]);
export type Membership = z.infer<typeof Membership>;
export type MembershipState = Membership["state"];
export type MembershipIn<S extends MembershipState> = Extract<Membership, { state: S }>;

/** The functions in which an organisation may be bound to somebody. */
export const promiseHolders = ["procurement", "trade"] as const;
/** What an organisation still owes, by function: it leaves with nothing open. */
export type OpenPromises = Readonly<Record<(typeof promiseHolders)[number], number>>;
export const noPromises: OpenPromises = { procurement: 0, trade: 0 };

/** Rows that still count: one of these per organisation, town and kind. */
export const liveStates = ["applied", "under_review", "active", "suspended"] as const satisfies readonly MembershipState[];

export const RefusalReason = z.enum([
  "licence_mismatch",
  "code_wrong",
  "not_of_this_town",
  "documents_incomplete",
  "business_excluded",
  "duplicate",
  "other",
]);
export type RefusalReason = z.infer<typeof RefusalReason>;
export const SuspensionReason = z.enum([
  "licence_expired",
  "false_statement",
  "breach_of_rules",
  "unpaid_obligation",
  "at_own_request",
  "urgent_risk",
  "other",
]);
export type SuspensionReason = z.infer<typeof SuspensionReason>;

/** The points an administrator can ask about; free text goes with them. */
export const AskPoint = z.enum(["number", "name", "address", "legal_representative", "licence", "contact", "products"]);
export type AskPoint = z.infer<typeof AskPoint>;

export const ReasonText = z.string().trim().min(4).max(500);
