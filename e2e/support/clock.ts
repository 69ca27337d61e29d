import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { ownDataDir } from "./own-server.ts";

function ownerUrl(): string {
  const dataDir = ownDataDir();
  const password = readFileSync(join(dataDir, "keys/owner.password"), "utf8").trim();
  const [, , , port] = readFileSync(join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n");
  return `postgresql://jizhen_owner:${password}@127.0.0.1:${port}/jizhen`;
}

async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const tell = (client: pg.Client, seconds: number) =>
  client.query(
    `create or replace function public.jizhen_clock() returns timestamptz language sql volatile as 'select clock_timestamp() + interval ''${seconds} seconds'''`,
  );

/**
 * Moves the product's clock (the database's function that only its owner can replace) to an hour past the close of a request while
 * `work` runs, and does the timers of this one request that have fallen due by it. A seal must last a day at least; a test cannot
 * wait for it. How far the close lies away depends on the minute of publication: closes are rounded up to full hours.
 */
export async function afterClose(requestId: string, work: () => Promise<void>): Promise<void> {
  await asOwner(async (client) => {
    const { rows } = await client.query<{ left: number | null }>(
      "select ceil(extract(epoch from closes_at - clock_timestamp()))::int as left from purchase_request where id = $1",
      [requestId],
    );
    const left = rows[0]?.left ?? null;
    if (left === null) throw new Error(`${requestId} has no close`);
    await tell(client, left + 3600);
    await client.query(
      `update pgboss.job set start_after = now() where state < 'active' and start_after > now() and start_after <= jizhen_clock() and data::text like '%' || $1 || '%'`,
      [requestId],
    );
  });
  try {
    await work();
  } finally {
    await asOwner((client) => tell(client, 0));
  }
}

/** One question past every wall, to look at what was really written. */
export const lookAt = <Row extends pg.QueryResultRow>(sql: string, params: readonly unknown[] = []): Promise<Row[]> =>
  asOwner(async (client) => (await client.query<Row>(sql, [...params])).rows);
