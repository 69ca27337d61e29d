import { memberships as life, type Membership, type MembershipId, type Permission } from "@jizhen/domain-town";
import type { Json, OrgId } from "@jizhen/kernel";
import type * as z from "zod";
import type { Workspace } from "../../platform/actor.ts";
import { orRefuse } from "../../platform/refuse.ts";
import type { Tx } from "../../platform/tx.ts";
import * as store from "./membership.store.ts";
import { loadOwn, type OnMembership } from "./membership.usecases.ts";
import { openPromisesOf } from "./promises.ts";

type Left = Promise<{ id: MembershipId; version: number; state: "left" }>;

/** The end of a period: a return is a new application and a new row. */
export async function endNow(tx: Tx, action: Permission, membership: Membership, facts: { readonly [key: string]: Json } = {}): Left {
  const member = orRefuse(life.insistState(membership, "active", "suspended"));
  return store.commit(tx, action, member, orRefuse(life.leave(member, await openPromisesOf(tx, member), tx)), facts);
}

export const leaveTown = async (tx: Tx, workspace: Workspace, input: z.infer<typeof OnMembership>): Left =>
  endNow(tx, "town.membership.leave", await loadOwn(tx, workspace, "town.membership.leave", input));

/** Heard from home: who is no member there any more visits nowhere. */
export async function followLeaving(tx: Tx, organisationId: OrgId): Promise<void> {
  // As several kinds one may be a member at home; the visits stay while one of them does.
  if ((await store.homeCard(tx, organisationId))?.active === true) return;
  for (const visit of await store.visitsOf(tx, organisationId)) {
    const open = life.insistState(visit, "active", "suspended");
    if (open.ok)
      await store.commit(tx, "system.town.membership.leave", open.value, orRefuse(life.leaveWithHome(open.value, tx)), { by: "home" });
  }
}
