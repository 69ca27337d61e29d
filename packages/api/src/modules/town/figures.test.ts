import { aYearBefore, Quarter } from "@jizhen/domain-town";
import { Refusal } from "@jizhen/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aWorld, type Someone, type World } from "../../testing/index.ts";
import { aQuarter, cellsOf, climb, declare, handIn, inProvince } from "./figures.fixtures.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return "done";
  } catch (error) {
    const { cause } = error as { cause?: unknown };
    return cause instanceof Refusal ? cause.reason.code : String(error);
  }
};
const office = () => world.as(world.provinceOfficer).town;
const cellOn = async (key: string, period: string = aQuarter, townId: string = world.dingxiang.id) => {
  const board = await office().board.get({ period: period as never });
  return board.towns.find(({ id }) => id === townId)?.cells[key];
};
const firms = (): Someone[] => [world.supplier, world.secondSupplier, world.thirdSupplier, world.rival];

describe("a quarter from declaration to the locked province table", () => {
  it("keeps a draft, refuses what cannot be right, and asks about what is unusual", async () => {
    const mine = world.as(world.supplier).town.declaration;
    const draft = await mine.save({ quarter: aQuarter, cells: cellsOf(aQuarter).slice(0, 2), version: 0 });
    const input = (cells: ReturnType<typeof cellsOf>) => ({ quarter: aQuarter, cells, version: draft.version });
    expect(await codeOf(mine.submit(input(cellsOf(aQuarter).slice(1))))).toBe("town.declaration.cell_missing");
    const jump = cellsOf(aQuarter).map((cell) =>
      cell.period === "2025-09" && cell.key === "output_value" ? { ...cell, amount: "9000" as never } : cell,
    );
    expect(await codeOf(mine.submit(input(jump)))).toBe("town.declaration.remark_needed");
    expect(await codeOf(mine.submit(input(jump.map((cell) => ({ ...cell, remark: "新线投产" })))))).toBe("done");
    expect(await codeOf(mine.submit({ ...input(cellsOf(aQuarter)), version: 2 }))).toBe("town.declaration.wrong_state");
  });

  it("takes one draft of two seats that save at once", async () => {
    const other = await world.colleague(world.secondSupplier, ["finance"]);
    const save = (who: Someone) => world.as(who).town.declaration.save({ quarter: aQuarter, cells: cellsOf(aQuarter), version: 0 });
    const both = await Promise.allSettled([save(world.secondSupplier), save(other)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("waits for what is not checked, and for a reason for every missing firm", async () => {
    for (const firm of firms().slice(1)) await declare(world, firm);
    const desk = await world.as(world.reviewer).town.report.desk({ quarter: aQuarter });
    expect(desk.firms.filter(({ state }) => state === "submitted")).toHaveLength(4);
    const submit = (missing: never[]) =>
      world.as(world.reviewer).town.report.submit({ quarter: aQuarter, version: desk.report?.version ?? 0, missing });
    expect(await codeOf(submit([]))).toBe("town.report.lower_level_open");
    const first = desk.firms.find(({ state }) => state === "submitted");
    const owner = await world.colleague(world.reviewer, ["reviewer"]);
    expect(
      await codeOf(
        world.as(owner).town.declaration.return({ declarationId: first?.declarationId as never, version: 99, reason: "请核对产值" }),
      ),
    ).toBe("platform.changed_meanwhile");
  });

  it("approves once when two administrators press at once, and never by who handed it in", async () => {
    const both = await world.colleague(world.townAdministrator, ["town_administrator", "reviewer"]);
    const handed = await handIn(world, aQuarter, both);
    const second = await world.colleague(world.townAdministrator, ["town_administrator"]);
    const approve = (who: Someone) => world.as(who).town.report.approve({ reportId: handed.id as never, version: handed.version });
    expect(await codeOf(approve(both))).toBe("town.report.own_submission");
    const outcomes = await Promise.all([world.townAdministrator, second].map((who) => codeOf(approve(who))));
    expect(outcomes.filter((code) => code === "done")).toHaveLength(1);
    expect(outcomes.filter((code) => code === "platform.changed_meanwhile" || code === "town.report.upper_level_holds")).toHaveLength(1);
  });

  it("reaches the province by its event: sums without firms, and the other town is not there, which is not zero", async () => {
    await world.drain();
    const report = await inProvince(world);
    expect([report.state, report.checked]).toEqual(["approved", 4]);
    // Four firms, three months of 1,000, and one month of 9,000.
    expect((await cellOn("output_value"))?.value).toEqual({ state: "value", amount: "20000" });
    expect((await cellOn("jobs"))?.value).toEqual({ state: "value", amount: "4000" });
    expect((await cellOn("export_share"))?.value).toEqual({ state: "value", amount: "20" });
    expect((await cellOn("output_value", aQuarter, world.xinghuacun.id))?.value).toEqual({ state: "missing" });
    await world.asOwner("update town set connected = false where id = $1", [world.xinghuacun.id]);
    expect((await cellOn("output_value", aQuarter, world.xinghuacun.id))?.value).toEqual({ state: "not_connected" });
    await world.asOwner("update town set connected = true where id = $1", [world.xinghuacun.id]);
    const rows = await world.asOwner<{ content: string }>("select row_to_json(f)::text as content from figure f where town_id = $1", [
      world.province.id,
    ]);
    expect(rows.length).toBeGreaterThan(20);
    for (const firm of firms()) expect(JSON.stringify(rows)).not.toContain(firm.actor.orgId);
  });

  it("locks: the town and its firms change nothing any more, and nobody changes the figures, not even by SQL", async () => {
    let step: { id: string; version: number } = await inProvince(world);
    step = await office().report.accept({ reportId: step.id as never, version: step.version });
    await office().report.lock({ reportId: step.id as never, version: step.version });
    await world.drain();
    const desk = await world.as(world.reviewer).town.report.desk({ quarter: aQuarter });
    expect([desk.report?.state, desk.actions]).toEqual(["locked", []]);
    expect(await codeOf(declare(world, world.supplier))).toBe("town.declaration.locked");
    await expect(world.asOwner("update figure set numerator = 0")).rejects.toMatchObject({ code: "23001" });
    await expect(world.asOwner("delete from figure")).rejects.toMatchObject({ code: "23001" });
    const serving = world.asPlatform(world.province.id, (tx) => tx.query("update figure set contributors = 0", []));
    await expect(serving).rejects.toThrow(/permission denied/);
  });

  it("a restated figure is a new revision, and the locked one stays", async () => {
    const locked = await inProvince(world);
    await office().report.reopen({ reportId: locked.id, version: locked.version, reason: "产值漏报一笔" });
    await world.drain();
    // While it is being restated, what was locked stands.
    expect((await cellOn("output_value"))?.value).toEqual({ state: "value", amount: "20000" });
    const town = world.as(world.reviewer).town;
    const desk = await town.report.desk({ quarter: aQuarter });
    expect([desk.report?.state, desk.report?.revision, desk.report?.reason]).toEqual(["open", 2, "产值漏报一笔"]);
    const mine = desk.firms.find(({ organisationId }) => organisationId === world.rival.actor.orgId);
    const { declaration } = await town.declaration.get({ declarationId: mine?.declarationId as never });
    await town.declaration.return({ declarationId: declaration?.id as never, version: declaration?.version ?? 0, reason: "请更正产值" });
    await declare(world, world.rival, aQuarter, { output_value: 2_000 });
    await climb(world, "locked");
    expect((await cellOn("output_value"))?.value).toEqual({ state: "value", amount: "23000" });
    const kept = await world.asOwner<{ revision: number; numerator: string }>(
      "select revision, trim_scale(numerator)::text as numerator from figure where town_id = $1 and key = 'output_value' and period = $2 order by submission",
      [world.province.id, aQuarter],
    );
    expect(kept).toEqual([
      { revision: 1, numerator: "20000" },
      { revision: 2, numerator: "23000" },
    ]);
    const view = await world.as(world.rival).town.declaration.own({ quarter: aQuarter });
    expect(view.history.map(({ revision }) => revision)).toEqual([2, 1]);
  });

  it("opens a figure to the declarations it was computed from, for its own town only", async () => {
    const opened = await world.as(world.townAdministrator).town.indicator.open({ key: "output_value" as never, period: aQuarter });
    expect(opened.inputs).toHaveLength(12);
    expect(opened.inputs.reduce((sum, { amount }) => sum + Number(amount), 0)).toBe(23_000);
    const elsewhere = await world.as(world.elsewhereAdministrator).town.indicator.open({ key: "output_value" as never, period: aQuarter });
    expect(elsewhere.inputs).toEqual([]);
    const [declarationId] = opened.inputs.map((input) => input.declarationId);
    expect(await codeOf(world.as(world.elsewhereAdministrator).town.declaration.get({ declarationId: declarationId as never }))).toBe(
      "town.declaration.unknown",
    );
  });
});

describe("what the province may see", () => {
  const earlier = aYearBefore(aQuarter);
  it("hides a figure behind which one firm stands almost alone, and says so", async () => {
    for (const firm of firms()) await declare(world, firm, earlier, firm === world.supplier ? { output_value: 900_000 } : {});
    await climb(world, "locked", earlier);
    expect((await cellOn("output_value", earlier))?.value).toEqual({ state: "suppressed" });
    // Half of that year was never reported, so there is no year.
    expect((await cellOn("output_value", "2024"))?.value).toEqual({ state: "missing" });
    const board = await office().board.get({ period: earlier });
    expect(JSON.stringify(board)).not.toContain("2709000");
    expect(board.totals.output_value?.value).toEqual({ state: "suppressed" });
    expect((await cellOn("jobs", earlier))?.value).toEqual({ state: "value", amount: "4000" });
  });

  it("publishes locked quarters only, with the same cells hidden", async () => {
    expect(await codeOf(office().publication.publish({ quarter: Quarter.parse("2025-Q4") }))).toBe("town.report.nothing_locked");
    await office().publication.publish({ quarter: earlier });
    await world.drain();
    const [row] = await world.asOwner<{ content: { cells: { key: string; shown: object }[] } }>("select content from publication");
    expect(row?.content.cells.find(({ key }) => key === "output_value")?.shown).toEqual({ state: "suppressed" });
    expect((await inProvince(world, earlier)).state).toBe("published");
    const desk = await world.as(world.reviewer).town.report.desk({ quarter: earlier });
    expect(desk.report?.state).toBe("published");
  });

  it("begins a new version with a coming quarter, once", async () => {
    const definitions = await office().indicator.definitions();
    const held = definitions.find(({ key }) => key === "output_value");
    if (!held) throw new Error("no definition");
    const next = { ...held, version: 2, meaningZh: "产值，含来料加工", validFrom: Quarter.parse("2099-Q1") };
    const outcomes = await Promise.all([1, 2].map(() => codeOf(office().indicator.define(next))));
    expect(outcomes.sort()).toEqual(["done", "town.indicator.version_taken"]);
    expect(await codeOf(office().indicator.define({ ...next, version: 3, unit: "count" }))).toBe("town.indicator.not_later");
  });
});
