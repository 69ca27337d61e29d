import { newId } from "@jizhen/db";
import { grantableRoles, InvitationId, InvitedEmail, invitations as life, RoleList, seats } from "@jizhen/domain-town";
import { createWords, isLocale } from "@jizhen/i18n";
import type { Actor, OrgId, TownId } from "@jizhen/kernel";
import * as z from "zod";
import type { Workspace } from "../../platform/actor.ts";
import { orRefuse, refuse } from "../../platform/refuse.ts";
import type { Services } from "../../platform/services.ts";
import type { Town, Tx } from "../../platform/tx.ts";
import * as store from "./invitation.store.ts";
import { type InvitationLook, lookAtInvitation } from "./invitation.views.ts";
import * as seatStore from "./seat.store.ts";

export const InvitationToken = z.string().regex(/^[0-9a-f]{64}$/);
export const SendInput = z.strictObject({ email: InvitedEmail, roles: RoleList });
export const RevokeInput = z.strictObject({ invitationId: InvitationId });
export const TokenInput = z.strictObject({ token: InvitationToken });

/** Makes the link; who holds it and the named address opens one seat once. */
export async function sendInvitation(tx: Tx, workspace: Workspace, input: z.infer<typeof SendInput>): Promise<{ id: InvitationId }> {
  if (await store.emailSeated(tx, tx.by.orgId, input.email)) refuse({ kind: "conflict", code: "town.seat.already_seated", field: "email" });
  const grantable = grantableRoles(workspace.roles, await seatStore.kindsOf(tx, tx.by.orgId));
  const { next } = orRefuse(life.send({ id: newId("invt"), organisationId: tx.by.orgId, ...input }, grantable, tx));
  await store.create(tx, next);
  return { id: next.id };
}

/** Sends the link by mail where mail is set up; the sender can always copy it. */
export async function invite(town: Town, sender: Sender, input: z.infer<typeof SendInput>): Promise<{ id: InvitationId; mailed: boolean }> {
  const { id } = await town.write((tx) => sendInvitation(tx, sender.workspace, input));
  return { id, mailed: await mailLink(sender, id, input.email) };
}

type Sender = {
  readonly services: Services;
  readonly workspace: Workspace;
  readonly person: { readonly name: string; readonly locale: string };
};

async function mailLink({ services, person }: Sender, id: InvitationId, to: string): Promise<boolean> {
  if (!services.mail) return false;
  const { t } = await createWords(isLocale(person.locale) ? person.locale : "zh-CN");
  const params = { name: person.name, link: `${services.publicUrl}/invitations/${store.tokenOf(services, id)}` };
  try {
    await services.mail.send({ to, subject: t("town.invitation.letter.subject", params), text: t("town.invitation.letter.text", params) });
    return true;
  } catch (error) {
    services.log.fault("an invitation could not be mailed", error, { invitation: id });
    return false;
  }
}

/** What the holder of a link sees before signing in. */
export async function look(services: Services, token: string): Promise<InvitationLook> {
  return (await lookAtInvitation(services, token)) ?? refuse({ kind: "not_found", code: "town.invitation.unknown" });
}

export async function revokeInvitation(tx: Tx, input: z.infer<typeof RevokeInput>): Promise<{ id: InvitationId }> {
  const sent = orRefuse(life.insistSent(await store.getOwn(tx, input.invitationId)));
  await store.move(tx, "town.invitation.revoke", orRefuse(life.revoke(sent)).next);
  return { id: sent.id };
}

export type Accepted = { readonly organisationId: OrgId; readonly townId: TownId; readonly seatId: string };

/** Opens the seat for the person the invitation names; the second press finds it spent. */
export async function acceptInvitation(
  services: Services,
  openTown: (actor: Actor) => Town,
  person: store.Claim,
  { token }: z.infer<typeof TokenInput>,
): Promise<Accepted> {
  const place = await store.placeOf(services, token);
  if (!place) return refuse({ kind: "not_found", code: "town.invitation.unknown" });
  const { organisationId, townId } = place;
  return openTown({ townId, orgId: organisationId, personId: person.personId }).write(async (tx) => {
    const sent = orRefuse(life.insistUsable(await store.getByToken(tx, token), await tx.clock()));
    const decision = orRefuse(life.accept(sent, { ...person, proofPossible: tx.services.mail !== null }, tx.at));
    await store.move(tx, "town.invitation.accept", decision.next);
    const seat = seats.openSeat({ id: newId("seat"), personId: person.personId, organisationId, roles: sent.roles }, tx.at);
    await seatStore.create(tx, "town.invitation.accept", seat);
    return { organisationId, townId, seatId: seat.next.id };
  });
}
