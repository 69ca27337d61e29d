import { itemsOf, Month, monthPlus, newestEdition } from "@jizhen/domain-town";
import { LocalDate, Minor } from "@jizhen/kernel";
import type { Someone, World } from "../../testing/index.ts";

export const aPlan = (change: object = {}) => ({
  kind: "both" as const,
  title: "节能与数字化改造",
  text: "更换电炉电源，设备联网。",
  boundary: "全厂",
  cost: Minor.parse(50_000_000),
  suppliers: "",
  targetLevel: 2,
  targetSaving: 10,
  steps: [{ name: "设备联网", dueOn: LocalDate.parse("2099-10-01") }],
  ...change,
});

const edition = newestEdition();
const answers = (stage: number) => Object.fromEntries((edition ? itemsOf(edition) : []).map(({ key }) => [key, stage]));
const readings = (from: string, kwh: number) =>
  Array.from({ length: 12 }, (_, at) => ({ month: monthPlus(Month.parse(from), at), output: "100", used: { electricity: String(kwh) } }));

export const aBaseline = (change: object = {}) => ({
  boundary: "全厂",
  edition: edition?.key ?? "",
  answers: answers(1),
  outputUnit: "TNE",
  months: readings("2024-01", 1_000),
  files: [],
  ...change,
});

export type On = { projectId: never; version: number };
const on = ({ id, version }: { id: string; version: number }): On => ({ projectId: id as never, version });
type Who = { readonly by?: Someone; readonly plan?: object };

export const aProposal = async (world: World, { by = world.supplier, plan = {} }: Who = {}): Promise<On> =>
  on(await world.as(by).town.upgrade.propose(aPlan(plan)));

export async function aBaselined(world: World, who: Who = {}): Promise<On> {
  const proposal = await aProposal(world, who);
  return on(await world.as(who.by ?? world.supplier).town.upgrade.baseline({ ...proposal, measured: aBaseline() }));
}
export const aSeen = async (world: World, who: Who = {}): Promise<On> =>
  on(await world.as(world.reviewer).town.upgrade.seeBaseline(await aBaselined(world, who)));
export const anApproved = async (world: World, who: Who = {}): Promise<On> =>
  on(await world.as(world.townAdministrator).town.upgrade.approve(await aSeen(world, who)));
export const aRunning = async (world: World, who: Who = {}): Promise<On> =>
  on(await world.as(who.by ?? world.supplier).town.upgrade.start(await anApproved(world, who)));

/** As if a year had passed since the start: the months of the effect lie between. */
export async function aYearLater(world: World, { projectId }: On): Promise<void> {
  await world.asOwner("update upgrade_project set started_at = '2025-01-10T00:00:00Z' where id = $1", [projectId]);
}
export const anEffect = (change: object = {}) => aBaseline({ answers: answers(2), months: readings("2025-02", 900), ...change });

export async function aMeasured(world: World, who: Who = {}): Promise<On> {
  const running = await aRunning(world, who);
  await aYearLater(world, running);
  return on(await world.as(who.by ?? world.supplier).town.upgrade.measure({ ...running, measured: anEffect() }));
}
export const aVerified = async (world: World, who: Who = {}): Promise<On> =>
  on(await world.as(world.reviewer).town.upgrade.verify(await aMeasured(world, who)));
