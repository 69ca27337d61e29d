import { cellsOf, declare } from "../../packages/api/src/modules/town/figures.fixtures.ts";
import type { Someone } from "../../packages/api/src/testing/index.ts";
import { Quarter } from "../../packages/domain-town/src/index.ts";
import { declarationInvariants } from "../support/invariants/town-things.ts";
import { type Hand, lifeOf, once, readState, seated } from "../support/life.ts";
import type { Driver } from "../support/machine.ts";
import { brokenOf, type Status } from "../support/one-thing.ts";
import { anUnreportedQuarter } from "../support/quarters.ts";

type S = "open" | "submitted" | "checked";
/** `handedOn`: the town has handed the quarter's report in, and holds everything below it still. */
type Model = Status<S> & { readonly handedOn: boolean };
type Real = Hand & { readonly quarter: Quarter };
const machine = "town.declaration";

const seen = ({ id, version }: Hand) => ({ declarationId: id as never, version });
const form = ({ quarter, version }: Real) => ({ quarter, cells: cellsOf(quarter), version });
const firm = ({ ground: { world } }: Real) => world.as(world.supplier).town.declaration;
const town = ({ ground: { world } }: Real) => world.as(world.reviewer).town.declaration;
const report = ({ ground: { world }, quarter }: Real) => world.as(world.reviewer).town.report.desk({ quarter });
const reason = "请核对七月产值";

/** A reviewer of the same town who also has a seat in the declaring firm; one of the other town; a salesman of the firm. */
const insider = ({ ground }: Real): Promise<Someone> =>
  once(ground.world, "insider", async () =>
    seated(ground, await ground.world.colleague(ground.world.reviewer, ["reviewer"]), ground.world.supplier),
  );
const foreigner = ({ ground: { world } }: Real): Promise<Someone> =>
  once(world, "foreign reviewer", () => world.colleague(world.elsewhereAdministrator, ["reviewer"]));

const locked = ({ handedOn }: Model) => (handedOn ? "town.declaration.locked" : null);
const { step, never, beside } = lifeOf<Model, Real>(machine, "town.declaration.wrong_state");

export const declaration: Driver<Model, Real> = {
  covers: [machine],
  begin: async (ground) => {
    const { world } = ground;
    const quarter = await anUnreportedQuarter(ground);
    // The town reports no quarter of which it has checked nothing.
    const { id: declarationId, version: handedIn } = await declare(world, world.secondSupplier, quarter);
    await world.as(world.reviewer).town.declaration.check({ declarationId, version: handedIn });
    const { id, version } = await world.as(world.supplier).town.declaration.save({ quarter, cells: [], version: 0 });
    return { model: { status: "open", handedOn: false }, real: { id, version, ground, quarter } };
  },
  moves: [
    step("save", { open: "open" }, (real) => firm(real).save(form(real)), { before: locked }),
    step("submit", { open: "submitted" }, (real) => firm(real).submit(form(real)), { before: locked }),
    step("check", { submitted: "checked" }, (real) => town(real).check(seen(real)), { before: locked }),
    step("return", { submitted: "open", checked: "open" }, (real) => town(real).return({ ...seen(real), reason }), { before: locked }),
    step("check", { submitted: "checked" }, async (real) => real.ground.world.as(await insider(real)).town.declaration.check(seen(real)), {
      as: "check by somebody who sits in the firm",
      before: locked,
      unless: () => "town.declaration.own_declaration",
    }),
    beside(
      "the town hands the quarter on",
      () => ({ handedOn: true }),
      async (real) => {
        const { firms, report: held } = await report(real);
        const without = firms.filter(({ state }) => state === "open" || state === "none");
        const missing = without.map(({ organisationId }) => ({ organisationId, reason: "not_answered" as const }));
        const { world } = real.ground;
        await world.as(world.reviewer).town.report.submit({ quarter: real.quarter, version: held?.version ?? 0, missing });
      },
      ({ status, handedOn }) => {
        if (handedOn) return "town.report.wrong_state";
        return status === "submitted" ? "town.report.lower_level_open" : null;
      },
    ),
    beside(
      "the quarter comes back",
      () => ({ handedOn: false }),
      async (real) => {
        const { world } = real.ground;
        const { report: held } = await report(real);
        await world.as(world.townAdministrator).town.report.return({ reportId: held?.id as never, version: held?.version ?? 0, reason });
      },
      ({ handedOn }) => (handedOn ? null : "town.report.wrong_state"),
    ),
    never(
      "submit as somebody saw it who looked too long ago",
      (model) => locked(model) ?? "platform.changed_meanwhile",
      (real) => firm(real).submit({ ...form(real), version: real.version + 1 }),
    ),
    never("check as somebody saw it who looked too long ago", "platform.changed_meanwhile", (real) =>
      town(real).check({ ...seen(real), version: real.version + 1 }),
    ),
    never("save a quarter that is not over", "town.declaration.too_early", (real) =>
      firm(real).save({ quarter: Quarter.parse("2199-Q4"), cells: [], version: 0 }),
    ),
    never("submit by a salesman of the firm", "platform.not_permitted", (real) =>
      real.ground.world.as(real.ground.world.seller).town.declaration.submit(form(real)),
    ),
    never("check by the rival", "platform.not_permitted", (real) =>
      real.ground.world.as(real.ground.world.rival).town.declaration.check(seen(real)),
    ),
    never("return by the administrator, who is no reviewer", "platform.not_permitted", (real) =>
      real.ground.world.as(real.ground.world.townAdministrator).town.declaration.return({ ...seen(real), reason }),
    ),
    never("check by a reviewer of the other town", "town.declaration.unknown", async (real) =>
      real.ground.world.as(await foreigner(real)).town.declaration.check(seen(real)),
    ),
  ],
  tours: [
    ["save", "the town hands the quarter on", "the quarter comes back", "submit", "check"],
    ["submit", "check", "the town hands the quarter on", "the quarter comes back", "return", "submit", "return"],
  ],
  cases: [],
  statuses: ({ status, handedOn }) => ({ status, handedOn }),
  read: (real) =>
    readState(real.ground, "declaration", real, {
      handedOn:
        "(select r.state <> 'open' from report r where (r.town_id, r.reporting_town, r.quarter) = (t.town_id, t.town_id, t.quarter))",
    }),
  violations: (real) => brokenOf(real.ground, declarationInvariants, real.id),
};
