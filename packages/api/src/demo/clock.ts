import type { AsOwner } from "@jizhen/db";
import type { Platform } from "../platform/start.ts";

export type StoryClock = {
  /** From here on everything happens at this instant (and a little later), timers included. */
  setTo(at: Date): Promise<void>;
  /** Does what is due at the story's time: reactions and timers. */
  drain(): Promise<void>;
  /** The real time again; timers that are still to come wait for it. */
  backToNow(): Promise<void>;
};

const aside = "interval '1000 days'";

// The queue goes by the server's clock, the story by its own: a timer that the story has not reached yet is put aside. Reactions are due at once.
const putAside = `update pgboss.job set start_after = start_after + ${aside}
  where name = 'timer' and state < 'active' and start_after > jizhen_clock() and start_after < jizhen_clock() + interval '900 days'`;
const bringBack = `update pgboss.job set start_after = start_after - ${aside}
  where name = 'timer' and state < 'active' and start_after - ${aside} <= jizhen_clock() and start_after > jizhen_clock() + interval '900 days'`;
const bringAllBack = `update pgboss.job set start_after = start_after - ${aside}
  where name = 'timer' and state < 'active' and start_after > clock_timestamp() + interval '900 days'`;

/**
 * Moves the product's clock (`jizhen_clock()`, which only the owner can replace) through the past, so that the demo's deadlines
 * pass by the same code as real ones. Nothing is served meanwhile, and every start puts the real clock back.
 */
export function storyClock(platform: Platform, asOwner: AsOwner): StoryClock {
  const tell = async (body: string) =>
    void (await asOwner(`create or replace function public.jizhen_clock() returns timestamptz language sql volatile as '${body}'`));
  return {
    setTo: (at) => tell(`select clock_timestamp() - interval ''${((Date.now() - at.getTime()) / 1000).toFixed(3)} seconds''`),
    drain: async () => {
      // A reaction may set timers of its own: looked at again until nothing more is due.
      for (;;) {
        await asOwner(putAside);
        await asOwner(bringBack);
        if ((await platform.drain()) === 0) return;
      }
    },
    backToNow: async () => {
      await tell("select clock_timestamp()");
      await asOwner(bringAllBack);
    },
  };
}
