import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import type * as z from "zod";
import { aSite, origin, type Site } from "../apps/server/src/http.fixtures.ts";
import { call, type Outcome, procedures } from "../packages/api/src/access-matrix/harness.ts";
import type { Row } from "../packages/api/src/access-matrix/row.ts";
import { aWorld, type Someone, type World } from "../packages/api/src/testing/index.ts";
import { hostileBodies } from "./fuzz/bodies.ts";
import { fitting, type Schema, schemaOf } from "./fuzz/from-schema.ts";
import { nearMiss, varied } from "./fuzz/near-misses.ts";
import { allowedStatuses, checksumOf, idsIn, RefusedAnswer, told } from "./fuzz/oracle.ts";
import { recordedLooks } from "./support/looks.ts";
import { chanceOf, drawn, figure, isLong, seed, size, timed } from "./support/scale.ts";
import { rows } from "./tenants/stories.ts";

const inputsEach = size(40, 5_000);
/** One fixture serves so many inputs: after that its thing has usually been changed, ended or withdrawn. */
const perFixture = 50;
const faults: string[] = [];
const rejections: unknown[] = [];
const note = (reason: unknown) => void rejections.push(reason);

let site: Site;
beforeAll(async () => {
  process.on("unhandledRejection", note);
  site = await aSite();
});
afterAll(async () => {
  process.off("unhandledRejection", note);
  await site.close();
  await current?.close();
});

/** Every procedure in a release run; in a test run some of them, drawn by the seed. */
const every = Object.keys(procedures);
const rowOf = (path: string): Row => {
  const row = rows[path];
  if (!row) throw new Error(`${path} has no row in the access matrix`);
  return row;
};
const inputOf = (path: string): Schema | null => {
  const { inputs } = (procedures[path] as unknown as { _def: { inputs: z.ZodType[] } })._def;
  const [input] = inputs;
  return input === undefined ? null : schemaOf(input);
};

type Tally = { inputs: number; behindValidation: number; refusedUnderChecksum: number };
const entry = new Set(["platform.invalid_input", "platform.not_permitted", "platform.sign_in_needed", "platform.workspace_unknown"]);
const isBehind = (outcome: Outcome) => outcome.kind === "allowed" || (outcome.reason !== null && !entry.has(outcome.reason.code));

/** Mostly its owner, so that the procedure is reached; now and then everybody else. */
function whoCalls(world: World, row: Row, chance: () => number): Someone | null {
  const others = [world.rival, world.elsewhere, world.townAdministrator, world.suspended, world.stranger, world.supplier, null] as const;
  const owner = row.by === null ? null : world[row.by];
  return chance() < 0.8 ? owner : (others[Math.floor(chance() * others.length)] ?? null);
}

function inputsFor(schema: Schema | null, base: unknown, pool: Record<string, string[]>, count: number, from: number): unknown[] {
  const fresh = schema === null ? fc.constant(undefined) : fitting(schema, pool);
  const whole = base === undefined ? fresh : fc.oneof(fc.constant(base), fresh);
  const any = fc.oneof(
    { weight: 5, arbitrary: base === undefined ? fresh : varied(base, fresh) },
    { weight: 2, arbitrary: whole },
    { weight: 3, arbitrary: nearMiss(whole) },
  );
  return fc.sample(any, { numRuns: count, seed: from });
}

let current: World | null = null;
/** What a row's call is about, in a world that others have not used up: a stranger who was given a seat is no stranger any more. */
async function laid(row: Row): Promise<{ world: World; input: unknown }> {
  current ??= await aWorld();
  unchanged = null;
  try {
    return { world: current, input: (await row.given?.(current))?.input };
  } catch {
    await current.close();
    current = await aWorld();
    return { world: current, input: (await row.given?.(current))?.input };
  }
}

