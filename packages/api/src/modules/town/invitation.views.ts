import { openShared } from "@jizhen/db";
import { InvitationId, type Role } from "@jizhen/domain-town";
import type { Services } from "../../platform/services.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { hashOf, tokenOf } from "./invitation.store.ts";

export type InvitationLine = {
  readonly id: InvitationId;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly state: "sent" | "expired";
  readonly sentAt: Date;
  readonly expiresAt: Date;
  /** Path of the page that accepts it. */
  readonly path: string;
};

/** Open invitations of one's own organisation, newest first; spent and revoked ones are in the log. */
export async function listInvitations(tx: ReadTx): Promise<InvitationLine[]> {
  const rows = await tx.query<Omit<InvitationLine, "path" | "state">>(
    "town.invitation.list",
    `select id, email, roles, sent_at as "sentAt", expires_at as "expiresAt" from invitation
      where organisation_id = $1 and state = 'sent' order by id desc limit 200`,
    [tx.by.orgId],
  );
  return rows.map((row) => {
    const id = InvitationId.parse(row.id);
    return { ...row, id, state: tx.at >= row.expiresAt ? "expired" : "sent", path: `/invitations/${tokenOf(tx.services, id)}` };
  });
}

export type InvitationLook = {
  readonly organisation: { readonly nameZh: string; readonly nameEn: string | null };
  readonly email: string;
  readonly roles: readonly Role[];
  readonly state: "sent" | "accepted" | "revoked" | "expired";
  readonly expiresAt: Date;
};

/** What the holder of a link sees before signing in: who invites, as what, and whether it still works. */
export const lookAtInvitation = (services: Services, token: string): Promise<InvitationLook | null> =>
  openShared(services.database).read(async (tx) => {
    type Row = {
      nameZh: string;
      nameEn: string | null;
      email: string;
      roles: Role[];
      state: "sent" | "accepted" | "revoked";
      expiresAt: Date;
    };
    const [row] = await tx.query<Row>(
      "town.invitation.look",
      `select o.name_zh as "nameZh", o.name_en as "nameEn", i.email, i.roles, i.state, i.expires_at as "expiresAt"
         from invitation i join organisation o on o.id = i.organisation_id where i.token_hash = $1`,
      [hashOf(token)],
    );
    if (!row) return null;
    const { nameZh, nameEn, ...rest } = row;
    return { ...rest, organisation: { nameZh, nameEn }, state: row.state === "sent" && tx.at >= row.expiresAt ? "expired" : row.state };
  });
