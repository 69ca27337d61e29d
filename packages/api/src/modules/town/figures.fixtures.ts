import { cellsAsked, Decimal, type DeclarationCell, firstDefinitions, inForce, Quarter } from "@jizhen/domain-town";
import type { Someone, World } from "../../testing/index.ts";

/** A quarter that is over whenever the tests run, with a year before it. */
export const aQuarter = Quarter.parse("2025-Q3");

/** Every cell of a form: one amount for all, and others by key. */
export function cellsOf(quarter: Quarter, amounts: Readonly<Record<string, number>> = {}, remark = ""): DeclarationCell[] {
  return cellsAsked(inForce(firstDefinitions, quarter), quarter).map((place) => ({
    ...place,
    amount: Decimal.parse(String(amounts[place.key] ?? 1_000)),
    remark,
  }));
}

/** Hands in a firm's form as its owner would, on top of what is there. */
export async function declare(world: World, who: Someone, quarter = aQuarter, amounts: Readonly<Record<string, number>> = {}, remark = "") {
  const { declaration } = await world.as(who).town.declaration.own({ quarter });
  const input = { quarter, cells: cellsOf(quarter, amounts, remark), version: declaration?.version ?? 0 };
  return world.as(who).town.declaration.submit(input);
}

/** Checks everything that waits, says why the rest is missing, and hands the quarter in. */
export async function handIn(world: World, quarter = aQuarter, reviewer = world.reviewer) {
  const town = world.as(reviewer).town;
  const before = await town.report.desk({ quarter });
  for (const { declarationId, state } of before.firms) {
    if (state !== "submitted" || declarationId === null) continue;
    const { declaration } = await town.declaration.get({ declarationId: declarationId as never });
    if (declaration) await town.declaration.check({ declarationId: declaration.id, version: declaration.version });
  }
  const { firms, report } = await town.report.desk({ quarter });
  const missing = firms
    .filter(({ state }) => state !== "checked")
    .map(({ organisationId }) => ({ organisationId, reason: "not_answered" as const }));
  return town.report.submit({ quarter, version: report?.version ?? 0, missing });
}

/** Takes a quarter from hand-in to the province, and as far up as asked. */
export async function climb(world: World, to: "submitted" | "approved" | "accepted" | "locked", quarter = aQuarter) {
  let step: { id: string; version: number } = await handIn(world, quarter);
  if (to === "submitted") return step;
  await world.as(world.townAdministrator).town.report.approve({ reportId: step.id as never, version: step.version });
  await world.drain();
  step = await inProvince(world, quarter);
  const office = world.as(world.provinceOfficer).town.report;
  if (to !== "approved") step = await office.accept({ reportId: step.id as never, version: step.version });
  if (to === "locked") step = await office.lock({ reportId: step.id as never, version: step.version });
  await world.drain();
  return step;
}

export async function inProvince(world: World, quarter = aQuarter, townId: string = world.dingxiang.id) {
  const lines = await world.as(world.provinceOfficer).town.report.list({ quarter });
  const line = lines.find(({ report }) => report.reportingTown === townId);
  if (!line) throw new Error("no report has reached the province");
  return line.report;
}
