import type { DocumentEvent, DocumentId, DocumentType, MemberDocument } from "@jizhen/domain-town";
import { createWords } from "@jizhen/i18n";
import type { OrgId } from "@jizhen/kernel";
import type { Heard } from "../../platform/events.ts";
import { notify } from "../../platform/notify.ts";
import type { Tx } from "../../platform/tx.ts";
import { getOrganisation } from "./organisation.store.ts";
import { townHere } from "./town.views.ts";

const wordsOf = Promise.all([createWords("zh-CN"), createWords("en")]);

/** A message keeps the words of its day, in both languages. */
async function paramsOf(type: DocumentType, more: Record<string, string | number> = {}) {
  const [zh, en] = await wordsOf;
  const key = `town.document.type.${type}` as const;
  return { paper: zh.t(key), paperEn: en.t(key), ...more };
}

/** Something waits for the administration. */
export async function tellDesk(tx: Tx, { organisationId, documentType }: DocumentEvent, { eventId }: Heard): Promise<void> {
  const { administrationId } = await townHere(tx);
  if (administrationId === null) return;
  const { nameZh } = await getOrganisation(tx, organisationId);
  const to = { organisationId: administrationId, permission: "town.document.accept" } as const;
  const params = await paramsOf(documentType, { name: nameZh });
  await notify(tx, { to, kind: "town.document.uploaded", params, link: "/town/documents", source: eventId });
}

/** The firm is told of every decision on its papers. */
export async function tellFirm(tx: Tx, kind: string, event: DocumentEvent, { eventId }: Heard): Promise<void> {
  await tell(tx, kind, event.organisationId, await paramsOf(event.documentType, { until: event.validUntil ?? "" }), eventId);
}

export async function tellReminder(tx: Tx, { id, organisationId, type, validUntil }: MemberDocument, days: number): Promise<void> {
  const params = await paramsOf(type, { days, until: validUntil ?? "" });
  await tell(tx, "town.document.expiring", organisationId, params, sourceOf(id, days));
}

const sourceOf = (id: DocumentId, days: number) => `${id}:expiring:${days}`;

const tell = (tx: Tx, kind: string, organisationId: OrgId, params: Record<string, string | number>, source: string) =>
  notify(tx, { to: { organisationId, permission: "town.document.upload" }, kind, params, link: "/documents", source });
