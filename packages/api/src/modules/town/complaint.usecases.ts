import { newId } from "@jizhen/db";
import {
  type Complaint,
  ComplaintAbout,
  ComplaintId,
  ComplaintOutcome,
  ComplaintText,
  complaints as life,
  PartyText,
  ReasonText,
  sideOf,
} from "@jizhen/domain-town";
import { type Actor, type OrgId, plusDays, startOf, type TownId } from "@jizhen/kernel";
import * as z from "zod";
import type { Workspace } from "../../platform/actor.ts";
import { claimFiles } from "../../platform/files.ts";
import { nextNumber } from "../../platform/numbers.ts";
import { orRefuse, refuse } from "../../platform/refuse.ts";
import type { Services } from "../../platform/services.ts";
import { schedule } from "../../platform/timers.ts";
import type { Town, Tx } from "../../platform/tx.ts";
import { copyFiles, type OwnFile, ownFiles } from "./complaint.files.store.ts";
import { provinceOf, spaceOf } from "./complaint.places.ts";
import * as store from "./complaint.store.ts";
import { hasSeat } from "./membership.store.ts";
import { memberFacts, townRules } from "./public.ts";
import { townHere } from "./town.views.ts";

const on = { complaintId: ComplaintId, version: z.int().min(0) };
export const OnComplaint = z.strictObject(on);
export const FileInput = z.strictObject({ about: ComplaintAbout, ...ComplaintText.shape });
export const WithReason = z.strictObject({ ...on, reason: ReasonText });
export const WithText = z.strictObject({ ...on, text: PartyText });
export const AnswerInput = z.strictObject({ ...on, outcome: ComplaintOutcome, text: PartyText });

type Kept = Promise<store.Kept>;
/** A member of a town, and how it enters a space to speak there for itself. */
type Member = {
  readonly services: Services;
  readonly workspace: Workspace;
  readonly actor: Actor;
  readonly town: Town;
  readonly openTown: (actor: Actor) => Town;
};

const calendarHere = async (tx: Tx) => (await townRules(tx)).calendar;

/** Filed with the town; about the administration, with the province, where the town's own people read nothing of it. */
export async function fileComplaint({ services, actor, town, openTown }: Member, input: z.infer<typeof FileInput>): Kept {
  const { about, ...text } = input;
  if (about.about === "member") return town.write((tx) => fileHere(tx, ComplaintId.parse(newId("cmpl")), about.organisationId, text));
  const { id, files, administrationId } = await town.write((tx) => prepareForProvince(tx, text.files));
  const above = await provinceOf(services);
  return openTown({ ...actor, townId: above }).write(async (tx) => {
    await copyFiles(tx, files, id);
    return create(tx, { id, townId: above, originTown: actor.townId, about: "administration", respondentId: administrationId }, text);
  });
}

async function fileHere(tx: Tx, id: ComplaintId, respondentId: OrgId, text: ComplaintText): Kept {
  const other = (await memberFacts(tx, [respondentId])).get(respondentId);
  if (other === undefined || other.state === "none" || other.kinds.includes("administration"))
    return refuse({ kind: "rule", code: "town.complaint.party_unknown", field: "about" });
  await claimFiles(tx, text.files, "complaint", id);
  return create(tx, { id, townId: tx.by.townId, originTown: tx.by.townId, about: "member", respondentId }, text);
}

type Prepared = { readonly id: ComplaintId; readonly files: OwnFile[]; readonly administrationId: OrgId };

async function prepareForProvince(tx: Tx, files: ComplaintText["files"]): Promise<Prepared> {
  const id = ComplaintId.parse(newId("cmpl"));
  const { administrationId } = await townHere(tx);
  if (administrationId === null) return refuse({ kind: "rule", code: "town.complaint.party_unknown", field: "about" });
  await claimFiles(tx, files, "complaint", id);
  return { id, files: await ownFiles(tx, files), administrationId };
}

async function create(tx: Tx, birth: Omit<life.ComplaintBirth, "number">, text: ComplaintText): Kept {
  const number = await nextNumber(tx, "TS");
  return store.create(tx, orRefuse(life.file({ ...birth, number }, text, await calendarHere(tx), tx)));
}

async function load(tx: Tx, { complaintId, version }: z.infer<typeof OnComplaint>): Promise<Complaint> {
  const complaint = await store.getComplaint(tx, complaintId);
  if (complaint.version !== version) refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
  return complaint;
}

