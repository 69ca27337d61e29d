import { beforeAll, describe, expect, it } from "vitest";
import { appRouter } from "../packages/api/src/root.ts";
import { award } from "./machines/award.ts";
import { capability } from "./machines/capability.ts";
import { complaint } from "./machines/complaint.ts";
import { declaration } from "./machines/declaration.ts";
import { document } from "./machines/document.ts";
import { file } from "./machines/file.ts";
import { indicator } from "./machines/indicator.ts";
import { invitation } from "./machines/invitation.ts";
import { measure } from "./machines/measure.ts";
import { membership } from "./machines/membership.ts";
import { negotiation } from "./machines/negotiation.ts";
import { offer } from "./machines/offer.ts";
import { order } from "./machines/order.ts";
import { policy } from "./machines/policy.ts";
import { quote } from "./machines/quote.ts";
import { report } from "./machines/report.ts";
import { request } from "./machines/request.ts";
import { seat } from "./machines/seat.ts";
import { town } from "./machines/town.ts";
import { upgrade } from "./machines/upgrade.ts";
import { type AnyDriver, declaredMachines, type StepTable } from "./support/machine.ts";
import { prove } from "./support/machine-run.ts";
import { figure, isLong, seed, size, timed } from "./support/scale.ts";

const drivers: readonly AnyDriver[] = [
  award,
  capability,
  complaint,
  declaration,
  document,
  file,
  indicator,
  invitation,
  measure,
  membership,
  negotiation,
  offer,
  order,
  policy,
  quote,
  report,
  request,
  seat,
  town,
  upgrade,
] as unknown as readonly AnyDriver[];

let declared: ReadonlyMap<string, StepTable | null>;
beforeAll(async () => {
  declared = await declaredMachines();
});

describe("every state machine has a model (G8)", () => {
  const covered = drivers.flatMap(({ covers }) => covers);
  it("each aggregate with transitions is driven", () => expect([...declared.keys()].filter((name) => !covered.includes(name))).toEqual([]));
  it("what is driven declares its steps as a table", () => expect(covered.filter((name) => !declared.get(name))).toEqual([]));
  it("a step that is said to have no procedure has none", () => {
    const procedures = Object.keys(appRouter._def.procedures);
    const excused = drivers.flatMap(({ withoutProcedure }) => withoutProcedure ?? []);
    expect(excused.filter((step) => procedures.includes(step.replace(" ", ".")))).toEqual([]);
  });
});

it.concurrent.each(drivers)("no state machine can be led astray: $covers", async (driver) => {
  const tables = new Map([...(await declaredMachines())].flatMap(([name, table]) => (table === null ? [] : [[name, table] as const])));
  const plan = { runs: size(6, 2_000), commands: isLong ? 40 : 12, size: isLong ? "max" : "small", seed } as const;
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
