import { beforeAll, describe, expect, it } from "vitest";
import { appRouter } from "../packages/api/src/root.ts";
import { capability } from "./machines/capability.ts";
import { declaration } from "./machines/declaration.ts";
import { document } from "./machines/document.ts";
import { measure } from "./machines/measure.ts";
import { membership } from "./machines/membership.ts";
import { offer } from "./machines/offer.ts";
import { order } from "./machines/order.ts";
import { policy } from "./machines/policy.ts";
import { quote } from "./machines/quote.ts";
import { report } from "./machines/report.ts";
import { request } from "./machines/request.ts";
import { type AnyDriver, declaredMachines, type StepTable } from "./support/machine.ts";
import { prove } from "./support/machine-run.ts";
import { figure, isLong, seed, size, timed } from "./support/scale.ts";

const drivers: readonly AnyDriver[] = [
  capability,
  declaration,
  document,
  measure,
  membership,
  offer,
  order,
  policy,
  quote,
  report,
  request,
] as unknown as readonly AnyDriver[];

/** Machines that exist and have no model here yet, by name: nothing may be added, and what has got a model must leave. */
const notYet: readonly string[] = [
  "platform.file",
  "procurement.award",
  "procurement.negotiation",
  "town.complaint",
  "town.indicator",
  "town.invitation",
  "town.seat",
  "town.town",
  "town.upgrade",
];

let declared: ReadonlyMap<string, StepTable | null>;
beforeAll(async () => {
  declared = await declaredMachines();
});

describe("every state machine has a model (G8)", () => {
  const covered = drivers.flatMap(({ covers }) => covers);
  it("each aggregate with transitions is driven, or named as not yet driven", () => {
    expect([...declared.keys()].filter((name) => !covered.includes(name)).sort()).toEqual(notYet);
  });
  it("what is driven declares its steps as a table", () => expect(covered.filter((name) => !declared.get(name))).toEqual([]));
  it("a step that is said to have no procedure has none", () => {
    const procedures = Object.keys(appRouter._def.procedures);
    const excused = drivers.flatMap(({ withoutProcedure }) => withoutProcedure ?? []);
    expect(excused.filter((step) => procedures.includes(step.replace(" ", ".")))).toEqual([]);
  });
});

it.concurrent.each(drivers)("no state machine can be led astray: $covers", async (driver) => {
  const tables = new Map([...(await declaredMachines())].flatMap(([name, table]) => (table === null ? [] : [[name, table] as const])));
  const plan = { runs: size(6, 2_000), commands: isLong ? 40 : 12, seed };
  const { value, seconds } = await timed(() => prove(driver, tables, plan));
  const { coverage, declared: steps, missing, neverRefused } = value;
  figure({
    promise: "G8",
    proof: `state machine ${driver.covers.join(", ")}`,
    seconds,
    runs: coverage.runs,
    commands: coverage.commands,
    refusals: coverage.refusals,
    declaredSteps: steps.length,
    takenSteps: coverage.taken.size,
    refusedPairs: coverage.refused.size,
  });
  expect(missing, "declared and never taken").toEqual([]);
  expect(neverRefused, "not declared and never refused").toEqual([]);
});
