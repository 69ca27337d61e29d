import { constraintOf } from "@jizhen/db";
import { Measure, type MeasureEvent, type MeasureId, type MeasureIn, type Permission } from "@jizhen/domain-town";
import type { Decision } from "@jizhen/kernel";
import { record } from "../../platform/audit.ts";
import { publish } from "../../platform/events.ts";
import { hint } from "../../platform/live.ts";
import { refuse } from "../../platform/refuse.ts";
import type { Tx } from "../../platform/tx.ts";

export const measureColumns = `m.id, m.town_id as "townId", m.organisation_id as "organisationId", m.content, m.reason_text as "reasonText", m.state,
  m.proposed_by as "proposedBy", m.proposed_at as "proposedAt", m.decided_by as "decidedBy", m.decided_at as "decidedAt", m.version`;

type Row = Readonly<Record<string, unknown>> & { readonly state: string };

/** The row is flat and nullable; the domain is not. */
export function toMeasure({ decidedBy, decidedAt, ...row }: Row): Measure {
  return Measure.parse(row.state === "proposed" ? row : { ...row, decidedBy, decidedAt });
}

/** Held until the end: of two who decide at once, the second finds it decided. */
export async function lockMeasure(tx: Tx, id: MeasureId): Promise<Measure> {
  const sql = `select ${measureColumns} from measure m where m.town_id = $1 and m.id = $2 for update`;
  const [row] = await tx.query<Row>(sql, [tx.by.townId, id]);
  return row ? toMeasure(row) : refuse({ kind: "not_found", code: "town.measure.unknown" });
}

export async function create(tx: Tx, action: Permission, { next, events }: Decision<MeasureIn<"proposed">, MeasureEvent>): Promise<void> {
  try {
    await tx.db.measure.create({ data: { ...next, kind: next.content.kind } });
  } catch (error) {
    if (constraintOf(error) !== "measure_one_proposed") throw error;
    refuse({ kind: "conflict", code: "town.measure.already_proposed" });
  }
  await finish(tx, action, next, events);
}

/** The only way to change a measure. What it does to the firm is written by its own aggregate in the same transaction. */
export async function commit(
  tx: Tx,
  action: Permission,
  before: Measure,
  { next, events }: Decision<MeasureIn<"confirmed" | "declined">, MeasureEvent>,
): Promise<{ id: MeasureId; version: number }> {
  const { id, townId, version, state, decidedBy, decidedAt } = next;
  const { count } = await tx.db.measure.updateMany({
    where: { townId, id, version: before.version },
    data: { state, decidedBy, decidedAt, version: version + 1 },
  });
  if (count === 0) refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
  await finish(tx, action, next, events);
  return { id, version: version + 1 };
}

async function finish(tx: Tx, action: Permission, next: Measure, events: readonly MeasureEvent[]): Promise<void> {
  const { id, organisationId, content, reasonText, state } = next;
  await record(tx, action, id, { organisationId, kind: content.kind, membershipId: content.membershipId, reasonText, state });
  await publish(tx, events);
  hint(tx, { town: true }, "town.measure");
}
