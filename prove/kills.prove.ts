import { afterAll, beforeAll, expect, it } from "vitest";
import { aftermath } from "./support/aftermath.ts";
import { aDeployment, type Deployment } from "./support/deployment.ts";
import { aLedger, kinds, type Ledger, lostOf } from "./support/ledger.ts";
import { chanceOf, figure, seed, size, timed } from "./support/scale.ts";
import { keepWriting, type Writers } from "./support/writers.ts";

const rounds = size(2, 100);
/** Between two kills; the whole long form comes to two hundred thousand acknowledged writes. */
const between = size(12, 670);
const chance = chanceOf(seed);
let site: Deployment;
let ledger: Ledger;
beforeAll(async () => {
  ledger = aLedger();
  site = await aDeployment({ servers: 2 });
});
afterAll(async () => {
  await site.close();
  ledger.close();
});

it("no acknowledged write is lost, half done or done twice under kill -9 of servers and database (G1)", async () => {
  const writers = keepWriting(site, ledger, 8);
  const back = { server: 0, database: 0 };
  const { seconds } = await timed(async () => {
    for (let n = 0; n < rounds; n += 1) {
      await someMore(writers);
      back.server = Math.max(back.server, await secondsOf(() => killServer(n)));
      await someMore(writers);
      back.database = Math.max(back.database, await secondsOf(killDatabase));
    }
    await someMore(writers);
  });
  const { lost, broken, counts } = await aftermath(site, ledger, writers);
  figure({
    promise: "G1",
    proof: "kill -9",
    seconds,
    kills: rounds * 2,
    writers: 8,
    ...counts,
    serverBackAfterAtMost: back.server,
    databaseBackAfterAtMost: back.database,
  });
  expect(lost).toEqual([]);
  expect(broken).toEqual([]);
  expect(new Set(ledger.entries().map(({ kind }) => kind))).toEqual(new Set(kinds));
  expect(writers.tally.unanswered).toBeGreaterThan(0); // the kills were felt
});

const nothing = { id: "nothing", key: "nothing", answer: null, at: 0 };

it("the ledger misses each kind of write that is not there", async () => {
  const entries = kinds.map((kind) => ({ ...nothing, kind }));
  expect(await lostOf(site.asOwner, entries)).toHaveLength(kinds.length);
  expect(await lostOf(site.asOwner, [{ ...nothing, kind: "new" }])).toHaveLength(1);
});

// Last: it ruins the database it runs on.
it("without waiting for the disk a crash loses acknowledged writes, and the ledger says which (G2)", async () => {
  const told = aLedger();
  const { value, seconds } = await timed(async () => {
    await doNotWaitForTheDisk();
    const writers = keepWriting(site, told, 8);
    await writers.more(size(30, 300));
    const pid = insistPid();
    process.kill(pid, "SIGKILL");
    const entries = told.entries();
    // What a writer builds on may be gone: it is refused, or waits for what never comes.
    const met = await writers.stop().then(
      () => "nothing",
      (error: Error) => error.message,
    );
    return { lost: await lostOf(site.asOwner, entries), met };
  });
  figure({
    promise: "G2",
    proof: "control without synchronous commit",
    seconds,
    acknowledged: told.entries().length,
    lost: value.lost.length,
    writersMet: value.met,
  });
  told.close();
  expect(value.lost.length).toBeGreaterThan(0);
});

const someMore = (writers: Writers) => writers.more(between + Math.floor(chance() * between));
const secondsOf = async (work: () => Promise<void>) => (await timed(work)).seconds;

async function killServer(n: number): Promise<void> {
  const server = site.servers[n % site.servers.length];
  await server?.kill("SIGKILL");
  await server?.start();
}

const insistPid = (): number => site.databasePid() ?? Number.NaN;

/** Nobody starts the database again but the servers themselves. */
async function killDatabase(): Promise<void> {
  process.kill(insistPid(), "SIGKILL");
  while ((await site.asOwner("select 1").catch(() => [])).length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
  await Promise.all(site.servers.map((server) => server.healthy(60_000)));
}

/**
 * Commits are answered before they are written, and the log is written as late as PostgreSQL allows. The servers refuse to start on
 * such a database, so it becomes one behind their backs; their connections begin anew to learn of it.
 */
async function doNotWaitForTheDisk(): Promise<void> {
  await site.asOwner("alter system set wal_writer_delay = '10s'");
  await site.asOwner("alter system set wal_writer_flush_after = '1GB'");
  await site.asOwner("select pg_reload_conf()");
  await site.asOwner("alter role town_app set synchronous_commit = off");
  await site.asOwner("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'town_app'");
}
