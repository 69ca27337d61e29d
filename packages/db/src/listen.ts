import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

export type Ear = {
  heard(payload: string): void;
  /** True from the moment nothing can be missed; false while the connection is down. */
  connected(now: boolean): void;
};

const longestPauseMs = 10_000;

/** Listens to one channel on a dedicated connection, and comes back after every break until it is closed. */
export function listenOn(appUrl: string, channel: string, ear: Ear): { close(): Promise<void> } {
  const ending = new AbortController();
  const current: { client: pg.Client | null } = { client: null };
  const running = keepListening(appUrl, channel, ear, current, ending.signal);
  return {
    close: async () => {
      ending.abort();
      await current.client?.end().catch(() => {});
      await running;
    },
  };
}

async function keepListening(
  appUrl: string,
  channel: string,
  ear: Ear,
  current: { client: pg.Client | null },
  signal: AbortSignal,
): Promise<void> {
  for (let failures = 0; !signal.aborted; ) {
    const client = new pg.Client({ connectionString: appUrl, keepAlive: true, application_name: "jizhen-live" });
    current.client = client;
    try {
      const ended = new Promise<void>((resolve) => client.once("end", resolve).once("error", () => resolve()));
      client.on("error", () => {});
      client.on("notification", ({ payload }) => ear.heard(payload ?? ""));
      await client.connect();
      await client.query(`listen ${client.escapeIdentifier(channel)}`);
      failures = 0;
      ear.connected(true);
      await ended;
    } catch {
      failures += 1;
    }
    ear.connected(false);
    await client.end().catch(() => {});
    if (!signal.aborted) await pause(Math.min(longestPauseMs, 250 * 2 ** Math.min(failures, 6)), undefined, { signal }).catch(() => {});
  }
}
