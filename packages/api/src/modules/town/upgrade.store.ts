import { constraintOf, newId, Prisma } from "@jizhen/db";
import {
  type Permission,
  type StepReport,
  type UpgradeEvent,
  type UpgradeId,
  UpgradeProject,
  type UpgradeState,
} from "@jizhen/domain-town";
import type { Decision } from "@jizhen/kernel";
import { record } from "../../platform/audit.ts";
import { publish } from "../../platform/events.ts";
import { refuse } from "../../platform/refuse.ts";
import type { Tx } from "../../platform/tx.ts";
import { dated } from "./dated.ts";
import { hintSides } from "./town.hints.ts";

const absent = {
  baseline: Prisma.DbNull,
  baselineSeenBy: null,
  approvedBy: null,
  approvedAt: null,
  startedAt: null,
  returned: null,
  effect: Prisma.DbNull,
  verifiedBy: null,
  verifiedAt: null,
  closedAt: null,
  stoppedBy: null,
  stoppedAt: null,
  reason: null,
};
const baselined = ["baseline", "baselineSeenBy"];
const approved = [...baselined, "approvedBy", "approvedAt"];
const running = [...approved, "startedAt", "returned"];
const measured = [...running, "effect"];
const verified = [...measured, "verifiedBy", "verifiedAt"];
const fieldsOf: Record<UpgradeState, readonly string[]> = {
  proposed: [],
  baselined,
  approved,
  running,
  measured,
  verified,
  closed: [...verified, "closedAt"],
  stopped: ["baseline", "stoppedBy", "stoppedAt", "reason"],
};

export type UpgradeRow = Readonly<Record<string, unknown>> & { readonly state: string };

/** The row is flat and nullable; the domain is not. */
export function toUpgrade({ kind: _kind, ...row }: UpgradeRow): UpgradeProject {
  const kept = fieldsOf[row.state as UpgradeState];
  return UpgradeProject.parse(dated(Object.fromEntries(Object.entries(row).filter(([name]) => !(name in absent) || kept.includes(name)))));
}

export async function getUpgrade(tx: Tx, id: UpgradeId): Promise<UpgradeProject> {
  const row = await tx.db.upgradeProject.findUnique({ where: { townId_id: { townId: tx.by.townId, id } } });
  return row ? toUpgrade(row) : refuse({ kind: "not_found", code: "town.upgrade.unknown" });
}

const document = (value: unknown) => (value === null ? Prisma.DbNull : (value as Prisma.InputJsonValue));

/** A project as its table takes it. */
export const upgradeColumns = (project: UpgradeProject) => {
  const { baseline = null, effect = null, ...rest } = { ...project } as UpgradeProject & Record<string, unknown>;
  return { ...absent, ...rest, kind: project.plan.kind, baseline: document(baseline), effect: document(effect) };
};

export type Kept = { readonly id: UpgradeId; readonly version: number; readonly state: UpgradeState };
type Decided = Decision<UpgradeProject, UpgradeEvent>;

/** A project of a kind is alone while it lives: a new one, and one that comes to life again. */
function refuseSecond(error: unknown): never {
  if (constraintOf(error) === "upgrade_project_one_live") refuse({ kind: "conflict", code: "town.upgrade.already_live" });
  throw error;
}

export async function create(tx: Tx, { next, events }: Decided): Promise<Kept> {
  await tx.db.upgradeProject.create({ data: upgradeColumns(next) }).catch(refuseSecond);
  await finish(tx, "town.upgrade.propose", next, events, null);
  return { id: next.id, version: next.version, state: next.state };
}

/** The only way to change a project: state, history and announcements move together or not at all. */
export async function commit(tx: Tx, action: Permission, before: UpgradeProject, { next, events }: Decided): Promise<Kept> {
  const { id, townId, version, ...fields } = upgradeColumns(next);
  // A stopped project keeps who approved it: the columns that its shape lacks are left as they stand.
  const data =
    next.state === "stopped" ? { state: next.state, stoppedBy: next.stoppedBy, stoppedAt: next.stoppedAt, reason: next.reason } : fields;
  const where = { townId, id, version: before.version };
  const { count } = await tx.db.upgradeProject.updateMany({ where, data: { ...data, version: version + 1 } }).catch(refuseSecond);
  if (count === 0) refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
  await finish(tx, action, next, events, before.state);
  return { id: next.id, version: version + 1, state: next.state };
}

export async function addStep(tx: Tx, projectId: UpgradeId, report: StepReport): Promise<void> {
  const { step, doneOn, spend, text, files } = report;
  await tx.db.upgradeStep.create({
    data: {
      townId: tx.by.townId,
      id: newId("ustp"),
      projectId,
      step,
      doneOn,
      spend: BigInt(spend),
      text,
      files,
      by: tx.by.personId,
      at: tx.at,
    },
  });
}

async function finish(
  tx: Tx,
  action: Permission,
  { id, number, organisationId, state }: UpgradeProject,
  events: readonly UpgradeEvent[],
  from: UpgradeState | null,
): Promise<void> {
  await record(tx, action, id, { number, organisationId, from, state });
  await publish(tx, events);
  await hintSides(tx, `town.upgrade:${id}`, [organisationId]);
}
