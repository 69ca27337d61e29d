import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findBinaries } from "./platform.ts";
import { isAlive, isServerOf, pause, unprivileged } from "./processes.ts";
import { type Embedded, startEmbedded } from "./start.ts";

let dataDir: string;
let running: Embedded[] = [];
let children: ChildProcess[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), `jizhen-test-${process.pid}-`)); // the prefix lets a later run put away what a killed one left
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  for (const server of running.splice(0)) await server.stop();
  if (existsSync(join(dataDir, "postgres"))) await (await startEmbedded({ dataDir }).catch(() => null))?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(): Promise<Embedded> {
  const server = await startEmbedded({ dataDir });
  running.push(server);
  return server;
}

async function sql<R extends object>(url: string, text: string): Promise<R[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<R>(text)).rows;
  } finally {
    await client.end();
  }
}

/** A process of its own that starts the server and then stays, as `npm start` would. */
async function elsewhere(): Promise<ChildProcess> {
  const module = new URL("./start.ts", import.meta.url).href;
  const script = `const { startEmbedded } = await import(${JSON.stringify(module)});
    await startEmbedded({ dataDir: ${JSON.stringify(dataDir)} }); console.log("ready"); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], { stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  await once(child.stdout as NodeJS.ReadableStream, "data");
  return child;
}

async function killed(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
}

const postmaster = () => Number(readFileSync(join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
const cluster = () => join(dataDir, "postgres");

describe("the built-in PostgreSQL", { timeout: 60_000 }, () => {
  it("starts from nothing, keeps its port and its rows, and is durable and in C.UTF-8", async () => {
    const first = await start();
    await sql(first.ownerUrl, "create table kept (n int); insert into kept values (1)");
    const settings = "select current_setting('fsync') as fsync, datcollate as locale from pg_database where datname = current_database()";
    expect(await sql(first.ownerUrl, settings)).toEqual([{ fsync: "on", locale: "C.UTF-8" }]);
    await first.stop();
    const again = await start();
    expect(again.ownerUrl).toBe(first.ownerUrl);
    expect(await sql(again.ownerUrl, "select n from kept")).toEqual([{ n: 1 }]);
    expect(statSync(join(dataDir, "keys/owner.password")).mode & 0o777).toBe(0o600);
  });

  it("is shared by a second start and stopped by the last to leave", async () => {
    const [first, second] = [await start(), await start()];
    const pid = postmaster();
    await first.stop();
    expect(await sql(second.appUrl, "select 1").catch((error: Error) => error.message)).toMatch(/password/);
    expect(isServerOf(pid, cluster())).toBe(true);
    await second.stop();
    await expect.poll(() => isAlive(pid), { timeout: 5_000 }).toBe(false);
  });

  it("lets two processes start at once on an empty folder", async () => {
    await Promise.all([elsewhere(), elsewhere()]);
    const server = await start();
    expect(await sql(server.ownerUrl, "select 1 as n")).toEqual([{ n: 1 }]);
  });

  it("outlives its killed parent, and the next start joins it", async () => {
    const parent = await elsewhere();
    const pid = postmaster();
    await killed(parent);
    const server = await start();
    expect(postmaster()).toBe(pid);
    await server.stop();
    await expect.poll(() => isAlive(pid), { timeout: 5_000 }).toBe(false); // the killed parent does not count as a user
  });

  it("comes back with every committed row after kill -9 of the database", async () => {
    const server = await start();
    await sql(server.ownerUrl, "create table kept (n int)");
    for (let n = 0; n < 20; n += 1) await sql(server.ownerUrl, `insert into kept values (${n})`);
    process.kill(postmaster(), "SIGKILL");
    const again = await start();
    expect(await sql(again.ownerUrl, "select count(*)::int as n from kept")).toEqual([{ n: 20 }]);
  });

  it("is brought back on its port by the program that goes on", async () => {
    const server = await start();
    const pid = postmaster();
    process.kill(pid, "SIGKILL");
    const back = async () => (await sql<{ n: number }>(server.ownerUrl, "select 1 as n").catch(() => []))[0]?.n;
    await expect.poll(back, { timeout: 20_000, interval: 100 }).toBe(1);
    expect(postmaster()).not.toBe(pid);
  });

  it("comes back after both it and its parent were killed", async () => {
    const parent = await elsewhere();
    process.kill(postmaster(), "SIGKILL");
    await killed(parent);
    expect(await sql((await start()).ownerUrl, "select 1 as n")).toEqual([{ n: 1 }]);
  });

  it("is not misled by a left-behind number that another program now bears", async () => {
    const server = await start();
    const pid = postmaster();
    process.kill(pid, "SIGKILL");
    while (isServerOf(pid, cluster())) await pause(10);
    const stranger = spawn("sleep", ["60"]);
    children.push(stranger);
    const file = join(dataDir, "postgres/postmaster.pid");
    writeFileSync(file, readFileSync(file, "utf8").replace(/^\d+/, String(stranger.pid)));
    expect(await sql((await start()).ownerUrl, "select 1 as n")).toEqual([{ n: 1 }]);
    expect(stranger.exitCode).toBeNull();
    await server.stop();
  });

  it("takes another port when a full disk has left the file of its own empty", async () => {
    await (await start()).stop();
    writeFileSync(join(dataDir, "port"), "");
    const again = await start();
    expect(await sql(again.ownerUrl, "select 1 as n")).toEqual([{ n: 1 }]);
    expect(Number(readFileSync(join(dataDir, "port"), "utf8"))).toBe(Number(new URL(again.ownerUrl).port));
  });

  it("moves to another port when its own is taken", async () => {
    const first = await start();
    await first.stop();
    const squatter = createServer().listen(Number(new URL(first.ownerUrl).port), "127.0.0.1");
    await once(squatter, "listening");
    try {
      const moved = await start();
      expect(new URL(moved.ownerUrl).port).not.toBe(new URL(first.ownerUrl).port);
      expect(await sql(moved.ownerUrl, "select 1 as n")).toEqual([{ n: 1 }]);
    } finally {
      squatter.close();
    }
  });
});

describe("the built-in PostgreSQL refuses plainly", { timeout: 60_000 }, () => {
  it("data of a newer version", async () => {
    writeFileSync(join(dataDir, "version.json"), '{"format":99,"postgres":18}');
    await expect(start()).rejects.toMatchObject({ code: "db.newer_data", message: expect.stringContaining("newer version") });
  });

  it("data whose keys are gone", async () => {
    await (await start()).stop();
    unlinkSync(join(dataDir, "keys/owner.password"));
    await expect(start()).rejects.toMatchObject({ code: "db.keys_missing" });
    // As plainly at the next try: nothing was put in their place.
    await expect(start()).rejects.toMatchObject({ code: "db.keys_missing" });
    expect(existsSync(join(dataDir, "postgres/PG_VERSION"))).toBe(true);
  });

  it("keys of another database, and leaves no server running that nobody would stop", async () => {
    await (await start()).stop();
    writeFileSync(join(dataDir, "keys/owner.password"), "of-another-database\n");
    await expect(start()).rejects.toMatchObject({ code: "db.keys_differ" });
    expect(existsSync(join(cluster(), "postmaster.pid"))).toBe(false);
  });

  it.each([
    { platform: "linux", arch: "x64", musl: true, code: "db.musl" },
    { platform: "freebsd", arch: "x64", musl: false, code: "db.platform" },
  ])("$platform-$arch, musl $musl", ({ code, ...machine }) => {
    expect(() => findBinaries(machine)).toThrow(expect.objectContaining({ code, message: expect.stringContaining("DATABASE_URL") }));
  });

  it.runIf(process.getuid?.() === 0)("root on a system without user namespaces", () => {
    const path = process.env.PATH;
    process.env.PATH = "";
    try {
      expect(() => unprivileged("postgres", [])).toThrow(expect.objectContaining({ code: "db.root" }));
    } finally {
      process.env.PATH = path;
    }
  });
});
