import type { Database } from "@jizhen/db";
import { type Permission, permissionsOf, publishing, type Role } from "@jizhen/domain-town";
import { type Actor, OrgId, PersonId, TownId } from "@jizhen/kernel";

/** Who signed in, from live rows. */
export type SignedIn = {
  readonly sessionId: string;
  readonly personId: PersonId;
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly locale: string;
  readonly demo: boolean;
};

export type Loss =
  | "town.membership.suspended"
  | "town.membership.not_active"
  | "town.town.not_open"
  | "town.town.paused"
  | "town.town.closed"
  | "town.document.required_expired";

export type CardState = "applied" | "under_review" | "active" | "suspended" | "left" | "rejected" | "withdrawn";

/** One organisation in one town, as the person who signed in may use it now. */
export type Workspace = {
  readonly actor: Actor;
  readonly town: { readonly kind: "town" | "province"; readonly state: string };
  readonly roles: readonly Role[];
  /** `none`: a seat, but no membership in this town yet, or no longer. */
  readonly membership: CardState | "none";
  readonly visiting: boolean;
  readonly permissions: ReadonlySet<Permission>;
  /** What suspension or the town's state took away for now: refused with its own words. */
  readonly lost: { readonly permissions: ReadonlySet<Permission>; readonly why: Loss };
};

export type Identity = { readonly person: SignedIn | null; readonly workspace: Workspace | null };

export const nobodyAtAll: Identity = { person: null, workspace: null };

/** `lapsed`: a paper that the town requires has ended. */
type Card = { state: CardState; visiting: boolean; hostTown: string; lapsed?: boolean };

/** The part of a card that says what its organisation may do, for the statements that read it. */
export const cardJson = `json_build_object('state', c.state, 'visiting', c.visiting, 'hostTown', c.host_town,
  'lapsed', c.documents_until < (jizhen_clock() at time zone 'Asia/Shanghai')::date)`;

type Row = {
  sessionId: string;
  personId: string;
  name: string;
  email: string;
  emailVerified: boolean;
  locale: string;
  demo: boolean;
  townId: string | null;
  townKind: "town" | "province" | null;
  townState: string | null;
  administrationId: string | null;
  homeTown: string | null;
  organisationId: string | null;
  roles: Role[] | null;
  cards: Card[] | null;
};

const identitySql = `
  select s.id as "sessionId", p.id as "personId", p.name, p.email, p.email_verified as "emailVerified", p.locale, p.demo,
         t.id as "townId", t.kind as "townKind", t.state as "townState", t.administration_id as "administrationId",
         o.home_town as "homeTown", o.id as "organisationId", seat.roles,
         (select json_agg(${cardJson})
            from membership_card c where c.organisation_id = o.id and c.host_town in (t.id, o.home_town)) as cards
    from session s
    join person p on p.id = s.user_id
    left join town t on t.id = $2
    left join seat on seat.person_id = p.id and seat.organisation_id = $3 and seat.state = 'active'
    left join organisation o on o.id = seat.organisation_id
   where s.token = $1 and s.expires_at > jizhen_clock()`;

/** Builds who acts from live rows in one statement; nothing is cached, so a role taken away is gone with the next request. */
export async function identify(database: Database, token: string, workspace: string | null): Promise<Identity> {
  const [townId, organisationId] = workspaceOf(workspace);
  // The identity space has no wall, so one named statement is one round trip; every request pays this price.
  const { rows } = await database.pool.query<Row>({
    name: "platform.identify",
    text: identitySql,
    values: [token, townId, organisationId],
  });
  const [row] = rows;
  return row ? { person: personOf(row), workspace: workspaceFrom(row) } : nobodyAtAll;
}

/** `<townId>/<orgId>`; anything else is no workspace. */
function workspaceOf(header: string | null): readonly [string | null, string | null] {
  const [town, organisation] = (header ?? "").split("/");
  const [townId, organisationId] = [TownId.safeParse(town), OrgId.safeParse(organisation)];
  return townId.success && organisationId.success ? [townId.data, organisationId.data] : [null, null];
}

const personOf = (row: Row): SignedIn => ({
  sessionId: row.sessionId,
  personId: PersonId.parse(row.personId),
  name: row.name,
  email: row.email,
  emailVerified: row.emailVerified,
  locale: row.locale,
  demo: row.demo,
});

