import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aDeployment, type Deployment } from "./support/deployment.ts";
import { invariants, look } from "./support/invariants.ts";
import { figure, timed } from "./support/scale.ts";
import { admitted, ordered } from "./support/story.ts";

let site: Deployment;
beforeAll(async () => {
  site = await aDeployment({ servers: 1 });
  await ordered(site);
  await admitted(site);
  await site.settled();
});
afterAll(() => site.close());

it("a sound database breaks no invariant, and each speaks of something", async () => {
  const { value, seconds } = await timed(() => look(site.asOwner));
  const { broken, looked } = value;
  figure({ promise: "G1", proof: "invariants", seconds, invariants: invariants.length, looked });
  expect(broken).toEqual([]);
  for (const { name, over } of invariants) {
    const [row] = await site.asOwner<{ n: string }>(over);
    expect([name, Number(row?.n)]).not.toEqual([name, 0]);
  }
  expect(looked).toBeGreaterThan(50);
});

it.each(invariants)("is seen when it is broken: $name", async ({ broken, plant }) => {
  expect(await planted(site.urls().ownerUrl, plant, broken)).not.toEqual([]);
});

/** Plants a breach past triggers and constraints, looks, and takes everything back. */
async function planted(ownerUrl: string, plant: string, broken: string): Promise<readonly object[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("begin; set local session_replication_role = replica");
    await client.query(plant);
    return (await client.query<object>(broken)).rows;
  } finally {
    await client.query("rollback");
    await client.end();
  }
}