/** For the desk: whoever sits in one of the two parties is not its judge. */
async function loadAsStranger(tx: Tx, input: z.infer<typeof OnComplaint>): Promise<Complaint> {
  const complaint = await load(tx, input);
  const { personId } = tx.by;
  const sits = (await hasSeat(tx, personId, complaint.complainantId)) || (await hasSeat(tx, personId, complaint.respondentId));
  orRefuse(life.insistUnconcerned(complaint, tx, sits));
  return complaint;
}

export async function acceptComplaint(tx: Tx, input: z.infer<typeof OnComplaint>): Kept {
  const filed = orRefuse(life.insistComplaint(await loadAsStranger(tx, input), "filed", "reopened"));
  return store.commit(tx, "town.complaint.accept", filed, orRefuse(life.accept(filed, await calendarHere(tx), tx)));
}

export async function declineComplaint(tx: Tx, { reason, ...input }: z.infer<typeof WithReason>): Kept {
  const filed = orRefuse(life.insistComplaint(await loadAsStranger(tx, input), "filed"));
  return store.commit(tx, "town.complaint.decline", filed, orRefuse(life.decline(filed, reason, tx)));
}

export async function extendComplaint(tx: Tx, { reason, ...input }: z.infer<typeof WithReason>): Kept {
  const running = orRefuse(life.insistComplaint(await loadAsStranger(tx, input), "accepted", "hearing"));
  const calendar = await calendarHere(tx);
  return store.commit(tx, "town.complaint.extend", running, orRefuse(life.extend(running, reason, calendar, tx)));
}

export async function hearComplaint(tx: Tx, { text, ...input }: z.infer<typeof WithText>): Kept {
  const accepted = orRefuse(life.insistComplaint(await loadAsStranger(tx, input), "accepted"));
  return store.commit(tx, "town.complaint.hear", accepted, orRefuse(life.hear(accepted, text, await calendarHere(tx), tx)));
}

export async function answerComplaint(tx: Tx, { outcome, text, ...input }: z.infer<typeof AnswerInput>): Kept {
  const heard = orRefuse(life.insistComplaint(await loadAsStranger(tx, input), "hearing"));
  const decision = orRefuse(life.answer(heard, { outcome, text }, await calendarHere(tx), tx));
  const { id, reopenBy } = decision.next;
  await schedule(tx, "town.complaint.lapse", id, { complaintId: id }, startOf(plusDays(reopenBy, 1)));
  return store.commit(tx, "town.complaint.answer", heard, decision);
}

/** A party speaks in the space where its complaint lies; for anybody else there is none. */
async function asParty(
  { workspace, actor, town, openTown }: Member,
  side: "complainant" | "respondent",
  input: z.infer<typeof OnComplaint>,
  work: (tx: Tx, complaint: Complaint) => Kept,
): Kept {
  const space: TownId = await town.read((tx) => spaceOf(tx, input.complaintId));
  return openTown({ ...actor, townId: space }).write(async (tx) => {
    const complaint = await store.getComplaint(tx, input.complaintId);
    if (sideOf(complaint, tx.by, workspace.permissions) !== side) refuse({ kind: "not_found", code: "town.complaint.unknown" });
    return work(tx, await load(tx, input));
  });
}

export const stateOwnSide = (member: Member, { text, ...input }: z.infer<typeof WithText>): Kept =>
  asParty(member, "respondent", input, async (tx, complaint) => {
    const heard = orRefuse(life.insistComplaint(complaint, "hearing"));
    return store.commit(tx, "town.complaint.state", heard, orRefuse(life.state(heard, text, tx)));
  });

export const closeComplaint = (member: Member, input: z.infer<typeof OnComplaint>): Kept =>
  asParty(member, "complainant", input, async (tx, complaint) => {
    const answered = orRefuse(life.insistComplaint(complaint, "answered"));
    return store.commit(tx, "town.complaint.close", answered, orRefuse(life.close(answered, tx)));
  });

export const reopenComplaint = (member: Member, { reason, ...input }: z.infer<typeof WithReason>): Kept =>
  asParty(member, "complainant", input, async (tx, complaint) => {
    const answered = orRefuse(life.insistComplaint(complaint, "answered"));
    const decision = orRefuse(life.reopen(answered, reason, await calendarHere(tx), tx));
    return store.commit(tx, "town.complaint.reopen", answered, decision);
  });

/** The timer after an answer. Late, doubled or overtaken by the complainant, it changes nothing. */
export async function lapseWhenDue(tx: Tx, complaintId: ComplaintId): Promise<void> {
  const complaint = await store.getComplaint(tx, complaintId);
  if (complaint.state !== "answered") return;
  const decision = life.lapse(complaint, await tx.clock());
  if (decision.ok) await store.commit(tx, "system.town.complaint.lapse", complaint, decision.value);
}
