import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { CannotStart } from "../cannot-start.ts";

/**
 * PostgreSQL refuses to run as root. In a user namespace without a mapping it sees itself as nobody while the kernel
 * still treats its files as root's, so no system user is needed and nothing changes hands.
 */
export function unprivileged(binary: string, args: readonly string[]): { command: string; args: readonly string[] } {
  if (process.getuid?.() !== 0) return { command: binary, args };
  if (process.platform !== "linux" || spawnSync("unshare", ["--user", "true"]).status !== 0) {
    throw new CannotStart(
      "db.root",
      "PostgreSQL does not run as root, and this system allows root no user namespace (unshare --user). " +
        "Start as an ordinary user, or set DATABASE_URL to a PostgreSQL server (15 or newer).",
    );
  }
  return { command: "unshare", args: ["--user", binary, ...args] };
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  return !isZombie(pid);
}

/** In a container nobody may collect the dead: they keep their number and answer to signals. */
function isZombie(pid: number): boolean {
  if (process.platform !== "linux") return false;
  try {
    return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

/**
 * Whether the process is the PostgreSQL of this folder. A number left behind by a killed server may meanwhile belong to
 * another program (common in containers), and a zombie has no command line any more.
 */
export function isServerOf(pid: number, folder: string): boolean {
  if (!isAlive(pid)) return false;
  const line = commandLine(pid);
  return line === null || (line.includes("postgres") && line.includes(folder));
}

/** Null where the system does not tell: then a living process counts as the server, which is the careful answer. */
function commandLine(pid: number): string | null {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    if (process.platform === "win32") return null;
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
