import { aYearBefore } from "@jizhen/domain-town";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aWorld, type World } from "../../testing/index.ts";
import { aReportingTown, enterEntities, publishAll, report, tenTowns } from "./article.fixtures.ts";
import { aQuarter } from "./figures.fixtures.ts";

const manyCalls = 240_000;

let world: World;
beforeAll(async () => {
  world = await aWorld();
  for (const [at, story] of tenTowns.entries()) {
    const town = await aReportingTown(world, at);
    await enterEntities(world, town, at, story.entities, aQuarter);
    await report(world, town, aYearBefore(aQuarter), { output_value: story.before });
    const { projects: projects_new, fundsFen: project_funds, jobs: jobs_new, now: output_value } = story;
    await report(world, town, aQuarter, { projects_new, project_funds, jobs_new, output_value });
  }
  await publishAll(world, aYearBefore(aQuarter));
  await publishAll(world, aQuarter);
}, manyCalls);
afterAll(() => world.close());

const board = () => world.as(world.provinceOfficer).town.board.get({ period: aQuarter });

describe("ten towns that report, from declarations to the published table", () => {
  it.each([
    ["entities_new", "1069"],
    ["projects_new", "192"],
    ["project_funds", "6160000000000"],
    ["jobs_new", "37100"],
  ])("%s of the province is exactly %s", async (key, amount) => {
    const total = (await board()).totals[key];
    expect(total?.value).toEqual({ state: "value", amount });
    expect([total?.reported, total?.of]).toEqual([10, 12]);
  });

  it("grew by 16.4 % as the mean of the ten towns' growths; the growth of their sum is another figure under another name", async () => {
    const output = (await board()).totals.output_value;
    expect(output?.meanOfGrowths).toEqual({ state: "value", percent: "16.4" });
    expect(output?.growthOfSum).toEqual({ state: "value", percent: "15.3" });
  });

  it("adds up: the province is the sum of its towns, and those that did not report are missing, not zero", async () => {
    const { towns, totals } = await board();
    for (const key of ["entities_new", "projects_new", "project_funds", "jobs_new", "output_value"]) {
      const shown = towns.map(({ cells }) => cells[key]?.value);
      const amounts = shown.flatMap((value) => (value?.state === "value" ? [BigInt(value.amount)] : []));
      expect(amounts).toHaveLength(10);
      expect(totals[key]?.value).toEqual({ state: "value", amount: String(amounts.reduce((sum, one) => sum + one, 0n)) });
      expect(shown.filter((value) => value?.state === "missing")).toHaveLength(2);
    }
  });

  it("is published as it stands on the board", async () => {
    const [row] = await world.asOwner<{ content: { totals: { key: string; shown: object }[] } }>(
      "select content from publication where quarter = $1",
      [aQuarter],
    );
    const published = new Map(row?.content.totals.map(({ key, shown }) => [key, shown]));
    expect(published.get("entities_new")).toEqual({ state: "value", amount: "1069" });
    expect(published.get("project_funds")).toEqual({ state: "value", amount: "6160000000000" });
  });
});
