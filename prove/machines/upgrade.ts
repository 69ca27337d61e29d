import { aBaseline, anEffect, aPlan, aYearLater } from "../../packages/api/src/modules/town/upgrade.fixtures.ts";
import type { Someone } from "../../packages/api/src/testing/index.ts";
import { upgradeInvariants } from "../support/invariants/town-things.ts";
import { type Hand, lifeOf, readState, seated } from "../support/life.ts";
import type { Driver } from "../support/machine.ts";
import { brokenOf, type Status } from "../support/one-thing.ts";

type S = "proposed" | "baselined" | "approved" | "running" | "measured" | "verified" | "closed" | "stopped";
type Model = Status<S> & {
  /** A reviewer has looked at the baseline as it stands. */
  readonly seen: boolean;
  /** A year has gone by since the start, so that there are months to measure. */
  readonly year: boolean;
  /** Who proposed it, and works in the town's office too, has a seat in the firm still. */
  readonly sits: boolean;
  /** The firm has another project of the kind under way. */
  readonly other: boolean;
};
type Real = Hand & { readonly firm: Someone; readonly insider: Someone };
const machine = "town.upgrade";
const reason = "调整生产线";

const seen = ({ id, version }: Hand) => ({ projectId: id as never, version });
const as = ({ ground: { world } }: Hand, who: Someone) => world.as(who).town.upgrade;
const own = (real: Real) => as(real, real.firm);
const reviewer = (real: Real) => as(real, real.ground.world.reviewer);
const administrator = (real: Real) => as(real, real.ground.world.townAdministrator);
const insider = (real: Real) => as(real, real.insider);
const done = { step: 0, doneOn: "2026-01-05" as never, spend: 100 as never, text: "已完成联网", files: [] };

const { step, never, beside } = lifeOf<Model, Real>(machine, "town.upgrade.wrong_state");
const involved = ({ sits }: Model) => (sits ? "town.upgrade.own_measurement" : null);
const lives = ({ status, other }: Model) => other || !["verified", "closed", "stopped"].includes(status);
const alone = (model: Model) => (lives(model) ? "town.upgrade.already_live" : null);
const stoppable = { proposed: "stopped", baselined: "stopped", approved: "stopped", running: "stopped", measured: "stopped" } as const;
const noPermission = "platform.not_permitted";

