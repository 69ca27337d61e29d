import { Minor, OrgId, TownId } from "@jizhen/kernel";
import * as z from "zod";
import { PaperType } from "../document/model.ts";
import { MembershipKind } from "../membership/kind.ts";
import { standardCalendar, TownCalendar } from "./calendar.ts";

/** What a town has decided for its market. Hours and days are whole; the threshold is in fen. */
export const TownRules = z.strictObject({
  /** Shortest time from publication to close, in hours. */
  minimumWindowHours: z.strictObject({ sealed: z.int().min(1).max(720), unsealed: z.int().min(1).max(720) }),
  unsealedAllowed: z.boolean(),
  /** A request whose ceiling reaches this must be sealed; null asks for it nowhere. */
  sealingThreshold: Minor.nullable(),
  /** Calendar days between an award and the moment it is final; 0 is final at once. */
  standstillDays: z.int().min(0).max(30),
  /** Kinds that a host reviews before they act as visitors; all others join in one step. */
  visitingKindsReviewed: z.array(MembershipKind),
  /** Kinds that may apply here. */
  kindsAccepted: z.array(MembershipKind).min(1),
  /** The edition of the town's rules an applicant consents to. */
  consentEdition: z.string().min(1).max(20),
  /** Papers whose end stops new publications of a member. */
  documentsRequired: z.array(PaperType).default(["licence"]),
  /** Which days deadlines count; a town whose rules are older than this keeps the national one. */
  calendar: TownCalendar.default(standardCalendar),
});
export type TownRules = z.infer<typeof TownRules>;

/** The rules a town starts with. */
export const defaultTownRules: TownRules = {
  minimumWindowHours: { sealed: 24, unsealed: 2 },
  unsealedAllowed: true,
  sealingThreshold: Minor.parse(50_000_000),
  standstillDays: 0,
  visitingKindsReviewed: [],
  kindsAccepted: ["firm", "institution", "carrier", "funder", "association", "foreign_buyer"],
  consentEdition: "2026-1",
  documentsRequired: ["licence"],
  calendar: standardCalendar,
};

export const TownLevel = z.enum(["provincial", "municipal"]);
export type TownLevel = z.infer<typeof TownLevel>;

/** The slug is the town's public address. */
export const TownSlug = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/);

/** What the province writes of a town; form, input and domain share it. */
export const TownEntry = z.strictObject({
  slug: TownSlug,
  nameZh: z.string().trim().min(2).max(60),
  nameEn: z.string().trim().min(2).max(80),
  /** GB/T 2260; null for a town over a whole prefecture. */
  countyCode: z
    .string()
    .regex(/^\d{6}$/)
    .nullable(),
  cityZh: z.string().trim().min(2).max(30),
  category: z.string().trim().min(2).max(40),
  level: TownLevel,
  pack: z.string().min(1).max(30),
});
export type TownEntry = z.infer<typeof TownEntry>;

const Base = TownEntry.extend({
  id: TownId,
  slug: z.string(),
  kind: z.enum(["town", "province"]),
  nameZh: z.string(),
  nameEn: z.string(),
  cityZh: z.string(),
  category: z.string(),
  pack: z.string(),
  connected: z.boolean(),
  administrationId: OrgId.nullable(),
  rules: TownRules,
  demo: z.boolean(),
  createdAt: z.date(),
  version: z.int(),
});

/** One shape per state: only a pause and a closing have a reason, only a closed town a successor. */
export const Town = z.discriminatedUnion("state", [
  Base.extend({ state: z.literal("prepared") }),
  Base.extend({ state: z.literal("open") }),
  Base.extend({ state: z.literal("paused"), reason: z.string() }),
  Base.extend({ state: z.literal("closed"), reason: z.string(), successorId: TownId.nullable() }),
]);
export type Town = z.infer<typeof Town>;
export type TownState = Town["state"];
export type TownIn<S extends TownState> = Extract<Town, { state: S }>;
