import type { MembershipId } from "@jizhen/domain-town";
import {
  ApplicantKind,
  actionsOn,
  type Membership,
  type MembershipAction,
  type MembershipKind,
  type MembershipState,
  type Permission,
  permissionsOf,
  questionedPositions,
  type RegionReading,
  readCreditCode,
  readRegion,
  regionCodeOf,
  registrarOf,
} from "@jizhen/domain-town";
import * as z from "zod";
import type { Workspace } from "../../platform/actor.ts";
import { refuse } from "../../platform/refuse.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { type AuditLine, entriesAbout } from "./audit.views.ts";
import { toMembership } from "./membership.store.ts";
import { listNear, type NearOrganisation } from "./organisation.views.ts";
import { townHere } from "./town.views.ts";

export const MembershipFilter = z.strictObject({
  /** `open` is what waits for the administration: applied and under review. */
  state: z.enum(["open", "all", "applied", "under_review", "active", "suspended", "left", "rejected", "withdrawn"]).default("open"),
  kind: ApplicantKind.nullable().default(null),
  warned: z.boolean().default(false),
  text: z.string().trim().max(80).default(""),
  sort: z.enum(["oldest", "newest", "name"]).default("oldest"),
  page: z.int().min(1).max(10_000).default(1),
});
export type MembershipFilter = z.infer<typeof MembershipFilter>;

export const pageSize = 20;

export type MembershipLine = {
  readonly id: string;
  readonly organisationId: string;
  readonly nameZh: string;
  readonly nameEn: string | null;
  readonly number: string;
  readonly kind: MembershipKind;
  readonly state: MembershipState;
  readonly visiting: boolean;
  readonly codeWarned: boolean;
  readonly waitingFor: "applicant" | null;
  readonly suspendedUntil: Date | null;
  readonly appliedAt: Date;
  readonly takenUpBy: string | null;
};

const filtered = `
  m.town_id = $1 and m.kind <> 'administration'
  and ($2 = 'all' or ($2 = 'open' and m.state in ('applied', 'under_review')) or m.state = $2)
  and ($3::text is null or m.kind = $3) and (not $4::boolean or m.code_warned)
  and ($5 = '' or m.file->>'nameZh' ilike $6 or m.file->>'nameEn' ilike $6 or m.file->>'number' ilike $6)`;

const listSql = `
  select m.id, m.organisation_id as "organisationId", m.file->>'nameZh' as "nameZh", m.file->>'nameEn' as "nameEn", m.file->>'number' as number,
         m.kind, m.state, m.visiting, m.code_warned as "codeWarned", m.waiting_for as "waitingFor", m.suspended_until as "suspendedUntil",
         m.applied_at as "appliedAt", p.name as "takenUpBy"
    from membership m left join person p on p.id = m.taken_up_by
   where ${filtered}
   order by case when $7 = 'oldest' then m.applied_at end, case when $7 = 'newest' then m.applied_at end desc,
            case when $7 = 'name' then m.file->>'nameZh' end, m.id
   limit $8::int offset $9::int`;

const countSql = `select count(*)::int as total from membership m where ${filtered}`;
const statesSql = `select state, count(*)::int as count from membership where town_id = $1 and kind <> 'administration' group by state`;

const likeText = (text: string): string => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

export type MembershipPage = {
  readonly rows: readonly MembershipLine[];
  readonly total: number;
  readonly pageSize: number;
  readonly counts: Readonly<Partial<Record<MembershipState, number>>>;
};

/** The administration's list: filtered, sorted and paged in SQL. */
export async function listMemberships(tx: ReadTx, filter: MembershipFilter): Promise<MembershipPage> {
  const where = [tx.by.townId, filter.state, filter.kind, filter.warned, filter.text, likeText(filter.text)];
  const rows = await tx.query<MembershipLine>("town.membership.list", listSql, [
    ...where,
    filter.sort,
    pageSize,
    (filter.page - 1) * pageSize,
  ]);
  const [count] = await tx.query<{ total: number }>("town.membership.count", countSql, where);
  const states = await tx.query<{ state: MembershipState; count: number }>("town.membership.states", statesSql, [tx.by.townId]);
  return { rows, total: count?.total ?? 0, pageSize, counts: Object.fromEntries(states.map(({ state, count: n }) => [state, n])) };
}

const columns = `id, town_id as "townId", organisation_id as "organisationId", kind, state, visiting, file, code_warned as "codeWarned",
  code_confirmed_by as "codeConfirmedBy", applied_by as "appliedBy", applied_at as "appliedAt", taken_up_by as "takenUpBy",
  decided_by as "decidedBy", decided_at as "decidedAt", waiting_for as "waitingFor", reason_code as "reasonCode", reason_text as "reasonText",
  suspended_until as "suspendedUntil", suspended_by as "suspendedBy", ended_at as "endedAt", version`;

export type NoteLine = { readonly kind: "ask" | "answer"; readonly points: readonly string[]; readonly text: string; readonly at: Date };

const notesSql = `select membership_id as "membershipId", kind, points, text, at from membership_note
  where town_id = $1 and membership_id = any($2) order by id limit 200`;

