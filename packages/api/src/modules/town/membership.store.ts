import { constraintOf, newId } from "@jizhen/db";
import {
  type Application,
  liveStates,
  Membership,
  type MembershipEvent,
  type MembershipFile,
  type MembershipId,
  type MembershipIn,
  type MembershipKind,
  type MembershipState,
  type Permission,
} from "@jizhen/domain-town";
import type { Decision, FileId, Json, OrgId, PersonId, TownId } from "@jizhen/kernel";
import { record, type SystemAction } from "../../platform/audit.ts";
import { publish } from "../../platform/events.ts";
import { hint } from "../../platform/live.ts";
import { refuse } from "../../platform/refuse.ts";
import { searchWords } from "../../platform/search-words.ts";
import type { Tx } from "../../platform/tx.ts";
import { refreshCards } from "./document.store.ts";

/** A state that lacks a field must clear its column, or yesterday's suspension outlives its end. */
const absent = {
  codeConfirmedBy: null,
  takenUpBy: null,
  decidedBy: null,
  decidedAt: null,
  waitingFor: null,
  reasonCode: null,
  reasonText: null,
  suspendedUntil: null,
  suspendedBy: null,
  endedAt: null,
};

const fieldsOf: Record<MembershipState, readonly (keyof typeof absent)[]> = {
  applied: [],
  under_review: ["takenUpBy", "waitingFor"],
  active: ["takenUpBy", "decidedBy", "decidedAt", "codeConfirmedBy"],
  suspended: ["takenUpBy", "decidedBy", "decidedAt", "codeConfirmedBy", "reasonCode", "reasonText", "suspendedUntil", "suspendedBy"],
  left: ["takenUpBy", "decidedBy", "decidedAt", "codeConfirmedBy", "endedAt"],
  rejected: ["takenUpBy", "decidedBy", "decidedAt", "reasonCode", "reasonText"],
  withdrawn: ["takenUpBy", "endedAt"],
};

type Row = Readonly<Record<string, unknown>> & { readonly state: string };

/** Stored beside the membership for the list: its order by name, and the words of its search. */
export const listedAs = (file: Pick<MembershipFile, "nameZh" | "nameEn" | "number"> & Partial<Omit<Application, "licence">>) => ({
  nameZh: file.nameZh,
  words: searchWords(
    file.nameZh,
    file.nameEn ?? "",
    file.number,
    file.mainProducts ?? "",
    file.legalRepresentative ?? "",
    file.contact?.name ?? "",
  ),
});

/** The row is flat and nullable; the domain is not. */
export function toMembership({ nameZh: _name, words: _words, ...row }: Row): Membership {
  const kept = new Set<string>(fieldsOf[row.state as MembershipState]);
  return Membership.parse(Object.fromEntries(Object.entries(row).filter(([name]) => !(name in absent) || kept.has(name))));
}

export async function getMembership(tx: Tx, id: MembershipId): Promise<Membership> {
  const row = await tx.db.membership.findUnique({ where: { townId_id: { townId: tx.by.townId, id } } });
  return row ? toMembership(row) : refuse({ kind: "not_found", code: "town.membership.unknown" });
}

/** The live membership of a kind, whichever state it is in; there is at most one. */
export async function findLive(tx: Tx, organisationId: OrgId, kind: MembershipKind): Promise<Membership | null> {
  const row = await tx.db.membership.findFirst({ where: { townId: tx.by.townId, organisationId, kind, state: { in: [...liveStates] } } });
  return row ? toMembership(row) : null;
}

/** Memberships that other towns may rely on: active here, and not themselves visits. */
export async function activeAtHome(tx: Tx, organisationId: OrgId): Promise<MembershipIn<"active">[]> {
  const where = { townId: tx.by.townId, organisationId, visiting: false, state: "active", kind: { not: "administration" } };
  return (await tx.db.membership.findMany({ where })).map((row) => toMembership(row) as MembershipIn<"active">);
}

/** The rows that followed an organisation here as a visitor. */
export async function visitsOf(tx: Tx, organisationId: OrgId): Promise<Membership[]> {
  const where = { townId: tx.by.townId, organisationId, visiting: true, state: { in: ["active", "suspended"] } };
  return (await tx.db.membership.findMany({ where })).map(toMembership);
}

/** The home membership of an organisation, held while a visit is decided: a suspension at that instant waits, or is seen. */
export async function homeCard(tx: Tx, organisationId: OrgId): Promise<{ townId: TownId; active: boolean } | null> {
  const cards = await tx.query<{ townId: TownId; state: string }>(
    `select c.host_town as "townId", c.state from membership_card c join organisation o on o.id = c.organisation_id
      where c.organisation_id = $1 and c.host_town = o.home_town and not c.visiting for share of c`,
    [organisationId],
  );
  const [first] = cards;
  return first ? { townId: first.townId, active: cards.some(({ state }) => state === "active") } : null;
}

