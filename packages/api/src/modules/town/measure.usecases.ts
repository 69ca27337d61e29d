import { newId } from "@jizhen/db";
import {
  InvitedEmail,
  invitations,
  measures as life,
  type Measure,
  type MeasureContent,
  MeasureId,
  type MeasureIn,
  type Membership,
  memberships,
  type Permission,
  ReasonText,
  seats,
} from "@jizhen/domain-town";
import { FileId, type OrgId } from "@jizhen/kernel";
import * as z from "zod";
import { claimFiles } from "../../platform/files.ts";
import { orRefuse, refuse } from "../../platform/refuse.ts";
import type { Tx } from "../../platform/tx.ts";
import * as invitationStore from "./invitation.store.ts";
import * as store from "./measure.store.ts";
import { endNow } from "./membership.leaving.ts";
import * as memberStore from "./membership.store.ts";
import { loadAsStranger, OnMembership } from "./membership.usecases.ts";
import { lockOrganisation } from "./organisation.store.ts";
import { openPromisesOf } from "./promises.ts";
import * as seatStore from "./seat.store.ts";

const on = { measureId: MeasureId, version: z.int().min(0) };
export const OnMeasure = z.strictObject(on);
export const EndInput = OnMembership.extend({ reasonText: ReasonText });
export const RecoverInput = OnMembership.extend({ reasonText: ReasonText, email: InvitedEmail, letter: FileId });

async function propose(tx: Tx, action: Permission, { organisationId }: Membership, content: MeasureContent, reasonText: string) {
  const birth = { id: newId("meas"), townId: tx.by.townId, organisationId, content, reasonText } as const;
  await store.create(tx, action, life.propose(birth, tx));
  return { id: birth.id };
}

/** Asks for the end of a membership; a member that is still bound to somebody is refused at once, not only at the confirmation. */
export async function proposeEnd(tx: Tx, { reasonText, ...input }: z.infer<typeof EndInput>): Promise<{ id: MeasureId }> {
  const member = orRefuse(memberships.insistState(await loadAsStranger(tx, input), "active", "suspended"));
  orRefuse(memberships.leave(member, await openPromisesOf(tx, member), tx));
  return propose(tx, "town.membership.end", member, { kind: "end_membership", membershipId: member.id }, reasonText);
}

/** Asks for a new owner of a firm whose owner nobody reaches; the firm's letter of authorisation is on the table. */
export async function proposeRecovery(
  tx: Tx,
  { reasonText, email, letter, ...input }: z.infer<typeof RecoverInput>,
): Promise<{ id: MeasureId }> {
  const member = orRefuse(memberships.insistState(await loadAsStranger(tx, input), "active", "suspended"));
  // A visitor's owners are the home town's to give back.
  if (member.visiting || member.kind === "administration") refuse({ kind: "rule", code: "town.measure.home_town_only" });
  const content = { kind: "recover_owner", membershipId: member.id, email, letter } as const;
  const made = await propose(tx, "town.seat.recoverOwner", member, content, reasonText);
  await claimFiles(tx, [letter], "measure", made.id);
  return made;
}

async function load(tx: Tx, { measureId, version }: z.infer<typeof OnMeasure>): Promise<MeasureIn<"proposed">> {
  const measure: Measure = await store.lockMeasure(tx, measureId);
  if (measure.version !== version) refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
  orRefuse(life.insistStranger(await memberStore.hasSeat(tx, tx.by.personId, measure.organisationId)));
  return orRefuse(life.insistProposed(measure));
}

/** The second person: decision and deed in one transaction, or neither. */
export async function confirmMeasure(tx: Tx, input: z.infer<typeof OnMeasure>): Promise<{ id: MeasureId; version: number }> {
  const proposed = await load(tx, input);
  const decision = orRefuse(life.confirm(proposed, tx));
  await carryOut(tx, proposed);
  return store.commit(tx, "town.measure.confirm", proposed, decision);
}

async function carryOut(tx: Tx, { id, content, organisationId, reasonText }: MeasureIn<"proposed">): Promise<void> {
  const membership = await memberStore.getMembership(tx, content.membershipId);
  switch (content.kind) {
    case "end_membership":
      await endNow(tx, "town.membership.end", membership, { measureId: id, reasonText });
      return;
    case "recover_owner":
      orRefuse(memberships.insistState(membership, "active", "suspended"));
      await giveOwner(tx, organisationId, content.email);
  }
}

/** To whoever holds a seat under this address the role is given; anybody else is invited, and the link opens for that address alone. */
async function giveOwner(tx: Tx, organisationId: OrgId, email: string): Promise<void> {
  await lockOrganisation(tx, organisationId);
  const seat = await seatStore.findSeatOf(tx, organisationId, email);
  if (seat !== null) {
    await seatStore.commit(tx, "town.seat.recoverOwner", seat, seats.recoverOwner(seat));
    return;
  }
  const invited = orRefuse(invitations.send({ id: newId("invt"), organisationId, email, roles: ["owner"] }, ["owner"], tx));
  await invitationStore.create(tx, invited.next);
}

export async function declineMeasure(tx: Tx, input: z.infer<typeof OnMeasure>): Promise<{ id: MeasureId; version: number }> {
  const proposed = await load(tx, input);
  return store.commit(tx, "town.measure.decline", proposed, orRefuse(life.decline(proposed, tx)));
}
