import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import superjson from "superjson";
import { afterAll, beforeAll, expect, it } from "vitest";
import type * as z from "zod";
import { authSecret, sessionCookieName } from "../apps/server/src/auth.ts";
import { signedCookieValue } from "../apps/server/src/session-cookie.ts";
import { procedures } from "../packages/api/src/access-matrix/harness.ts";
import { published, someContent } from "../packages/api/src/modules/procurement/story.fixtures.ts";
import { hint } from "../packages/api/src/platform/live.ts";
import { aWorld, type Someone, type World } from "../packages/api/src/testing/index.ts";
import { backUp } from "../packages/db/src/backup/backup.ts";
import { canaryOf, hitsIn, needlesOf, searchFolder } from "./seal/canary.ts";
import { type Host, startHost } from "./support/host.ts";
import { figure, isLong, seed, size } from "./support/scale.ts";

const canary = canaryOf(seed);
/** Laid openly wherever the canary must not be: a search that does not find it there is blind. */
const decoy = canaryOf(seed + 1);
const needles = [
  ...needlesOf(canary).map(({ name, bytes }) => ({ name: `sealed ${name}`, bytes })),
  ...needlesOf(decoy).map(({ name, bytes }) => ({ name: `open ${name}`, bytes })),
];
const sealedIn = (hits: readonly string[]) => hits.filter((hit) => hit.includes("sealed "));
const openIn = (hits: readonly string[]) => hits.filter((hit) => hit.includes("open "));
const content = someContent([canary.price, "120"], { note: canary.word });

