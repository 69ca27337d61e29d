import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Someone } from "../packages/api/src/testing/people.ts";
import { newId } from "../packages/db/src/ids.ts";
import { atOnce, outcomeOf, wordOf } from "./support/callers.ts";
import { aDeployment, type Deployment } from "./support/deployment.ts";
import { look } from "./support/invariants.ts";
import { fair, type Weather } from "./support/link.ts";
import { chanceOf, figure, isLong, seed, size, timed } from "./support/scale.ts";
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
const closed = ["procurement.request.closed", "procurement.request.wrong_status"];

describe.each([
  { link: "a near database", weather: fair, clients: 50, races: size(2, 40) },
  { link: "a database 20 to 100 ms away", weather: far, clients: 8, races: size(1, 8) },
])("races through two processes and $link", ({ link, weather, clients, races }) => {
  const measured = (proof: string, promise: string, seconds: number, more: Record<string, number>) =>
    figure({ promise, proof: `${proof}, ${link}`, seconds, races, ...more });
  const repeated = async (race: (n: number) => Promise<void>, times = races) => {
    site.link?.weather(weather);
    const { seconds } = await timed(async () => {
      for (let n = 0; n < times; n += 1) await race(n);
    });
    site.link?.weather(fair);
    await site.settled(120_000);
    expect((await look(site.asOwner)).broken).toEqual([]);
    return seconds;
  };

  it("quotes in the last milliseconds are in before the freeze, or refused (P1, P5)", async () => {
    const told = { done: 0, late: 0 };
    const seconds = await repeated(
      async () => {
        const { quotes, openings, id } = await atTheClose(clients, weather === fair ? 1 : 4);
        // What a firm was told last is what counts: its first quote, or the one that replaced it in the last milliseconds.
        const receipts = quotes.flatMap((both) =>
          both.flatMap((one) => (one.kind === "done" ? [one.value.receipt.commitment] : [])).slice(-1),
        );
        const [opening] = await site.asOwner<{ listed: string[] }>(
          "select array(select c->>'commitment' from jsonb_array_elements(commitments) c) as listed from opening where request_id = $1",
          [id],
        );
        const second = quotes.flatMap((both) => both.slice(1));
        expect([...quotes.flat(), ...openings].filter(({ kind }) => kind === "unanswered")).toEqual([]);
        const codes = second.flatMap((answer) => (answer.kind === "refused" ? [answer.code] : []));
        expect(codes.filter((code) => !closed.includes(code))).toEqual([]);
        expect(receipts).toHaveLength(clients);
        expect(receipts.sort()).toEqual([...(opening?.listed ?? [])].sort());
        told.done += second.length - codes.length;
        told.late += codes.length;
      },
      isLong ? races : 1,
    );
    measured("quotes at the deadline", "P1", seconds, { races: isLong ? races : 1, clients, ...told });
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
    const { townAdministrator } = site.people;
    const admins = [townAdministrator, await site.people.colleague(townAdministrator, ["town_administrator"])];
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

/**
 * Every firm has quoted and quotes once more, every second one within five milliseconds of the close by the product's clock, the others
 * in the seconds before, half at each process; in the same moments the buyer asks for the opening, which freezes what is in.
 */
async function atTheClose(clients: number, spreadSeconds: number) {
  const { id, closesAt } = await story.published(site);
  const send = (n: number, price: string) => outcomeOf(story.quote(site, racer(n), id, [price, "120"], { at: n }));
  const open = (n: number) => outcomeOf(site.as(site.people.buyer, { at: n }).procurement.request.open.mutate({ requestId: id }));
  const each = <T>(count: number, work: (n: number) => Promise<T>) => Promise.all(Array.from({ length: count }, (_, n) => work(n)));
  const first = await each(clients, (n) => send(n, "86.5"));
  const left = closesAt.getTime() - (await story.clockOf(site)).getTime();
  await site.later({ seconds: Math.floor(left / 1000) - 1 - spreadSeconds });
  const close = Date.now() + closesAt.getTime() - (await story.clockOf(site)).getTime();
  const around = (n: number) => pause(Math.max(0, close - Date.now() - 5 + chance() * (n % 4 < 2 ? 10 : -1_000 * spreadSeconds)));
  const [second, openings] = await Promise.all([
    each(clients, (n) => around(n).then(() => send(n, "86.4"))),
    each(4, (n) => around(0).then(() => open(n))),
  ]);
  if (openings.every(({ kind }) => kind !== "done")) openings.push(await open(0));
  const quotes = first.flatMap((one, n) => {
    const other = second[n];
    return other === undefined ? [] : [[one, other]];
  });
  return { id, quotes, openings };
}
