import { connect, type Database } from "@jizhen/db";
import { mayReadFile, openPromises, reactions, timers } from "../wiring.ts";
import { type JobQueue, openJobs } from "./boss.ts";
import type { FileStore } from "./files.ts";
import { keepHouse } from "./housekeeping.ts";
import type { Keys } from "./keys.ts";
import { type LiveListener, listen } from "./live-listener.ts";
import type { Log } from "./log.ts";
import type { Mail } from "./mail.ts";
import { runJobs } from "./run-job.ts";
import type { Services } from "./services.ts";

export type PlatformSettings = {
  readonly appUrl: string;
  readonly publicUrl: string;
  readonly keys: Keys;
  readonly files: FileStore;
  readonly mail: Mail | null;
  readonly log: Log;
};

/** Everything a process needs to answer requests and do jobs; the host decides when it begins to work. */
export type Platform = {
  readonly services: Services;
  readonly database: Database;
  readonly queue: JobQueue;
  startWorking(): Promise<void>;
  /** Does every job that is due by the product's clock, in this process and at once: for tests. */
  drain(): Promise<number>;
  /** Ends open streams before the host waits for its requests; browsers come back to the next process. */
  endStreams(): void;
  close(): Promise<void>;
};

/** Opens a migrated database whose job tables are laid (see `layJobs`). */
export async function openPlatform({ appUrl, ...given }: PlatformSettings): Promise<Platform> {
  const database = await connect(appUrl);
  const queue = await openJobs(appUrl, given.log).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  const live = listen(appUrl, given.log);
  const services: Services = { database, jobs: queue.jobs, reactions, mayReadFile, openPromises, live, ...given };
  const run = runJobs(services, timers);
  const housekeeping = new AbortController();
  return {
    services,
    database,
    queue,
    startWorking: async () => {
      await queue.work(run);
      keepHouse(services, housekeeping.signal);
    },
    drain: () => queue.drain(run),
    endStreams: () => live.end(),
    close: () => {
      housekeeping.abort();
      return closeAll(queue, live, database, given.mail);
    },
  };
}

async function closeAll(queue: JobQueue, live: LiveListener, database: Database, mail: Mail | null): Promise<void> {
  await queue.close();
  await live.close();
  mail?.close();
  await database.close();
}
