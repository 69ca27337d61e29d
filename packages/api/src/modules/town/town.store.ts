import { constraintOf } from "@jizhen/db";
import { type Permission, Town, type TownEvent, type TownState } from "@jizhen/domain-town";
import type { Decision, Json, TownId } from "@jizhen/kernel";
import { record } from "../../platform/audit.ts";
import { publish } from "../../platform/events.ts";
import { hint } from "../../platform/live.ts";
import { refuse } from "../../platform/refuse.ts";
import type { Tx } from "../../platform/tx.ts";

export const townColumns = `id, slug, kind, name_zh as "nameZh", name_en as "nameEn", county_code as "countyCode", city_zh as "cityZh", category,
  level, pack, state, reason, successor_id as "successorId", connected, administration_id as "administrationId", rules, demo,
  created_at as "createdAt", version`;

const fieldsOf: Record<TownState, readonly string[]> = { prepared: [], open: [], paused: ["reason"], closed: ["reason", "successorId"] };
const absent = { reason: null, successorId: null };

export type TownRow = Readonly<Record<string, unknown>> & { readonly state: string };

/** The row is flat and nullable; the domain is not. */
export function toTown(row: TownRow): Town {
  const kept = fieldsOf[row.state as TownState];
  return Town.parse(Object.fromEntries(Object.entries(row).filter(([name]) => !(name in absent) || kept.includes(name))));
}

export async function getTownRow(tx: Tx, id: TownId): Promise<Town> {
  const row = await tx.db.town.findUnique({ where: { id } });
  return row?.kind === "town" ? toTown(row) : refuse({ kind: "not_found", code: "town.town.unknown" });
}

/** Seats of a town's administration that could open, admit and answer. */
export async function countAdministrators(tx: Tx, { administrationId }: Town): Promise<number> {
  const sql = `select count(*)::int as count from seat where organisation_id = $1 and state = 'active' and 'town_administrator' = any(roles)`;
  const [row] = await tx.query<{ count: number }>(sql, [administrationId]);
  return row?.count ?? 0;
}

export async function create(tx: Tx, { next, events }: Decision<Town, TownEvent>): Promise<void> {
  try {
    await tx.db.town.create({ data: { ...absent, ...next } });
  } catch (error) {
    if (constraintOf(error) !== "town_slug_key") throw error;
    refuse({ kind: "conflict", code: "town.town.slug_taken", field: "town.slug" });
  }
  await record(tx, "town.town.prepare", next.id, { slug: next.slug, administrationId: next.administrationId });
  await publish(tx, events);
}

/** The only way to change a town: state, history and announcements move together or not at all. */
export async function commit(
  tx: Tx,
  action: Permission,
  before: Town,
  { next, events }: Decision<Town, TownEvent>,
  facts: { readonly [key: string]: Json } = {},
): Promise<{ id: TownId; version: number }> {
  const { id, version, ...fields } = next;
  const { count } = await tx.db.town.updateMany({
    where: { id, version: before.version },
    data: { ...absent, ...fields, version: version + 1 },
  });
  if (count === 0) refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
  await record(tx, action, id, { ...facts, from: before.state, state: next.state });
  await publish(tx, events);
  hint(tx, { town: true }, `town.town:${id}`);
  return { id, version: version + 1 };
}
