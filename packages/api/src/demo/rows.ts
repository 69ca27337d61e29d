import { newId } from "@jizhen/db";
import { defaultTownRules, type MembershipKind, type MembershipState, type Role } from "@jizhen/domain-town";
import { type Actor, FileId, millisecondsIn, OrgId, PersonId, plus, TownId } from "@jizhen/kernel";
import type { Chance } from "./chance.ts";
import { inventedNumber } from "./numbers.ts";
import { layPapers } from "./papers.ts";

/** Somebody of the demo with the workspace they act in. */
export type Player = { readonly actor: Actor; readonly token: string; readonly workspace: string };

export type Firm = {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly number: string;
  readonly country: string;
  readonly region: string | null;
};
export type Standing = { readonly kind: MembershipKind; readonly state: MembershipState; readonly warned: boolean };

type Row = Record<string, unknown>;
/** Rows of the identity space, and of each town behind its wall, as the tables take them. */
export type Rows = { readonly [table in "person" | "session" | "town" | "organisation" | "seat" | "membershipCard"]: Row[] } & {
  readonly membership: Map<TownId, Row[]>;
  readonly memberDocument: Map<TownId, Row[]>;
  readonly licence: Map<TownId, Licence[]>;
};

/** Whose sample licence is laid into the file store. */
export type Licence = {
  readonly id: FileId;
  readonly organisationId: OrgId;
  readonly personId: PersonId;
  readonly subject: string;
  readonly at: Date;
  readonly purpose?: "document";
};

export type TownRow = {
  readonly slug: string;
  readonly kind: "town" | "province";
  readonly nameZh: string;
  readonly nameEn: string;
  readonly countyCode: string | null;
  readonly cityZh: string;
  readonly category: string;
  readonly pack: string;
  readonly connected: boolean;
};

/** Addresses that the sign-in links stand for, and those of everybody else. */
const linked = "demo.jizhen.example";
const unlinked = "firms.jizhen.example";
/** Administrations are numbered from here, so that the first firm of the first town is number 1. */
const firstOffice = 90_000;

/** The towns of the demo are older than the two years of figures that they show. */
const [townsSince, peopleSince] = [1_140, 1_120];
/** For how many days somebody has been a member: most since before those two years, the others joined one after the other. */
const standingFor = (drawn: number): number => (drawn < 280 ? 770 + drawn : 30 + (drawn - 280) * 14);

