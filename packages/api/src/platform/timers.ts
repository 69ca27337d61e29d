import type { TownId } from "@jizhen/kernel";
import type * as z from "zod";
import type { Tx } from "./tx.ts";

/** What happens when a timer is due. It re-checks state and the database's clock: late or doubled, it changes nothing. */
export type Timer = {
  readonly job: string;
  readonly run: (tx: Tx, payload: unknown) => Promise<void>;
};

/** A line of `wiring.ts`: `onJob("procurement.request.freeze", z.strictObject({ requestId: RequestId }), (tx, payload) => …)`. */
export const onJob = <S extends z.ZodType>(job: string, schema: S, run: (tx: Tx, payload: z.infer<S>) => Promise<unknown>): Timer => ({
  job,
  run: async (tx, payload) => {
    await run(tx, schema.parse(payload));
  },
});

/** Payload of a timer's job: ids only. */
export type TimerJob = { readonly townId: TownId; readonly job: string; readonly payload: Readonly<Record<string, string | number>> };

/**
 * Sets a timer in this transaction. `key` names what it is about (one timer a job, key and instant); moving a deadline sets
 * a second timer, and the first finds nothing to do.
 */
export async function schedule(tx: Tx, job: string, key: string, payload: TimerJob["payload"], at: Date): Promise<void> {
  const data: TimerJob = { townId: tx.by.townId, job, payload };
  await tx.services.jobs.enqueue(tx, "timer", [data], { startAfter: at, singletonKey: `${job} ${key} ${at.toISOString()}` });
}
