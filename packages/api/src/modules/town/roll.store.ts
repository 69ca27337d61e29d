import { constraintOf, newId } from "@jizhen/db";
import { nameKeyOf, type Permission, RollContent, RollEntry, type RollEntryId } from "@jizhen/domain-town";
import type { Json } from "@jizhen/kernel";
import { record, type SystemAction } from "../../platform/audit.ts";
import { refuse } from "../../platform/refuse.ts";
import { searchWords } from "../../platform/search-words.ts";
import type { Tx } from "../../platform/tx.ts";

export const rollColumns = `id, country, number, name_zh as "nameZh", name_en as "nameEn", region_code as "regionCode", address,
  legal_representative as "legalRepresentative", contact_name as "contactName", contact_phone as "contactPhone",
  main_products as "mainProducts", established_on as "establishedOn", state, employees, version`;

const contentColumns = `country text, number text, "nameZh" text, "nameEn" text, "regionCode" text, address text, "legalRepresentative" text,
  "contactName" text, "contactPhone" text, "mainProducts" text, "establishedOn" date, state text, employees int, "nameKey" text, words text`;

type Source = "hand" | "import" | "membership" | "demo";

/** What is stored beside the content: the folded name and the words of the search. */
const withWords = (content: RollContent) => ({
  ...content,
  nameKey: nameKeyOf(content.nameZh),
  words: searchWords(
    content.nameZh,
    content.nameEn ?? "",
    content.number ?? "",
    content.mainProducts ?? "",
    content.contactName ?? "",
    content.legalRepresentative ?? "",
  ),
});

/** The whole roll of a town, for the comparison with a list. */
export async function wholeRoll(tx: Tx): Promise<RollEntry[]> {
  return (await tx.query<object>(`select ${rollColumns} from roll_entry where town_id = $1`, [tx.by.townId])).map((row) =>
    RollEntry.parse(row),
  );
}

export async function lockEntries(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, RollEntry>> {
  const sql = `select ${rollColumns} from roll_entry where town_id = $1 and id = any($2) order by id for update`;
  const rows = (await tx.query<object>(sql, [tx.by.townId, ids])).map((row) => RollEntry.parse(row));
  return new Map(rows.map((row) => [row.id, row]));
}

export async function getEntry(tx: Tx, id: RollEntryId): Promise<RollEntry> {
  return (await lockEntries(tx, [id])).get(id) ?? refuse({ kind: "not_found", code: "town.roll.unknown" });
}

const insertSql = `
  insert into roll_entry (town_id, id, country, number, name_zh, name_en, name_key, region_code, address, legal_representative, contact_name,
         contact_phone, main_products, established_on, state, employees, organisation_id, source, words, created_at, updated_at)
  select $1, r.id, r.country, r.number, r."nameZh", r."nameEn", r."nameKey", r."regionCode", r.address, r."legalRepresentative", r."contactName",
         r."contactPhone", r."mainProducts", r."establishedOn", r.state, r.employees,
         (select c.organisation_id from organisation o join membership_card c on c.organisation_id = o.id and c.host_town = $1
           where o.country = r.country and o.number = r.number and c.state in ('active', 'suspended') limit 1),
         $2, r.words, $3::timestamptz, $3::timestamptz
    from jsonb_to_recordset($4::jsonb) as r(id text, ${contentColumns})
  on conflict (town_id, country, number) do nothing returning id`;

/** Adds entries in one statement; one whose number stands on the roll already is left out of the answer. */
export async function insertEntries(tx: Tx, source: Source, entries: readonly { id: RollEntryId; content: RollContent }[]) {
  if (entries.length === 0) return new Set<string>();
  const rows = entries.map(({ id, content }) => ({ id, ...withWords(content) }));
  const made = await tx.query<{ id: string }>(insertSql, [tx.by.townId, source, tx.at.toISOString(), JSON.stringify(rows)]);
  return new Set(made.map(({ id }) => id));
}

const updateSql = `
  update roll_entry e set country = r.country, number = r.number, name_zh = r."nameZh", name_en = r."nameEn", name_key = r."nameKey",
         region_code = r."regionCode", address = r.address, legal_representative = r."legalRepresentative", contact_name = r."contactName",
         contact_phone = r."contactPhone", main_products = r."mainProducts", established_on = r."establishedOn", state = r.state,
         employees = r.employees, words = r.words, updated_at = $2::timestamptz, version = e.version + 1
    from jsonb_to_recordset($3::jsonb) as r(id text, version int, ${contentColumns})
   where e.town_id = $1 and e.id = r.id and e.version = r.version returning e.id`;

export async function updateEntries(tx: Tx, entries: readonly RollEntry[]): Promise<ReadonlySet<string>> {
  if (entries.length === 0) return new Set();
  const rows = entries.map(({ id, version, ...content }) => ({ id, version, ...withWords(content) }));
  const moved = await tx.query<{ id: string }>(updateSql, [tx.by.townId, tx.at.toISOString(), JSON.stringify(rows)]);
  return new Set(moved.map(({ id }) => id));
}

export async function add(tx: Tx, content: RollContent): Promise<{ id: RollEntryId; version: number }> {
  const id: RollEntryId = newId("roll");
  if (!(await insertEntries(tx, "hand", [{ id, content }])).has(id))
    refuse({ kind: "conflict", code: "town.roll.number_taken", field: "number" });
  await record(tx, "town.roll.edit", id, { added: true, number: content.number });
  return { id, version: 0 };
}

export async function commit(tx: Tx, action: Permission | SystemAction, before: RollEntry, next: RollEntry, facts: Record<string, Json>) {
  try {
    if (!(await updateEntries(tx, [next])).has(before.id)) refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
  } catch (error) {
    if (constraintOf(error) !== "roll_entry_one_per_number") throw error;
    refuse({ kind: "conflict", code: "town.roll.number_taken", field: "number" });
  }
  await record(tx, action, before.id, facts);
  return { id: before.id, version: before.version + 1 };
}

/** A firm that became a member is the entry with its number; one that the town did not know of is entered. */
export async function linkMember(tx: Tx, organisationId: string): Promise<void> {
  const linked = await tx.query(
    `update roll_entry e set organisation_id = o.id, updated_at = $3::timestamptz, version = e.version + 1 from organisation o
      where e.town_id = $1 and o.id = $2 and e.country = o.country and e.number = o.number and e.organisation_id is distinct from o.id returning e.id`,
    [tx.by.townId, organisationId, tx.at.toISOString()],
  );
  if (linked.length > 0) return;
  const [found] = await tx.query<object>(
    `select o.country, o.number, o.name_zh as "nameZh", o.name_en as "nameEn", o.region_code as "regionCode", m.file->>'address' as address,
            m.file->>'legalRepresentative' as "legalRepresentative", m.file->'contact'->>'name' as "contactName",
            m.file->'contact'->>'phone' as "contactPhone", nullif(m.file->>'mainProducts', '') as "mainProducts",
            null as "establishedOn", 'operating' as state, null as employees
       from organisation o join membership m on m.town_id = $1 and m.organisation_id = o.id and m.state = 'active' and m.kind = 'firm' and not m.visiting
      where o.id = $2`,
    [tx.by.townId, organisationId],
  );
  if (found) await insertEntries(tx, "membership", [{ id: newId("roll"), content: RollContent.parse(found) }]);
}
