import type { TownTx } from "@jizhen/db";
import type { ReactionJob } from "./events.ts";
import type { MailJob } from "./mail.ts";
import type { TimerJob } from "./timers.ts";

export type JobOf = { reaction: ReactionJob; timer: TimerJob; mail: MailJob };
export type Queue = keyof JobOf;

export type EnqueueOptions = { readonly startAfter?: Date; readonly singletonKey?: string };

/** The queue as a request sees it: jobs are rows written in the request's own transaction. */
export type Jobs = {
  enqueue<Q extends Queue>(tx: TownTx, queue: Q, jobs: readonly JobOf[Q][], options?: EnqueueOptions): Promise<void>;
};
