import { randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CannotStart } from "../cannot-start.ts";
import { isAlive, pause } from "./processes.ts";

const PATIENCE_MS = 120_000;

/**
 * One process at a time starts or stops the server of a folder; the others wait. The lock of a process that was killed is
 * taken over. Should two ever pass, PostgreSQL's own postmaster.pid still lets only one server open the data.
 */
export async function alone<T>(runFolder: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(runFolder, { recursive: true, mode: 0o700 });
  const lock = join(runFolder, "lock");
  const mine = join(runFolder, `lock.${randomUUID()}`);
  try {
    // Inside, for a full disk lets the file be made and not be written.
    writeFileSync(mine, String(process.pid), { mode: 0o600 });
    const giveUp = Date.now() + PATIENCE_MS;
    while (!take(mine, lock)) {
      if (Date.now() > giveUp) {
        throw new CannotStart(
          "db.locked",
          `Another process has been starting or stopping the database for two minutes; it is named in ${lock}.`,
        );
      }
      await pause(50);
    }
    try {
      return await work();
    } finally {
      rmSync(lock, { force: true });
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/** A hard link appears whole, with its content, or not at all. */
function take(mine: string, lock: string): boolean {
  try {
    linkSync(mine, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const holder = readOr(lock, "");
  if (holder !== "" && !isAlive(Number(holder))) {
    const aside = `${mine}.stale`;
    try {
      renameSync(lock, aside);
      // Another waiter may have been quicker: then what was moved is a living lock, and it goes back.
      if (readOr(aside, "") !== holder) linkSync(aside, lock);
    } catch {
      // Somebody else moved it first; the next round sees who.
    }
    rmSync(aside, { force: true });
  }
  return false;
}

/** Marks this start as a user of the server. The answer leaves it again and tells how many others remain; the killed do not count. */
export function enter(runFolder: string): () => number {
  const folder = join(runFolder, "guests");
  const mine = join(folder, `${process.pid}.${randomUUID()}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(mine, "");
  return () => {
    rmSync(mine, { force: true });
    const marks = readdirSync(folder);
    const living = marks.filter((mark) => isAlive(Number.parseInt(mark, 10)));
    for (const mark of marks) if (!living.includes(mark)) rmSync(join(folder, mark), { force: true });
    return living.length;
  };
}

function readOr(file: string, otherwise: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return otherwise;
  }
}
