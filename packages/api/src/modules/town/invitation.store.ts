import { createHash } from "node:crypto";
import { Invitation, type InvitationId, type InvitationIn, type Permission } from "@jizhen/domain-town";
import type { OrgId, PersonId, TownId } from "@jizhen/kernel";
import { record } from "../../platform/audit.ts";
import { macOf } from "../../platform/keys.ts";
import { hint } from "../../platform/live.ts";
import { refuse } from "../../platform/refuse.ts";
import type { Services } from "../../platform/services.ts";
import type { Tx } from "../../platform/tx.ts";

/** The secret of a link follows from the invitation and a key outside the database: it can be shown again and is stored nowhere. */
export const tokenOf = ({ keys }: Services, id: InvitationId): string => macOf(keys.auth, `town.invitation:${id}`);
export const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");

type Row = { state: string; acceptedBy: string | null; acceptedAt: Date | null; tokenHash?: string };

const toInvitation = ({ acceptedBy, acceptedAt, tokenHash: _, ...row }: Row): Invitation =>
  Invitation.parse(row.state === "accepted" ? { ...row, acceptedBy, acceptedAt } : row);

export async function getOwn(tx: Tx, id: InvitationId): Promise<Invitation> {
  const row = await tx.db.invitation.findFirst({ where: { id, organisationId: tx.by.orgId } });
  return row ? toInvitation(row) : refuse({ kind: "not_found", code: "town.invitation.unknown" });
}

export async function getByToken(tx: Tx, token: string): Promise<Invitation> {
  const row = await tx.db.invitation.findUnique({ where: { tokenHash: hashOf(token) } });
  return row ? toInvitation(row) : refuse({ kind: "not_found", code: "town.invitation.unknown" });
}

/** A seat that the person already holds here. */
export async function emailSeated(tx: Tx, organisationId: OrgId, email: string): Promise<boolean> {
  const sql = `select 1 as one from seat s join person p on p.id = s.person_id
                where s.organisation_id = $1 and s.state = 'active' and lower(p.email) = $2`;
  return (await tx.query(sql, [organisationId, email])).length > 0;
}

export async function create(tx: Tx, next: InvitationIn<"sent">): Promise<void> {
  await tx.db.invitation.create({ data: { ...next, tokenHash: hashOf(tokenOf(tx.services, next.id)) } });
  await tell(tx, "town.invitation.send", next);
}

/** Conditional on `sent`: of any number that press at once, one moves it. */
export async function move(tx: Tx, action: Permission, next: InvitationIn<"accepted" | "revoked">): Promise<void> {
  const accepted = next.state === "accepted" ? { acceptedBy: next.acceptedBy, acceptedAt: next.acceptedAt } : {};
  const { count } = await tx.db.invitation.updateMany({ where: { id: next.id, state: "sent" }, data: { state: next.state, ...accepted } });
  if (count === 0) refuse({ kind: "conflict", code: "town.invitation.spent" });
  await tell(tx, action, next);
}

async function tell(tx: Tx, action: Permission, { id, organisationId, roles, state }: Invitation): Promise<void> {
  await record(tx, action, id, { organisationId, roles, state });
  hint(tx, { organisationId }, "town.seat");
}

export type InvitingPlace = { readonly organisationId: OrgId; readonly townId: TownId };

/** The town in whose log an acceptance is written: the organisation's home, or where it has applied. */
export async function placeOf(services: Services, token: string): Promise<InvitingPlace | null> {
  const { rows } = await services.database.pool.query<InvitingPlace>(
    `select i.organisation_id as "organisationId",
            coalesce(o.home_town, (select t.id from town t where t.administration_id = o.id limit 1),
                     (select c.host_town from membership_card c where c.organisation_id = o.id order by c.host_town limit 1)) as "townId"
       from invitation i join organisation o on o.id = i.organisation_id where i.token_hash = $1`,
    [hashOf(token)],
  );
  return rows[0] ?? null;
}

export type Claim = { readonly personId: PersonId; readonly email: string; readonly emailVerified: boolean };
