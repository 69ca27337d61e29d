import { pastTheWall } from "@jizhen/db";
import { millisecondsIn } from "@jizhen/kernel";
import type { Platform } from "../platform/start.ts";
import { castProvince } from "./cast.ts";
import { chance } from "./chance.ts";
import { storyClock } from "./clock.ts";
import { endSessions, layRows } from "./lay.ts";
import { speaker, storyOf } from "./story.ts";

const seed = 20_230_601;
/** The lock that migrations take: a second process that starts meanwhile waits until the story is told. */
const startLock = "select pg_advisory_lock(72707369)";

export type DemoSettings = { readonly platform: Platform; readonly ownerUrl: string; readonly say: (sentence: string) => void };

/**
 * Lays the demo province (演示数据) into an empty database: ten towns, five of them with invented firms, and a story of requests, sealed
 * quotes, awards and orders played through the product's own procedures, on its own clock moved through the past.
 */
export async function seedDemo({ platform, ownerUrl, say }: DemoSettings): Promise<void> {
  await pastTheWall(ownerUrl, async (asOwner) => {
    await asOwner(startLock);
    const now = new Date();
    const { rows, laid } = castProvince(now, chance(seed));
    await layRows(platform, rows);
    say(`${rows.organisation.length} invented organisations in ${rows.town.length - 1} towns`);
    const clock = storyClock(platform, asOwner);
    const steps = laid.flatMap((town, index) => storyOf(town, speaker(platform), now, chance(seed + index + 1)));
    steps.sort((a, b) => a.at.getTime() - b.at.getTime());
    let told = 0;
    for (const step of steps) {
      // Moving the clock throws away every prepared plan, so what falls into the same hour shares its instant.
      const hour = Math.floor(step.at.getTime() / millisecondsIn.hour) * millisecondsIn.hour;
      if (hour !== told) await clock.setTo(new Date(hour));
      told = hour;
      await step.run();
      if (step.settles) await clock.drain();
    }
    await clock.backToNow();
    await clock.drain();
    await endSessions(platform);
    await asOwner("update town set state = 'open' where kind = 'province'");
    say(`${steps.length} steps of their story told`);
  });
}

/** True when a demo was begun and not finished: the province is opened by the last step. Nothing was served from such a database. */
export const unfinishedDemo = "select 1 as one from town where kind = 'province' and demo and state = 'prepared'";