function workspaceFrom(row: Row): Workspace | null {
  if (row.townId === null || row.townKind === null || row.townState === null || row.organisationId === null || row.roles === null)
    return null;
  const actor: Actor = { townId: TownId.parse(row.townId), orgId: OrgId.parse(row.organisationId), personId: PersonId.parse(row.personId) };
  return { actor, town: { kind: row.townKind, state: row.townState }, ...standing({ ...row, townId: row.townId }) };
}

const stateRank: Record<CardState, number> = { active: 0, suspended: 1, under_review: 2, applied: 3, left: 4, withdrawn: 5, rejected: 6 };

/** The membership that counts in a town: an organisation may hold one of each kind, and the best standing one is used. */
const best = (cards: readonly Card[]): Card | null => [...cards].sort((a, b) => stateRank[a.state] - stateRank[b.state])[0] ?? null;

type Standing = Pick<Workspace, "roles" | "membership" | "visiting" | "permissions" | "lost">;
type Facts = Pick<Row, "townKind" | "townState" | "administrationId" | "homeTown" | "organisationId" | "roles" | "cards"> & {
  readonly townId: string;
};

/** What the rows allow. Exported for its table of tests. */
export function standing(row: Facts): Standing {
  const roles = rolesThatCount(row);
  const here = best((row.cards ?? []).filter((card) => card.hostTown === row.townId));
  // Those who govern a town also prepare, pause and close it; its state does not lock them out.
  if (governs(row))
    return { roles, membership: here?.state ?? "active", visiting: false, ...keeping(roles, () => true, "town.membership.not_active") };
  const found = { roles, membership: here?.state ?? "none", visiting: here?.visiting ?? false } as const;
  const home = here?.visiting ? best((row.cards ?? []).filter((card) => card.hostTown === row.homeTown && !card.visiting)) : here;
  const states = [here?.state, home?.state];
  if (states.some((state) => state !== "active" && state !== "suspended"))
    return { ...found, ...keeping(roles, () => false, "town.membership.not_active") };
  if (row.townState === "closed") return { ...found, ...keeping(roles, (permission) => permission.endsWith(".read"), "town.town.closed") };
  if (row.townState !== "open" && row.townState !== "paused") return { ...found, ...keeping(roles, () => false, "town.town.not_open") };
  const stays = permissionsOf(roles, true);
  if (states.includes("suspended"))
    return { ...found, ...keeping(roles, (permission) => stays.has(permission), "town.membership.suspended") };
  if (row.townState === "paused") return { ...found, ...keeping(roles, (permission) => stays.has(permission), "town.town.paused") };
  // A visitor's papers are looked after at home.
  const papersAt = here?.visiting ? row.homeTown : row.townId;
  const lapsed = (row.cards ?? []).some((card) => card.hostTown === papersAt && card.lapsed === true);
  if (lapsed) return { ...found, ...keeping(roles, (permission) => !publishing.has(permission), "town.document.required_expired") };
  return { ...found, ...keeping(roles, () => true, "town.membership.not_active") };
}

type Told = Pick<Standing, "membership" | "roles"> & {
  readonly town: { readonly state: string };
  readonly permissions: Iterable<Permission>;
};

/** Everything of a workspace that decides what may be seen and heard in it, as one word to compare. */
export const standingKey = ({ membership, town, roles, permissions }: Told): string =>
  [membership, town.state, ...roles, [...permissions].length].join(" ");

function keeping(roles: readonly Role[], kept: (permission: Permission) => boolean, why: Loss): Pick<Standing, "permissions" | "lost"> {
  const full = [...permissionsOf(roles, false)];
  return { permissions: new Set(full.filter(kept)), lost: { permissions: new Set(full.filter((permission) => !kept(permission))), why } };
}

const governs = ({ administrationId, organisationId }: Pick<Facts, "administrationId" | "organisationId">) =>
  administrationId !== null && administrationId === organisationId;

const townRoles: readonly Role[] = ["town_administrator", "reviewer"];

/** A town role counts only in the organisation that governs this town, a province role only in the province's own space. */
const rolesThatCount = (row: Facts): Role[] =>
  (row.roles ?? []).filter((role) => {
    if (townRoles.includes(role)) return governs(row);
    return role !== "province_officer" || (governs(row) && row.townKind === "province");
  });
