import { newId } from "@jizhen/db";
import { DocumentEntry, DocumentId, memberDocuments as life, type MemberDocument, ReasonText } from "@jizhen/domain-town";
import type { OrgId } from "@jizhen/kernel";
import * as z from "zod";
import type { Workspace } from "../../platform/actor.ts";
import { claimFiles } from "../../platform/files.ts";
import { orRefuse, refuse } from "../../platform/refuse.ts";
import { schedule } from "../../platform/timers.ts";
import type { Town, Tx } from "../../platform/tx.ts";
import { tellReminder } from "./document.notices.ts";
import * as store from "./document.store.ts";
import { type DocumentLine, getDocument } from "./document.views.ts";
import { hasSeat, recordOpening } from "./membership.store.ts";

const on = { documentId: DocumentId, version: z.int().min(0) };
export const OnDocument = z.strictObject(on);
export const OneDocument = z.strictObject({ documentId: DocumentId });
export const UploadInput = DocumentEntry;
export const AcceptInput = z.strictObject({ ...on, number: DocumentEntry.shape.number, validUntil: DocumentEntry.shape.validUntil });
export const RefuseInput = z.strictObject({ ...on, reasonText: ReasonText });

type Moved = Promise<{ id: DocumentId; version: number }>;

async function load(tx: Tx, { documentId, version }: z.infer<typeof OnDocument>, owner?: OrgId): Promise<MemberDocument> {
  const document = await store.lockDocument(tx, documentId);
  // Another firm's document does not exist for this one, in whatever version.
  if (owner !== undefined && document.organisationId !== owner) refuse({ kind: "not_found", code: "town.document.unknown" });
  if (document.version !== version) refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
  return document;
}

/** For the administration: whoever has a seat in the firm is not its judge. */
async function loadAsOther(tx: Tx, input: z.infer<typeof OnDocument>) {
  const document = await load(tx, input);
  orRefuse(life.insistOther(document, tx, await hasSeat(tx, tx.by.personId, document.organisationId)));
  return orRefuse(life.insistDocumentState(document, "uploaded"));
}

/** Shows a paper to the administration and leaves a line in the log that the firm reads. */
export async function openDocument(town: Town, workspace: Workspace, documentId: DocumentId): Promise<DocumentLine> {
  const line = await town.read((tx) => getDocument(tx, workspace, documentId));
  await town.write((tx) => recordOpening(tx, "town.document.read", documentId, line.document.organisationId));
  return line;
}

export async function uploadDocument(tx: Tx, entry: z.infer<typeof UploadInput>): Promise<{ id: DocumentId }> {
  const birth = { id: newId("docu"), townId: tx.by.townId, organisationId: tx.by.orgId };
  const decision = orRefuse(life.upload(birth, entry, tx));
  await claimFiles(tx, [entry.file], "document", birth.id);
  await store.create(tx, "town.document.upload", decision);
  return { id: birth.id };
}

export async function withdrawDocument(tx: Tx, input: z.infer<typeof OnDocument>): Moved {
  const uploaded = orRefuse(life.insistDocumentState(await load(tx, input, tx.by.orgId), "uploaded"));
  return store.commit(tx, "town.document.withdraw", uploaded, orRefuse(life.withdraw(uploaded)));
}

/** Accepts what the reviewer read on the paper; what counted of its type until now is replaced in the same commit. */
export async function acceptDocument(tx: Tx, { number, validUntil, ...input }: z.infer<typeof AcceptInput>): Moved {
  const uploaded = await loadAsOther(tx, input);
  const decision = orRefuse(life.accept(uploaded, { number, validUntil }, tx));
  for (const held of await store.heldOf(tx, uploaded.organisationId, uploaded.type)) {
    await store.commit(tx, "town.document.accept", held, orRefuse(life.replace(held, uploaded.id)), { replacedBy: uploaded.id });
  }
  const { reminders, expiry } = life.dueDates(validUntil, tx.at);
  const about = { documentId: uploaded.id };
  for (const { days, at } of reminders) await schedule(tx, "town.document.remind", `${uploaded.id} ${days}`, { ...about, days }, at);
  if (expiry !== null) await schedule(tx, "town.document.expire", uploaded.id, about, expiry);
  return store.commit(tx, "town.document.accept", uploaded, decision);
}

export async function refuseDocument(tx: Tx, { reasonText, ...input }: z.infer<typeof RefuseInput>): Moved {
  const uploaded = await loadAsOther(tx, input);
  return store.commit(tx, "town.document.refuse", uploaded, orRefuse(life.refuse(uploaded, reasonText, tx)), { reasonText });
}

/** The timer of a last day. Late, doubled or overtaken by a newer paper, it changes nothing. */
export async function expireWhenDue(tx: Tx, documentId: DocumentId): Promise<void> {
  const document = await store.lockDocument(tx, documentId);
  if (document.state !== "accepted") return;
  const decision = life.expire(document, { at: await tx.clock() });
  if (decision.ok) await store.commit(tx, "system.town.document.expire", document, decision.value);
}

/** Weeks before a last day the firm is told, once for each of the three. */
export async function remindWhenDue(tx: Tx, { documentId, days }: { documentId: DocumentId; days: number }): Promise<void> {
  const document = await store.lockDocument(tx, documentId);
  if (document.state === "accepted") await tellReminder(tx, document, days);
}
