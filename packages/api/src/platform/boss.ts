import type { TownTx } from "@jizhen/db";
import { type Job, type JobResult, PgBoss } from "pg-boss";
import type { JobOf, Jobs, Queue } from "./jobs.ts";
import type { Log } from "./log.ts";

const session = "-c timezone=UTC -c search_path=public";
const dead = "dead";
const day = 86_400;

/** Retries back off from seconds to ten minutes for about an hour; then the job is laid in `dead` and the log says so. */
const patience = { retryLimit: 12, retryDelay: 2, retryBackoff: true, retryDelayMax: 600, deadLetter: dead } as const;
/** A worker that was killed is noticed by its silence, and its jobs go to another; without this they wait a quarter of an hour. */
const heartbeatSeconds = 10;
const queues: readonly Queue[] = ["reaction", "timer", "mail"];

/** Lays or brings up to date pg-boss's own tables; as the owner, at start and before anything serves. Two at once are safe. */
export async function layJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    options: session,
    max: 2,
    supervise: false,
    schedule: false,
    registerInstance: false,
    application_name: "jizhen-jobs-owner",
  });
  const errors: Error[] = [];
  boss.on("error", (error: Error) => errors.push(error));
  try {
    await boss.start();
    await boss.createQueue(dead, { retentionSeconds: 365 * day, deleteAfterSeconds: 0, notify: true });
    for (const queue of queues) {
      await boss.createQueue(queue, {
        ...patience,
        retentionSeconds: 365 * day,
        deleteAfterSeconds: 7 * day,
        notify: true,
        heartbeatSeconds,
      });
      // A queue that an older version made learns what is new.
      await boss.updateQueue(queue, { heartbeatSeconds });
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}

/** Does the work of one job; what it throws is tried again later. */
export type RunJob = <Q extends Queue>(queue: Q, data: JobOf[Q]) => Promise<void>;

export type JobQueue = {
  readonly jobs: Jobs;
  /** Begins to take jobs; any number of processes may. */
  work(run: RunJob): Promise<void>;
  /** Takes what is due until nothing is, and passes on the first fault: for tests, which run no worker. */
  drain(run: RunJob): Promise<number>;
  close(): Promise<void>;
};

/** Opens the queue under the serving role. A job is a hint to look: payloads carry ids, and handlers read the truth. */
export async function openJobs(appUrl: string, log: Log): Promise<JobQueue> {
  const boss = new PgBoss({
    connectionString: appUrl,
    options: session,
    max: 4,
    application_name: "jizhen-jobs",
    migrate: false,
    createSchema: false,
    schedule: false,
    reindex: false,
    monitorVacuum: false,
    useListenNotify: true,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  });
  boss.on("error", (error: Error) => log.fault("job queue", error));
  await boss.start();
  return {
    jobs: { enqueue: (...args) => enqueue(boss, ...args) },
    work: (run) => work(boss, log, run),
    drain: (run) => drain(boss, run),
    close: () => boss.stop({ graceful: true, timeout: 10_000 }),
  };
}

async function enqueue<Q extends Queue>(
  boss: PgBoss,
  tx: TownTx,
  queue: Q,
  jobs: readonly JobOf[Q][],
  options: Parameters<Jobs["enqueue"]>[3] = {},
): Promise<void> {
  if (jobs.length === 0) return;
  // The request's own connection: the job exists when, and only when, the request commits.
  const db = { executeSql: async (text: string, values?: unknown[]) => ({ rows: await tx.query(text, values ?? []) }) };
  await boss.insert(
    queue,
    jobs.map((data) => ({ data, ...options })),
    { db },
  );
}

/** One hint of new work may stand for many jobs: a worker goes on while its fetches come back full, and looks by itself every two seconds. */
const pace = {
  pollingIntervalSeconds: 2,
  notifyPollingIntervalSeconds: 2,
  batchSize: 5,
  burstWhenBatchFull: true,
  localConcurrency: 2,
  perJobResults: true,
} as const;

async function work(boss: PgBoss, log: Log, run: RunJob): Promise<void> {
  for (const queue of queues) {
    await boss.work(queue, pace, async (jobs: Job<JobOf[Queue]>[]) => {
      const results: JobResult[] = [];
      for (const job of jobs) results.push(await attempt(queue, job, log, run));
      return results;
    });
  }
  await boss.work(dead, { pollingIntervalSeconds: 30 }, async (jobs: Job[]) => {
    for (const job of jobs)
      log.fault("job given up after all its retries", new Error("dead letter"), { job: job.id, data: JSON.stringify(job.data) });
  });
}

/** Each job of a batch succeeds or fails for itself. */
async function attempt(queue: Queue, { id, data }: Job<JobOf[Queue]>, log: Log, run: RunJob): Promise<JobResult> {
  try {
    await run(queue, data);
    return { id, status: "completed" };
  } catch (error) {
    log.fault("job failed and will be tried again", error, { queue, job: id });
    // The queue keeps what it is told of a failure; a driver's message may quote a row.
    return { id, status: "failed", output: { message: "failed; the log has the reason under the job's id" } };
  }
}

const makeDue =
  "update pgboss.job set start_after = now() where state < 'active' and start_after > now() and start_after <= jizhen_clock()";

async function drain(boss: PgBoss, run: RunJob): Promise<number> {
  let done = 0;
  for (;;) {
    // pg-boss goes by the server's clock, tests by the product's.
    await boss.getDb().executeSql(makeDue);
    const taken = (
      await Promise.all(
        queues.map(async (queue) => (await boss.fetch<JobOf[Queue]>(queue, { batchSize: 50 })).map((job) => ({ queue, job }))),
      )
    ).flat();
    if (taken.length === 0) return done;
    for (const { queue, job } of taken) {
      try {
        await run(queue, job.data);
      } catch (error) {
        await boss.fail(queue, job.id, { message: "failed" });
        throw error;
      }
      await boss.complete(queue, job.id);
      done += 1;
    }
  }
}
