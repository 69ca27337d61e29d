import { Minor, OrgId, TownId } from "@jizhen/kernel";
import * as z from "zod";
import { MembershipKind } from "../membership/kind.ts";

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
};

export const TownState = z.enum(["prepared", "open", "paused", "closed"]);
export type TownState = z.infer<typeof TownState>;

export const Town = z.strictObject({
  id: TownId,
  slug: z.string(),
  kind: z.enum(["town", "province"]),
  nameZh: z.string(),
  nameEn: z.string(),
  countyCode: z.string().nullable(),
  cityZh: z.string(),
  category: z.string(),
  pack: z.string(),
  state: TownState,
  connected: z.boolean(),
  administrationId: OrgId.nullable(),
  rules: TownRules,
  demo: z.boolean(),
  createdAt: z.date(),
  version: z.int(),
});
export type Town = z.infer<typeof Town>;