let world: World;
let host: Host;
let folder: string;
beforeAll(async () => {
  world = await aWorld();
  folder = mkdtempSync(join(tmpdir(), "jizhen-seal-"));
  const { ownerUrl, appUrl } = world.fresh;
  host = await startHost({
    env: { DATABASE_URL: ownerUrl, APP_DATABASE_URL: appUrl, DATA_DIR: world.dataDir },
    // The default cuts strings at 1,024 signs: what stands behind them would not be searched.
    node: ["--heapsnapshot-signal=SIGUSR2", `--diagnostic-dir=${folder}`, "--heap-snapshot-string-limit=16777216"],
    cwd: folder,
  });
});
afterAll(async () => {
  await host.stop();
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const headers = (who: Someone | null): Record<string, string> => ({
  "x-jizhen-client": "web",
  "content-type": "application/json",
  ...(who && {
    cookie: `${sessionCookieName({ secure: false })}=${signedCookieValue(who.token, authSecret(world.platform.services))}`,
    "x-jizhen-workspace": who.workspace,
  }),
});

async function post(who: Someone | null, path: string, input: unknown): Promise<{ status: number; text: string }> {
  const answer = await fetch(`${host.url}/trpc/${path}`, { method: "POST", headers: headers(who), body: superjson.stringify(input) });
  return { status: answer.status, text: await answer.text() };
}

/** Whether a procedure would look at such an input at all. */
const isTaken = (path: string, input: unknown): boolean => {
  const [schema] = (procedures[path] as unknown as { _def: { inputs: z.ZodType[] } })._def.inputs;
  return schema === undefined ? input === undefined : schema.safeParse(input).success;
};

/** Every reading procedure, asked by these people with every id that the request has. */
async function allAnswers(requestId: string, people: readonly (Someone | null)[]): Promise<string> {
  const paths = Object.keys(procedures).filter((path) => procedures[path]?._def.type === "query");
  const asked = paths.flatMap((path) =>
    [{ id: requestId }, { requestId }, {}, undefined].filter((input) => isTaken(path, input)).map((input) => ({ path, input })),
  );
  const answers: string[] = [];
  for (const who of people)
    for (let at = 0; at < asked.length; at += 16) {
      const some = asked.slice(at, at + 16).map(async ({ path, input }) => (await post(who, path, input)).text);
      answers.push(...(await Promise.all(some)));
    }
  return answers.join("\n");
}

/** Listens as somebody from when it is open until stopped; answers everything heard. */
function listenAs(who: Someone) {
  const ending = new AbortController();
  const heard: string[] = [];
  const stream = fetch(`${host.url}/trpc/platform.live.hints`, {
    headers: { ...headers(who), accept: "text/event-stream" },
    signal: ending.signal,
  });
  const done = (async () => {
    for await (const part of (await stream).body ?? []) heard.push(Buffer.from(part).toString("utf8"));
  })().catch(() => undefined);
  const open = stream.then(({ status }) => expect(status).toBe(200));
  const stop = async () => {
    await expect.poll(() => openIn(hitsIn(needles, heard.join(""))).length, { timeout: 10_000 }).toBeGreaterThan(0);
    ending.abort();
    await done;
    return heard.join("");
  };
  return { open, stop };
}

async function upload(who: Someone, purpose: "quote" | "request", { word, price }: typeof canary): Promise<void> {
  const answer = await fetch(`${host.url}/files?purpose=${purpose}`, {
    method: "POST",
    headers: { ...headers(who), "x-file-name": encodeURIComponent(`${word}.pdf`) },
    body: `%PDF-1.7\n${word} ${price}\n`,
  });
  expect(answer.status).toBe(200);
}

/** The decoy in a file, in both logs and on the stream; the title of the request has brought it into tables and answers. */
async function layDecoy(): Promise<void> {
  await upload(world.buyer, "request", decoy);
  await fetch(`${host.url}/${encodeURIComponent(decoy.word)}`);
  await world.asOwner(`select '${decoy.word}' from nowhere_at_all`).catch(() => undefined);
  await world.town(world.buyer).write(async (tx) => hint(tx, { town: true }, decoy.word));
}

async function clusterFolder(): Promise<string> {
  const [row] = await world.asOwner<{ data_directory: string }>("show data_directory");
  return row?.data_directory ?? "";
}

async function databaseFolder(): Promise<string> {
  const [row] = await world.asOwner<{ oid: string }>("select oid::text as oid from pg_database where datname = current_database()");
  return row?.oid ?? "";
}

/** Tables with their indexes and log on disk, what was stored, what was said: as a thief of each would hold it. */
async function searchEverywhere(): Promise<Record<string, string[]>> {
  await world.asOwner("checkpoint");
  const cluster = await clusterFolder();
  return {
    tables: hitsIn(needles, await everyRow()),
    writeAheadLog: searchFolder(needles, join(cluster, "pg_wal")).hits,
    dataFiles: searchFolder(needles, join(cluster, "base", await databaseFolder())).hits,
    storedFiles: searchFolder(needles, join(world.dataDir, "files")).hits,
    serverLog: hitsIn(needles, host.said() + world.logged.join("\n") + JSON.stringify(world.letters)),
    databaseLog: hitsIn(needles, readFileSync(join(dirname(cluster), "postgres.log"))),
  };
}

/** An online backup as a thief would carry it off; the first is kept for the search for keys. */
const backups: Awaited<ReturnType<typeof backUp>>[] = [];
async function searchBackup(): Promise<string[]> {
  const backup = await backUp({ dataDir: dirname(await clusterFolder()), into: join(folder, `backup${backups.length}`) });
  backups.push(backup);
  return searchFolder(needles, backup.folder).hits;
}

async function everyRow(): Promise<string> {
  const tables = await world.asOwner<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')`,
  );
  const texts: string[] = [];
  for (const { name } of tables)
    texts.push(...(await world.asOwner<{ row: string }>(`select t::text as row from ${name} t`)).map(({ row }) => row));
  return texts.join("\n");
}

/** A snapshot of the server's heap, taken after a full collection as V8 always does; and what else its memory holds. */
async function searchHeap(): Promise<{ hits: string[]; control: boolean; megabytes: number }> {
  const before = new Set(readdirSync(folder));
  host.child.kill("SIGUSR2");
  const file = await settled(() => readdirSync(folder).find((name) => name.endsWith(".heapsnapshot") && !before.has(name)));
  const bytes = readFileSync(join(folder, file));
  rmSync(join(folder, file));
  // What is known to live as long as the process must be found, or this search is blind.
  return { hits: hitsIn(needles, bytes), control: bytes.includes(world.dataDir), megabytes: Math.round(bytes.length / 1e6) };
}

async function settled(find: () => string | undefined): Promise<string> {
  let last = -1;
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const file = find();
    const length = file === undefined ? -1 : statSync(join(folder, file)).size;
    if (file !== undefined && length > 0 && length === last) return file;
    last = length;
  }
}

/** Wrong in every way a client may be wrong, with the secret beside the fault: what is answered and logged must not repeat it. */
async function provokeErrors(requestId: string): Promise<string> {
  const base = { requestId, requestVersion: 1, content, confirm: true };
  const wrong = [
    { ...base, requestVersion: 99 },
    { ...base, content: { ...content, currency: canary.word } },
    { ...base, [canary.word]: canary.price },
    { ...base, content: { ...content, note: `${canary.word}\0` } },
    { ...base, content: { ...content, lines: canary.price } },
    { ...base, requestId: "preq_00000000000000000000000000" },
  ];
  const answers = await Promise.all(wrong.map((input) => post(world.supplier, "procurement.quote.submit", input)));
  expect(answers.every(({ status }) => status >= 400 && status < 500)).toBe(true);
  return answers.map(({ text }) => text).join("\n");
}

