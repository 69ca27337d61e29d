import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const home = join(import.meta.dirname, "../../..");
const startWithinMs = 60_000;
const ticksPerSecond = 100;

export type Running = { readonly url: string; readonly pid: number; readonly firstAnswerMs: number; stop(): Promise<void> };

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("no port"))));
    });
  });

/** The built server as an operator starts it, beside a database that is there already. */
export async function startProduct(databaseUrl: string): Promise<Running> {
  const dataDir = mkdtempSync(join(tmpdir(), "jizhen-bench-"));
  const env = { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, DEMO: "0", NODE_ENV: "production", RATE_LIMIT: "1000000000" };
  const running = await startNode(join(home, "apps/server/dist/main.js"), env, dataDir);
  return { ...running, stop: () => running.stop().finally(() => rmSync(dataDir, { recursive: true, force: true })) };
}

/** The bare handler that shows what the machine can do. */
export async function startCeiling(databaseUrl: string, statements: object): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), "jizhen-ceiling-"));
  const env = { DATABASE_URL: databaseUrl, STATEMENTS: JSON.stringify(statements) };
  const running = await startNode(join(import.meta.dirname, "ceiling.mjs"), env, folder);
  return { ...running, stop: () => running.stop().finally(() => rmSync(folder, { recursive: true, force: true })) };
}

async function startNode(file: string, settings: Record<string, string>, folder: string): Promise<Running> {
  const port = await freePort();
  const began = performance.now();
  // The log goes to a file, as it would in service.
  const log = openSync(join(folder, "log"), "a");
  const profile = process.env["BENCH_PROFILE"];
  const args = profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${profile}`];
  const child = spawn(process.execPath, [...args, file], {
    cwd: home,
    env: { ...process.env, ...settings, PORT: String(port), HOST: "127.0.0.1", PUBLIC_URL: "" },
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  const url = `http://127.0.0.1:${port}`;
  await answering(url, child, join(folder, "log"));
  return { url, pid: child.pid ?? 0, firstAnswerMs: performance.now() - began, stop: () => stop(child) };
}

async function answering(url: string, child: ChildProcess, log: string): Promise<void> {
  const giveUp = Date.now() + startWithinMs;
  while (Date.now() < giveUp && child.exitCode === null) {
    const answer = await fetch(`${url}/healthz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  child.kill("SIGKILL");
  throw new Error(`the server did not answer:\n${readFileSync(log, "utf8").slice(-4_000)}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGINT");
  const force = setTimeout(() => child.kill("SIGKILL"), 20_000);
  await ended;
  clearTimeout(force);
}

type Stat = { readonly parent: number; readonly own: number; readonly reaped: number };

/** CPU of a process as the kernel keeps it; null where there is no /proc. */
function statOf(pid: number): Stat | null {
  try {
    // The name in brackets may hold spaces: fields count from after it.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ")
      .map(Number);
    const [parent = 0, user = 0, system = 0, reapedUser = 0, reapedSystem = 0] = [1, 11, 12, 13, 14].map((at) => fields[at] ?? 0);
    return { parent, own: user + system, reaped: reapedUser + reapedSystem };
  } catch {
    return null;
  }
}

const milliseconds = (ticks: number) => (ticks * 1000) / ticksPerSecond;

export const cpuMsOf = (pid: number): number => milliseconds(statOf(pid)?.own ?? Number.NaN);

export const parentOf = (pid: number): number => statOf(pid)?.parent ?? 0;

/** A process, its children, and those that have ended: the whole of a PostgreSQL server. */
export function cpuMsOfFamily(pid: number): number {
  const mine = statOf(pid);
  if (mine === null) return Number.NaN;
  const others = readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? [statOf(Number(name))] : []));
  const children = others.reduce((sum, stat) => sum + (stat?.parent === pid ? stat.own : 0), 0);
  return milliseconds(mine.own + mine.reaped + children);
}

export function residentMiB(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}
