import { afterAll, beforeAll, expect, it } from "vitest";
import { aWorld, type World } from "../../testing/index.ts";
import { aQuarter, climb, declare } from "./figures.fixtures.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
  await world.asOwner("update town set slug = 'dingxiang-test' where id = $1", [world.dingxiang.id]);
  for (const firm of [world.supplier, world.secondSupplier, world.thirdSupplier, world.rival])
    await declare(world, firm, aQuarter, firm === world.supplier ? { output_value: 900_000 } : {});
  await climb(world, "locked");
});
afterAll(() => world.close());

const figures = async () => (await world.as(null).town.portal.get({ slug: "dingxiang-test" })).figures;
const published = async () => {
  await world.as(world.provinceOfficer).town.publication.publish({ quarter: aQuarter });
  await world.drain();
};

it("shows a visitor nothing of what is locked and not published, and then what was published: with its period and its source", async () => {
  expect(await figures()).toEqual([]);
  await published();
  const shown = await figures();
  expect(shown.find(({ key }) => key === "jobs")).toMatchObject({
    shown: { state: "value", amount: "4000" },
    quarter: aQuarter,
    version: 1,
    revision: 1,
    source: "declared",
  });
  expect(shown.find(({ key }) => key === "output_value")?.shown).toEqual({ state: "suppressed" });
  expect(JSON.stringify(shown)).not.toContain("2709000");
  // Another town has published nothing.
  const [{ slug } = { slug: "" }] = await world.asOwner<{ slug: string }>("select slug from town where id = $1", [world.xinghuacun.id]);
  expect((await world.as(null).town.portal.get({ slug })).figures).toEqual([]);
});

it("keeps showing what was published while it is restated, and then the new revision", async () => {
  const office = world.as(world.provinceOfficer).town.report;
  const [line] = await office.list({ quarter: aQuarter });
  if (!line) throw new Error("no report has come up");
  await office.reopen({ reportId: line.report.id, version: line.report.version, reason: "从业人数漏报" });
  await world.drain();
  expect((await figures()).find(({ key }) => key === "jobs")).toMatchObject({ shown: { amount: "4000" }, revision: 1 });
  const town = world.as(world.reviewer).town;
  const { firms } = await town.report.desk({ quarter: aQuarter });
  const rival = firms.find(({ organisationId }) => organisationId === world.rival.actor.orgId);
  const { declaration } = await town.declaration.get({ declarationId: rival?.declarationId as never });
  if (!declaration) throw new Error("nothing was declared");
  await town.declaration.return({ declarationId: declaration.id, version: declaration.version, reason: "请更正从业人数" });
  await declare(world, world.rival, aQuarter, { jobs: 3_000 });
  await climb(world, "locked");
  await published();
  expect((await figures()).find(({ key }) => key === "jobs")).toMatchObject({ shown: { amount: "6000" }, revision: 2 });
});
