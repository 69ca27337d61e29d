import type { MembershipId } from "@jizhen/domain-town";
import {
  actionsOn,
  type Membership,
  type MembershipAction,
  type Permission,
  permissionsOf,
  questionedPositions,
  type RegionReading,
  readCreditCode,
  readRegion,
  regionCodeOf,
  registrarOf,
} from "@jizhen/domain-town";
import type { Workspace } from "../../platform/actor.ts";
import { refuse } from "../../platform/refuse.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { type AuditLine, entriesAbout } from "./audit.views.ts";
import { type DocumentLine, documentsOf } from "./document.views.ts";
import { type MeasureLine, measuresOf } from "./measure.views.ts";
import { toMembership } from "./membership.store.ts";
import { listNear, type NearOrganisation } from "./organisation.views.ts";
import { townHere } from "./town.views.ts";

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
  readonly documents: readonly DocumentLine[];
  readonly measures: readonly MeasureLine[];
  /** Whether a new owner may be proposed: by a stranger to the firm, at its home. */
  readonly mayRecoverOwner: boolean;
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
      where s.organisation_id = $1 and s.state = 'active' order by s.opened_at, s.id limit 50`,
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
    documents: await documentsOf(tx, workspace, membership.organisationId),
    mayRecoverOwner: stranger && !membership.visiting && isMember(membership) && workspace.permissions.has("town.seat.recoverOwner"),
    measures: workspace.permissions.has("town.measure.read") ? await measuresOf(tx, workspace, membership.organisationId) : [],
    timeline: await entriesAbout(tx, membershipId),
    names: await namesOf(tx, membership),
    actions: stranger ? actionsOn(membership, tx.by, workspace.permissions) : [],
  };
}

const isMember = ({ state, kind }: Membership) => (state === "active" || state === "suspended") && kind !== "administration";

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
    const actions = actionsOn(membership, tx.by, may);
    own.push({ membership, notes: notes.get(membership.id) ?? [], licence: await licenceOf(tx, membership), actions });
  }
  return own;
}
