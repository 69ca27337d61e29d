import type { Actor } from "@jizhen/kernel";
import { keeps } from "../permission/grant.ts";
import type { Permission, Role } from "../permission/table.ts";
import type { Seat } from "./model.ts";

export type SeatAction = "changeRoles" | "end" | "handOver";

/** Owners see both on colleagues; everybody may end their own seat. The last owner is told so by the transition. */
export function seatActionsOn(seat: Seat, actor: Actor, held: readonly Role[], may: ReadonlySet<Permission>): SeatAction[] {
  if (seat.state !== "active" || seat.organisationId !== actor.orgId) return [];
  const own = seat.personId === actor.personId;
  const actions: SeatAction[] = [];
  if (keeps(held) && may.has("town.seat.changeRoles")) actions.push("changeRoles");
  if (!own && held.includes("owner") && may.has("town.seat.handOver")) actions.push("handOver");
  if ((own || keeps(held)) && may.has("town.seat.end")) actions.push("end");
  return actions;
}
