import type { Actor } from "@jizhen/kernel";
import type { Permission } from "../permission/table.ts";
import type { Policy } from "./model.ts";
import { type PolicyStep, policySteps } from "./transitions.ts";

/** What this actor may do with this policy now; one's own writing of a policy is published by somebody else. */
export function policyActionsOn(policy: Policy, actor: Actor, may: ReadonlySet<Permission>): PolicyStep[] {
  const steps = Object.keys(policySteps[policy.state]) as PolicyStep[];
  return steps.filter((step) => {
    if (!may.has(`town.policy.${step}`)) return false;
    if (step !== "publish") return true;
    if (policy.state === "withdrawn") return false;
    const writer = policy.state === "draft" ? policy.writtenBy : policy.amendedBy;
    return writer !== null && (policy.form === "notice" || writer !== actor.personId);
  });
}
