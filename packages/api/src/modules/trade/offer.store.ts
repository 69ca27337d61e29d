import type { Permission } from "@jizhen/domain-town";
import { Offer, type OfferContent, type OfferEvent, type OfferId, type OfferIn } from "@jizhen/domain-trade";
import type { Decision, OrgId } from "@jizhen/kernel";
import { record, type SystemAction } from "../../platform/audit.ts";
import { publish } from "../../platform/events.ts";
import { hint } from "../../platform/live.ts";
import { refuse } from "../../platform/refuse.ts";
import type { Tx } from "../../platform/tx.ts";

export const offerColumns = `o.id, o.town_id as "townId", o.number, o.organisation_id as "organisationId", o.written_by as "writtenBy", o.status,
  o.revision, o.content, o.reason_text as "reasonText", o.published_at as "publishedAt", o.updated_at as "updatedAt", o.version`;

export type OfferRow = {
  id: string;
  townId: string;
  number: string | null;
  organisationId: string;
  writtenBy: string;
  status: string;
  revision: number;
  content: unknown;
  reasonText: string | null;
  publishedAt: Date | null;
  updatedAt: Date;
  version: number;
};

/** The row is flat and nullable; parsing here keeps the difference out of the rules. */
export function toOffer({ number, publishedAt, reasonText, ...row }: OfferRow): Offer {
  const shown = row.status === "draft" ? {} : { number, publishedAt };
  return Offer.parse({ ...row, ...shown, ...(row.status === "withdrawn" && { reasonText }) });
}

export async function lockOffer(tx: Tx, id: OfferId): Promise<Offer | null> {
  const [row] = await tx.query<OfferRow>(`select ${offerColumns} from offer o where o.town_id = $1 and o.id = $2 for update`, [
    tx.by.townId,
    id,
  ]);
  return row ? toOffer(row) : null;
}

/** Ids of what a firm shows, or has shown and paused. */
export async function shownBy(tx: Tx, organisationId: OrgId): Promise<string[]> {
  const sql = "select id from offer where town_id = $1 and organisation_id = $2 and status in ('published', 'paused') order by id";
  return (await tx.query<{ id: string }>(sql, [tx.by.townId, organisationId])).map(({ id }) => id);
}

export async function createOffer(tx: Tx, { next }: Decision<OfferIn<"draft">>): Promise<OfferIn<"draft">> {
  await tx.query(
    `insert into offer (town_id, id, organisation_id, written_by, family, title, status, revision, content, valid_until, updated_at, version)
     values ($1, $2, $3, $4, $5, $6, 'draft', 1, $7::jsonb, $8::date, $9::timestamptz, 0)`,
    [tx.by.townId, next.id, next.organisationId, next.writtenBy, ...contentValues(next.content), next.updatedAt.toISOString()],
  );
  await record(tx, "trade.offer.save", next.id, { title: next.content.title });
  return next;
}

const contentValues = (content: OfferContent) => [content.spec.family, content.title, JSON.stringify(content), content.validUntil] as const;

/** The only way to change an offer: state, kept revision, history and announcements move together or not at all. */
export async function commit<Next extends Offer>(
  tx: Tx,
  action: Permission | SystemAction,
  before: Offer,
  { next, events }: Decision<Next, OfferEvent>,
): Promise<Next> {
  const shown =
    next.status === "draft" ? { number: null, publishedAt: null } : { number: next.number, publishedAt: next.publishedAt.toISOString() };
  const changed = await tx.query(
    `update offer set family = $3, title = $4, content = $5::jsonb, valid_until = $6::date, status = $7, revision = $8::int, number = $9,
        published_at = $10::timestamptz, reason_text = $11, written_by = $12, updated_at = $13::timestamptz, version = version + 1
      where town_id = $1 and id = $2 and version = $14::int returning id`,
    [
      tx.by.townId,
      next.id,
      ...contentValues(next.content),
      next.status,
      next.revision,
      shown.number,
      shown.publishedAt,
      next.status === "withdrawn" ? next.reasonText : null,
      next.writtenBy,
      next.updatedAt.toISOString(),
      before.version,
    ],
  );
  if (changed.length === 0) refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
  if (next.status !== "draft") await keepRevision(tx, next);
  await record(tx, action, next.id, { from: before.status, to: next.status, revision: next.revision });
  await publish(tx, events);
  hint(tx, { organisationId: next.organisationId }, `trade.offer:${next.id}`);
  return { ...next, version: before.version + 1 };
}

/** What others could see is kept as a row and never edited; a step that changes no content finds its row there. */
async function keepRevision(tx: Tx, { id, revision, content, writtenBy, updatedAt }: Offer): Promise<void> {
  await tx.query(
    `insert into offer_revision (town_id, offer_id, revision, content, person_id, at) values ($1, $2, $3::int, $4::jsonb, $5, $6::timestamptz)
     on conflict do nothing`,
    [tx.by.townId, id, revision, JSON.stringify(content), writtenBy, updatedAt.toISOString()],
  );
}