/** Collects the rows of a province as of one instant; knows nothing of how they are written. */
export function rowsAsOf(now: Date, luck: Chance) {
  const rows: Rows = {
    person: [],
    session: [],
    town: [],
    organisation: [],
    seat: [],
    membershipCard: [],
    membership: new Map(),
    memberDocument: new Map(),
    licence: new Map(),
  };
  const deciders = new Map<TownId, PersonId>();
  const daysAgo = (days: number): Date => plus(now, -days * millisecondsIn.day);
  let [firms, offices] = [0, firstOffice];

  const number = (county: string, warned = false): string => inventedNumber(county, ++firms, warned);
  const officeNumber = (county: string): string => inventedNumber(county, ++offices);

  const town = (given: TownRow): { townId: TownId; administration: OrgId } => {
    const [townId, administration] = [TownId.parse(newId("town")), OrgId.parse(newId("org"))];
    // The province opens with the last step of the story: one that is found prepared was never finished.
    const standing = {
      state: given.kind === "province" ? "prepared" : "open",
      administrationId: administration,
      rules: defaultTownRules,
      demo: true,
      createdAt: daysAgo(townsSince),
    };
    rows.town.push({ id: townId, ...given, ...standing });
    rows.membership.set(townId, []);
    rows.memberDocument.set(townId, []);
    rows.licence.set(townId, []);
    return { townId, administration };
  };

  const organisation = (id: OrgId, { nameZh, nameEn, number: code, country, region }: Firm, homeTown: TownId, warned: boolean): void => {
    const codeState = warned ? "warned" : "sound";
    rows.organisation.push({
      id,
      country,
      number: code,
      nameZh,
      nameEn,
      codeState,
      regionCode: region,
      homeTown,
      demo: true,
      createdAt: daysAgo(peopleSince),
    });
  };

  const seat = (organisationId: OrgId, townId: TownId, roles: readonly Role[], name: string, link: string | null = null): Player => {
    const [personId, token] = [PersonId.parse(newId("pers")), newId("token")];
    const email = link === null ? `p${rows.person.length + 1}@${unlinked}` : `${link}@${linked}`;
    rows.person.push({ id: personId, name, email, emailVerified: true, demo: true, createdAt: daysAgo(peopleSince) });
    rows.seat.push({
      id: newId("seat"),
      personId,
      organisationId,
      roles: [...new Set(roles)],
      state: "active",
      openedAt: daysAgo(peopleSince),
    });
    rows.session.push({ id: newId("sess"), token, userId: personId, expiresAt: plus(now, millisecondsIn.day) });
    return { actor: { townId, orgId: organisationId, personId }, token, workspace: `${townId}/${organisationId}` };
  };

  /** Who decides the memberships of a town from here on. */
  const decidedBy = (townId: TownId, who: Player): void => void deciders.set(townId, who.actor.personId);

  const membership = (by: Player, { kind, state, warned }: Standing, firm: Firm, applied: boolean): void => {
    const { townId, orgId: organisationId, personId } = by.actor;
    const [id, decider] = [newId("memb"), applied ? (deciders.get(townId) ?? null) : null];
    const decided = state === "active" || state === "suspended";
    const appliedAt = daysAgo(decided ? standingFor(luck.whole(330)) : 1 + luck.whole(6));
    const { nameZh, nameEn, number: code, country, region } = firm;
    const named = { nameZh, nameEn, country, number: code };
    const suspension = { reasonCode: "licence_expired", reasonText: "营业执照已过期，待补充新照（演示数据）", suspendedBy: "host" };
    const entry = { id, organisationId, kind, state, visiting: false };
    // Who waits for a decision has a licence that can be looked at.
    const licence = applied && !decided ? FileId.parse(newId("file")) : null;
    if (licence !== null) rows.licence.get(townId)?.push({ id: licence, organisationId, personId, subject: id, at: appliedAt });
    rows.membership.get(townId)?.push({
      townId,
      ...entry,
      file: applied
        ? { source: "application", ...named, ...applicationOf(region, rows.person.length, luck), licence, shownExactly: warned }
        : { source: "appointment", ...named },
      codeWarned: warned,
      codeConfirmedBy: warned && decided ? decider : null,
      appliedBy: personId,
      appliedAt,
      takenUpBy: state === "applied" ? null : decider,
      decidedBy: decided ? decider : null,
      decidedAt: decided ? plus(appliedAt, millisecondsIn.day) : null,
      ...(state === "suspended" ? suspension : {}),
    });
    rows.membershipCard.push({ organisationId, hostTown: townId, kind, membershipId: id, state, visiting: false });
  };

  const papers = (by: Player, count: number): void => {
    const decider = deciders.get(by.actor.townId);
    if (decider !== undefined) layPapers(rows, now, by, count, decider);
  };

  return { rows, number, officeNumber, town, organisation, seat, decidedBy, membership, papers };
}
export type Stage = ReturnType<typeof rowsAsOf>;

const applicationOf = (regionCode: string | null, count: number, luck: Chance) => ({
  address: `工业园示例路${1 + luck.whole(99)}号（演示）`,
  regionCode,
  // Two firms of one representative may not bid with each other, so everybody has a name of their own.
  legalRepresentative: `演示负责人${count}`,
  mainProducts: "演示产品",
  contact: { name: "演示联系人", phone: `0350-00${10_000 + luck.whole(89_999)}`, email: null },
  consentEdition: defaultTownRules.consentEdition,
});
