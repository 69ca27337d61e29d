import { declare } from "../../packages/api/src/modules/town/figures.fixtures.ts";
import type { Someone } from "../../packages/api/src/testing/index.ts";
import { newId } from "../../packages/db/src/ids.ts";
import type { Quarter } from "../../packages/domain-town/src/index.ts";
import { reportInvariants } from "../support/invariants/town-things.ts";
import { type Hand, lifeOf, once, readState } from "../support/life.ts";
import type { Driver, Move } from "../support/machine.ts";
import { brokenOf, type Status, type Thing } from "../support/one-thing.ts";
import { anUnreportedQuarter } from "../support/quarters.ts";

type S = "open" | "submitted" | "approved" | "accepted" | "locked" | "published";
/** The town's report, and beside it the copy that the province holds from the first approval on. */
type Model = Status<S> & {
  readonly above: boolean;
  readonly submittedBy: "reviewer" | "both";
  readonly revision: number;
  readonly submission: number;
  readonly lockedSubmission: number | null;
};
type Real = Hand & { readonly quarter: Quarter; above: Thing };
type Report = { id: string; version: number };
const machine = "town.report";
const reason = "请核对七月产值";
const seen = ({ id, version }: Report) => ({ reportId: id as never, version });

const as = ({ ground: { world } }: Real, who: Someone) => world.as(who).town.report;
const office = (real: Real) => as(real, real.ground.world.townAdministrator);
const province = (real: Real) => as(real, real.ground.world.provinceOfficer);
/** A reviewer who is an administrator too. */
const both = ({ ground: { world } }: Real): Promise<Someone> =>
  once(world, "both", () => world.colleague(world.townAdministrator, ["town_administrator", "reviewer"]));

const handsIn = async (real: Real, who: Someone, explains = true) => {
  const { firms } = await as(real, who).desk({ quarter: real.quarter });
  const without = explains ? firms.filter(({ state }) => state !== "checked") : [];
  const missing = without.map(({ organisationId }) => ({ organisationId, reason: "not_answered" as const }));
  await as(real, who).submit({ quarter: real.quarter, version: real.version, missing });
};
/** What is decided in one space reaches the other when the reactions have run. */
const told =
  (decide: (real: Real) => Promise<unknown>): Move<Model, Real>["act"] =>
  async (real) => {
    await decide(real);
    await real.ground.world.drain();
  };

/** The province's copy stands open whenever the town holds the report. */
const atTheProvince = ({ status }: Model): S => (status === "submitted" ? "open" : status);
const wrongAt = (status: S): string => {
  if (status === "locked" || status === "published") return "town.report.locked";
  return status === "open" || status === "submitted" ? "town.report.wrong_state" : "town.report.upper_level_holds";
};
const unknownAbove = ({ above }: Model) => (above ? null : "town.report.unknown");
const byProvince = { before: unknownAbove, otherwise: (model: Model) => wrongAt(atTheProvince(model)) };
const { step, never } = lifeOf<Model, Real>(machine, ({ status }) => wrongAt(status));

