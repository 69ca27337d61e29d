import { afterAll, beforeAll, expect, it } from "vitest";
import { published } from "../packages/api/src/modules/procurement/story.fixtures.ts";
import { verifyChain } from "../packages/api/src/platform/audit.ts";
import { aWorld, type World } from "../packages/api/src/testing/index.ts";
import { townFor } from "../packages/api/src/trpc/context.ts";
import { chanceOf, figure, seed, size, timed } from "./support/scale.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

it("a town's history is one unbroken chain, however many write at once (G1)", async () => {
  const writers = size(6, 24);
  const each = size(5, 100);
  const chance = chanceOf(seed);
  const { seconds } = await timed(() =>
    Promise.all(
      Array.from({ length: writers }, async () => {
        for (let n = 0; n < each; n += 1) await published(world, {}, { by: chance() < 0.5 ? world.buyer : world.buyerOwner });
      }),
    ),
  );
  const verdict = await townFor(world.platform.services, world.townAdministrator.actor, null).read((tx) => verifyChain(tx));
  const entries = verdict.sound ? verdict.entries : 0;
  figure({ promise: "G1", proof: "audit chain", seconds, writers, requests: writers * each, entries });
  expect(entries).toBeGreaterThanOrEqual(writers * each * 2);
});
