import { newId } from "@jizhen/db";
import {
  ApplicantKind,
  Application,
  AskPoint,
  insistOpen,
  memberships as life,
  type Membership,
  MembershipId,
  type MembershipState,
  type Permission,
  permissionsOf,
  ReasonText,
  RefusalReason,
  SuspensionReason,
} from "@jizhen/domain-town";
import { type Actor, type Json, TownId } from "@jizhen/kernel";
import * as z from "zod";
import type { Workspace } from "../../platform/actor.ts";
import { orRefuse, refuse } from "../../platform/refuse.ts";
import { schedule } from "../../platform/timers.ts";
import type { Town, Tx } from "../../platform/tx.ts";
import * as store from "./membership.store.ts";
import { type FirmFile, getFile } from "./membership.views.ts";
import * as organisationStore from "./organisation.store.ts";
import { getOrganisation } from "./organisation.store.ts";
import { applyFor, cardOf } from "./organisation.usecases.ts";
import { townHere } from "./town.views.ts";

const on = { membershipId: MembershipId, version: z.int().min(0) };
export const OnMembership = z.strictObject(on);
export const AskInput = z.strictObject({ ...on, points: z.array(AskPoint).min(1).max(7), text: ReasonText });
export const AnswerInput = z.strictObject({ ...on, text: ReasonText, application: Application.nullable() });
export const AdmitInput = z.strictObject({ ...on, confirmsCode: z.boolean() });
export const RefuseInput = z.strictObject({ ...on, reasonCode: RefusalReason, reasonText: ReasonText });
export const SuspendInput = z.strictObject({ ...on, reasonCode: SuspensionReason, reasonText: ReasonText, until: z.date().nullable() });
export const ApplyInput = z.strictObject({ kind: ApplicantKind, application: Application, consentEdition: z.string().min(1).max(20) });
export const VisitInput = z.strictObject({ townId: TownId });

type On = z.infer<typeof OnMembership>;
type Moved<S extends MembershipState> = Promise<{ id: MembershipId; version: number; state: S }>;

/** Loads for a change: what the person saw must still be what is there. */
async function load(tx: Tx, { membershipId, version }: On): Promise<Membership> {
  const membership = await store.getMembership(tx, membershipId);
  if (membership.version !== version) refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
  return membership;
}

/** For the administration: whoever has a seat in the applicant is not its judge. */
export async function loadAsStranger(tx: Tx, input: On): Promise<Membership> {
  const membership = await load(tx, input);
  orRefuse(life.insistStranger(membership, tx, await store.hasSeat(tx, tx.by.personId, membership.organisationId)));
  return membership;
}

/** Reads a firm's file and leaves a line in the log that the firm reads. */
export async function openFile(town: Town, workspace: Workspace, membershipId: MembershipId): Promise<FirmFile> {
  const file = await town.read((tx) => getFile(tx, workspace, membershipId));
  await town.write((tx) => store.recordOpening(tx, "town.membership.read", membershipId, file.membership.organisationId));
  return file;
}

/** For the member itself, whose roles count even while the membership does not yet. */
export async function loadOwn(tx: Tx, workspace: Workspace, may: Permission, input: On): Promise<Membership> {
  insistRole(workspace, may);
  const membership = await load(tx, input);
  // Another firm's membership does not exist for this one.
  return membership.organisationId === tx.by.orgId ? membership : refuse({ kind: "not_found", code: "town.membership.unknown" });
}

function insistRole(workspace: Workspace, may: Permission): void {
  if (!permissionsOf(workspace.roles, false).has(may))
    refuse({ kind: "forbidden", code: "platform.not_permitted", params: { permission: may } });
}

export async function takeUp(tx: Tx, input: On): Moved<"under_review"> {
  const applied = orRefuse(life.insistState(await loadAsStranger(tx, input), "applied"));
  return store.commit(tx, "town.membership.takeUp", applied, orRefuse(life.takeUp(applied, tx)));
}

export async function askApplicant(tx: Tx, input: z.infer<typeof AskInput>): Moved<"under_review"> {
  const review = orRefuse(life.insistState(await loadAsStranger(tx, input), "under_review"));
  await store.addNote(tx, review.id, { kind: "ask", points: input.points, text: input.text });
  return store.commit(tx, "town.membership.ask", review, orRefuse(life.ask(review)), { points: input.points });
}