export const report: Driver<Model, Real> = {
  covers: [machine],
  begin: async (ground) => {
    const { world } = ground;
    const quarter = await anUnreportedQuarter(ground);
    const { id: declarationId, version } = await declare(world, world.supplier, quarter);
    await world.as(world.reviewer).town.declaration.check({ declarationId, version });
    const { report: laid } = await world.as(world.reviewer).town.report.desk({ quarter });
    const model = { status: "open", above: false, submittedBy: "reviewer", revision: 1, submission: 0, lockedSubmission: null } as const;
    return { model, real: { id: laid?.id ?? "", version: 0, ground, quarter, above: { id: newId("rprt"), version: 0 } } };
  },
  moves: [
    step("submit", { open: "submitted" }, (real) => handsIn(real, real.ground.world.reviewer), {
      also: ({ submission }) => ({ submission: submission + 1, submittedBy: "reviewer" }),
    }),
    step("submit", { open: "submitted" }, async (real) => handsIn(real, await both(real)), {
      as: "submit by a reviewer who is an administrator too",
      also: ({ submission }) => ({ submission: submission + 1, submittedBy: "both" }),
    }),
    step("submit", { open: "submitted" }, (real) => handsIn(real, real.ground.world.reviewer, false), {
      as: "submit without a word about who is missing",
      unless: () => "town.report.missing_unexplained",
    }),
    step(
      "approve",
      { submitted: "approved" },
      told((real) => office(real).approve(seen(real))),
      { also: () => ({ above: true }) },
    ),
    step(
      "approve",
      { submitted: "approved" },
      told(async (real) => as(real, await both(real)).approve(seen(real))),
      {
        as: "approve by the reviewer who is an administrator too",
        unless: ({ submittedBy }) => (submittedBy === "both" ? "town.report.own_submission" : null),
        also: () => ({ above: true }),
      },
    ),
    step("return", { submitted: "open" }, (real) => office(real).return({ ...seen(real), reason })),
    step(
      "accept",
      { approved: "accepted" },
      told((real) => province(real).accept(seen(real.above))),
      byProvince,
    ),
    step(
      "sendBack",
      { approved: "open", accepted: "open" },
      told((real) => province(real).sendBack({ ...seen(real.above), reason })),
      byProvince,
    ),
    step(
      "lock",
      { accepted: "locked" },
      told((real) => province(real).lock(seen(real.above))),
      {
        ...byProvince,
        also: ({ submission }) => ({ lockedSubmission: submission }),
      },
    ),
    step(
      "reopen",
      { locked: "open", published: "open" },
      told((real) => province(real).reopen({ ...seen(real.above), reason })),
      {
        ...byProvince,
        also: ({ revision }) => ({ revision: revision + 1 }),
      },
    ),
    step(
      "publish",
      { locked: "published" },
      told(({ ground: { world }, quarter }) => world.as(world.provinceOfficer).town.publication.publish({ quarter })),
      { otherwise: () => "town.report.nothing_locked" },
    ),
    never("approve as somebody saw it who looked too long ago", "platform.changed_meanwhile", (real) =>
      office(real).approve({ ...seen(real), version: real.version + 1 }),
    ),
    never(
      "lock as somebody saw it who looked too long ago",
      (model) => unknownAbove(model) ?? "platform.changed_meanwhile",
      (real) => province(real).lock({ ...seen(real.above), version: real.above.version + 1 }),
    ),
    never("approve by a reviewer, who only hands in", "platform.not_permitted", (real) =>
      as(real, real.ground.world.reviewer).approve(seen(real)),
    ),
    never("lock by the town's administrator", "platform.not_permitted", (real) => office(real).lock(seen(real))),
    never("lock the town's own row by the province", "town.report.unknown", (real) => province(real).lock(seen(real))),
    never("return by the administrator of the other town", "town.report.unknown", (real) =>
      as(real, real.ground.world.elsewhereAdministrator).return({ ...seen(real), reason }),
    ),
  ],
  tours: [
    ["submit", "return", "submit", "approve", "sendBack", "submit", "approve", "accept", "sendBack"],
    ["submit by a reviewer who is an administrator too", "approve", "accept", "lock", "reopen", "submit", "approve", "accept", "lock"],
    ["submit", "approve by the reviewer who is an administrator too", "accept", "lock", "publish", "reopen", "submit"],
  ],
  cases: [],
  stage: ({ status, above, submittedBy }) => [status, above, status === "submitted" && submittedBy],
  statuses: (model) => {
    const { status, revision, submission, lockedSubmission } = model;
    // The copy counts what it heard: a hand-in that the town still holds is not among it.
    const heard = status === "open" || status === "submitted" ? {} : { revision, submission };
    return {
      status,
      revision,
      submission,
      lockedSubmission,
      above: model.above ? { status: atTheProvince(model), lockedSubmission, ...heard } : null,
    };
  },
  read: async (real) => {
    const [copy] = await real.ground.sql<Thing>(
      "select p.id, p.version from report p join report t on (p.reporting_town, p.quarter) = (t.reporting_town, t.quarter) and p.town_id <> t.town_id where t.id = $1",
      [real.id],
    );
    if (copy) real.above = copy;
    return readState(real.ground, "report", real, {
      revision: "t.revision",
      submission: "t.submission",
      lockedSubmission: "t.locked_submission",
      above: `(select jsonb_build_object('status', p.state, 'lockedSubmission', p.locked_submission)
          || case when t.state in ('open', 'submitted') then '{}' else jsonb_build_object('revision', p.revision, 'submission', p.submission) end
        from report p where (p.reporting_town, p.quarter) = (t.reporting_town, t.quarter) and p.town_id <> t.town_id)`,
    });
  },
  violations: (real) => brokenOf(real.ground, reportInvariants, real.id),
};
