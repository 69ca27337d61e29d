import { constraintOf } from "@jizhen/db";
import { MembershipKind, type Permission, Seat, type SeatEvent, type SeatIn } from "@jizhen/domain-town";
import type { Decision, OrgId, SeatId } from "@jizhen/kernel";
import { record } from "../../platform/audit.ts";
import { publish } from "../../platform/events.ts";
import { hint } from "../../platform/live.ts";
import { refuse } from "../../platform/refuse.ts";
import type { Tx } from "../../platform/tx.ts";

const toSeat = ({ endedAt, ...row }: { readonly endedAt: Date | null; readonly state: string }): Seat =>
  Seat.parse(row.state === "ended" ? { ...row, endedAt } : row);

/** A seat of the actor's own organisation; another firm's does not exist for this one. */
export async function getSeat(tx: Tx, id: SeatId): Promise<Seat> {
  const row = await tx.db.seat.findFirst({ where: { id, organisationId: tx.by.orgId } });
  return row ? toSeat(row) : refuse({ kind: "not_found", code: "town.seat.unknown" });
}

/** Every active seat of an organisation; call it under the organisation's row lock before deciding on owners. */
export async function activeSeats(tx: Tx, organisationId: OrgId): Promise<SeatIn<"active">[]> {
  const rows = await tx.db.seat.findMany({ where: { organisationId, state: "active" }, orderBy: { id: "asc" } });
  return rows.map((row) => toSeat(row) as SeatIn<"active">);
}

/** The active seat of whoever signs in under this address. */
export async function findSeatOf(tx: Tx, organisationId: OrgId, email: string): Promise<SeatIn<"active"> | null> {
  const sql =
    "select s.id from seat s join person p on p.id = s.person_id where s.organisation_id = $1 and s.state = 'active' and lower(p.email) = $2";
  const [found] = await tx.query<{ id: string }>(sql, [organisationId, email]);
  return (await activeSeats(tx, organisationId)).find(({ id }) => id === found?.id) ?? null;
}

/** As what the organisation lives in any town: the roles that fit it depend on this. An organisation that governs is an administration. */
export async function kindsOf(tx: Tx, organisationId: OrgId): Promise<MembershipKind[]> {
  const rows = await tx.query<{ kind: string }>(
    `select kind from membership_card where organisation_id = $1 and state in ('applied', 'under_review', 'active', 'suspended')
      union select 'administration' from town where administration_id = $1`,
    [organisationId],
  );
  return rows.map(({ kind }) => MembershipKind.parse(kind));
}

export async function create(tx: Tx, action: Permission, { next, events }: Decision<SeatIn<"active">, SeatEvent>): Promise<void> {
  try {
    await tx.db.seat.create({ data: { ...next, endedAt: null } });
  } catch (error) {
    if (constraintOf(error) !== "seat_one_active") throw error;
    refuse({ kind: "conflict", code: "town.seat.already_seated" });
  }
  await finish(tx, action, next, events);
}

export async function commit(
  tx: Tx,
  action: Permission,
  before: Seat,
  { next, events }: Decision<Seat, SeatEvent>,
): Promise<{ id: SeatId; version: number }> {
  const { id, version, ...fields } = next;
  const { count } = await tx.db.seat.updateMany({
    where: { id, version: before.version },
    data: { endedAt: null, ...fields, version: version + 1 },
  });
  if (count === 0) refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
  await finish(tx, action, next, events);
  return { id, version: version + 1 };
}

async function finish(tx: Tx, action: Permission, next: Seat, events: readonly SeatEvent[]): Promise<void> {
  await record(tx, action, next.id, { organisationId: next.organisationId, personId: next.personId, roles: next.roles, state: next.state });
  await publish(tx, events);
  // The person's open screens and streams look again at once: what was taken is gone with their next call.
  hint(tx, { personId: next.personId }, "platform.session");
  hint(tx, { organisationId: next.organisationId }, "town.seat");
}
