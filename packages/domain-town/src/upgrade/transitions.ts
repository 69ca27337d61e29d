import { type Act, type Decided, type Decision, err, localDateAt, type OrgId, ok, type Result, type TownId } from "@jizhen/kernel";
import type { UpgradeRefusal } from "./errors.ts";
import type { UpgradeEvent, UpgradeFact } from "./events.ts";
import { comparable, compute } from "./measuring.ts";
import type { Measured, MeasureInput, StepReport, UpgradeId, UpgradeIn, UpgradePlan, UpgradeProject, UpgradeState } from "./model.ts";

type Outcome<S extends UpgradeState> = Decided<UpgradeIn<S>, UpgradeEvent, UpgradeRefusal>;

/** The life of a project, to be read aloud. */
export const upgradeSteps = {
  proposed: { baseline: "baselined", stop: "stopped" },
  baselined: { baseline: "baselined", seeBaseline: "baselined", approve: "approved", stop: "stopped" },
  approved: { start: "running", stop: "stopped" },
  running: { reportStep: "running", measure: "measured", stop: "stopped" },
  measured: { verify: "verified", return: "running", stop: "stopped" },
  verified: { close: "closed", reopen: "measured" },
  closed: {},
  stopped: {},
} as const satisfies Record<UpgradeState, Readonly<Record<string, UpgradeState>>>;
export type UpgradeStep =
  | "baseline"
  | "seeBaseline"
  | "approve"
  | "start"
  | "reportStep"
  | "measure"
  | "verify"
  | "return"
  | "close"
  | "reopen"
  | "stop";

export function insistUpgrade<S extends UpgradeState>(
  project: UpgradeProject,
  ...states: readonly S[]
): Result<UpgradeIn<S>, UpgradeRefusal> {
  if (states.some((state) => state === project.state)) return ok(project as UpgradeIn<S>);
  return err({ kind: "rule", code: "town.upgrade.wrong_state", params: { state: project.state } });
}

/** From the approval on the baseline stands; who wants another one begins another project. */
export function insistOpenBaseline(project: UpgradeProject): Result<UpgradeIn<"proposed" | "baselined">, UpgradeRefusal> {
  if (project.state === "proposed" || project.state === "baselined") return ok(project);
  return err({ kind: "rule", code: "town.upgrade.baseline_frozen" });
}

export type UpgradeBirth = { readonly id: UpgradeId; readonly townId: TownId; readonly organisationId: OrgId; readonly number: string };

export function propose(birth: UpgradeBirth, plan: UpgradePlan, { by, at }: Act): Outcome<"proposed"> {
  if (plan.kind !== "low_carbon" && plan.targetLevel === null)
    return err({ kind: "rule", code: "town.upgrade.target_missing", field: "targetLevel" });
  if (plan.kind !== "digital" && plan.targetSaving === null)
    return err({ kind: "rule", code: "town.upgrade.target_missing", field: "targetSaving" });
  return ok({ next: { ...birth, state: "proposed", plan, proposedBy: by.personId, proposedAt: at, version: 0 }, events: [] });
}

/** Handed in by the firm; again and again until it is approved, and each time a reviewer looks anew. */
export function baseline(project: UpgradeIn<"proposed" | "baselined">, input: MeasureInput, act: Act): Outcome<"baselined"> {
  if (input.boundary !== project.plan.boundary) return err({ kind: "rule", code: "town.upgrade.boundary_changed" });
  const measured = compute(project.plan.kind, input, null, act);
  if (!measured.ok) return measured;
  const next: UpgradeIn<"baselined"> = { ...project, state: "baselined", baseline: measured.value, baselineSeenBy: null };
  return ok({ next, events: [] });
}

/** Whoever measured, or sits in the firm, neither looks at the papers for the town nor verifies. */
export function insistUninvolved(
  { organisationId }: UpgradeProject,
  measured: Measured,
  { by }: Pick<Act, "by">,
  sitsInFirm: boolean,
): Result<true, UpgradeRefusal> {
  const involved = sitsInFirm || by.orgId === organisationId || by.personId === measured.by;
  return involved ? err({ kind: "forbidden", code: "town.upgrade.own_measurement" }) : ok(true);
}

export function seeBaseline(project: UpgradeIn<"baselined">, { by }: Act): Decision<UpgradeIn<"baselined">, UpgradeEvent> {
  return { next: { ...project, baselineSeenBy: by.personId }, events: [] };
}

