import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aWorld, type Someone, type World } from "../testing/index.ts";
import { hint } from "./live.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

/** Listens as a browser would, and keeps what came. */
async function listen(who: Someone, standing?: string) {
  const topics: string[] = [];
  const stream = (await world.as(who).platform.live.hints({ standing })) as AsyncIterable<[string, { topic: string }, unknown]>;
  const ended = (async () => {
    for await (const [, { topic }] of stream) topics.push(topic);
  })();
  await new Promise((resolve) => setTimeout(resolve, 100));
  return { topics, ended };
}
const until = (fits: () => boolean) => expect.poll(fits, { timeout: 3_000, interval: 20 }).toBe(true);
const say = (from: Someone, to: Parameters<typeof hint>[1], topic: string) => world.town(from).write(async (tx) => hint(tx, to, topic));

describe("live hints", () => {
  it("reach the organisation they are for, through the database, and nobody else", async () => {
    const [supplier, rival, elsewhere] = [await listen(world.supplier), await listen(world.rival), await listen(world.elsewhere)];
    await say(world.buyer, { organisationId: world.supplier.actor.orgId }, "procurement.request:1");
    await say(world.buyer, { town: true }, "town.news");
    await say(world.buyer, { personId: world.rival.actor.personId }, "platform.notification");
    await until(() => rival.topics.includes("platform.notification") && supplier.topics.includes("town.news"));
    expect(supplier.topics.filter((topic) => topic !== "*")).toEqual(["procurement.request:1", "town.news"]);
    expect(rival.topics.filter((topic) => topic !== "*")).toEqual(["town.news", "platform.notification"]);
    expect(elsewhere.topics.filter((topic) => topic !== "*")).toEqual([]);
  });

  it("are not sent by a request that fails", async () => {
    const { topics } = await listen(world.supplier);
    const failing = world.town(world.buyer).write(async (tx) => {
      hint(tx, { town: true }, "never");
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    await say(world.buyer, { town: true }, "after");
    await until(() => topics.includes("after"));
    expect(topics).not.toContain("never");
  });

  it.each([
    ["the seat ends", (who: Someone) => world.asOwner("update seat set state = 'ended' where person_id = $1", [who.actor.personId])],
    [
      "the firm is suspended",
      (who: Someone) => world.asOwner("update membership_card set state = 'suspended' where organisation_id = $1", [who.actor.orgId]),
    ],
    ["the person signs out", (who: Someone) => world.asOwner("delete from session where token = $1", [who.token])],
  ])("end within five seconds after %s", async (_, change) => {
    const who = await world.colleague(await world.firm(world.dingxiang, "Leaving Forge"), ["seller"]);
    const { topics, ended } = await listen(who);
    const began = Date.now();
    await change(who);
    await ended;
    expect(Date.now() - began).toBeLessThan(5_000);
    expect(topics.at(-1)).toBe("platform.session");
  });

  it("end with the commit that changed the standing, before anything said after it", async () => {
    const who = await world.colleague(await world.firm(world.dingxiang, "Hinted Forge"), ["seller"]);
    const { topics, ended } = await listen(who);
    await world.asOwner("update membership_card set state = 'suspended' where organisation_id = $1", [who.actor.orgId]);
    await say(who, { organisationId: who.actor.orgId }, "platform.session");
    // By its own look every three seconds the stream would have passed this on.
    await say(world.buyer, { town: true }, "town.later");
    await ended;
    expect(topics.filter((topic) => topic !== "*")).toEqual(["platform.session"]);
  });

  it("go on after a word about a standing that has not changed", async () => {
    const { topics } = await listen(world.supplier);
    await say(world.supplier, { organisationId: world.supplier.actor.orgId }, "platform.session");
    await say(world.buyer, { town: true }, "town.later");
    await until(() => topics.includes("town.later"));
    expect(topics.filter((topic) => topic !== "*")).toEqual(["platform.session", "town.later"]);
  });

  it("begin with the session for a screen that was drawn before its standing changed, and only for that", async () => {
    const { current } = await world.as(world.rival).platform.session.me();
    const [old, fresh] = [await listen(world.rival, "suspended open 0"), await listen(world.rival, current?.standing)];
    await say(world.buyer, { town: true }, "town.later");
    await until(() => old.topics.includes("town.later") && fresh.topics.includes("town.later"));
    expect(old.topics.filter((topic) => topic !== "*")).toEqual(["platform.session", "town.later"]);
    expect(fresh.topics.filter((topic) => topic !== "*")).toEqual(["town.later"]);
  });

  it("come back after the listening connection is cut", async () => {
    const { topics } = await listen(world.supplier);
    await world.asOwner(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'jizhen-live' and datname = current_database()",
    );
    await until(() => topics.includes("*"));
    await say(world.buyer, { town: true }, "again");
    await until(() => topics.includes("again"));
  });
});
