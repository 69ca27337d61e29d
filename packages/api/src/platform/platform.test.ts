import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aWorld, type World } from "../testing/index.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

describe("the clock", () => {
  it("is the database's, and tests move it", async () => {
    const before = (await world.as(null).platform.clock.now()).at;
    await world.later({ days: 3 });
    const after = (await world.as(null).platform.clock.now()).at;
    expect((after?.getTime() ?? 0) - (before?.getTime() ?? 0)).toBeGreaterThanOrEqual(3 * 86_400_000);
  });
});
