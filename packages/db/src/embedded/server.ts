import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { CannotStart } from "../cannot-start.ts";
import { type Folders, portOf } from "./cluster.ts";
import type { Binaries } from "./platform.ts";
import { isServerOf, pause, unprivileged } from "./processes.ts";
import { writeWhole } from "./whole.ts";

/** What postmaster.pid says, line by line: process, folder, start, port, socket, address, shared memory, state. */
export type Postmaster = { readonly pid: number; readonly port: number; readonly state: string };

const LOG_LIMIT = 5_000_000;
const RECOVERY_MS = 120_000;

/** Modest memory for a laptop; durability is never switched off here. */
const settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "120",
  shared_buffers: "128MB",
  effective_cache_size: "512MB",
  max_wal_size: "512MB",
  random_page_cost: "1.1",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  lc_messages: "C",
  log_checkpoints: "off",
};

export function readPostmaster({ cluster }: Folders): Postmaster | null {
  try {
    const lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
    const pid = Number(lines[0]);
    return pid > 0 ? { pid, port: Number(lines[3] ?? 0), state: (lines[7] ?? "").trim() } : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** The running server of this folder, if there is one, whoever started it. */
export function runningServer(folders: Folders): Postmaster | null {
  const found = readPostmaster(folders);
  return found !== null && isServerOf(found.pid, folders.cluster) ? found : null;
}

/** Waits for a server that is on its way up or down; null when it has gone. */
export async function settled(folders: Folders): Promise<Postmaster | null> {
  const giveUp = Date.now() + RECOVERY_MS;
  for (;;) {
    const found = runningServer(folders);
    if (found === null || found.state === "ready") return found;
    if (Date.now() > giveUp)
      throw new CannotStart("db.stuck", `The database process ${found.pid} is neither ready nor gone (${found.state}).`);
    await pause(50);
  }
}

export async function launch(folders: Folders, binaries: Binaries, extra: Readonly<Record<string, string>>): Promise<Postmaster> {
  const taken = new Set<number>();
  const giveUp = Date.now() + RECOVERY_MS;
  for (;;) {
    disownStalePid(folders);
    const port = await portOf(folders, taken);
    const attempt = await tryLaunch(folders, binaries, port, extra);
    if ("pid" in attempt) return attempt;
    if (/could not bind|Address already in use/.test(attempt.said)) taken.add(port);
    // Children of a killed server may need a moment to notice; starting beside them would be fatal, so PostgreSQL refuses.
    else if (!/shared memory block|lock file/.test(attempt.said)) throw startFailed(folders, attempt.said);
    if (Date.now() > giveUp) throw startFailed(folders, attempt.said);
    await pause(200);
  }
}

async function tryLaunch(
  folders: Folders,
  binaries: Binaries,
  port: number,
  extra: Readonly<Record<string, string>>,
): Promise<Postmaster | { said: string }> {
  const from = startLog(folders.log);
  const options = Object.entries({ ...settings, ...extra, port: String(port) }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const { command, args } = unprivileged(binaries.postgres, ["-D", folders.cluster, ...options]);
  const out = openSync(folders.log, "a", 0o600);
  // Detached and with a file for its words: the server outlives a killed parent, and the next start joins it.
  const child = spawn(command, [...args], { detached: true, stdio: ["ignore", out, out], env: serverEnvironment() });
  closeSync(out);
  const ended = endOf(child);
  const giveUp = Date.now() + RECOVERY_MS;
  while (Date.now() < giveUp) {
    const found = readPostmaster(folders);
    if (found !== null && found.pid === child.pid && found.state === "ready") {
      child.unref();
      return found;
    }
    if (ended.code !== null) return { said: readFileSync(folders.log, "utf8").slice(from) || ended.code };
    await pause(20);
  }
  child.kill("SIGINT");
  return { said: `not ready after ${RECOVERY_MS / 1000} s` };
}

function endOf(child: ChildProcess): { code: string | null } {
  const ended: { code: string | null } = { code: null };
  child.once("error", (error) => (ended.code = error.message));
  child.once("exit", (code, signal) => (ended.code = `ended with ${signal ?? code}`));
  return ended;
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
export async function shutDown(folders: Folders, { pid }: Postmaster): Promise<void> {
  const giveUp = Date.now() + RECOVERY_MS;
  process.kill(pid, "SIGINT");
  while (isServerOf(pid, folders.cluster)) {
    if (Date.now() > giveUp) throw new Error(`the database process ${pid} does not stop`);
    await pause(20);
  }
}

/**
 * A killed server leaves its number behind, and another program may bear it now. The file is not deleted, because its
 * other lines let PostgreSQL notice orphaned children that still hold shared memory: only the number is made our own,
 * which PostgreSQL knows to be stale in a server started by us.
 */
function disownStalePid(folders: Folders): void {
  const left = readPostmaster(folders);
  if (left === null || isServerOf(left.pid, folders.cluster)) return;
  const file = join(folders.cluster, "postmaster.pid");
  const [, ...rest] = readFileSync(file, "utf8").split("\n");
  writeWhole(file, [String(process.pid), ...rest].join("\n"));
}

/** The person's own PostgreSQL settings must not reach into ours. */
function serverEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("PG") && !name.startsWith("LC_"));
  return Object.fromEntries(kept);
}

function startLog(file: string): number {
  if (!existsSync(file)) return 0;
  if (statSync(file).size < LOG_LIMIT) return statSync(file).size;
  truncateSync(file);
  return 0;
}

const startFailed = (folders: Folders, said: string) =>
  new CannotStart("db.start", `PostgreSQL does not start (see ${folders.log}): ${said.trim().split("\n").slice(-5).join("\n")}`);
