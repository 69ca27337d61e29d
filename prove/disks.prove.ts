import { randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { told } from "./fuzz/oracle.ts";
import { aftermath, secondsUntilBack } from "./support/aftermath.ts";
import { headersOf } from "./support/callers.ts";
import { aDataFolder, aDeployment, type Deployment } from "./support/deployment.ts";
import { aLedger, type Ledger } from "./support/ledger.ts";
import { figure, isLong, seed, timed } from "./support/scale.ts";
import { aSmallDisk } from "./support/small-disk.ts";
import { keepWriting, type Writers } from "./support/writers.ts";

const forMs = isLong ? 10_000 : 1_000;
const dataDir = aDataFolder();
const filesDir = join(dataDir, "files");
const disk = aSmallDisk(dataDir, 1_000);
const store = disk && aSmallDisk(filesDir, 24);

let site: Deployment;
let ledger: Ledger;
beforeAll(async () => {
  if (!disk) return;
  ledger = aLedger();
  site = await aDeployment({ servers: 2, dataDir, afterClose: () => [store, disk].forEach((one) => one?.close()) });
});
afterAll(async () => {
  if (!disk) return;
  await site.close();
  ledger.close();
});

/** The text of a file that is as large as a drawing. */
const aDrawing = () => randomBytes(100_000).toString("base64");
type Kept = { readonly id: string; readonly text: string };

async function upload(at: number, text = aDrawing()): Promise<{ status: number; said: string; kept: Kept | null }> {
  const headers = { ...headersOf(site.people.buyer, site.authSecret), "x-file-name": "drawing.txt" };
  const answer = await fetch(`${site.servers[at % 2]?.url}/files?purpose=request`, { method: "POST", headers, body: text });
  const said = await answer.text();
  return { status: answer.status, said, kept: answer.status === 200 ? { id: (JSON.parse(said) as { id: string }).id, text } : null };
}

async function download(at: number, { id }: Kept): Promise<string> {
  const headers = headersOf(site.people.buyer, site.authSecret);
  return (await fetch(`${site.servers[at % 2]?.url}/files/${id}`, { headers })).text();
}

/** Every file that was acknowledged is there as it was sent, and nothing lies in the store that no row names. */
async function insistFiles(kept: readonly Kept[]): Promise<void> {
  for (const [at, file] of kept.entries()) expect((await download(at, file)) === file.text, `${file.id} as it was sent`).toBe(true);
  const named = (await site.asOwner<{ key: string }>("select storage_key as key from stored_file")).map(({ key }) => key);
  const lying = readdirSync(filesDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "ballast")
    .map(({ parentPath, name }) => join(parentPath, name).slice(filesDir.length + 1));
  expect(lying.sort()).toEqual(named.sort());
}

it.skipIf(!store)("a file store that is full or cannot be written refuses files, and nothing else stands still (G13)", async () => {
  if (!store) return;
  const kept: Kept[] = [];
  const refused: Record<string, number> = {};
  const writers = keepWriting(site, ledger, 4);
  const back: Record<string, number> = {};
  const { seconds } = await timed(async () => {
    for (const [kind, begin, end] of [
      ["store read-only", () => store.readOnly(true), () => store.readOnly(false)],
      ["store full", store.fill, store.free],
    ] as const) {
      for (const at of [0, 1]) kept.push(...[(await upload(at)).kept].flatMap((one) => one ?? []));
      begin();
      const before = writers.tally.unanswered;
      const until = Date.now() + forMs;
      while (Date.now() < until) {
        const answer = await upload(kept.length + (refused[kind] ?? 0));
        expect(answer.status, `${kind}: ${answer.said}`).toBe(500);
        expect(told(answer.said), kind).toBeNull();
        refused[kind] = (refused[kind] ?? 0) + 1;
        for (const [at, file] of kept.entries()) expect((await download(at, file)) === file.text, kind).toBe(true);
      }
      await writers.more(2);
      expect(writers.tally.unanswered, `${kind}: other work went on`).toBe(before);
      end();
      const { seconds: took } = await timed(async () => {
        for (const at of [0, 1]) kept.push(...[(await upload(at)).kept].flatMap((one) => one ?? []));
      });
      back[kind] = took;
    }
  });
  await writers.stop();
  expect(kept).toHaveLength(8);
  await insistFiles(kept);
  figure({
    promise: "G13",
    proof: "file store",
    seconds,
    ...writers.tally,
    filesKept: kept.length,
    refused: Object.entries(refused).map(([kind, count]) => `${kind}: ${count}`),
    backAfter: Object.entries(back).map(([kind, took]) => `${kind}: ${took} s`),
  });
});

/** What the log is written into runs out: each switch asks for a file that there is no room for. */
async function exhaustLog(): Promise<void> {
  for (let n = 0; n < 40; n += 1) {
    await site.asOwner("select pg_logical_emit_message(true, 'proof', 'x')");
    await site.asOwner("select pg_switch_wal()");
  }
}

/** What is done to the database while its disk is full. */
const harms: Readonly<Record<string, () => Promise<unknown>>> = {
  "disk full": async () => undefined,
  "disk full, no room for the log": () => exhaustLog().catch(() => undefined),
  "disk full, database killed": async () => process.kill(site.databasePid() ?? Number.NaN, "SIGKILL"),
};

/** A call without an answer, or none answered for five seconds: while its disk is full a database may also leave its callers waiting. */
async function whatIsFelt({ tally }: Writers): Promise<string> {
  const { unanswered } = tally;
  let [acknowledged, since] = [tally.acknowledged, Date.now()];
  for (const giveUp = Date.now() + 60_000; Date.now() < giveUp; await pause(50)) {
    if (tally.unanswered > unanswered) return "calls without an answer";
    if (tally.acknowledged > acknowledged) [acknowledged, since] = [tally.acknowledged, Date.now()];
    else if (Date.now() - since > 5_000) return "writers stand still";
  }
  return "nothing";
}

it.skipIf(!disk)("a full disk loses nothing, and work goes on when there is room again (G13)", async () => {
  if (!disk) return;
  const writers = keepWriting(site, ledger, 4);
  const back: Record<string, number> = {};
  const felt: Record<string, string> = {};
  const { seconds } = await timed(async () => {
    for (const [kind, harm] of Object.entries(harms)) {
      await writers.more(4);
      disk.fill();
      await harm();
      felt[kind] = await whatIsFelt(writers);
      await pause(forMs);
      disk.free();
      back[kind] = await secondsUntilBack(site, writers);
    }
  });
  const { lost, broken, counts } = await aftermath(site, ledger, writers);
  figure({
    promise: "G13",
    proof: "full disk",
    seconds,
    ...counts,
    felt: Object.entries(felt).map(([kind, how]) => `${kind}: ${how}`),
    backAfter: Object.entries(back).map(([kind, took]) => `${kind}: ${took} s`),
  });
  expect(lost).toEqual([]);
  expect(broken).toEqual([]);
  expect(Object.entries(felt).filter(([, how]) => how === "nothing")).toEqual([]);
  expect(Object.entries(back).filter(([, took]) => took > 30)).toEqual([]);
});

it.runIf(!disk)("a machine that lets nobody mount does not try full disks", () =>
  figure({ promise: "G13", proof: "full disk, file store", seconds: 0, notRun: "this process may not mount a file system", seed }),
);