async function notesOf(tx: ReadTx, ids: readonly string[]): Promise<Map<string, NoteLine[]>> {
  const rows = await tx.query<NoteLine & { membershipId: string }>("town.membership.notes", notesSql, [tx.by.townId, ids]);
  const found = new Map<string, NoteLine[]>();
  for (const { membershipId, ...note } of rows) found.set(membershipId, [...(found.get(membershipId) ?? []), note]);
  return found;
}

export type Licence = { readonly id: string; readonly name: string; readonly mediaType: string; readonly size: number };

async function licenceOf(tx: ReadTx, membership: Membership): Promise<Licence | null> {
  if (membership.file.source !== "application" || membership.file.licence === null) return null;
  const sql = `select id, name, media_type as "mediaType", size from stored_file where town_id = $1 and id = $2`;
  const [licence] = await tx.query<Licence>("town.membership.licence", sql, [tx.by.townId, membership.file.licence]);
  return licence ?? null;
}

export type FirmFile = {
  readonly membership: Membership;
  readonly licence: Licence | null;
  readonly number: {
    readonly warned: readonly string[];
    readonly positions: readonly number[];
    readonly region: RegionReading | null;
    readonly registrar: string | null;
  };
  readonly near: readonly NearOrganisation[];
  readonly people: readonly { readonly name: string; readonly email: string; readonly roles: readonly string[] }[];
  readonly notes: readonly NoteLine[];
  readonly timeline: readonly AuditLine[];
  readonly names: Readonly<Record<string, string>>;
  readonly actions: readonly MembershipAction[];
};

/** A firm's file for the administration: the licence beside the number, near numbers, people, questions and history. */
export async function getFile(tx: ReadTx, workspace: Workspace, membershipId: MembershipId): Promise<FirmFile> {
  const [row] = await tx.query<{ state: string }>(
    "town.membership.get",
    `select ${columns} from membership where town_id = $1 and id = $2`,
    [tx.by.townId, membershipId],
  );
  if (!row) return refuse({ kind: "not_found", code: "town.membership.unknown" });
  const membership = toMembership(row);
  const town = await townHere(tx);
  const { country, number } = membership.file;
  const people = await tx.query<FirmFile["people"][number] & { personId: string }>(
    "town.membership.people",
    `select p.name, p.email, s.roles, p.id as "personId" from seat s join person p on p.id = s.person_id
      where s.organisation_id = $1 and s.state = 'active' order by s.opened_at limit 50`,
    [membership.organisationId],
  );
  const stranger = people.every(({ personId }) => personId !== tx.by.personId);
  return {
    membership,
    licence: await licenceOf(tx, membership),
    number: readingOf(country, number, town.countyCode),
    near: await listNear(tx, country, number),
    people: people.map(({ name, email, roles }) => ({ name, email, roles })),
    notes: (await notesOf(tx, [membershipId])).get(membershipId) ?? [],
    timeline: await entriesAbout(tx, membershipId),
    names: await namesOf(tx, membership),
    actions: stranger ? actionsOn(membership, tx.by, workspace.permissions) : [],
  };
}

function readingOf(country: string, number: string, countyCode: string | null): FirmFile["number"] {
  const read = country === "CN" ? readCreditCode(number) : null;
  if (!read?.ok) return { warned: [], positions: [], region: null, registrar: null };
  const region = readRegion(regionCodeOf(number), countyCode);
  return { warned: read.value.warned, positions: questionedPositions(read.value), region, registrar: registrarOf(number) };
}

/** Names of the persons who appear in a membership, for "confirmed by" and "taken up by". */
async function namesOf(tx: ReadTx, membership: Membership): Promise<Record<string, string>> {
  const all = Object.values(membership).filter((value): value is string => typeof value === "string" && value.startsWith("pers_"));
  const rows = await tx.query<{ id: string; name: string }>("town.membership.names", "select id, name from person where id = any($1)", [
    all,
  ]);
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

export type OwnMembership = {
  readonly membership: Membership;
  readonly notes: readonly NoteLine[];
  readonly licence: Licence | null;
  readonly actions: readonly MembershipAction[];
};

/** One's own memberships in this town, newest first, with what may be done: shown from the moment of the application. */
export async function listMine(tx: ReadTx, { roles }: Workspace): Promise<OwnMembership[]> {
  const sql = `select ${columns} from membership where town_id = $1 and organisation_id = $2 order by id desc limit 20`;
  const rows = await tx.query<{ state: string }>("town.membership.mine", sql, [tx.by.townId, tx.by.orgId]);
  const found = rows.map(toMembership);
  const notes = await notesOf(
    tx,
    found.map(({ id }) => id),
  );
  // Own roles count here before the membership does: an applicant answers and withdraws.
  const may: ReadonlySet<Permission> = permissionsOf(roles, false);
  const own: OwnMembership[] = [];
  for (const membership of found) {
    const actions = actionsOn(membership, tx.by, may).filter((action) => action !== "leave");
    own.push({ membership, notes: notes.get(membership.id) ?? [], licence: await licenceOf(tx, membership), actions });
  }
  return own;
}
