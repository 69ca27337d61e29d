import { newId } from "@jizhen/db";
import {
  upgrades as life,
  type Measured,
  MeasureInput,
  ReasonText,
  StepReport,
  UpgradeId,
  type UpgradePlan,
  type UpgradeProject,
} from "@jizhen/domain-town";
import * as z from "zod";
import { claimFiles } from "../../platform/files.ts";
import { nextNumber } from "../../platform/numbers.ts";
import { orRefuse, refuse } from "../../platform/refuse.ts";
import type { Tx } from "../../platform/tx.ts";
import { hasSeat } from "./membership.store.ts";
import * as store from "./upgrade.store.ts";

const on = { projectId: UpgradeId, version: z.int().min(0) };
export const OnUpgrade = z.strictObject(on);
export const MeasureOn = z.strictObject({ ...on, measured: MeasureInput });
export const StepOn = z.strictObject({ ...on, report: StepReport });
export const ReasonOn = z.strictObject({ ...on, reason: ReasonText });

type On = z.infer<typeof OnUpgrade>;
type Kept = Promise<store.Kept>;

async function load(tx: Tx, { projectId, version }: On): Promise<UpgradeProject> {
  const project = await store.getUpgrade(tx, projectId);
  if (project.version !== version) refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
  return project;
}

/** Another firm's project does not exist for this one. */
async function loadOwn(tx: Tx, input: On): Promise<UpgradeProject> {
  const project = await store.getUpgrade(tx, input.projectId);
  if (project.organisationId !== tx.by.orgId) refuse({ kind: "not_found", code: "town.upgrade.unknown" });
  return load(tx, input);
}

/** Whoever measured, or sits in the firm, decides nothing about it (T7). */
async function insistUninvolved(tx: Tx, project: UpgradeProject, measured: Measured): Promise<void> {
  orRefuse(life.insistUninvolved(project, measured, tx, await hasSeat(tx, tx.by.personId, project.organisationId)));
}

export async function proposeUpgrade(tx: Tx, plan: UpgradePlan): Kept {
  const birth = {
    id: UpgradeId.parse(newId("upgr")),
    townId: tx.by.townId,
    organisationId: tx.by.orgId,
    number: await nextNumber(tx, "SJ"),
  };
  return store.create(tx, orRefuse(life.propose(birth, plan, tx)));
}

export async function handInBaseline(tx: Tx, { measured, ...input }: z.infer<typeof MeasureOn>): Kept {
  const project = orRefuse(life.insistOpenBaseline(await loadOwn(tx, input)));
  await claimFiles(tx, measured.files, "upgrade", project.id);
  return store.commit(tx, "town.upgrade.baseline", project, orRefuse(life.baseline(project, measured, tx)));
}

export async function seeBaseline(tx: Tx, input: On): Kept {
  const project = orRefuse(life.insistUpgrade(await load(tx, input), "baselined"));
  await insistUninvolved(tx, project, project.baseline);
  return store.commit(tx, "town.upgrade.seeBaseline", project, life.seeBaseline(project, tx));
}

export async function approveUpgrade(tx: Tx, input: On): Kept {
  const project = orRefuse(life.insistUpgrade(await load(tx, input), "baselined"));
  await insistUninvolved(tx, project, project.baseline);
  return store.commit(tx, "town.upgrade.approve", project, orRefuse(life.approve(project, tx)));
}

export async function startUpgrade(tx: Tx, input: On): Kept {
  const project = orRefuse(life.insistUpgrade(await loadOwn(tx, input), "approved"));
  return store.commit(tx, "town.upgrade.start", project, life.start(project, tx));
}

export async function reportStep(tx: Tx, { report, ...input }: z.infer<typeof StepOn>): Kept {
  const project = orRefuse(life.insistUpgrade(await loadOwn(tx, input), "running"));
  const decision = orRefuse(life.reportStep(project, report, tx));
  await claimFiles(tx, report.files, "upgrade", project.id);
  await store.addStep(tx, project.id, report);
  return store.commit(tx, "town.upgrade.reportStep", project, decision);
}

export async function handInEffect(tx: Tx, { measured, ...input }: z.infer<typeof MeasureOn>): Kept {
  const project = orRefuse(life.insistUpgrade(await loadOwn(tx, input), "running"));
  await claimFiles(tx, measured.files, "upgrade", project.id);
  return store.commit(tx, "town.upgrade.measure", project, orRefuse(life.measure(project, measured, tx)));
}

export async function verifyUpgrade(tx: Tx, input: On): Kept {
  const project = orRefuse(life.insistUpgrade(await load(tx, input), "measured"));
  await insistUninvolved(tx, project, project.effect);
  return store.commit(tx, "town.upgrade.verify", project, orRefuse(life.verify(project, tx)));
}

export async function returnUpgrade(tx: Tx, { reason, ...input }: z.infer<typeof ReasonOn>): Kept {
  const project = orRefuse(life.insistUpgrade(await load(tx, input), "measured"));
  await insistUninvolved(tx, project, project.effect);
  return store.commit(tx, "town.upgrade.return", project, life.giveBack(project, reason));
}

export async function closeUpgrade(tx: Tx, input: On): Kept {
  const project = orRefuse(life.insistUpgrade(await load(tx, input), "verified"));
  await insistUninvolved(tx, project, project.effect);
  return store.commit(tx, "town.upgrade.close", project, life.close(project, tx));
}

export async function reopenUpgrade(tx: Tx, { reason, ...input }: z.infer<typeof ReasonOn>): Kept {
  const project = orRefuse(life.insistUpgrade(await load(tx, input), "verified"));
  await insistUninvolved(tx, project, project.effect);
  return store.commit(tx, "town.upgrade.reopen", project, life.reopen(project, reason));
}

/** By the firm itself, or by the town; `mine` is what the permission was given for. */
export async function stopUpgrade(tx: Tx, administers: boolean, { reason, ...input }: z.infer<typeof ReasonOn>): Kept {
  const found = administers ? await load(tx, input) : await loadOwn(tx, input);
  const project = orRefuse(life.insistUpgrade(found, "proposed", "baselined", "approved", "running", "measured"));
  return store.commit(tx, "town.upgrade.stop", project, life.stop(project, reason, tx));
}
