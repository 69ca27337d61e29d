import { openTown } from "@jizhen/db";
import { eventOf } from "@jizhen/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { aWorld, type World } from "../testing/index.ts";
import { type Heard, on, publish, react, retired } from "./events.ts";
import { nextNumber } from "./numbers.ts";
import { runJobs } from "./run-job.ts";
import type { Services } from "./services.ts";
import { onJob, schedule } from "./timers.ts";
import { platformActor } from "./tx.ts";

const Tested = eventOf("test.thing.happened.v1", { at: z.date(), amount: z.int() });
const heard: { event: unknown; heard: Heard }[] = [];

let world: World;
let services: Services;
beforeAll(async () => {
  world = await aWorld();
  services = {
    ...world.platform.services,
    reactions: [
      on(Tested, "test: give a number", async (tx, event, about) => {
        heard.push({ event, heard: about });
        await nextNumber(tx, "EV");
      }),
      on(Tested, "test: fail the first time", async (tx) => {
        await nextNumber(tx, "FL");
        if (failures.shift()) throw new Error("canary-in-a-fault");
      }),
      retired(on(Tested, "test: heard before", async (tx) => void (await nextNumber(tx, "RE")))),
    ],
  };
});
afterAll(() => world.close());
const failures: boolean[] = [];

const tell = (amount: number) =>
  openTown(services.database, world.buyer.actor).write(async (bare) => {
    const tx = { ...bare, services };
    await publish(tx, [{ type: "test.thing.happened.v1", at: tx.at, amount } as never]);
    return tx.at;
  });
type QueuedJob = { data: { eventId: string; subscriber: string; townId: string } };
const queued = () => world.asOwner<QueuedJob>("select data from pgboss.job where name = 'reaction' order by created_on");
const inTown = <T>(work: Parameters<ReturnType<typeof openTown>["write"]>[0]) =>
  openTown(services.database, platformActor(world.dingxiang.id)).write(work) as Promise<T>;
const last = (series: string) =>
  world.asOwner<{ last: number }>("select last from number_series where series = $1", [series]).then(([row]) => row?.last ?? 0);

describe("an event", () => {
  it("reaches each subscriber as it was, once, however often its job runs", async () => {
    const at = await tell(7);
    const jobs = (await queued()).map(({ data }) => data);
    expect(jobs.map(({ subscriber }) => subscriber).sort()).toEqual(["test: fail the first time", "test: give a number"]);
    const mine = jobs.find(({ subscriber }) => subscriber === "test: give a number");
    if (!mine) throw new Error("no job");
    const run = () => inTown((bare) => react({ ...bare, services }, mine as never));
    expect((await Promise.all([run(), run(), run()])).filter((outcome) => outcome === "acted")).toHaveLength(1);
    expect(await run()).toBe("already");
    expect(await last("EV")).toBe(1);
    expect(heard.at(-1)).toMatchObject({
      event: { type: "test.thing.happened.v1", at, amount: 7 },
      heard: { personId: world.buyer.actor.personId, eventId: mine.eventId },
    });
  });

  it("queues nothing for a subscriber that is retired, and lets it hear what was queued before", async () => {
    await tell(8);
    const jobs = (await queued()).map(({ data }) => data);
    expect(jobs.map(({ subscriber }) => subscriber)).not.toContain("test: heard before");
    const earlier = { ...jobs.at(-1), subscriber: "test: heard before" };
    expect(await inTown((bare) => react({ ...bare, services }, earlier as never))).toBe("acted");
    expect(await last("RE")).toBe(1);
  });

  it("puts ids into the queue and nothing else", async () => {
    for (const { data } of await queued()) expect(Object.keys(data).sort()).toEqual(["eventId", "subscriber", "townId"]);
  });

  it("is neither stored nor queued when its request fails", async () => {
    const before = (await queued()).length;
    const failing = openTown(services.database, world.buyer.actor).write(async (bare) => {
      await publish({ ...bare, services }, [{ type: "test.thing.happened.v1", at: bare.at, amount: 1 } as never]);
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect((await queued()).length).toBe(before);
  });

  it("a subscriber that fails leaves nothing and is run again", async () => {
    failures.push(true);
    await tell(8);
    const jobs = (await queued()).map(({ data }) => data).filter(({ subscriber }) => subscriber === "test: fail the first time");
    const run = runJobs(services, []);
    await expect(run("reaction", jobs.at(-1) as never)).rejects.toThrow();
    expect(await last("FL")).toBe(0);
    await run("reaction", jobs.at(-1) as never);
    expect(await last("FL")).toBe(1);
  });
});

describe("a timer", () => {
  it("comes when the product's clock says so, not before", async () => {
    const rung: string[] = [];
    const timers = [onJob("test.ring", z.strictObject({ name: z.string() }), async (_, { name }) => void rung.push(name))];
    const drain = () => drainWith(timers);
    await openTown(services.database, world.buyer.actor).write((bare) =>
      schedule({ ...bare, services }, "test.ring", "bell", { name: "bell" }, new Date(bare.at.getTime() + 3 * 86_400_000)),
    );
    await world.later({ days: 2 });
    await drain();
    expect(rung).toEqual([]);
    await world.later({ days: 1, minutes: 1 });
    await drain();
    await drain();
    expect(rung).toEqual(["bell"]);
  });

  const drainWith = (timers: Parameters<typeof runJobs>[1]) => world.platform.queue.drain(runJobs(services, timers));
});
