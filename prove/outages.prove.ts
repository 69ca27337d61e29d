import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aftermath, secondsUntilBack } from "./support/aftermath.ts";
import { aDeployment, type Deployment } from "./support/deployment.ts";
import { aLedger, type Ledger } from "./support/ledger.ts";
import { fair } from "./support/link.ts";
import { chanceOf, figure, isLong, seed, size, timed } from "./support/scale.ts";
import { keepWriting } from "./support/writers.ts";

const chance = chanceOf(seed);
const forMs = isLong ? 10_000 : 2_000;
let site: Deployment;
let ledger: Ledger;
beforeAll(async () => {
  ledger = aLedger();
  site = await aDeployment({ servers: 2, linked: true });
});
afterAll(async () => {
  await site.close();
  ledger.close();
});

const database = (signal: "SIGKILL" | "SIGSTOP" | "SIGCONT") => process.kill(site.databasePid() ?? Number.NaN, signal);
const during = async (weather: Parameters<NonNullable<Deployment["link"]>["weather"]>[0], ms = forMs) => {
  site.link?.weather(weather);
  await pause(ms);
  site.link?.weather(fair);
};

/** Each does its harm and ends it; nobody mends anything by hand afterwards but the supervisor's restart of a killed process. */
const faults: Readonly<Record<string, (n: number) => Promise<void>>> = {
  "server killed": async (n) => {
    await site.servers[n % 2]?.kill("SIGKILL");
    await site.servers[n % 2]?.start();
  },
  "server stopped": async (n) => {
    await site.servers[n % 2]?.kill("SIGSTOP");
    await pause(forMs);
    await site.servers[n % 2]?.kill("SIGCONT");
  },
  "database killed": async () => database("SIGKILL") && undefined,
  "database stopped": async () => {
    database("SIGSTOP");
    await pause(forMs);
    database("SIGCONT");
  },
  "link cut": async () => {
    site.link?.cut();
    await pause(forMs / 2);
    site.link?.mend();
  },
  "link silent": () => during({ silent: true }),
  "link delayed": () => during({ delayMs: () => 10 + chance() * 40 }),
  "link thin": () => during({ bytesPerSecond: 100_000 }),
  "link reset in mid-reply": () => during({ resetInReplyOf: 200 }, forMs / 2),
};

/** Every kind once in a short run; in a long one again and again, in an order of the seed's. */
const plan = Array.from({ length: size(1, 12) }, () =>
  Object.keys(faults)
    .map((name) => ({ name, at: chance() }))
    .sort((one, other) => one.at - other.at)
    .map(({ name }) => name),
).flat();

it("faults of processes and of the database link are survived without a manual step (G13)", async () => {
  const writers = keepWriting(site, ledger, 4);
  const back = new Map<string, number>();
  const { seconds } = await timed(async () => {
    for (const [n, name] of plan.entries()) {
      await writers.more(2);
      await faults[name]?.(n);
      const took = await secondsUntilBack(site, writers);
      back.set(name, Math.max(back.get(name) ?? 0, took));
    }
  });
  const { lost, broken, counts } = await aftermath(site, ledger, writers);
  figure({
    promise: "G13",
    proof: "faults of processes and links",
    seconds,
    faults: plan.length,
    ...counts,
    backAfterAtMost: [...back].map(([name, took]) => `${name}: ${took} s`),
  });
  expect(lost).toEqual([]);
  expect(broken).toEqual([]);
  expect([...back].filter(([, took]) => took > 30)).toEqual([]);
  expect(writers.tally.unanswered).toBeGreaterThan(0); // the faults were felt
});
