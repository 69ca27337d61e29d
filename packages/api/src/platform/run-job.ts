import { asTown } from "@jizhen/db";
import { TownId } from "@jizhen/kernel";
import type { RunJob } from "./boss.ts";
import { type ReactionJob, react } from "./events.ts";
import type { JobOf } from "./jobs.ts";
import { sendLetter } from "./letters.ts";
import type { MailJob } from "./mail.ts";
import type { Services } from "./services.ts";
import type { Timer, TimerJob } from "./timers.ts";
import { platformActor, type Tx } from "./tx.ts";

/** Does the work of jobs: every reaction and timer in a transaction of its own town, as the platform itself. */
export function runJobs(services: Services, timers: readonly Timer[]): RunJob {
  const inTown = <T>(townId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
    asTown(services.database, townId, platformActor(TownId.parse(townId))).write((tx) => work({ ...tx, services }));

  const runReaction = async (job: ReactionJob) => {
    const outcome = await inTown(job.townId, (tx) => react(tx, job));
    // A subscriber that was renamed or removed since: nobody is left to act, and trying again helps nobody.
    if (outcome === "unknown")
      services.log.warn("event has no such subscriber any more", { event: job.eventId, subscriber: job.subscriber });
  };
  const runTimer = async (job: TimerJob) => {
    const timer = timers.find((one) => one.job === job.job);
    if (timer) await inTown(job.townId, (tx) => timer.run(tx, job.payload));
    else services.log.warn("timer has no handler any more", { timer: job.job });
  };

  return async (queue, data) => {
    const run = { reaction: runReaction, timer: runTimer, mail: (job: MailJob) => sendLetter(services, job) } as const;
    await (run[queue] as (job: JobOf[typeof queue]) => Promise<void>)(data);
  };
}
