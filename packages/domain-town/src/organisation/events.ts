import { eventOf, OrgId, TownId } from "@jizhen/kernel";
import * as z from "zod";

/** The card of an organisation: what other towns may know of it. */
export const OrganisationCard = z.strictObject({
  nameZh: z.string(),
  nameEn: z.string().nullable(),
  country: z.string(),
  number: z.string(),
  regionCode: z.string().nullable(),
});
export type OrganisationCard = z.infer<typeof OrganisationCard>;

export const OrganisationRegistered = eventOf("town.organisation.registered.v1", {
  organisationId: OrgId,
  townId: TownId,
  card: OrganisationCard,
});
export const OrganisationVerified = eventOf("town.organisation.verified.v1", {
  organisationId: OrgId,
  townId: TownId,
  card: OrganisationCard,
});
export const OrganisationCardChanged = eventOf("town.organisation.card_changed.v1", {
  organisationId: OrgId,
  townId: TownId,
  card: OrganisationCard,
});
export type OrganisationEvent =
  | z.infer<typeof OrganisationRegistered>
  | z.infer<typeof OrganisationVerified>
  | z.infer<typeof OrganisationCardChanged>;