export const upgrade: Driver<Model, Real> = {
  covers: [machine],
  begin: async (ground) => {
    const { world } = ground;
    const firm = await world.firm(world.dingxiang, "Upgrading");
    const office = await world.colleague(world.townAdministrator, ["town_administrator", "reviewer"]);
    const both = await seated(ground, office, firm, "owner");
    const { id, version } = await world.as({ ...both, workspace: firm.workspace }).town.upgrade.propose(aPlan());
    const model = { status: "proposed", seen: false, year: false, sits: true, other: false } as const;
    return { model, real: { id, version, ground, firm, insider: both } };
  },
  moves: [
    step(
      "baseline",
      { proposed: "baselined", baselined: "baselined" },
      (real) => own(real).baseline({ ...seen(real), measured: aBaseline() }),
      {
        otherwise: () => "town.upgrade.baseline_frozen",
        also: () => ({ seen: false }),
      },
    ),
    step("seeBaseline", { baselined: "baselined" }, (real) => reviewer(real).seeBaseline(seen(real)), { also: () => ({ seen: true }) }),
    step("approve", { baselined: "approved" }, (real) => administrator(real).approve(seen(real)), {
      unless: ({ seen: looked }) => (looked ? null : "town.upgrade.baseline_unseen"),
    }),
    step("approve", { baselined: "approved" }, (real) => insider(real).approve(seen(real)), {
      as: "approve by the administrator who proposed it",
      unless: () => "town.upgrade.own_measurement",
    }),
    step("start", { approved: "running" }, (real) => own(real).start(seen(real)), { also: () => ({ year: false }) }),
    step("reportStep", { running: "running" }, (real) => own(real).reportStep({ ...seen(real), report: done })),
    step("measure", { running: "measured" }, (real) => own(real).measure({ ...seen(real), measured: anEffect() }), {
      unless: ({ year }) => (year ? null : "town.upgrade.period_overlaps"),
    }),
    step("verify", { measured: "verified" }, (real) => reviewer(real).verify(seen(real))),
    step("verify", { measured: "verified" }, (real) => insider(real).verify(seen(real)), {
      as: "verify by the reviewer who proposed it",
      unless: involved,
    }),
    step("return", { measured: "running" }, (real) => reviewer(real).return({ ...seen(real), reason })),
    step("close", { verified: "closed" }, (real) => administrator(real).close(seen(real))),
    step("reopen", { verified: "measured" }, (real) => administrator(real).reopen({ ...seen(real), reason }), {
      unless: ({ other }) => (other ? "town.upgrade.already_live" : null),
    }),
    step("reopen", { verified: "measured" }, (real) => insider(real).reopen({ ...seen(real), reason }), {
      as: "reopen by the administrator who proposed it",
      unless: (model) => involved(model) ?? (model.other ? "town.upgrade.already_live" : null),
    }),
    step("stop", stoppable, (real) => own(real).stop({ ...seen(real), reason })),
    step("stop", stoppable, (real) => administrator(real).stop({ ...seen(real), reason }), { as: "stop by the town" }),
    beside(
      "a year passes on the shop floor",
      ({ status, year }) => ({ year: year || status === "running" }),
      async (real, { status }) => {
        if (status === "running") await aYearLater(real.ground.world, seen(real));
      },
    ),
    beside(
      "who proposed it leaves the firm",
      () => ({ sits: false }),
      async ({ ground: { sql }, insider: { actor }, firm }) => {
        const end = "update seat set state = 'ended', ended_at = now() where (person_id, organisation_id) = ($1, $2) and state = 'active'";
        await sql(end, [actor.personId, firm.actor.orgId]);
      },
    ),
    beside(
      "another of its kind is proposed",
      () => ({ other: true }),
      (real) => own(real).propose(aPlan()),
      alone,
    ),
    never("stop as somebody saw it who looked too long ago", "platform.changed_meanwhile", (real) =>
      own(real).stop({ ...seen(real), version: real.version + 1, reason }),
    ),
    never("stop by the rival, in whatever version", "town.upgrade.unknown", (real) =>
      as(real, real.ground.world.rival).stop({ ...seen(real), version: real.version + 1, reason }),
    ),
    never("stop by the administrator of the other town", "town.upgrade.unknown", (real) =>
      as(real, real.ground.world.elsewhereAdministrator).stop({ ...seen(real), reason }),
    ),
    never("verify by the firm itself", noPermission, (real) => own(real).verify(seen(real))),
    never("approve by a reviewer", noPermission, (real) => reviewer(real).approve(seen(real))),
    never("look at the baseline as administrator", noPermission, (real) => administrator(real).seeBaseline(seen(real))),
  ],
  tours: [
    [
      "baseline",
      "seeBaseline",
      "baseline",
      "seeBaseline",
      "approve",
      "start",
      "reportStep",
      "a year passes on the shop floor",
      "measure",
      "return",
      "measure",
      "verify",
      "reopen",
      "verify",
      "another of its kind is proposed",
      "close",
    ],
    ["stop", "another of its kind is proposed"],
    ["baseline", "seeBaseline", "who proposed it leaves the firm", "stop by the town"],
    ["baseline", "seeBaseline", "approve", "stop"],
    ["baseline", "seeBaseline", "approve", "start", "stop"],
    ["baseline", "seeBaseline", "approve", "start", "a year passes on the shop floor", "measure", "stop"],
  ],
  cases: [],
  statuses: ({ status, seen: looked, year, sits, other }) => ({
    status,
    seen: status === "baselined" && looked,
    year: status === "running" && year,
    sits,
    other,
  }),
  read: (real) =>
    readState(real.ground, "upgrade_project", real, {
      seen: "t.state = 'baselined' and t.baseline_seen_by is not null",
      year: "t.state = 'running' and t.started_at < '2025-02-01'",
      sits: "exists (select 1 from seat s where (s.person_id, s.organisation_id, s.state) = (t.proposed_by, t.organisation_id, 'active'))",
      other: `exists (select 1 from upgrade_project o where (o.town_id, o.organisation_id, o.kind) = (t.town_id, t.organisation_id, t.kind) and o.id <> t.id)`,
    }),
  violations: (real) => brokenOf(real.ground, upgradeInvariants, real.id),
};
