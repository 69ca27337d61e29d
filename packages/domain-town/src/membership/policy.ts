import type { Actor } from "@jizhen/kernel";
import type { Permission } from "../permission/table.ts";
import type { Membership, MembershipState } from "./model.ts";

export type MembershipAction = "takeUp" | "ask" | "answer" | "admit" | "refuse" | "suspend" | "reinstate" | "withdraw" | "leave" | "end";

const forAdministration: Record<MembershipState, readonly MembershipAction[]> = {
  applied: ["takeUp"],
  under_review: ["ask", "admit", "refuse"],
  active: ["suspend", "end"],
  suspended: ["reinstate", "end"],
  left: [],
  rejected: [],
  withdrawn: [],
};
const forMember: Record<MembershipState, readonly MembershipAction[]> = {
  applied: ["withdraw"],
  under_review: ["answer", "withdraw"],
  active: ["leave"],
  suspended: ["leave"],
  left: [],
  rejected: [],
  withdrawn: [],
};

const permissionOf = (action: MembershipAction): Permission => `town.membership.${action}`;

/** What this actor may do with this membership now; sent with the data, so no button guesses. */
export function actionsOn(membership: Membership, actor: Actor, may: ReadonlySet<Permission>): MembershipAction[] {
  const own = actor.orgId === membership.organisationId;
  const open = (own ? forMember : forAdministration)[membership.state];
  return open.filter((action) => {
    if (!may.has(permissionOf(action))) return false;
    if (action === "answer") return membership.state === "under_review" && membership.waitingFor === "applicant";
    if (action === "reinstate") return membership.state === "suspended" && membership.suspendedBy === "host";
    return own || actor.personId !== membership.appliedBy;
  });
}
