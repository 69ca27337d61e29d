import { pastTheWall } from "@jizhen/db";
import { millisecondsIn } from "@jizhen/kernel";
import type { Platform } from "../platform/start.ts";
import { castProvince, type LaidTown } from "./cast.ts";
import { chance } from "./chance.ts";
import { storyClock } from "./clock.ts";
import { layComplaints } from "./complaints.ts";
import { layDeclarations, officeOf, reportsOf } from "./figures.ts";
import { endSessions, layRows } from "./lay.ts";
import { layNotices } from "./notices.ts";
import { importSteps, layRoll } from "./roll.ts";
import { type Step, speaker, storyOf } from "./story.ts";
import { layUpgrades } from "./upgrades.ts";

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
    const { rows, officer, laid } = castProvince(now, chance(seed));
    await layRows(platform, rows);
    await layNotices(platform, laid, now);
    await layBooks(platform, laid, now);
    await layComplaints(platform, laid, now);
    await layUpgrades(platform, laid, now);
    say(`${rows.organisation.length} invented organisations in ${rows.town.length - 1} towns`);
    const clock = storyClock(platform, asOwner);
    const speak = speaker(platform);
    const stories = [
      ...laid.map((town, index) => storyOf(town, speak, now, chance(seed + index + 1))),
      ...laid.map((town, index) => [...reportsOf(town, speak, now), ...importSteps(platform, town, index, speak, now)]),
      officeOf(officer, laid, speak, now),
    ].map(byHour);
    const hours = [...new Set(stories.flatMap((story) => [...story.keys()]))].sort((one, other) => one - other);
    for (const hour of hours) {
      await clock.setTo(new Date(hour));
      const meanwhile = stories.map((story) => story.get(hour) ?? []);
      await Promise.all(meanwhile.map(playInTurn));
      if (meanwhile.flat().some(({ settles }) => settles)) await clock.drain();
    }
    await clock.backToNow();
    await clock.drain();
    await endSessions(platform);
    await asOwner("update town set state = 'open' where kind = 'province'");
    say(`${hours.length} hours of their story told`);
  });
}

/** What a town's offices keep: the roll of its entities, and two years of what firms declared. */
async function layBooks(platform: Platform, laid: readonly LaidTown[], now: Date): Promise<void> {
  for (const [index, town] of laid.entries()) {
    await layRoll(platform, town, index, now, chance(seed + 100 + index));
    await layDeclarations(platform, town, now, chance(seed + 200 + index));
  }
}

/** What falls into the same hour shares its instant: moving the clock throws away every prepared plan. Towns go on side by side. */
function byHour(steps: readonly Step[]): Map<number, Step[]> {
  const hours = new Map<number, Step[]>();
  for (const step of [...steps].sort((a, b) => a.at.getTime() - b.at.getTime())) {
    const hour = Math.floor(step.at.getTime() / millisecondsIn.hour) * millisecondsIn.hour;
    hours.set(hour, [...(hours.get(hour) ?? []), step]);
  }
  return hours;
}

async function playInTurn(steps: readonly Step[]): Promise<void> {
  for (const step of steps) await step.run();
}
