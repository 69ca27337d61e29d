import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import pg from "pg";

type AsOwner = <R extends object>(sql: string, params?: readonly unknown[]) => Promise<R[]>;

/** The rows of a table as a release wrote them, as the text of a JSON array: nothing of a number is lost on the way. */
export type Kept = { readonly table: string; readonly rows: string; readonly columns: readonly string[] };

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(", ");

/** Tables with the columns that can be written. */
const tablesSql = `select c.relname as "table", array_agg(a.attname::text order by a.attnum) as columns
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> '_prisma_migrations' group by 1 order by 1`;

/** Every row of a database; one line a table in the file that is kept. */
export async function rowsOf(asOwner: AsOwner): Promise<readonly Kept[]> {
  const kept: Kept[] = [];
  for (const { table, columns } of await asOwner<{ table: string; columns: string[] }>(tablesSql)) {
    const [found] = await asOwner<{ rows: string | null }>(
      `select jsonb_agg(to_jsonb(t))::text as rows from (select ${quoted(columns)} from "${table}") t`,
    );
    if (found?.rows) kept.push({ table, columns, rows: found.rows });
  }
  return kept;
}

export const readRelease = (release: string): readonly Kept[] =>
  gunzipSync(readFileSync(join(import.meta.dirname, "../releases", `${release}.jsonl.gz`)))
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Kept);

/** Lays the kept rows into a database of that release's schema, in one transaction without triggers. */
export async function layRelease(ownerUrl: string, kept: readonly Kept[]): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("begin; set local session_replication_role = replica");
    for (const { table, columns, rows } of kept) {
      const names = quoted(columns);
      await client.query(`insert into "${table}" (${names}) select ${names} from jsonb_populate_recordset(null::"${table}", $1::jsonb)`, [
        rows,
      ]);
    }
    await client.query("commit");
  } finally {
    await client.end();
  }
}

/** Tables in which a row of the release is no longer as it was, or that have more or fewer rows. */
export async function changedTables(asOwner: AsOwner, kept: readonly Kept[]): Promise<readonly string[]> {
  const changed: string[] = [];
  for (const { table, columns, rows } of kept) {
    const names = quoted(columns);
    const [found] = await asOwner<{ gone: number; more: number }>(
      `with old as (select ${names} from jsonb_populate_recordset(null::"${table}", $1::jsonb))
       select (select count(*) from (select * from old except all select ${names} from "${table}") x)::int as gone,
              (select count(*) from "${table}")::int - (select count(*) from old)::int as more`,
      [rows],
    );
    if (found?.gone !== 0 || found.more !== 0) changed.push(`${table}: ${found?.gone} rows gone or changed, ${found?.more} more`);
  }
  return changed;
}
