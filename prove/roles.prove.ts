import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aBalancer, type Balancer } from "./support/balancer.ts";
import { aDeployment, type Deployment } from "./support/deployment.ts";
import { look } from "./support/invariants.ts";
import { figure, size, timed } from "./support/scale.ts";
import * as story from "./support/story.ts";
import { aStream } from "./support/stream.ts";

const roles = ["api", "api", "worker"];
let site: Deployment;
let front: Balancer;
beforeAll(async () => {
  site = await aDeployment({ servers: roles.length, env: (n) => ({ ROLE: roles[n] ?? "" }) });
  front = await aBalancer(site.servers.slice(0, 2).map(({ url }) => Number(new URL(url).port)));
});
afterAll(async () => {
  await front.close();
  await site.close();
});

/** A quick enquiry, closed and awarded, every call through the one port. */
async function awarded() {
  const at = { at: front.url };
  const buyer = site.as(site.people.buyer, at).procurement;
  const { id: requestId, version } = await story.published(site, { sealing: "none" }, at);
  await story.quote(site, site.people.supplier, requestId, ["86.5", "120"], at);
  await buyer.request.freeze.mutate({ requestId, version });
  const { id: awardId } = await buyer.award.award.mutate(await story.bestChoice(site, requestId, site.people.buyer, at));
  return { requestId, awardId };
}

it("what is written through one process is heard at both (G13)", async () => {
  const { rival } = site.people;
  const before = front.given();
  // In turn: one listens at each process.
  const streams = [await aStream(front.url, rival, site.authSecret), await aStream(front.url, rival, site.authSecret)];
  expect(before).toEqual([1, 1]);
  const writes = size(6, 200);
  const { seconds } = await timed(async () => {
    for (let n = 0; n < writes; n += 1) {
      const { id } = await story.published(site, { sealing: "none" }, { at: n % 2 });
      for (const stream of streams) expect(await stream.heard(`procurement.request:${id}`)).toBe(true);
    }
  });
  for (const stream of streams) await stream.close();
  figure({ promise: "G13", proof: "live updates across two processes", seconds, writes, heard: writes * streams.length });
});

it("two API processes and a worker behind one port are one product; a worker that was killed is made up for (G13)", async () => {
  const worker = site.servers[2];
  await worker?.kill("SIGKILL");
  const count = size(4, 100);
  const { value: awards, seconds } = await timed(async () => {
    const made = await Promise.all(Array.from({ length: count }, awarded));
    // Those that answer requests take no job: nobody has made an order yet.
    await pause(2_500);
    for (const { awardId } of made) expect(await story.ordersOf(site, awardId)).toEqual([]);
    await worker?.start();
    await site.settled();
    return made;
  });
  for (const { awardId } of awards) expect(await story.ordersOf(site, awardId)).toHaveLength(1);
  const served = front.given();
  expect(Math.min(...served)).toBeGreaterThan(0);
  expect((await fetch(`${worker?.url}/trpc/platform.session.me`)).status).toBe(404);
  const { broken } = await look(site.asOwner);
  figure({
    promise: "G13",
    proof: "two API processes, one worker, one port",
    seconds,
    awards: count,
    served: served.map(String),
    broken: broken.length,
  });
  expect(broken).toEqual([]);
});
