import { newId } from "@jizhen/db";
import {
  ApplicantKind,
  Application,
  admitNumber,
  insistOpen,
  memberships,
  type Organisation,
  type OrganisationCard,
  OrganisationEntry,
  questionedPositions,
  type RegionReading,
  readCreditCode,
  readNumber,
  readRegion,
  regionCodeOf,
  registrarOf,
  seats,
} from "@jizhen/domain-town";
import { type Actor, type OrgId, TownId } from "@jizhen/kernel";
import * as z from "zod";
import { orRefuse, refuse } from "../../platform/refuse.ts";
import type { Services } from "../../platform/services.ts";
import type { Town, Tx } from "../../platform/tx.ts";
import * as memberStore from "./membership.store.ts";
import * as store from "./organisation.store.ts";
import { isTaken } from "./organisation.views.ts";
import * as seatStore from "./seat.store.ts";
import { findTownCard, townHere } from "./town.views.ts";

export type CheckedNumber = {
  readonly number: string;
  readonly warned: readonly string[];
  /** Signs to compare with the licence, counted from 1. */
  readonly positions: readonly number[];
  readonly taken: boolean;
  readonly region: RegionReading | null;
  readonly registrar: ReturnType<typeof registrarOf> | null;
};

/** The live check beside the field: the same reading as registration, and whether somebody was here before. */
export async function checkNumber(
  services: Services,
  input: { country: string; number: string; townId: TownId | null },
): Promise<CheckedNumber> {
  const { number, which } = orRefuse(readNumber(input.country, input.number));
  const taken = await isTaken(services, input.country, number);
  if (input.country !== "CN") return { number, warned: [], positions: [], taken, region: null, registrar: null };
  const town = input.townId === null ? null : await findTownCard(services, input.townId);
  return {
    number,
    warned: which,
    positions: questionedPositions(orRefuse(readCreditCode(number))),
    taken,
    region: readRegion(regionCodeOf(number), town?.countyCode ?? null),
    registrar: registrarOf(number),
  };
}

export const RegisterInput = z.strictObject({
  townId: TownId,
  organisation: OrganisationEntry,
  kind: ApplicantKind,
  application: Application,
  consentEdition: z.string().min(1).max(20),
});
export type Registration = Omit<z.infer<typeof RegisterInput>, "townId">;

export const cardOf = ({ nameZh, nameEn, country, number, regionCode }: Organisation): OrganisationCard => ({
  nameZh,
  nameEn,
  country,
  number,
  regionCode,
});

/** A new organisation, its first owner's seat and its application, or none of them. */
export async function register(
  openTown: (actor: Actor) => Town,
  who: Omit<Actor, "orgId">,
  input: Registration,
): Promise<{ organisationId: OrgId; membershipId: string; townId: TownId }> {
  const { number, codeState } = orRefuse(admitNumber(input.organisation));
  const foreign = input.organisation.country !== "CN";
  if (foreign !== (input.kind === "foreign_buyer"))
    refuse({ kind: "rule", code: "town.organisation.country_for_kind", field: "organisation.country" });
  const by: Actor = { ...who, orgId: newId("org") };
  return openTown(by).write(async (tx) => {
    const { country, nameZh, nameEn } = input.organisation;
    const regionCode = foreign ? null : (input.application.regionCode ?? regionCodeOf(number));
    const organisation: Organisation = {
      id: by.orgId,
      country,
      number,
      nameZh,
      nameEn,
      codeState,
      regionCode: regionCode !== null && /^\d{6}$/.test(regionCode) ? regionCode : null,
      homeTown: null,
      demo: false,
      createdAt: tx.at,
      version: 0,
    };
    await store.createOnce(tx, {
      next: organisation,
      events: [{ type: "town.organisation.registered.v1", organisationId: by.orgId, townId: by.townId, card: cardOf(organisation) }],
    });
    const seat = seats.openSeat({ id: newId("seat"), personId: by.personId, organisationId: by.orgId, roles: ["owner"] }, tx.at);
    await seatStore.create(tx, "town.organisation.register", seat);
    const membershipId = await applyFor(tx, organisation, input);
    return { organisationId: by.orgId, membershipId, townId: by.townId };
  });
}

/** The application of an organisation that exists, in this town. */
export async function applyFor(tx: Tx, organisation: Organisation, input: Omit<Registration, "organisation">): Promise<string> {
  const town = await townHere(tx);
  if (town.kind !== "town") return refuse({ kind: "not_found", code: "town.town.unknown" });
  orRefuse(insistOpen(town.state));
  if (!town.rules.kindsAccepted.includes(input.kind)) refuse({ kind: "rule", code: "town.membership.kind_not_accepted", field: "kind" });
  if (input.consentEdition !== town.rules.consentEdition) {
    refuse({
      kind: "rule",
      code: "town.membership.consent_outdated",
      params: { edition: town.rules.consentEdition },
      field: "consentEdition",
    });
  }
  const id = newId("memb");
  const { nameZh, nameEn, country, number } = organisation;
  const warned = organisation.codeState === "warned";
  const birth = {
    id,
    townId: tx.by.townId,
    organisationId: organisation.id,
    kind: input.kind,
    visiting: false,
    codeWarned: warned,
    file: {
      source: "application",
      nameZh,
      nameEn,
      country,
      number,
      ...input.application,
      shownExactly: warned,
      consentEdition: input.consentEdition,
    },
  } as const;
  await memberStore.claimLicence(tx, input.application.licence, organisation.id, id);
  await memberStore.create(tx, "town.membership.apply", memberships.apply(birth, tx));
  return id;
}

export const OrganisationEdit = z.strictObject({
  nameEn: z.string().trim().min(2).max(160).nullable(),
  version: z.int().min(0),
});

/** What a firm may change itself; its Chinese name and number belong to the licence. */
export async function editOrganisation(tx: Tx, input: z.infer<typeof OrganisationEdit>): Promise<{ id: OrgId; version: number }> {
  const organisation = await store.getOrganisation(tx, tx.by.orgId);
  if (organisation.version !== input.version) refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
  const next = { ...organisation, nameEn: input.nameEn };
  const event = { type: "town.organisation.card_changed.v1", organisationId: next.id, townId: tx.by.townId, card: cardOf(next) } as const;
  return store.commit(tx, "town.organisation.edit", organisation, { next, events: [event] });
}