async function fuzzInProcess(path: string, chance: () => number): Promise<Tally> {
  const row = rowOf(path);
  const schema = inputOf(path);
  const tally: Tally = { inputs: 0, behindValidation: 0, refusedUnderChecksum: 0 };
  const count = schema === null ? Math.min(inputsEach, 30) : inputsEach;
  while (tally.inputs < count) {
    const { world, input: base } = await laid(row);
    const pool = await idsIn(world);
    const inputs = inputsFor(schema, base, pool, Math.min(perFixture, count - tally.inputs), seed + tally.inputs);
    const group = isLong ? 10 : 20;
    for (let at = 0; at < inputs.length; at += group) await fuzzGroup(world, path, row, inputs.slice(at, at + group), chance, tally);
  }
  return tally;
}

/** What the database held after the last group, while nobody has written since. */
let unchanged: { world: World; sum: string } | null = null;

/** Some calls; when none of them was allowed to write, the database is as it was. */
async function fuzzGroup(world: World, path: string, row: Row, inputs: readonly unknown[], chance: () => number, tally: Tally) {
  const before = unchanged?.world === world ? unchanged.sum : await checksumOf(world);
  unchanged = null;
  let [refused, wrote] = [0, false];
  for (const input of inputs) {
    const outcome = await call(world, whoCalls(world, row, chance), path, input);
    if (outcome.kind === "fault") faults.push(`${path} faults on ${describe(input)}\n${world.logged.at(-1)?.slice(0, 1_500) ?? ""}`);
    tally.inputs += 1;
    if (isBehind(outcome)) tally.behindValidation += 1;
    if (outcome.kind === "refused") refused += 1;
    else if (procedures[path]?._def.type === "mutation" || recordedLooks.has(path)) wrote = true;
  }
  if (wrote) return;
  const after = await checksumOf(world);
  expect(after, `${path} changed a row though it refused or only read`).toBe(before);
  unchanged = { world, sum: after };
  tally.refusedUnderChecksum += refused;
}

function describe(input: unknown): string {
  try {
    return JSON.stringify(input, (_, value: unknown) => (typeof value === "bigint" ? `${value}n` : value))?.slice(0, 2_000) ?? "undefined";
  } catch {
    return String(input);
  }
}

const collect = () => {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  return process.memoryUsage().heapUsed;
};

it("what every procedure takes can be made from its schema", () => {
  for (const path of every) {
    const schema = inputOf(path);
    if (schema !== null) expect(fc.sample(fitting(schema, {}), { numRuns: 3, seed }), path).toHaveLength(3);
  }
});

it("no input makes a procedure fault, whoever sends it, and a refusal changes nothing (G11)", async () => {
  const chance = chanceOf(seed);
  const paths = drawn(every, isLong ? every.length : 20, seed);
  const least: { path: string; reached: number; inputs: number }[] = [];
  const total: Tally = { inputs: 0, behindValidation: 0, refusedUnderChecksum: 0 };
  const rss = process.memoryUsage().rss;
  let settled = 0;
  const { seconds } = await timed(async () => {
    for (const [index, path] of paths.entries()) {
      const tally = await fuzzInProcess(path, chance);
      least.push({ path, reached: tally.behindValidation, inputs: tally.inputs });
      for (const name of ["inputs", "behindValidation", "refusedUnderChecksum"] as const) total[name] += tally[name];
      if (index === Math.floor(paths.length / 3)) settled = collect();
    }
  });
  least.sort((a, b) => a.reached - b.reached);
  const heapGrowthMb = Math.round((collect() - settled) / 1e6);
  figure({
    promise: "G11",
    proof: "every procedure, in process",
    seconds,
    procedures: paths.length,
    ...total,
    reachedLeast: least.slice(0, 5).map(({ path, reached }) => `${path} ${reached}`),
    heapGrowthMb,
    rssGrowthMb: Math.round((process.memoryUsage().rss - rss) / 1e6),
    faults: faults.length,
    unhandledRejections: rejections.length,
  });
  expect(faults).toEqual([]);
  expect(rejections).toEqual([]);
  expect(heapGrowthMb).toBeLessThan(50);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  // Of five thousand inputs a hundred: what can be done once to a thing refuses most of them before it looks at them.
  expect(least.filter(({ reached, inputs }) => reached < inputs * 0.02)).toEqual([]);
});

