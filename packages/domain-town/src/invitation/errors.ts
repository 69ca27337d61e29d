export type InvitationRefusal =
  | { kind: "not_found"; code: "town.invitation.unknown" }
  | { kind: "conflict"; code: "town.invitation.spent" }
  | { kind: "rule"; code: "town.invitation.expired"; params: { expiresAt: Date } }
  | { kind: "rule"; code: "town.invitation.revoked" }
  | { kind: "not_found"; code: "town.invitation.for_another" }
  | { kind: "rule"; code: "town.invitation.email_unverified" };