/** What was measured, without the readings behind it. */
export const factOf = ({ assessed, metered }: Measured): UpgradeFact => ({
  score: assessed?.score ?? null,
  level: assessed?.level ?? null,
  intensity: metered?.intensity ?? null,
  co2Intensity: metered?.co2Intensity ?? null,
  outputUnit: metered?.outputUnit ?? null,
  months: metered?.months ?? null,
  provisional: metered?.provisional ?? false,
});

const aboutOf = (project: UpgradeProject, measured: Measured) => ({
  projectId: project.id,
  townId: project.townId,
  organisationId: project.organisationId,
  indicator: project.plan.kind,
  formula: measured.formula,
  baseline: factOf(measured),
});

/** The baseline is frozen here, so that it is announced here; by another person than proposed it, also one who has left the firm since. */
export function approve(project: UpgradeIn<"baselined">, { by, at }: Act): Outcome<"approved"> {
  const { baselineSeenBy } = project;
  if (by.personId === project.proposedBy) return err({ kind: "forbidden", code: "town.upgrade.own_measurement" });
  if (baselineSeenBy === null) return err({ kind: "rule", code: "town.upgrade.baseline_unseen" });
  const next: UpgradeIn<"approved"> = { ...project, state: "approved", baselineSeenBy, approvedBy: by.personId, approvedAt: at };
  return ok({ next, events: [{ type: "town.upgrade.baselined.v1", ...aboutOf(project, project.baseline) }] });
}

export function start(project: UpgradeIn<"approved">, { at }: Act): Decision<UpgradeIn<"running">, UpgradeEvent> {
  return { next: { ...project, state: "running", startedAt: at, returned: null }, events: [] };
}

/** The report itself is written beside the project and never changed. */
export function reportStep(project: UpgradeIn<"running">, { step, doneOn }: StepReport, { at }: Pick<Act, "at">): Outcome<"running"> {
  if (step >= project.plan.steps.length) return err({ kind: "rule", code: "town.upgrade.step_unknown" });
  const today = localDateAt(at);
  // A report is of what was done; what is still to come stands in the plan.
  if (doneOn > today) return err({ kind: "rule", code: "town.upgrade.step_not_yet", params: { today }, field: "report.doneOn" });
  return ok({ next: project, events: [] });
}

export function measure(project: UpgradeIn<"running">, input: MeasureInput, act: Act): Outcome<"measured"> {
  const measured = compute(project.plan.kind, input, project.baseline, act);
  if (!measured.ok) return measured;
  const fit = comparable(project.baseline, measured.value, project.startedAt);
  if (!fit.ok) return fit;
  return ok({ next: { ...project, state: "measured", effect: measured.value }, events: [] });
}

export function verify(project: UpgradeIn<"measured">, { by, at }: Act): Outcome<"verified"> {
  const next: UpgradeIn<"verified"> = { ...project, state: "verified", verifiedBy: by.personId, verifiedAt: at };
  const measured = factOf(project.effect);
  return ok({ next, events: [{ type: "town.upgrade.verified.v1", ...aboutOf(project, project.baseline), measured }] });
}

export function giveBack(project: UpgradeIn<"measured">, reason: string): Decision<UpgradeIn<"running">, UpgradeEvent> {
  const { effect: _effect, ...kept } = project;
  return { next: { ...kept, state: "running", returned: reason }, events: [] };
}

export function close(project: UpgradeIn<"verified">, { at }: Act): Decision<UpgradeIn<"closed">, UpgradeEvent> {
  return { next: { ...project, state: "closed", closedAt: at }, events: [] };
}

/** A verified effect is put in doubt again, for a reason and for everybody who counted it. */
export function reopen(project: UpgradeIn<"verified">, reason: string): Decision<UpgradeIn<"measured">, UpgradeEvent> {
  const { verifiedBy: _by, verifiedAt: _at, ...kept } = project;
  const measured = factOf(project.effect);
  return {
    next: { ...kept, state: "measured", returned: reason },
    events: [{ type: "town.upgrade.reopened.v1", ...aboutOf(project, project.baseline), measured }],
  };
}

type Stoppable = UpgradeIn<"proposed" | "baselined" | "approved" | "running" | "measured">;
export function stop(project: Stoppable, reason: string, { by, at }: Act): Decision<UpgradeIn<"stopped">, UpgradeEvent> {
  const { id, townId, organisationId, number, plan, proposedBy, proposedAt, version } = project;
  const kept = { id, townId, organisationId, number, plan, proposedBy, proposedAt, version };
  const baselineOf = project.state === "proposed" ? null : project.baseline;
  return { next: { ...kept, state: "stopped", baseline: baselineOf, stoppedBy: by.personId, stoppedAt: at, reason }, events: [] };
}