async function sendBody(path: string, who: Someone | undefined, body: string): Promise<{ status: number; text: string }> {
  const isQuery = procedures[path]?._def.type !== "mutation";
  const headers = { ...site.headers(who), origin, "content-type": "application/json" };
  const short = isQuery && body.length < 4_000;
  const answer = short
    ? await fetch(`${site.url}/trpc/${path}?input=${encodeURIComponent(body)}`, { headers: site.headers(who) })
    : await fetch(`${site.url}/trpc/${path}`, { method: "POST", headers, body });
  if (procedures[path]?._def.type === "subscription" && answer.status === 200) {
    await answer.body?.cancel();
    return { status: 200, text: "" };
  }
  return { status: answer.status, text: await answer.text() };
}

/** What a procedure is about, on a site that the bodies before it have not used up. */
async function laidOnSite(row: Row): Promise<unknown> {
  try {
    return (await row.given?.(site.world))?.input;
  } catch {
    expect(site.world.logged.filter((line) => line.startsWith("fault"))).toEqual([]);
    await site.close();
    site = await aSite();
    return (await row.given?.(site.world))?.input;
  }
}

/** A server may answer and hang up before a large body has been sent: undici then tells only of the hanging up. */
function hungUp(error: unknown): null {
  if ((error as { cause?: { code?: string } }).cause?.code === "UND_ERR_SOCKET") return null;
  throw error;
}

/** One answer against all that is promised about answers. */
function judge(path: string, body: string, { status, text }: { status: number; text: string }): void {
  const about = `${path} answered ${status} to ${body.slice(0, 300)}`;
  expect(allowedStatuses, about).toContain(status);
  if (status < 400 || text === "") return;
  expect(RefusedAnswer.safeParse(JSON.parse(text)).success, `${about}: ${text.slice(0, 500)}`).toBe(true);
  expect(told(text.replaceAll(path, "")), about).toBeNull();
}

it("hostile bodies over HTTP are refused in the one shape of refusals and tell nothing (G11)", async () => {
  const chance = chanceOf(seed);
  const paths = drawn(every, isLong ? every.length : 8, seed + 1);
  let [sent, allowed, closed] = [0, 0, 0];
  const { seconds } = await timed(async () => {
    for (const path of paths) {
      const row = rowOf(path);
      const base = await laidOnSite(row);
      const bodies = hostileBodies(base);
      const chosen = !isLong ? bodies.filter(() => chance() < 0.7) : bodies;
      const owner = row.by === null ? undefined : site.world[row.by];
      for (let at = 0; at < chosen.length; at += 8) {
        await Promise.all(
          chosen.slice(at, at + 8).map(async (body) => {
            sent += 1;
            const answer = await sendBody(path, owner, body).catch(hungUp);
            if (answer === null) closed += 1;
            else judge(path, body, answer);
            if (answer !== null && answer.status < 400) allowed += 1;
          }),
        );
      }
    }
  });
  figure({ promise: "G11", proof: "hostile bodies over HTTP", seconds, procedures: paths.length, sent, allowed, closed });
  expect((await fetch(`${site.url}/healthz`)).status).toBe(200);
  expect(closed).toBeLessThan(sent / 20);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  expect(site.world.logged.filter((line) => line.startsWith("fault"))).toEqual([]);
  expect(rejections).toEqual([]);
});

it("a procedure that does fault is seen by both (G11)", async () => {
  const { buyer } = site.world;
  await site.world.asOwner("alter table notification rename to notification_away");
  const [inside, outside] = [
    await call(site.world, buyer, "platform.notification.unread", undefined),
    await sendBody("platform.notification.unread", buyer, "{}"),
  ];
  await site.world.asOwner("alter table notification_away rename to notification");
  expect(inside.kind).toBe("fault");
  expect(allowedStatuses).not.toContain(outside.status);
  expect(RefusedAnswer.safeParse(JSON.parse(outside.text)).success).toBe(false);
  expect(told('{"message":"relation \\"notification\\" does not exist"}')).not.toBeNull();
});