export async function answerTown(tx: Tx, workspace: Workspace, input: z.infer<typeof AnswerInput>): Moved<"under_review"> {
  const review = orRefuse(life.insistState(await loadOwn(tx, workspace, "town.membership.answer", input), "under_review"));
  const { file } = review;
  const corrected = input.application !== null && file.source === "application" ? { ...file, ...input.application } : file;
  const decision = orRefuse(life.answer(review, corrected));
  if (
    corrected.source === "application" &&
    file.source === "application" &&
    corrected.licence !== null &&
    corrected.licence !== file.licence
  ) {
    await store.claimLicence(tx, corrected.licence, review.organisationId, review.id);
  }
  await store.addNote(tx, review.id, { kind: "answer", points: [], text: input.text });
  return store.commit(tx, "town.membership.answer", review, decision, { corrected: input.application !== null });
}

export async function admit(tx: Tx, input: z.infer<typeof AdmitInput>): Moved<"active"> {
  const review = orRefuse(life.insistState(await loadAsStranger(tx, input), "under_review"));
  const decision = orRefuse(life.admit(review, input.confirmsCode, tx));
  await settleHome(tx, review);
  return store.commit(tx, "town.membership.admit", review, decision, { codeConfirmedBy: decision.next.codeConfirmedBy });
}

/** The town that verifies an organisation first becomes its home; other towns rely on it. */
async function settleHome(tx: Tx, review: Membership): Promise<void> {
  await organisationStore.lockOrganisation(tx, review.organisationId);
  const organisation = await getOrganisation(tx, review.organisationId);
  if (organisation.homeTown !== null || review.visiting) return;
  const next = { ...organisation, homeTown: tx.by.townId };
  const event = { type: "town.organisation.verified.v1", organisationId: next.id, townId: tx.by.townId, card: cardOf(next) } as const;
  await organisationStore.commit(tx, "town.membership.admit", organisation, { next, events: [event] }, { homeTown: tx.by.townId });
}

export async function refuseApplication(tx: Tx, input: z.infer<typeof RefuseInput>): Moved<"rejected"> {
  const { reasonCode, reasonText } = input;
  const review = orRefuse(life.insistState(await loadAsStranger(tx, input), "under_review"));
  return store.commit(tx, "town.membership.refuse", review, orRefuse(life.reject(review, { reasonCode, reasonText }, tx)), { reasonCode });
}

export async function suspend(tx: Tx, input: z.infer<typeof SuspendInput>): Moved<"suspended"> {
  const { reasonCode, reasonText, until } = input;
  const active = orRefuse(life.insistState(await loadAsStranger(tx, input), "active"));
  const decision = orRefuse(life.suspend(active, { reasonCode, reasonText, until }, tx));
  if (until !== null) await schedule(tx, "town.membership.reinstate", active.id, { membershipId: active.id }, until);
  return store.commit(tx, "town.membership.suspend", active, decision, { reasonCode, reasonText, until: until?.toISOString() ?? null });
}

export async function reinstate(tx: Tx, input: On): Moved<"active"> {
  const suspended = orRefuse(life.insistState(await loadAsStranger(tx, input), "suspended"));
  const home = await store.homeCard(tx, suspended.organisationId);
  return store.commit(tx, "town.membership.reinstate", suspended, orRefuse(life.reinstate(suspended, home?.active ?? false)));
}

/** The timer of a suspension with an end. Late, doubled or overtaken by a person, it changes nothing. */
export async function reinstateWhenDue(tx: Tx, membershipId: MembershipId): Promise<void> {
  const membership = await store.getMembership(tx, membershipId);
  if (membership.state !== "suspended" || membership.suspendedUntil === null || membership.suspendedUntil > (await tx.clock())) return;
  const home = await store.homeCard(tx, membership.organisationId);
  const decision = life.reinstate(membership, home?.active ?? false);
  if (decision.ok) await store.commit(tx, "system.town.membership.reinstate", membership, decision.value);
}

export async function withdraw(tx: Tx, workspace: Workspace, input: On): Moved<"withdrawn"> {
  const open = orRefuse(life.insistState(await loadOwn(tx, workspace, "town.membership.withdraw", input), "applied", "under_review"));
  return store.commit(tx, "town.membership.withdraw", open, orRefuse(life.withdraw(open, tx)));
}

