import { afterAll, beforeAll, expect, it } from "vitest";
import { aWorld, type World } from "../packages/api/src/testing/index.ts";
import { figure, timed } from "./support/scale.ts";
import { changedTables, everyRow } from "./tenants/casts.ts";
import { subjectsOf } from "./tenants/stories.ts";
import { stopClock } from "./tenants/unseen.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
}, 600_000);
afterAll(() => world.close());

type Done = { readonly queue: string; readonly of: string; readonly count: string };

/** What jobs did whose worker was killed after the effect stood and before the queue heard of it: they are due once more. */
const loseMarks = () =>
  world.asOwner(
    "update pgboss.job set state = 'created', started_on = null, completed_on = null, output = null, retry_count = 0, start_after = now() where state = 'completed' and name in ('reaction', 'timer')",
  );
const doneJobs = () =>
  world.asOwner<Done>(
    "select name as queue, coalesce(data->>'subscriber', data->>'job') as of, count(*) as count from pgboss.job where state = 'completed' and name in ('reaction', 'timer') group by 1, 2",
  );

it("a job whose worker died between its effect and its mark changes nothing when another worker runs it (G13)", async () => {
  await subjectsOf(world);
  // Long after every deadline of the stories, so that their timers have come too.
  await stopClock(world, new Date(Date.now() + 500 * 86_400_000));
  const waiting = await everyRow(world);
  await world.drain();
  const [before, jobs] = [await everyRow(world), await doneJobs()];
  // The control: the first time, the same jobs did what the same comparison sees.
  const first = changedTables(waiting, before);
  await loseMarks();
  const { value: again, seconds } = await timed(() => world.drain());
  figure({ promise: "G13", proof: "jobs run again", seconds, again, kinds: jobs.length, changedTheFirstTime: first });
  expect(changedTables(before, await everyRow(world))).toEqual([]);
  expect(first.length).toBeGreaterThan(0);
  expect(jobs.length).toBeGreaterThan(0);
  expect(again).toBeGreaterThanOrEqual(jobs.length);
}, 600_000);
