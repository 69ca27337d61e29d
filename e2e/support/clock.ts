import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";

function ownerUrl(): string {
  const dataDir = process.env["JIZHEN_DATA"];
  if (dataDir === undefined) throw new Error("JIZHEN_DATA must name the data folder of the server under test");
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

const tell = (client: pg.Client, hours: number) =>
  client.query(
    `create or replace function public.jizhen_clock() returns timestamptz language sql volatile as 'select clock_timestamp() + interval ''${hours} hours'''`,
  );

/**
 * Moves the product's clock (the database's function that only its owner can replace) forward while `work` runs, and does the timers
 * of this one request that have fallen due by it. A seal must last a day at least; a test cannot wait for it.
 */
export async function hoursLater<T>(hours: number, requestId: string, work: () => Promise<T>): Promise<T> {
  await asOwner(async (client) => {
    await tell(client, hours);
    await client.query(
      `update pgboss.job set start_after = now() where state < 'active' and start_after > now() and start_after <= jizhen_clock() and data::text like '%' || $1 || '%'`,
      [requestId],
    );
  });
  try {
    return await work();
  } finally {
    await asOwner((client) => tell(client, 0));
  }
}

/** One question past every wall, to look at what was really written. */
export const lookAt = <Row extends pg.QueryResultRow>(sql: string, params: readonly unknown[] = []): Promise<Row[]> =>
  asOwner(async (client) => (await client.query<Row>(sql, [...params])).rows);
