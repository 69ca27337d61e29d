import { type Act, type Decided, err, type OrgId, ok, type PersonId, plus, type Result } from "@jizhen/kernel";
import type { Role } from "../permission/table.ts";
import type { SeatRefusal } from "../seat/errors.ts";
import type { InvitationRefusal } from "./errors.ts";
import { type Invitation, type InvitationId, type InvitationIn, invitationLife } from "./model.ts";

type Outcome<S extends Invitation["state"]> = Decided<InvitationIn<S>, never, InvitationRefusal | SeatRefusal>;

export const invitationSteps = { sent: { accept: "accepted", revoke: "revoked" }, accepted: {}, revoked: {} } as const;

export type Draft = { readonly id: InvitationId; readonly organisationId: OrgId; readonly email: string; readonly roles: readonly Role[] };

/** The link lives seven days and gives only what the sender may give. */
export function send(draft: Draft, grantable: readonly Role[], { by, at }: Act): Outcome<"sent"> {
  const above = draft.roles.find((role) => !grantable.includes(role));
  if (above !== undefined) return err({ kind: "forbidden", code: "town.seat.role_above_own", params: { role: above }, field: "roles" });
  const next: InvitationIn<"sent"> = {
    ...draft,
    roles: [...draft.roles],
    state: "sent",
    sentBy: by.personId,
    sentAt: at,
    expiresAt: plus(at, invitationLife),
  };
  return ok({ next, events: [] });
}

export function insistSent(invitation: Invitation): Result<InvitationIn<"sent">, InvitationRefusal> {
  switch (invitation.state) {
    case "accepted":
      return err({ kind: "conflict", code: "town.invitation.spent" });
    case "revoked":
      return err({ kind: "rule", code: "town.invitation.revoked" });
    case "sent":
      return ok(invitation);
  }
}

/** Evidence that the link can still be used: `at >= expiresAt` is expired. An expired one can still be taken back. */
export function insistUsable(invitation: Invitation, at: Date): Result<InvitationIn<"sent">, InvitationRefusal> {
  const sent = insistSent(invitation);
  if (!sent.ok || at < sent.value.expiresAt) return sent;
  return err({ kind: "rule", code: "town.invitation.expired", params: { expiresAt: sent.value.expiresAt } });
}

export type Claimant = {
  readonly personId: PersonId;
  readonly email: string;
  readonly emailVerified: boolean;
  /** True where the deployment can send mail, so that an address can be proved. */
  readonly proofPossible: boolean;
};

export function accept(sent: InvitationIn<"sent">, claimant: Claimant, at: Date): Outcome<"accepted"> {
  // To anybody else the invitation does not exist: whom a firm invites is the firm's business.
  if (claimant.email.trim().toLowerCase() !== sent.email) return err({ kind: "not_found", code: "town.invitation.for_another" });
  if (claimant.proofPossible && !claimant.emailVerified) return err({ kind: "rule", code: "town.invitation.email_unverified" });
  return ok({ next: { ...sent, state: "accepted", acceptedBy: claimant.personId, acceptedAt: at }, events: [] });
}

export const revoke = (sent: InvitationIn<"sent">): Outcome<"revoked"> => ok({ next: { ...sent, state: "revoked" }, events: [] });
