import { setTimeout as pause } from "node:timers/promises";
import { openTown } from "@jizhen/db";
import { millisecondsIn, TownId } from "@jizhen/kernel";
import type { Services } from "./services.ts";
import { platformActor } from "./tx.ts";

const every = millisecondsIn.hour;

/** Puts away, once an hour until the process stops, what has had its time. Any number of processes may do it. */
export function keepHouse(services: Services, signal: AbortSignal): void {
  void (async () => {
    while (!signal.aborted) {
      await pause(every, undefined, { signal, ref: false }).catch(() => {});
      if (!signal.aborted) await tidy(services).catch((error: unknown) => services.log.fault("housekeeping", error));
    }
  })();
}

/** Submissions a client may still repeat are a week old at most; ended sessions and spent tokens are of no use to anybody. */
export async function tidy({ database }: Services): Promise<void> {
  await database.pool.query("delete from session where expires_at < jizhen_clock() - interval '1 day'");
  await database.pool.query("delete from verification where expires_at < jizhen_clock() - interval '1 day'");
  await database.pool.query("delete from sign_in_failure where since < jizhen_clock() - interval '1 day'");
  const { rows } = await database.pool.query<{ id: string }>("select id from town");
  for (const { id } of rows) {
    await openTown(database, platformActor(TownId.parse(id))).write((tx) =>
      tx.query("delete from idempotency_key where at < jizhen_clock() - interval '7 days'", []),
    );
  }
}
