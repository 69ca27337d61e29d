import { constraintOf } from "@jizhen/db";
import {
  type DocumentEvent,
  type DocumentId,
  type DocumentIn,
  type DocumentState,
  type DocumentType,
  MemberDocument,
  type Permission,
} from "@jizhen/domain-town";
import type { Decision, Json, LocalDate, OrgId } from "@jizhen/kernel";
import { record, type SystemAction } from "../../platform/audit.ts";
import { publish } from "../../platform/events.ts";
import { hint } from "../../platform/live.ts";
import { refuse } from "../../platform/refuse.ts";
import type { Tx } from "../../platform/tx.ts";

/** A state that lacks a field must clear its column, or yesterday's decision outlives its successor. */
const absent = { decidedBy: null, decidedAt: null, reasonText: null, expiredAt: null, replacedBy: null };

const fieldsOf: Record<DocumentState, readonly (keyof typeof absent)[]> = {
  uploaded: [],
  withdrawn: [],
  accepted: ["decidedBy", "decidedAt"],
  refused: ["decidedBy", "decidedAt", "reasonText"],
  expired: ["decidedBy", "decidedAt", "expiredAt"],
  replaced: ["decidedBy", "decidedAt", "replacedBy"],
};

export const documentColumns = `d.id, d.town_id as "townId", d.organisation_id as "organisationId", d.type, d.number, d.valid_until::text as "validUntil", d.file, d.state,
  d.uploaded_by as "uploadedBy", d.uploaded_at as "uploadedAt", d.decided_by as "decidedBy", d.decided_at as "decidedAt", d.reason_text as "reasonText",
  d.expired_at as "expiredAt", d.replaced_by as "replacedBy", d.version`;

type Row = Readonly<Record<string, unknown>> & { readonly state: DocumentState };

/** The row is flat and nullable; the domain is not. */
export function toDocument(row: Row): MemberDocument {
  const kept = new Set<string>(fieldsOf[row.state]);
  return MemberDocument.parse(Object.fromEntries(Object.entries(row).filter(([name]) => !(name in absent) || kept.has(name))));
}

/** Held until the end: whoever decides on the same document waits, and then finds it decided. */
export async function lockDocument(tx: Tx, id: DocumentId): Promise<MemberDocument> {
  const sql = `select ${documentColumns} from member_document d where d.town_id = $1 and d.id = $2 for update`;
  const [row] = await tx.query<Row>(sql, [tx.by.townId, id]);
  return row ? toDocument(row) : refuse({ kind: "not_found", code: "town.document.unknown" });
}

/** What counts of a type, or did until it ended. */
export async function heldOf(tx: Tx, organisationId: OrgId, type: DocumentType): Promise<DocumentIn<"accepted" | "expired">[]> {
  const sql = `select ${documentColumns} from member_document d
    where d.town_id = $1 and d.organisation_id = $2 and d.type = $3 and d.state in ('accepted', 'expired') order by d.id for update`;
  const rows = await tx.query<Row>(sql, [tx.by.townId, organisationId, type]);
  return rows.map((row) => toDocument(row) as DocumentIn<"accepted" | "expired">);
}

const dateOf = (date: LocalDate | null) => (date === null ? null : new Date(`${date}T00:00:00.000Z`));

export async function create(tx: Tx, action: Permission, { next, events }: Decision<DocumentIn<"uploaded">, DocumentEvent>): Promise<void> {
  try {
    await tx.db.memberDocument.create({ data: { ...absent, ...next, validUntil: dateOf(next.validUntil) } });
  } catch (error) {
    if (constraintOf(error) !== "member_document_one_waiting") throw error;
    refuse({ kind: "conflict", code: "town.document.already_waiting", field: "type" });
  }
  await finish(tx, action, next, events, {});
}

/** The only way to change a document: state, card, history and announcements move together or not at all. */
export async function commit(
  tx: Tx,
  action: Permission | SystemAction,
  before: MemberDocument,
  { next, events }: Decision<MemberDocument, DocumentEvent>,
  facts: { readonly [key: string]: Json } = {},
): Promise<{ id: DocumentId; version: number }> {
  const { id, version, townId, ...fields } = next;
  const { count } = await tx.db.memberDocument.updateMany({
    where: { townId, id, version: before.version },
    data: { ...absent, ...fields, validUntil: dateOf(next.validUntil), version: version + 1 },
  });
  if (count === 0) refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
  await finish(tx, action, next, events, { ...facts, from: before.state });
  return { id, version: version + 1 };
}

async function finish(
  tx: Tx,
  action: Permission | SystemAction,
  next: MemberDocument,
  events: readonly DocumentEvent[],
  facts: { readonly [key: string]: Json },
): Promise<void> {
  const { id, organisationId, type, state, validUntil } = next;
  await refreshCards(tx, organisationId);
  await record(tx, action, id, { ...facts, organisationId, type, state, validUntil });
  await publish(tx, events);
  hint(tx, { organisationId }, "platform.session");
  hint(tx, { organisationId }, "town.document");
  hint(tx, { town: true }, "town.document");
}

/** Lays into the card, which every request reads, the day after which nothing new may be published; of one member, or of all when the town changes what it requires. */
export async function refreshCards(tx: Tx, organisationId: OrgId | null): Promise<void> {
  await tx.query(
    `with required as (
       select jsonb_array_elements_text(coalesce(t.rules->'documentsRequired', '["licence"]'::jsonb)) as type from town t where t.id = $1),
     ends as (
       select c.organisation_id, c.kind,
              (select min(d.valid_until) from member_document d where d.town_id = $1 and d.organisation_id = c.organisation_id
                  and d.state in ('accepted', 'expired') and d.type in (select type from required)) as until
         from membership_card c where c.host_town = $1 and not c.visiting and ($2::text is null or c.organisation_id = $2))
     update membership_card c set documents_until = e.until from ends e
      where c.host_town = $1 and c.organisation_id = e.organisation_id and c.kind = e.kind and c.documents_until is distinct from e.until`,
    [tx.by.townId, organisationId],
  );
}
