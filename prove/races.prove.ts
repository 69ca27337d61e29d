import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Someone } from "../packages/api/src/testing/people.ts";
import { newId } from "../packages/db/src/ids.ts";
import { atOnce, wordOf } from "./support/callers.ts";
import { aDeployment, type Deployment } from "./support/deployment.ts";
import { look } from "./support/invariants.ts";
import { fair, type Weather } from "./support/link.ts";
import { chanceOf, figure, seed, size, timed } from "./support/scale.ts";
import * as story from "./support/story.ts";

let site: Deployment;
let racers: Someone[];
beforeAll(async () => {
  site = await aDeployment({ servers: 2, linked: true });
  const { dingxiang } = site.people;
  racers = [];
  for (let n = 0; n < 50; n += 1) racers.push(await site.people.firm(dingxiang, `Racer ${n}`, ["owner", "seller"]));
});
afterAll(() => site.close());

const chance = chanceOf(seed);
/** A distant database: a check and the act that follows it are far apart. */
const far: Partial<Weather> = { delayMs: () => 10 + chance() * 40 };
const racer = (n: number): Someone => racers[n % racers.length] ?? site.people.supplier;

describe.each([
  { link: "a near database", weather: fair, clients: 50, races: size(2, 40) },
  { link: "a database 20 to 100 ms away", weather: far, clients: 8, races: size(1, 8) },
])("races through two processes and $link", ({ link, weather, clients, races }) => {
  const measured = (proof: string, promise: string, seconds: number, more: Record<string, number>) =>
    figure({ promise, proof: `${proof}, ${link}`, seconds, races, ...more });
  const repeated = async (race: () => Promise<void>) => {
    site.link?.weather(weather);
    const { seconds } = await timed(async () => {
      for (let n = 0; n < races; n += 1) await race();
    });
    site.link?.weather(fair);
    await site.settled(120_000);
    expect((await look(site.asOwner)).broken).toEqual([]);
    return seconds;
  };

  it("one of several awards stands, the others are told who was first (P14)", async () => {
    const { buyer, buyerOwner } = site.people;
    const colleagues = [buyer, buyerOwner, await site.people.colleague(buyer, ["buyer"]), await site.people.colleague(buyer, ["buyer"])];
    const seconds = await repeated(async () => {
      const request = await story.opened(site);
      const words = await atOnce(colleagues.length, async (n, barrier) => {
        const who = colleagues[n] ?? buyer;
        const choice = await story.bestChoice(site, request.id, who, { at: n });
        await barrier();
        return wordOf(site.as(who, { at: n }).procurement.award.award.mutate(choice));
      });
      expect(words.sort()).toEqual(["done", ...Array(3).fill("procurement.award.already_awarded")]);
    });
    measured("awards at once", "P14", seconds, { awarders: colleagues.length });
  });

  it("two openings open once (P4)", async () => {
    const seconds = await repeated(async () => {
      const request = await story.published(site);
      await story.quote(site, racer(0), request.id, ["86.5", "120"]);
      await site.later({ hours: 49 });
      const open = (n: number) => wordOf(site.as(site.people.buyer, { at: n }).procurement.request.open.mutate({ requestId: request.id }));
      const words = await atOnce(4, (n, barrier) => barrier().then(() => open(n)));
      expect(words.sort()).toEqual(["done", ...Array(3).fill("procurement.request.wrong_status")]);
    });
    measured("openings at once", "P4", seconds, { openers: 4 });
  });

  it("twenty submissions of one firm leave one live revision; a key repeated to both processes has one answer (P8)", async () => {
    const parallel = Math.min(20, clients);
    const seconds = await repeated(async () => {
      const request = await story.published(site);
      const key = newId("key");
      const receipts = await atOnce(parallel, async (n, barrier) => {
        await barrier();
        const sent = await story.quote(site, racer(1), request.id, ["86.5", "120"], n % 2 === 0 ? { at: n >> 1, key } : { at: n });
        return { keyed: n % 2 === 0, sequence: sent.receipt.sequence };
      });
      const keyed = new Set(receipts.filter((one) => one.keyed).map(({ sequence }) => sequence));
      expect(keyed.size).toBe(1);
      expect(new Set(receipts.map(({ sequence }) => sequence)).size).toBe(1 + (parallel >> 1));
    });
    measured("submissions at once", "P8", seconds, { parallel });
  });
});
