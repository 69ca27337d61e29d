import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aKey, aWorld, type World } from "../testing/index.ts";
import { townFor } from "../trpc/context.ts";
import { tidy } from "./housekeeping.ts";
import { nextNumber } from "./numbers.ts";
import { refuse } from "./refuse.ts";
import type { Tx } from "./tx.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

/** One request: a handle of its own, as the procedures build it. */
const submit = <T>(submission: { key: string; input?: unknown; path?: string }, work: (tx: Tx) => Promise<T>) =>
  townFor(world.platform.services, world.buyer.actor, { path: "test.thing.make", input: { price: "98765.4321" }, ...submission }).write(
    work,
  );
const given = (series: string) =>
  world.asOwner<{ last: number }>("select last from number_series where series = $1", [series]).then((rows) => rows[0]?.last ?? 0);

describe("the same submission sent again", () => {
  it("twenty at once do the work once and all get the same answer", async () => {
    const key = aKey();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => submit({ key }, async (tx) => ({ number: await nextNumber(tx, "AA"), at: tx.at }))),
    );
    expect(new Set(answers.map(({ number }) => number)).size).toBe(1);
    expect(new Set(answers.map(({ at }) => at.toISOString())).size).toBe(1);
    expect(await given("AA")).toBe(1);
  });

  it("with another input or for another procedure it is refused", async () => {
    const key = aKey();
    await submit({ key }, (tx) => nextNumber(tx, "BB"));
    const again = (change: object) => submit({ key, ...change }, (tx) => nextNumber(tx, "BB"));
    await expect(again({ input: { price: "98765.4322" } })).rejects.toMatchObject({ reason: { code: "platform.key_reused" } });
    await expect(again({ path: "test.thing.other" })).rejects.toMatchObject({ reason: { code: "platform.key_reused" } });
    expect(await given("BB")).toBe(1);
  });

  it("after a refusal the same key may try again", async () => {
    const key = aKey();
    const refused = submit({ key }, async (tx) => {
      await nextNumber(tx, "CC");
      return refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
    });
    await expect(refused).rejects.toMatchObject({ reason: { code: "platform.changed_meanwhile" } });
    expect(await submit({ key }, (tx) => nextNumber(tx, "CC"))).toMatch(/^CC-\d{4}-000001$/);
  });

  it("a second write of the same request is done by itself", async () => {
    const town = townFor(world.platform.services, world.buyer.actor, { key: aKey(), path: "test.thing.make", input: null });
    const numbers = [await town.write((tx) => nextNumber(tx, "DD")), await town.write((tx) => nextNumber(tx, "DD"))];
    expect(new Set(numbers).size).toBe(2);
  });

  it("somebody else's key is another key", async () => {
    const key = aKey();
    await submit({ key }, (tx) => nextNumber(tx, "EE"));
    const other = townFor(world.platform.services, world.rival.actor, { key, path: "test.thing.make", input: { price: "98765.4321" } });
    await other.write((tx) => nextNumber(tx, "EE"));
    expect(await given("EE")).toBe(2);
  });

  it("the table shows neither the input nor a plain hash of it", async () => {
    const rows = await world.asOwner("select * from idempotency_key");
    expect(JSON.stringify(rows)).not.toContain("98765");
  });
});

describe("housekeeping", () => {
  it("forgets submissions after a week, and none before", async () => {
    const key = aKey();
    await submit({ key }, (tx) => nextNumber(tx, "FF"));
    const known = () => world.asOwner("select 1 from idempotency_key where key = $1", [key]).then((rows) => rows.length);
    await world.later({ days: 6 });
    await tidy(world.platform.services);
    expect(await known()).toBe(1);
    await world.later({ days: 2 });
    await tidy(world.platform.services);
    expect(await known()).toBe(0);
  });
});
