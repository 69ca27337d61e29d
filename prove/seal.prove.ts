import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import superjson from "superjson";
import { afterAll, beforeAll, expect, it } from "vitest";
import { authSecret, sessionCookieName } from "../apps/server/src/auth.ts";
import { signedCookieValue } from "../apps/server/src/session-cookie.ts";
import { procedures } from "../packages/api/src/access-matrix/harness.ts";
import { published, someContent } from "../packages/api/src/modules/procurement/story.fixtures.ts";
import { aWorld, type Someone, type World } from "../packages/api/src/testing/index.ts";
import { backUp } from "../packages/db/src/backup/backup.ts";
import { canaryOf, hitsIn, needlesOf, searchFolder } from "./seal/canary.ts";
import { type Host, startHost } from "./support/host.ts";
import { figure, seed, size, timed } from "./support/scale.ts";

const canary = canaryOf(seed);
const needles = needlesOf(canary);
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

/** Every reading procedure, asked by these people with every id that the request has. */
async function allAnswers(requestId: string, people: readonly (Someone | null)[]): Promise<string> {
  const paths = Object.keys(procedures).filter((path) => procedures[path]?._def.type === "query");
  const inputs = [{ id: requestId }, { requestId }, {}, undefined];
  const answers: string[] = [];
  for (const who of people)
    for (const path of paths) answers.push(...(await Promise.all(inputs.map(async (input) => (await post(who, path, input)).text))));
  return answers.join("\n");
}

/** Listens as somebody until stopped; answers everything heard. */
function listenAs(who: Someone) {
  const ending = new AbortController();
  const heard: string[] = [];
  const done = (async () => {
    const answer = await fetch(`${host.url}/trpc/platform.live.hints`, {
      headers: { ...headers(who), accept: "text/event-stream" },
      signal: ending.signal,
    });
    for await (const part of answer.body ?? []) heard.push(Buffer.from(part).toString("utf8"));
  })().catch(() => undefined);
  return async () => {
    ending.abort();
    await done;
    return heard.join("");
  };
}

async function upload(who: Someone): Promise<void> {
  const body = `%PDF-1.7\n${canary.word} ${canary.price}\n`;
  const answer = await fetch(`${host.url}/files?purpose=quote`, {
    method: "POST",
    headers: { ...headers(who), "x-file-name": encodeURIComponent(`${canary.word}.pdf`) },
    body,
  });
  expect(answer.status).toBe(200);
}

async function clusterFolder(): Promise<string> {
  const [row] = await world.asOwner<{ data_directory: string }>("show data_directory");
  return row?.data_directory ?? "";
}

async function databaseFolder(): Promise<string> {
  const [row] = await world.asOwner<{ oid: string }>("select oid::text as oid from pg_database where datname = current_database()");
  return row?.oid ?? "";
}

/** Tables with their indexes and log on disk, an online backup, what was stored, what was said: as a thief of each would hold it. */
async function searchEverywhere(name: string): Promise<Record<string, string[]>> {
  await world.asOwner("checkpoint");
  const cluster = await clusterFolder();
  const backup = await backUp({ dataDir: dirname(cluster), into: join(folder, name) });
  return {
    tables: hitsIn(needles, await everyRow()),
    writeAheadLog: searchFolder(needles, join(cluster, "pg_wal")).hits,
    dataFiles: searchFolder(needles, join(cluster, "base", await databaseFolder())).hits,
    backup: searchFolder(needles, backup.folder).hits,
    storedFiles: searchFolder(needles, join(world.dataDir, "files")).hits,
    serverLog: hitsIn(needles, host.said() + world.logged.join("\n") + JSON.stringify(world.letters)),
    databaseLog: hitsIn(needles, readFileSync(join(dirname(cluster), "postgres.log"))),
  };
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

it("a sealed price lies nowhere before the opening, and the same search finds it afterwards (G10)", async () => {
  const { id: requestId } = await published(world, { title: "密封采购" });
  const others = [world.buyer, world.buyerOwner, world.secondSupplier, world.rival, world.townAdministrator, world.elsewhere, null];
  const streams = [world.buyer, world.rival, world.townAdministrator].map(listenAs);
  const rounds = size(20, 1_000);
  const { seconds } = await timed(async () => {
    await upload(world.supplier);
    const errors = await provokeErrors(requestId);
    for (let round = 0; round < rounds; round += 1) {
      const about = { requestId, content };
      const sent =
        round % 3 === 0
          ? await post(world.supplier, "procurement.quote.save", about)
          : await post(world.supplier, "procurement.quote.submit", { ...about, requestVersion: 1, confirm: true });
      expect(sent.status, sent.text).toBe(200);
    }
    const answers = await allAnswers(requestId, others);
    const heard = (await Promise.all(streams.map((stop) => stop()))).join("\n");
    const before = await searchEverywhere("before");
    const heapBefore = await searchHeap();
    const early = await post(world.buyer, "procurement.request.open", { requestId });
    expect(early.status).toBe(422);
    expect(hitsIn(needles, answers + heard + errors + early.text)).toEqual([]);
    expect(Object.entries(before).filter(([, hits]) => hits.length > 0)).toEqual([]);

    await world.later({ hours: 49 });
    await world.drain();
    expect((await post(world.buyer, "procurement.request.open", { requestId })).status).toBe(200);
    const after = await searchEverywhere("after");
    const found = Object.keys(after).filter((place) => (after[place] ?? []).length > 0);
    figure({
      promise: "G10",
      proof: "canary search",
      seconds: 0,
      submissions: rounds,
      needles: needles.length,
      answersSearched: others.length,
      placesBefore: Object.keys(before),
      hitsBefore: 0,
      heapMegabytes: heapBefore.megabytes,
      heapHitsBefore: heapBefore.hits,
      foundAfter: found,
    });
    expect(found).toEqual(expect.arrayContaining(["tables", "writeAheadLog", "dataFiles", "backup"]));
    expect(hitsIn(needles, await allAnswers(requestId, [world.buyer])).length).toBeGreaterThan(0);
    expect(heapBefore.control).toBe(true);
    expect(heapBefore.hits).toEqual([]);
  });
  expect(seconds).toBeGreaterThan(0);
});

it("a thief of the database, its log or a backup holds no key, and the keys' own file does (G10)", async () => {
  const cluster = await clusterFolder();
  const { sealMaster, receiptSigning, idempotency, auth } = world.platform.services.keys;
  const keys = [sealMaster, receiptSigning, idempotency, auth].flatMap((key) => {
    const bytes = Buffer.from(key);
    return [bytes, bytes.toString("hex"), bytes.toString("base64").slice(0, -2)].map((one) => ({ name: "key", bytes: Buffer.from(one) }));
  });
  const [first] = keys;
  if (!first) throw new Error("there are keys");
  const { folder: copy, keys: keyFile } = await backUp({ dataDir: dirname(cluster), into: join(folder, "thief") });
  const places = { tables: hitsIn(keys, await everyRow()), backup: searchFolder(keys, copy).hits, log: hitsIn(keys, host.said()) };
  expect(places).toEqual({ tables: [], backup: [], log: [] });
  expect(searchFolder(keys, join(world.dataDir, "keys")).hits.length).toBe(4);
  expect(keyFile.startsWith(copy) && statSync(keyFile).isFile()).toBe(true);
  figure({ promise: "G10", proof: "no key beside the data", seconds: 0, searched: Object.keys(places), hits: 0 });
});
