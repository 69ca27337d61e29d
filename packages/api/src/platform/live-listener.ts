import { listenOn } from "@jizhen/db";
import { type Hint, type Live, liveChannel } from "./live.ts";
import type { Log } from "./log.ts";

type Listener = (hint: Hint | "missed") => void;

export type LiveListener = Live & { end(): void; close(): Promise<void> };

const sweepMs = 15_000;

/**
 * One dedicated connection a process hears what all processes say. While it is down (or the database cannot notify), every
 * stream is told "missed" four times a minute, so screens still catch up: notification is a hint, reading is the truth.
 */
export function listen(appUrl: string, log: Log): LiveListener {
  const listeners = new Set<Listener>();
  const tell = (hint: Hint | "missed") => {
    for (const listener of listeners) listener(hint);
  };
  let [connected, closing] = [false, false];
  const ear = listenOn(appUrl, liveChannel, {
    heard: (payload) => tell(JSON.parse(payload) as Hint),
    connected: (now) => {
      if (connected && !now && !closing) log.warn("live hints are polled until the database can be listened to again");
      if (!connected && now) tell("missed");
      connected = now;
    },
  });
  const sweep = setInterval(() => {
    if (!connected) tell("missed");
  }, sweepMs);
  sweep.unref();
  const ending = new AbortController();
  return {
    ending: ending.signal,
    end: () => ending.abort(),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      closing = true;
      ending.abort();
      clearInterval(sweep);
      await ear.close();
    },
  };
}
