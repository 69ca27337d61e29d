import { eventOf, OrgId, TownId } from "@jizhen/kernel";
import * as z from "zod";
import { MembershipKind } from "./kind.ts";
import { MembershipId } from "./model.ts";

const about = { membershipId: MembershipId, organisationId: OrgId, townId: TownId, kind: MembershipKind, visiting: z.boolean() };

export const MembershipApplied = eventOf("town.membership.applied.v1", about);
export const MembershipAsked = eventOf("town.membership.asked.v1", about);
export const MembershipAnswered = eventOf("town.membership.answered.v1", about);
export const MembershipActivated = eventOf("town.membership.activated.v1", about);
export const MembershipRejected = eventOf("town.membership.rejected.v1", { ...about, reason: z.string() });
/** `until` is an ISO instant, null when open-ended. `by` says where it was set and therefore where it is lifted. */
export const MembershipSuspended = eventOf("town.membership.suspended.v1", {
  ...about,
  reason: z.string(),
  until: z.iso.datetime().nullable(),
  by: z.enum(["host", "home"]),
});
export const MembershipReinstated = eventOf("town.membership.reinstated.v1", about);
export const MembershipLeft = eventOf("town.membership.left.v1", about);
export const VisitingJoined = eventOf("town.membership.visiting_joined.v1", { ...about, homeTown: TownId });

export type MembershipEvent =
  | z.infer<typeof MembershipApplied>
  | z.infer<typeof MembershipAsked>
  | z.infer<typeof MembershipAnswered>
  | z.infer<typeof MembershipActivated>
  | z.infer<typeof MembershipRejected>
  | z.infer<typeof MembershipSuspended>
  | z.infer<typeof MembershipReinstated>
  | z.infer<typeof MembershipLeft>
  | z.infer<typeof VisitingJoined>;