/** Towns where this organisation visits, from the index that every town writes in its own commit. */
export async function townsVisited(tx: Tx, organisationId: OrgId): Promise<TownId[]> {
  const sql =
    "select distinct host_town as \"townId\" from membership_card where organisation_id = $1 and visiting and state in ('active', 'suspended')";
  return (await tx.query<{ townId: TownId }>(sql, [organisationId])).map(({ townId }) => townId);
}

export async function hasSeat(tx: Tx, personId: PersonId, organisationId: OrgId): Promise<boolean> {
  const sql = "select 1 as one from seat where person_id = $1 and organisation_id = $2 and state = 'active'";
  return (await tx.query(sql, [personId, organisationId])).length > 0;
}

/** Binds an uploaded licence to the application it was uploaded for: its uploader's own, not yet used. */
export async function claimLicence(tx: Tx, fileId: FileId, organisationId: OrgId, membershipId: MembershipId): Promise<void> {
  const claimed = await tx.query(
    `update stored_file set organisation_id = $3, subject = $4
      where town_id = $1 and id = $2 and purpose = 'application' and person_id = $5 and (subject is null or subject = $4) returning id`,
    [tx.by.townId, fileId, organisationId, membershipId, tx.by.personId],
  );
  if (claimed.length === 0) refuse({ kind: "not_found", code: "platform.file_unknown" });
}

/** A new row. That an organisation has one live membership of a kind is the table's own constraint. */
export async function create(tx: Tx, action: Permission, { next, events }: Decision<Membership, MembershipEvent>): Promise<void> {
  try {
    await tx.db.membership.create({ data: { ...next, ...listedAs(next.file), file: next.file } });
  } catch (error) {
    if (constraintOf(error) !== "membership_one_live") throw error;
    refuse({ kind: "conflict", code: "town.membership.already_live", params: { state: "live" } });
  }
  await finish(tx, action, next, events, { state: next.state, kind: next.kind });
}

/** The only way to change a membership: state, card, history and announcements move together or not at all. */
export async function commit<S extends MembershipState>(
  tx: Tx,
  action: Permission | SystemAction,
  before: Membership,
  { next, events }: Decision<MembershipIn<S>, MembershipEvent>,
  facts: { readonly [key: string]: Json } = {},
): Promise<{ id: MembershipId; version: number; state: S }> {
  const { id, version, townId, ...fields }: Membership = next;
  const { count } = await tx.db.membership.updateMany({
    where: { townId, id, version: before.version },
    data: { ...absent, ...fields, ...listedAs(next.file), file: next.file, version: version + 1 },
  });
  // Somebody else moved first. The person looks again; nothing is overwritten.
  if (count === 0) refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
  await finish(tx, action, next, events, { ...facts, from: before.state, state: next.state });
  return { id, version: version + 1, state: next.state };
}

async function finish(
  tx: Tx,
  action: Permission | SystemAction,
  next: Membership,
  events: readonly MembershipEvent[],
  facts: { readonly [key: string]: Json },
): Promise<void> {
  await writeCard(tx, next);
  if (next.state === "active") await refreshCards(tx, next.organisationId);
  await record(tx, action, next.id, { ...facts, organisationId: next.organisationId });
  await publish(tx, events);
  // Open sessions of the firm learn of it with their next call; their screens and streams are told to look now.
  hint(tx, { organisationId: next.organisationId }, "platform.session");
  hint(tx, { town: true }, `town.membership:${next.id}`);
}

/** The index that an actor is built from, in the same commit as the row behind the wall. */
async function writeCard(tx: Tx, next: Membership): Promise<void> {
  const until = next.state === "suspended" ? next.suspendedUntil : null;
  await tx.query(
    `insert into membership_card (organisation_id, host_town, kind, membership_id, state, visiting, until)
     values ($1, $2, $3, $4, $5, $6, $7::timestamptz)
     on conflict (organisation_id, host_town, kind) do update
       set membership_id = excluded.membership_id, state = excluded.state, visiting = excluded.visiting, until = excluded.until`,
    [next.organisationId, next.townId, next.kind, next.id, next.state, next.visiting, until?.toISOString() ?? null],
  );
}

export type Note = { readonly kind: "ask" | "answer"; readonly points: readonly string[]; readonly text: string };

export async function addNote(tx: Tx, membershipId: MembershipId, note: Note): Promise<void> {
  const { townId, personId } = tx.by;
  await tx.db.membershipNote.create({
    data: { townId, id: newId("mnot"), membershipId, ...note, points: [...note.points], personId, at: tx.at },
  });
}

/** The look of an administrator into a firm's file or paper, for the log that the firm reads; once in ten minutes per person. */
export async function recordOpening(
  tx: Tx,
  action: "town.membership.read" | "town.document.read",
  subject: string,
  organisationId: OrgId,
): Promise<void> {
  const recent = await tx.query(
    `select 1 as one from audit_entry where town_id = $1 and subject = $2 and action = $5 and person_id = $3
        and at > $4::timestamptz - interval '10 minutes' limit 1`,
    [tx.by.townId, subject, tx.by.personId, tx.at.toISOString(), action],
  );
  if (recent.length === 0) await record(tx, action, subject, { organisationId });
}
