import { idOf, millisecondsIn, OrgId, PersonId } from "@jizhen/kernel";
import * as z from "zod";
import { RoleList } from "../seat/model.ts";

export const InvitationId = idOf("invt");
export type InvitationId = z.infer<typeof InvitationId>;

/** Compared without case or blanks; the person accepts with exactly this address. */
export const InvitedEmail = z.string().trim().toLowerCase().pipe(z.email().max(160));

const Base = z.strictObject({
  id: InvitationId,
  organisationId: OrgId,
  email: InvitedEmail,
  roles: RoleList,
  sentBy: PersonId,
  sentAt: z.date(),
  expiresAt: z.date(),
});

/** One seat once, for the person it names. Expiry is a matter of the clock, not a state. */
export const Invitation = z.discriminatedUnion("state", [
  Base.extend({ state: z.literal("sent") }),
  Base.extend({ state: z.literal("accepted"), acceptedBy: PersonId, acceptedAt: z.date() }),
  Base.extend({ state: z.literal("revoked") }),
]);
export type Invitation = z.infer<typeof Invitation>;
export type InvitationIn<S extends Invitation["state"]> = Extract<Invitation, { state: S }>;

/** How long a link is good for. */
export const invitationLife = 7 * millisecondsIn.day;
