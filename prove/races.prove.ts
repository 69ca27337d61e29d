import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Someone } from "../packages/api/src/testing/people.ts";
import { newId } from "../packages/db/src/ids.ts";
import { atOnce, outcomeOf, wordOf } from "./support/callers.ts";
import { aDeployment, type Deployment } from "./support/deployment.ts";
import { look } from "./support/invariants.ts";
import { fair, type Weather } from "./support/link.ts";
import { chanceOf, figure, seed, size, timed } from "./support/scale.ts";
import * as story from "./support/story.ts";

let site: Deployment;
let racers: Someone[];
beforeAll(async () => {
  site = await aDeployment({ servers: 2, linked: true });
  const { firm, dingxiang } = site.people;
  racers = [];
  for (let n = 0; n < 50; n += 1) racers.push(await firm(dingxiang, `Racer ${n}`, ["owner", "seller"]));
});
afterAll(() => site.close());

const chance = chanceOf(seed);
/** A distant database: a check and the act that follows it are far apart. */
const far: Partial<Weather> = { delayMs: () => 10 + chance() * 40 };
const racer = (n: number): Someone => racers[n % racers.length] ?? site.people.supplier;
const closed = ["procurement.request.closed", "procurement.request.wrong_status"];

describe.each([
  { link: "a near database", weather: fair, clients: 50, races: size(2, 40) },
  { link: "a database 20 to 100 ms away", weather: far, clients: 8, races: size(1, 8) },
])("races through two processes and $link", ({ link, weather, clients, races }) => {
  const measured = (proof: string, promise: string, seconds: number, more: Record<string, number>) =>
    figure({ promise, proof: `${proof}, ${link}`, seconds, races, ...more });
  const repeated = async (race: (n: number) => Promise<void>) => {
    site.link?.weather(weather);
    const { seconds } = await timed(async () => {
      for (let n = 0; n < races; n += 1) await race(n);
    });
    site.link?.weather(fair);
    await site.settled(120_000);
    expect((await look(site.asOwner)).broken).toEqual([]);
    return seconds;
  };

  it("quotes in the last milliseconds are in before the freeze, or refused (P1, P5)", async () => {
    const told = { done: 0, late: 0 };
    const seconds = await repeated(async () => {
      const request = await story.published(site);
      const answers = await atTheClose(request, clients);
      await site.settled(120_000);
      const [opening] = await site.asOwner<{ listed: string[] }>(
        "select array(select c->>'commitment' from jsonb_array_elements(commitments) c) as listed from opening where request_id = $1",
        [request.id],
      );
      const done = answers.flatMap((answer) => (answer.kind === "done" ? [answer.value.receipt.commitment] : []));
      const late = answers.flatMap((answer) => (answer.kind === "refused" ? [answer.code] : []));
      expect(answers.filter(({ kind }) => kind === "unanswered")).toEqual([]);
      expect(late.filter((code) => !closed.includes(code))).toEqual([]);
      expect([...done].sort()).toEqual([...(opening?.listed ?? [])].sort());
      told.done += done.length;
      told.late += late.length;
    });
    expect(told.done + told.late).toBe(races * clients);
    measured("quotes at the deadline", "P1", seconds, told);
  });

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

  it("two administrators admit a firm once", async () => {
    const admins = [site.people.townAdministrator, site.people.reviewer];
    const seconds = await repeated(async (race) => {
      const { membershipId } = await story.applied(site, `Applicant ${link.length} ${race}`);
      const { version } = await site.as(site.people.reviewer).town.membership.takeUp.mutate({ membershipId, version: 0 });
      const words = await atOnce(2, async (n, barrier) => {
        await barrier();
        return wordOf(site.as(admins[n] ?? null, { at: n }).town.membership.admit.mutate({ membershipId, version, confirmsCode: false }));
      });
      expect(words.sort()).toEqual(["done", "platform.changed_meanwhile"]);
    });
    measured("admissions at once", "T3", seconds, { administrators: 2 });
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

/** Every client sends within five milliseconds of the close, by the product's clock, half to each process. */
async function atTheClose({ id, closesAt }: Awaited<ReturnType<typeof story.published>>, clients: number) {
  const left = closesAt.getTime() - (await story.clockOf(site)).getTime();
  await site.later({ seconds: Math.floor(left / 1000) - 3 });
  await Promise.all(
    Array.from({ length: clients }, (_, n) => site.as(racer(n), { at: n }).procurement.quote.mine.query({ requestId: id })),
  );
  const close = Date.now() + closesAt.getTime() - (await story.clockOf(site)).getTime();
  return atOnce(clients, async (n, barrier) => {
    await barrier();
    await pause(Math.max(0, close - Date.now() - 5 + chance() * 10));
    return outcomeOf(story.quote(site, racer(n), id, ["86.5", "120"], { at: n }));
  });
}
