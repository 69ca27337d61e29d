import pg from "pg";
import * as z from "zod";
import type { World } from "../../packages/api/src/testing/index.ts";

/** Words that would tell of our inside: stacks, statements, drivers, folders. */
const forbidden =
  /\bat [\w.<>]+ \(|\.m?[tj]s:\d|node_modules|\bprisma\b|\bpg_\w+|\binvocation\b|\b(select|insert|update|delete)\b[^"]{0,80}\b(from|into|set|where)\b|relation \\?"|violates|syntax error|unexpected token|ECONN|\/work\/|\/home\/|\/tmp\/|town_id|_id\\?"|TypeError|RangeError|SyntaxError|superjson/i;

/** What of the inside stands in an answer; null for none. */
export const told = (body: string): string | null => forbidden.exec(body)?.[0] ?? null;

const Issue = z.strictObject({ path: z.string(), code: z.string() });
const Data = z.strictObject({
  code: z.string(),
  httpStatus: z.int(),
  path: z.string().nullable(),
  reason: z.looseObject({ kind: z.enum(["not_found", "forbidden", "conflict", "rule", "too_many"]), code: z.string() }),
  issues: z.array(Issue).max(100),
  incident: z.null(),
});
const Refused = z.strictObject({ json: z.strictObject({ message: z.string(), code: z.int(), data: Data }) });
export const RefusedAnswer = z.strictObject({ error: Refused });

/** What a client may be told; anything else is a finding. */
export const allowedStatuses: ReadonlySet<number> = new Set([200, 207, 400, 403, 404, 405, 409, 413, 415, 422, 429, 431]);

type Table = { readonly schema: string; readonly name: string };

/** One hash over everything the database holds, but for what counts requests. */
export async function checksumOf(world: World): Promise<string> {
  const tables = await tablesOf(world);
  const parts = tables.map(
    ({ schema, name }) => `(select coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') from ${schema}.${name} t)`,
  );
  const { rows } = await (await ownerOf(world)).query<{ sum: string }>(`select md5(${parts.join(" || ")}) as sum`);
  return rows[0]?.sum ?? "";
}

const owners = new WeakMap<World, Promise<pg.Client>>();
/** One connection for thousands of looks; it goes when the world's database is dropped. */
const ownerOf = (world: World): Promise<pg.Client> => {
  const found =
    owners.get(world) ??
    (async () => {
      const client = new pg.Client({ connectionString: world.fresh.ownerUrl });
      client.on("error", () => undefined);
      await client.connect();
      return client;
    })();
  owners.set(world, found);
  return found;
};

const known = new WeakMap<World, Promise<Table[]>>();
const tablesOf = (world: World): Promise<Table[]> => {
  const found =
    known.get(world) ??
    world.asOwner<Table>(
      `select table_schema as schema, table_name as name from information_schema.tables
        where table_type = 'BASE TABLE' and (table_schema = 'public' or (table_schema = 'pgboss' and table_name = 'job_common'))
          and table_name not in ('rate_limit', '_prisma_migrations') order by 1, 2`,
    );
  known.set(world, found);
  return found;
};

/** Every id there is, by its prefix. */
export async function idsIn(world: World): Promise<Record<string, string[]>> {
  const columns = await world.asOwner<{ table: string }>(
    `select table_name as "table" from information_schema.columns where table_schema = 'public' and column_name = 'id' and data_type = 'text'`,
  );
  const all = columns.map(({ table }) => `(select id from public.${table} order by id desc limit 40)`).join(" union all ");
  const rows = await world.asOwner<{ id: string }>(all);
  const pool: Record<string, string[]> = {};
  for (const { id } of rows) {
    const prefix = /^([a-z]+)_/.exec(id)?.[1];
    if (prefix !== undefined) (pool[prefix] ??= []).push(id);
  }
  return pool;
}
