import { RollEntry, RollEntryId, type RollState, RollState as State } from "@jizhen/domain-town";
import * as z from "zod";
import { type Conditions, conditionsFrom } from "../../platform/conditions.ts";
import { refuse } from "../../platform/refuse.ts";
import { searchQuery } from "../../platform/search-query.ts";
import { everyRow } from "../../platform/sheets/every-row.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { rollColumns } from "./roll.store.ts";

const filter = {
  state: State.nullable().default(null),
  /** With a live membership here, without one, or both. */
  member: z.enum(["yes", "no"]).nullable().default(null),
  text: z.string().trim().max(80).default(""),
};
export const RollFilter = z.strictObject({
  ...filter,
  sort: z.enum(["name", "newest"]).default("newest"),
  /** The `next` of the page before. */
  after: z
    .strictObject({ name: z.string().max(120), id: RollEntryId })
    .nullable()
    .default(null),
  limit: z.int().min(1).max(100).default(30),
});
export type RollFilter = z.infer<typeof RollFilter>;
export const RollExportFilter = z.strictObject(filter);

export type RollLine = {
  readonly id: RollEntryId;
  readonly country: string;
  readonly number: string | null;
  readonly nameZh: string;
  readonly nameEn: string | null;
  readonly mainProducts: string | null;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly state: RollState;
  readonly employees: number | null;
  readonly member: boolean;
};

const line = `e.id, e.country, e.number, e.name_zh as "nameZh", e.name_en as "nameEn", e.main_products as "mainProducts", e.contact_name as "contactName",
  e.contact_phone as "contactPhone", e.state, e.employees, e.organisation_id is not null as member`;

function conditionsOf({ state, member, text }: z.infer<typeof RollExportFilter>, townId: string): Conditions {
  const asked = conditionsFrom(["e.town_id = $1"], [townId]);
  if (state !== null) asked.add("state", `e.state = ${asked.put(state)}`);
  if (text !== "") asked.search(`e.search @@ ${asked.put(`'${townId}' & ${searchQuery(text) ?? "'-'"}`)}::tsquery`);
  if (member !== null) asked.add(`member-${member}`, `e.organisation_id is ${member === "yes" ? "not " : ""}null`);
  return asked;
}

const countedUpTo = 1_000;

export type RollPage = {
  readonly rows: readonly RollLine[];
  readonly next: RollFilter["after"];
  /** Exact up to a thousand; beyond, `more` says so. */
  readonly count: { readonly rows: number; readonly more: boolean };
};

/** The town's roll: filtered, sorted and paged by keyset on indexes. */
export async function listRoll(tx: ReadTx, filtered: RollFilter): Promise<RollPage> {
  const { sort, after, limit } = filtered;
  const { named, where, values } = conditionsOf(filtered, tx.by.townId);
  const params = [...values];
  const at = (value: unknown) => `$${params.push(value)}`;
  const from =
    after === null ? "" : sort === "name" ? `and (e.name_zh, e.id) > (${at(after.name)}, ${at(after.id)})` : `and e.id < ${at(after.id)}`;
  const order = sort === "name" ? "e.name_zh, e.id" : "e.id desc";
  const rows = await tx.query<RollLine>(
    named(`town.roll.list.${sort}.${after ? "on" : "first"}`),
    `select ${line} from roll_entry e where ${where()} ${from} order by ${order} limit ${at(limit + 1)}::int`,
    params,
  );
  const [counted] = await tx.query<{ rows: number }>(
    named("town.roll.count"),
    `select count(*)::int as rows from (select 1 from roll_entry e where ${where()} limit ${countedUpTo + 1}) few`,
    values,
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const found = counted?.rows ?? 0;
  return {
    rows: page,
    next: rows.length > limit && last ? { name: last.nameZh, id: last.id } : null,
    count: { rows: Math.min(found, countedUpTo), more: found > countedUpTo },
  };
}

export async function getRollEntry(tx: ReadTx, id: RollEntryId): Promise<RollEntry> {
  const [row] = await tx.query<object>("town.roll.get", `select ${rollColumns} from roll_entry where town_id = $1 and id = $2`, [
    tx.by.townId,
    id,
  ]);
  return row ? RollEntry.parse(row) : refuse({ kind: "not_found", code: "town.roll.unknown" });
}

/** The whole roll as it is filtered, portion by portion of one snapshot. */
export async function exportRoll(tx: ReadTx, filtered: z.infer<typeof RollExportFilter>): Promise<RollEntry[]> {
  const { named, where, values } = conditionsOf(filtered, tx.by.townId);
  const at = values.length + 1;
  const rows = await everyRow((last: { id: string } | null, limit) =>
    tx.query<{ id: string }>(
      named("town.roll.export"),
      `select ${rollColumns} from roll_entry e where ${where()} and e.id > $${at} order by e.id limit $${at + 1}::int`,
      [...values, last?.id ?? "", limit],
    ),
  );
  return rows.map((row) => RollEntry.parse(row));
}