/** So many submissions of the same price, one after the other, a draft before every second: each leaves a version, a line of history and an answer. */
async function submitAgain(requestId: string, submissions: number): Promise<number> {
  const about = { requestId, content };
  let drafts = 0;
  for (let n = 0; n < submissions; n += 1) {
    if (n % 2 === 0) {
      const saved = await post(world.supplier, "procurement.quote.save", about);
      expect(saved.status, saved.text).toBe(200);
      drafts += 1;
    }
    const sent = await post(world.supplier, "procurement.quote.submit", { ...about, requestVersion: 1, confirm: true });
    expect(sent.status, sent.text).toBe(200);
  }
  return drafts;
}

it("a sealed price lies nowhere before the opening, and the same search finds it afterwards (G10)", async () => {
  const began = performance.now();
  const { id: requestId } = await published(world, { title: decoy.word });
  const all = [world.buyer, world.secondSupplier, world.townAdministrator, world.elsewhere, world.buyerOwner, world.rival, null];
  const others = all.slice(0, isLong ? all.length : 3);
  const streams = [world.buyer, world.rival, world.townAdministrator].map(listenAs);
  await Promise.all(streams.map(({ open }) => open));
  await upload(world.supplier, "quote", canary);
  const errors = await provokeErrors(requestId);
  const submissions = size(4, 1_000);
  const drafts = await submitAgain(requestId, submissions);
  await layDecoy();
  const answers = await allAnswers(requestId, others);
  const heard = (await Promise.all(streams.map(({ stop }) => stop()))).join("\n");
  const early = await post(world.buyer, "procurement.request.open", { requestId });
  expect(early.status).toBe(422);
  const hits = {
    ...(await searchEverywhere()),
    backup: await searchBackup(),
    answers: hitsIn(needles, answers + errors + early.text),
    streams: hitsIn(needles, heard),
  };
  const heap = await searchHeap();
  expect(Object.entries(hits).filter(([, found]) => sealedIn(found).length > 0)).toEqual([]);
  expect(sealedIn(heap.hits)).toEqual([]);
  // Controls: the decoy is seen in every place that was searched, and what lives as long as the process in its heap.
  expect(Object.entries(hits).filter(([, found]) => openIn(found).length === 0)).toEqual([]);
  expect(heap.control).toBe(true);

  await world.later({ hours: 49 });
  await world.drain();
  expect((await post(world.buyer, "procurement.request.open", { requestId })).status).toBe(200);
  // A second backup costs what the whole rest does: in a test run the decoy alone is the control of that place.
  const after = { ...(await searchEverywhere()), ...(isLong && { backup: await searchBackup() }) };
  const found = Object.entries(after).flatMap(([place, hits]) => (sealedIn(hits).length > 0 ? [place] : []));
  expect(found).toEqual(expect.arrayContaining(["tables", "writeAheadLog", "dataFiles", ...(isLong ? ["backup"] : [])]));
  expect(sealedIn(hitsIn(needles, await allAnswers(requestId, [world.buyer]))).length).toBeGreaterThan(0);
  figure({
    promise: "G10",
    proof: "canary search",
    seconds: Math.round((performance.now() - began) / 1000),
    submissions,
    drafts,
    needles: needles.length / 2,
    readers: others.length,
    places: [...Object.keys(hits), `heap of ${heap.megabytes} MB`],
    hitsBefore: 0,
    foundAfter: found,
  });
});

it("a thief of the database, its log or a backup holds no key, and the keys' own file does (G10)", async () => {
  const began = performance.now();
  const { sealMaster, receiptSigning, idempotency, auth } = world.platform.services.keys;
  const keys = [sealMaster, receiptSigning, idempotency, auth].flatMap((key) => {
    const bytes = Buffer.from(key);
    return [bytes, bytes.toString("hex"), bytes.toString("base64").slice(0, -2)].map((one) => ({ name: "key", bytes: Buffer.from(one) }));
  });
  const [first] = keys;
  if (!first) throw new Error("there are keys");
  const [backup] = backups;
  if (!backup) throw new Error("the search before this one took a backup");
  const { folder: copy, keys: keyFile } = backup;
  const places = { tables: hitsIn(keys, await everyRow()), backup: searchFolder(keys, copy).hits, log: hitsIn(keys, host.said()) };
  expect(places).toEqual({ tables: [], backup: [], log: [] });
  expect(searchFolder(keys, join(world.dataDir, "keys")).hits.length).toBe(4);
  expect(keyFile.startsWith(copy) && statSync(keyFile).isFile()).toBe(true);
  figure({
    promise: "G10",
    proof: "no key beside the data",
    seconds: Math.round((performance.now() - began) / 1000),
    searched: Object.keys(places),
    hits: 0,
  });
});
