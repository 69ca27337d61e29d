import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { TownId } from "@jizhen/kernel";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "./ids.ts";
import { type FreshDatabase, freshDatabase } from "./testing.ts";

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

/** No business content, or published on purpose: a table without a town_id is a decision, written down here. */
const SHARED = [
  "account",
  "indicator_definition",
  "invitation",
  "market_request",
  "membership_card",
  "organisation",
  "person",
  "rate_limit",
  "seat",
  "session",
  "sign_in_failure",
  "town",
  "verification",
];

const schema = fileURLToPath(new URL("../prisma/schema", import.meta.url));
const models = readdirSync(schema).flatMap((file) => readModels(readFileSync(`${schema}/${file}`, "utf8")));

/** Each model with the `///` lines above it, where the schema says what only SQL can do. */
function readModels(text: string): { table: string; says: string }[] {
  return [...text.matchAll(/((?:^\/\/\/.*\n)*)^model \w+ \{[\s\S]*?@@map\("(\w+)"\)/gm)].map(([, says = "", table = ""]) => ({
    table,
    says,
  }));
}
const saying = (words: RegExp) => models.filter(({ says }) => words.test(says)).map(({ table }) => table);

const names = async (sql: string) => (await fresh.asOwner<{ name: string }>(sql)).map(({ name }) => name);
const TOWN_TABLES = `select c.oid, c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'town_id'
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`;

describe("every table stands behind the wall or is known to be shared", () => {
  it("by its town_id", async () => {
    const all = await names(
      "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1",
    );
    const fenced = await names(TOWN_TABLES);
    expect(all.filter((table) => !fenced.includes(table) && table !== "_prisma_migrations")).toEqual(SHARED);
    expect(fenced.length + SHARED.length).toBe(models.length);
  });

  it("with row security enabled, forced, and one policy that looks both ways", async () => {
    const wall = "(town_id = current_setting('app.town_id'::text, true))";
    const open = await names(`select t.name from (${TOWN_TABLES}) t join pg_class c using (oid)
      where not (c.relrowsecurity and c.relforcerowsecurity)
        or (select count(*) from pg_policy p where p.polrelid = t.oid) <> 1
        or not exists (select 1 from pg_policy p where p.polrelid = t.oid and p.polcmd = '*' and p.polroles = '{0}'
          and pg_get_expr(p.polqual, p.polrelid) = '${wall.replaceAll("'", "''")}'
          and pg_get_expr(p.polwithcheck, p.polrelid) = '${wall.replaceAll("'", "''")}')`);
    expect(open).toEqual([]);
  });

  it("with town_id first in every key, so that the schema distributes by town", async () => {
    const keys = await names(`select i.indexrelid::regclass::text as name from (${TOWN_TABLES}) t join pg_index i on i.indrelid = t.oid
      join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0] where i.indisunique and a.attname <> 'town_id'`);
    expect(keys).toEqual([]);
    const foreign =
      await names(`select k.conname as name from (${TOWN_TABLES}) t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
      join pg_attribute mine on mine.attrelid = k.conrelid and mine.attnum = k.conkey[1]
      join pg_attribute theirs on theirs.attrelid = k.confrelid and theirs.attnum = k.confkey[1]
      where mine.attname <> 'town_id' or theirs.attname <> 'town_id'`);
    expect(foreign).toEqual([]);
  });
});

describe("what must be unique, disjoint or unchanged is so in the database", () => {
  it.each([
    ["one organisation in the whole deployment", "organisation_country_number_key"],
    ["one active seat of a person in an organisation", "seat_one_active"],
    ["one live membership of an organisation and kind", "membership_one_live"],
    ["one quote of a supplier for a request", "quote_one_live"],
    ["one live revision of a quote", "quote_revision_one_live"],
    ["one round of negotiation with a supplier of a request", "quote_negotiation_one_round"],
    ["one standing award of a line", "award_part_one_standing"],
    ["one award a round", "award_town_id_request_id_round_key"],
    ["one order of an award and supplier", "purchase_order_once_per_award"],
    ["one capability of a firm in a family", "capability_one_per_family"],
    ["one number of a request", "purchase_request_town_id_number_key"],
    ["one number of an order", "purchase_order_town_id_number_key"],
    ["one declaration of a firm for a quarter", "declaration_one_per_quarter"],
    ["one report of a town for a quarter", "report_one_per_quarter"],
    ["one measure of a kind proposed against a firm", "measure_one_proposed"],
    ["one paper of a type that counts for a member", "member_document_one_accepted"],
    ["one paper of a type that waits for a reviewer", "member_document_one_waiting"],
    ["one roll entry of a number in a town", "roll_entry_one_per_number"],
    ["one import of a file", "roll_import_one_per_file"],
    ["one number of a policy or notice", "policy_town_id_number_key"],
    ["one upgrade project of a kind in a firm", "upgrade_project_one_live"],
    ["one number of a complaint", "complaint_town_id_number_key"],
    ["one telling of an event to a person", "notification_town_id_person_id_kind_source_key"],
  ])("%s (%s)", async (_, name) => {
    expect(await names("select indexrelid::regclass::text as name from pg_index where indisunique")).toContain(name);
  });

  it.each([
    "membership_warned_code_confirmed",
    "membership_not_self_decided",
    "measure_second_person",
    "member_document_not_self_decided",
    "member_document_grade_ends",
    "declaration_not_self_checked",
    "report_not_self_approved",
    "figure_value",
    "town_says_why",
    "upgrade_project_not_self_seen",
    "upgrade_project_not_self_approved",
    "upgrade_project_not_self_verified",
    "complaint_not_self_judged",
    "complaint_another_person",
    "complaint_heard_before_answered",
    "policy_second_person",
    "policy_published_whole",
    "purchase_request_published",
    "purchase_request_not_opened_early",
    "opening_after_freeze",
    "quote_negotiation_answered",
    "award_part_quantity_positive",
    "purchase_order_two_parties",
    "purchase_order_line_quantity_positive",
    "roll_entry_state",
    "roll_entry_employees",
    "roll_import_row_decision",
  ])("check %s", async (name) => {
    expect(await names("select conname as name from pg_constraint where contype = 'c' and convalidated")).toContain(name);
  });

  it("wherever the schema asks for a check or a partial unique index there is one", async () => {
    const checked = await names("select distinct conrelid::regclass::text as name from pg_constraint where contype = 'c'");
    expect(saying(/\bCHECK\b/).filter((table) => !checked.includes(table))).toEqual([]);
    const partial = await names("select distinct indrelid::regclass::text as name from pg_index where indisunique and indpred is not null");
    // A quote is unique whatever its status, which is more than its schema asks.
    expect(saying(/UNIQUE WHERE/).filter((table) => !partial.includes(table) && table !== "quote")).toEqual([]);
  });

  it("wherever the schema says IMMUTABLE a trigger holds it, and the serving role may not even try", async () => {
    const guarded = await names(
      "select distinct tgrelid::regclass::text as name from pg_trigger where tgname in ('append_only', 'quote_revision_sealed')",
    );
    expect(guarded.sort()).toEqual(saying(/IMMUTABLE/).sort());
    const allowed = await names(`select distinct tgrelid::regclass::text as name from pg_trigger where tgname = 'append_only'
      and (has_table_privilege('town_app', tgrelid, 'update') or has_table_privilege('town_app', tgrelid, 'delete')
        or has_table_privilege('town_app', tgrelid, 'truncate'))`);
    expect(allowed).toEqual([]);
    expect(
      await names(
        "select relname as name from pg_class where relnamespace = 'public'::regnamespace and pg_has_role('town_app', relowner, 'member')",
      ),
    ).toEqual([]);
  });
});

describe("raw SQL of the serving role, with every filter of ours removed", () => {
  const town = newId("town");
  const other = newId("town");
  let rows: pg.Client;
  let tables: string[];

  beforeAll(async () => {
    tables = await names(`${TOWN_TABLES} order by 2`);
    await fillEveryTable(fresh.ownerUrl, tables, town);
    rows = new pg.Client({ connectionString: fresh.appUrl });
    await rows.connect();
  });
  afterAll(() => rows.end());

  const inTown = async (id: string | null, sql: string): Promise<number | string> => {
    await rows.query("begin");
    try {
      if (id !== null) await rows.query("select set_config('app.town_id', $1, true)", [id]);
      return (await rows.query(sql)).rowCount ?? 0;
    } catch (error) {
      return (error as pg.DatabaseError).code ?? "";
    } finally {
      await rows.query("rollback");
    }
  };
  const outcomes = async (id: string | null, sql: (table: string) => string) => {
    const found = new Map<string, number | string>();
    for (const table of tables) found.set(table, await inTown(id, sql(table)));
    // 42501: not even allowed to try. 23001: what is sealed is never changed.
    return [...found].filter(([, outcome]) => outcome !== 0 && outcome !== "42501" && outcome !== "23001");
  };

  it("sees each town's own rows (so that emptiness below means something)", async () => {
    const seen = await outcomes(town, (table) => `select * from ${table}`);
    expect(seen).toEqual(tables.map((table) => [table, 1]));
  });

  it.each([
    ["no town", null],
    ["another town", other],
  ])("with %s entered it sees, changes, removes and plants nothing", async (_, entered) => {
    expect(await outcomes(entered, (table) => `select * from ${table}`)).toEqual([]);
    expect(await outcomes(entered, (table) => `update ${table} set town_id = town_id`)).toEqual([]);
    expect(await outcomes(entered, (table) => `delete from ${table}`)).toEqual([]);
    for (const table of tables)
      expect([table, await inTown(entered, `insert into ${table} (town_id) values ('${town}')`)]).toEqual([table, "42501"]);
  });

  it("cannot carry a row into another town", async () => {
    const moved = await outcomes(town, (table) => `update ${table} set town_id = '${other}'`);
    expect(moved).toEqual([]);
  });

  it("cannot change the past", async () => {
    expect(await inTown(town, "update audit_entry set action = 'x'")).toBe("42501");
    expect(await inTown(town, "delete from event")).toBe("42501");
    await expect(fresh.asOwner("delete from audit_entry")).rejects.toMatchObject({ code: "23001" });
    await expect(fresh.asOwner("truncate event")).rejects.toMatchObject({ code: "23001" });
  });

  it("searches by the index behind the wall", async () => {
    const [{ superuser } = { superuser: false }] = await fresh.asOwner<{ superuser: boolean }>(
      "select rolsuper as superuser from pg_roles where rolname = current_user",
    );
    if (!superuser) return; // only a superuser may call the operator leakproof; elsewhere the town's rows are read
    await fresh.asOwner(`insert into purchase_request (town_id, id, status, title, families, sealing, method, visibility, buyer_id, written_by, terms, created_at, words)
      select '${town}', 'preq_' || n, 'draft', 't', '{}', 'none', 'open', 'town', 'b', 'w', '{}', now(), case when n % 500 = 0 then '法兰' else '轴承' end
      from generate_series(1, 5000) n`);
    await fresh.asOwner("vacuum analyze purchase_request");
    await rows.query(`begin; set local app.town_id = '${TownId.parse(town)}'`);
    const plan = await rows.query("explain select id from purchase_request where search @@ to_tsquery('simple', '法兰')");
    await rows.query("rollback");
    expect(JSON.stringify(plan.rows)).toContain("purchase_request_search");
  });
});

/** One row of the town in every table. Checks and references are dropped in this throw-away database: the wall alone is on trial. */
async function fillEveryTable(ownerUrl: string, tables: readonly string[], town: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query("select set_config('app.town_id', $1, false)", [town]);
    await owner.query(`do $$ declare k record; begin
      for k in select conname, conrelid::regclass as t from pg_constraint where contype in ('f', 'c') and connamespace = 'public'::regnamespace
      order by contype desc loop execute format('alter table %s drop constraint %I', k.t, k.conname); end loop; end $$`);
    for (const table of tables) {
      const { rows } = await owner.query<{ name: string; type: string }>(
        `select attname as name, format_type(atttypid, null) as type from pg_attribute
         where attrelid = $1::regclass and attnum > 0 and attnotnull and not attisdropped and attname <> 'town_id' and attgenerated = ''`,
        [table],
      );
      const values = rows.map(({ type }) => example(type));
      const columns = ["town_id", ...rows.map(({ name }) => name)];
      await owner.query(`insert into ${table} (${columns.join(", ")}) values (${[`'${town}'`, ...values].join(", ")})`);
    }
  } finally {
    await owner.end();
  }
}

function example(type: string): string {
  if (type.endsWith("[]")) return `'{}'::${type}`;
  if (type === "jsonb" || type === "json") return "'{}'";
  if (type === "boolean") return "true";
  if (type.startsWith("timestamp") || type === "date") return "now()";
  if (["integer", "bigint", "numeric", "smallint", "double precision"].includes(type)) return "1";
  return "'1'";
}
