import type { Actor } from "@jizhen/kernel";
import type { Permission } from "../permission/table.ts";
import type { UpgradeProject, UpgradeState } from "./model.ts";
import type { UpgradeStep } from "./transitions.ts";

const forFirm: Record<UpgradeState, readonly UpgradeStep[]> = {
  proposed: ["baseline", "stop"],
  baselined: ["baseline", "stop"],
  approved: ["start", "stop"],
  running: ["reportStep", "measure", "stop"],
  measured: ["stop"],
  verified: [],
  closed: [],
  stopped: [],
};
const forTown: Record<UpgradeState, readonly UpgradeStep[]> = {
  proposed: ["stop"],
  baselined: ["seeBaseline", "approve", "stop"],
  approved: ["stop"],
  running: ["stop"],
  measured: ["verify", "return", "stop"],
  verified: ["close", "reopen"],
  closed: [],
  stopped: [],
};

/** What this actor may do with this project now; nobody approves what they proposed, or verifies what they measured. */
export function upgradeActions(project: UpgradeProject, actor: Actor, may: ReadonlySet<Permission>): UpgradeStep[] {
  const own = actor.orgId === project.organisationId;
  return (own ? forFirm : forTown)[project.state].filter((step) => {
    if (!may.has(`town.upgrade.${step}`)) return false;
    if (step === "seeBaseline" || step === "approve") {
      if (project.state !== "baselined" || project.baseline.by === actor.personId) return false;
      if (step === "approve" && project.proposedBy === actor.personId) return false;
      return (step === "seeBaseline") === (project.baselineSeenBy === null);
    }
    return step !== "verify" || (project.state === "measured" && project.effect.by !== actor.personId);
  });
}
