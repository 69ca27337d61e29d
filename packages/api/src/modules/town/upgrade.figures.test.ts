import { indicatorKey, Quarter } from "@jizhen/domain-town";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aWorld, type Someone, type World } from "../../testing/index.ts";
import { aQuarter, climb, declare } from "./figures.fixtures.ts";
import { aMeasured, anApproved, aRunning, aSeen, aVerified, type On } from "./upgrade.fixtures.ts";

let world: World;
const firms: Record<string, Someone> = {};
const projects: Record<string, On> = {};
const earlier = Quarter.parse("2025-Q2");

/** As if it had happened then; the rules themselves have brought the project where it is. */
const date = (name: string, when: Readonly<Record<string, string>>) =>
  world.asOwner(
    `update upgrade_project set ${Object.keys(when)
      .map((column, at) => `${column} = $${at + 2}::timestamptz`)
      .join(", ")} where id = $1`,
    [projects[name]?.projectId, ...Object.values(when)],
  );

beforeAll(async () => {
  world = await aWorld();
  for (const name of ["verified", "running", "measured", "baselined", "stopped", "approved"])
    firms[name] = await world.firm(world.dingxiang, `Upgrading ${name}`);
  const by = (name: string) => ({ by: firms[name] ?? world.supplier });
  projects["verified"] = await aVerified(world, by("verified"));
  projects["running"] = await aRunning(world, by("running"));
  projects["measured"] = await aMeasured(world, by("measured"));
  projects["baselined"] = await aSeen(world, by("baselined"));
  projects["approved"] = await anApproved(world, by("approved"));
  const ended = await aRunning(world, by("stopped"));
  projects["stopped"] = ended;
  await world.as(world.townAdministrator).town.upgrade.stop({ ...ended, reason: "资金不足，不再继续" });
  // The last instant of a quarter belongs to it, the next one to the next: midnight is that of the town.
  await date("verified", { approved_at: "2025-01-20", started_at: "2025-02-10", verified_at: "2025-09-30T15:59:59Z" });
  await date("running", { approved_at: "2025-07-20", started_at: "2025-08-01" });
  await date("measured", { approved_at: "2025-01-05", started_at: "2025-01-10" });
  await date("stopped", { approved_at: "2025-01-05", started_at: "2025-01-10", stopped_at: "2025-07-10" });
  await date("approved", { approved_at: "2025-09-30T16:00:00Z" });
});
afterAll(() => world.close());

const open = (key: string, period: Quarter = aQuarter) =>
  world.as(world.townAdministrator).town.indicator.open({ key: indicatorKey(key), period });
const behind = async (key: string, period?: Quarter) => {
  const { inputs } = await open(key, period);
  return inputs
    .map(({ upgradeId }) => Object.keys(projects).find((name) => projects[name]?.projectId === upgradeId) ?? "none of these")
    .sort();
};

describe("figures of upgrade projects", () => {
  it.each([
    { key: "upgrades_running", before: ["measured", "stopped", "verified"], now: ["measured", "running"] },
    { key: "upgrades_verified", before: [], now: ["verified"] },
    { key: "firms_assessed", before: ["measured", "stopped", "verified"], now: ["measured", "running", "stopped", "verified"] },
    { key: "digital_firms_1", before: ["measured", "stopped", "verified"], now: ["measured", "running", "stopped"] },
    { key: "digital_firms_2", before: [], now: ["verified"] },
    { key: "upgrade_energy", before: [], now: ["verified"] },
  ])("$key opens to $before in one quarter and to $now in the next", async ({ key, before, now }) => {
    expect([await behind(key, earlier), await behind(key)]).toEqual([before, now]);
  });

  it("opens from the figure to the firm's name and to the project itself", async () => {
    const { inputs } = await open("upgrades_verified");
    expect(inputs.map(({ name, amount }) => [name, amount])).toEqual([["Upgrading verified厂", "1"]]);
    const project = await world.as(world.townAdministrator).town.upgrade.get({ projectId: inputs[0]?.upgradeId as never });
    const [energy, output] = [await open("upgrade_energy"), await open("upgrade_output")];
    expect([energy.inputs[0]?.amount, output.inputs[0]?.amount].map(Number)).toEqual(
      [project.after.metered?.kgce, project.after.metered?.output].map(Number),
    );
    expect((await open("upgrade_energy_intensity")).parts.map(({ key }) => key)).toEqual(["upgrade_energy", "upgrade_output"]);
  });

  it("reaches the province as sums: counts shown, a share of few firms hidden, and no firm behind either", async () => {
    await declare(world, world.supplier);
    await climb(world, "approved");
    const board = await world.as(world.provinceOfficer).town.board.get({ period: aQuarter });
    const cells = board.towns.find(({ id }) => id === world.dingxiang.id)?.cells ?? {};
    const shown = (key: string) => cells[key]?.value;
    expect([shown("upgrades_running"), shown("upgrades_verified"), shown("firms_assessed")]).toEqual(
      ["2", "1", "4"].map((amount) => ({ state: "value", amount })),
    );
    expect(shown("digital_level_1")).toEqual({ state: "value", amount: "75" });
    expect([shown("digital_level_2"), shown("upgrade_energy_intensity"), shown("co2_intensity")]).toEqual(
      Array.from({ length: 3 }, () => ({ state: "suppressed" })),
    );
    const rows = await world.asOwner<{ content: string }>("select row_to_json(f)::text as content from figure f where town_id = $1", [
      world.province.id,
    ]);
    for (const { actor } of Object.values(firms)) expect(JSON.stringify(rows)).not.toContain(actor.orgId);
    for (const { projectId } of Object.values(projects)) expect(JSON.stringify(rows)).not.toContain(projectId);
  });

  it("a verification that is put in doubt again leaves the figures of a quarter not yet handed in", async () => {
    const verified = projects["verified"];
    if (verified === undefined) throw new Error("no project");
    await world.as(world.townAdministrator).town.upgrade.reopen({ ...verified, reason: "计量口径有疑问，请复核" });
    expect([await behind("upgrades_verified"), await behind("digital_firms_2")]).toEqual([[], []]);
    expect(await behind("upgrades_running")).toEqual(["measured", "running", "verified"]);
  });
});