/** A further application of an organisation that is registered: after a refusal, as another kind, or in another town. */
export async function applyAgain(tx: Tx, workspace: Workspace, input: z.infer<typeof ApplyInput>): Promise<{ id: string }> {
  insistRole(workspace, "town.membership.apply");
  return { id: await applyFor(tx, await getOrganisation(tx, tx.by.orgId), input) };
}

export type Joined = { readonly id: string; readonly townId: TownId; readonly state: MembershipState };

/** One step: verified and active at home, host open, card copied. Asked twice, it answers with the membership that is there. */
export async function joinAsVisitor(openTown: (actor: Actor) => Town, actor: Actor, townId: TownId): Promise<Joined[]> {
  const own = await openTown(actor).write((tx) => homeMemberships(tx));
  if (own.length === 0) refuse({ kind: "rule", code: "town.membership.not_verified_at_home" });
  return openTown({ ...actor, townId }).write(async (tx) => {
    const host = await townHere(tx);
    if (host.kind !== "town" || own.some(({ townId: at }) => at === host.id))
      return refuse({ kind: "not_found", code: "town.town.unknown" });
    orRefuse(insistOpen(host.state));
    const card = await store.homeCard(tx, actor.orgId);
    const joined: Joined[] = [];
    for (const membership of own) joined.push(await visit(tx, membership, card, host.rules.visitingKindsReviewed));
    return joined;
  });
}

async function homeMemberships(tx: Tx): Promise<Membership[]> {
  const organisation = await getOrganisation(tx, tx.by.orgId);
  return organisation.homeTown === tx.by.townId ? store.activeAtHome(tx, tx.by.orgId) : [];
}

type HomeCard = Awaited<ReturnType<typeof store.homeCard>>;

async function visit(tx: Tx, home: Membership, card: HomeCard, reviewed: readonly string[]): Promise<Joined> {
  const live = await store.findLive(tx, home.organisationId, home.kind);
  if (live) return { id: live.id, townId: live.townId, state: live.state };
  const organisation = await getOrganisation(tx, home.organisationId);
  const birth = {
    id: newId("memb"),
    townId: tx.by.townId,
    organisationId: home.organisationId,
    kind: ApplicantKind.parse(home.kind),
    visiting: true,
    codeWarned: home.codeWarned,
    file: { source: "card", ...cardOf(organisation), homeTown: home.townId, copiedAt: tx.at.toISOString() },
  } as const;
  if (reviewed.includes(home.kind)) {
    if (card?.active !== true) refuse({ kind: "rule", code: "town.membership.not_verified_at_home" });
    await store.create(tx, "town.membership.joinAsVisitor", life.apply(birth, tx));
    return { id: birth.id, townId: tx.by.townId, state: "applied" };
  }
  const codeConfirmedBy = home.state === "active" ? home.codeConfirmedBy : null;
  const decision = orRefuse(life.joinAsVisitor(birth, { active: card?.active ?? false, townId: home.townId, codeConfirmedBy }, tx));
  await store.create(tx, "town.membership.joinAsVisitor", decision);
  return { id: birth.id, townId: tx.by.townId, state: "active" };
}

/** Heard from home: the visiting memberships here follow into suspension. */
export async function followSuspension(tx: Tx, organisationId: Membership["organisationId"], until: Date | null): Promise<void> {
  for (const visit of await store.visitsOf(tx, organisationId)) {
    if (visit.state !== "active") continue;
    const facts: { readonly [key: string]: Json } = { by: "home" };
    await store.commit(tx, "system.town.membership.suspend", visit, orRefuse(life.suspendWithHome(visit, until)), facts);
  }
}

/** Heard from home: what home had suspended is lifted; what this town suspended itself stays. */
export async function followReinstatement(tx: Tx, organisationId: Membership["organisationId"]): Promise<void> {
  for (const visit of await store.visitsOf(tx, organisationId)) {
    if (visit.state !== "suspended" || visit.suspendedBy !== "home") continue;
    await store.commit(tx, "system.town.membership.reinstate", visit, orRefuse(life.reinstateWithHome(visit)), { by: "home" });
  }
}
