import { RequestId } from "@jizhen/domain-procurement";
import type { Permission } from "@jizhen/domain-town";
import { type AnyTx, ask } from "../../platform/ask.ts";
import type { StoredFile } from "../../platform/files.ts";
import type { ReadTx } from "../../platform/tx.ts";

/** A request's file is for whoever may see the request: its buyer, everybody once it is open, else who was asked. */
export async function mayReadRequestFile(tx: ReadTx, file: StoredFile, may: ReadonlySet<Permission>): Promise<boolean> {
  const id = RequestId.safeParse(file.subject);
  if (!id.success || !may.has("procurement.request.read")) return false;
  const sql = `select 1 as one from purchase_request r where r.town_id = $1 and r.id = $2 and (r.buyer_id = $3 or (r.number is not null
      and (r.method = 'open' or exists (select 1 from request_invitation i where i.town_id = r.town_id and i.request_id = r.id and i.supplier_id = $3))))`;
  return (await tx.query("procurement.request.file", sql, [tx.by.townId, id.data, tx.by.orgId])).length > 0;
}

/** A quote's attachment is for its own firm (asked elsewhere) and, once opened, for the buyer; the bytes are encrypted until then and after. */
export async function mayReadQuoteFile(tx: ReadTx, file: StoredFile, may: ReadonlySet<Permission>): Promise<boolean> {
  if (!may.has("procurement.request.open")) return false;
  const sql = `select 1 as one from quote q join purchase_request r on r.town_id = q.town_id and r.id = q.request_id
    where q.town_id = $1 and q.id = $2 and r.buyer_id = $3
      and (q.status in ('opened', 'rejected', 'won', 'part_won', 'lost') or (r.sealing = 'none' and q.status in ('submitted', 'stale', 'sealed_in')))`;
  return (await tx.query("procurement.quote.file", sql, [tx.by.townId, file.subject, tx.by.orgId])).length > 0;
}

export type AskedFor = { readonly requestId: RequestId; readonly firstQuoteHours: number | null };

/** Requests published in a stretch of time, each with the hours to its first quote; null while nobody quoted. No price is read. */
export const askedBetween = (tx: AnyTx, from: Date, until: Date): Promise<AskedFor[]> =>
  ask<AskedFor>(
    tx,
    "procurement.public.asked",
    `select r.id as "requestId", round((extract(epoch from min(q.submitted_at) - r.published_at) / 3600)::numeric, 2)::float8 as "firstQuoteHours"
       from purchase_request r left join quote q on q.town_id = r.town_id and q.request_id = r.id and q.submitted_at is not null
      where r.town_id = $1 and r.published_at >= $2::timestamptz and r.published_at < $3::timestamptz group by r.id, r.published_at order by r.id`,
    [tx.by.townId, from.toISOString(), until.toISOString()],
  );

/** Live requests of a buyer, quotes that still count in a live request, and awards on which somebody may still object. */
export async function boundInProcurement(tx: AnyTx, organisationId: string): Promise<number> {
  const [row] = await ask<{ count: number }>(
    tx,
    "procurement.public.bound",
    `select ((select count(*) from purchase_request r where r.town_id = $1 and r.buyer_id = $2 and r.status in ('quoting', 'frozen', 'opened'))
        + (select count(*) from quote q join purchase_request r on r.town_id = q.town_id and r.id = q.request_id
            where q.town_id = $1 and q.supplier_id = $2 and q.status in ('submitted', 'sealed_in', 'opened') and r.status in ('quoting', 'frozen', 'opened'))
        + (select count(distinct a.id) from award a join award_part p on p.town_id = a.town_id and p.award_id = a.id
             join purchase_request r on r.town_id = a.town_id and r.id = a.request_id
            where a.town_id = $1 and a.status = 'standstill' and p.status = 'standstill' and (p.supplier_id = $2 or r.buyer_id = $2)))::int as count`,
    [tx.by.townId, organisationId],
  );
  return row?.count ?? 0;
}

/** How many requests still await their end in this town. */
export async function runningRequests(tx: ReadTx): Promise<number> {
  const sql = "select count(*)::int as count from purchase_request where town_id = $1 and status in ('quoting', 'frozen', 'opened')";
  const [row] = await tx.query<{ count: number }>("procurement.public.running", sql, [tx.by.townId]);
  return row?.count ?? 0;
}

/** Families in which firms of this town state that they can make something. */
export async function familiesOf(tx: AnyTx, organisationIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const sql = `select organisation_id as "organisationId", array_agg(distinct family) as families from capability
    where town_id = $1 and organisation_id = any($2::text[]) and status in ('declared', 'verified') group by organisation_id`;
  const rows = await ask<{ organisationId: string; families: string[] }>(tx, "procurement.public.families", sql, [
    tx.by.townId,
    organisationIds,
  ]);
  return new Map(rows.map(({ organisationId, families }) => [organisationId, families]));
}

export type OpenRequest = {
  readonly number: string;
  readonly title: string;
  readonly families: readonly string[];
  readonly closesAt: Date;
};

/** What buyers of this town chose to show beyond it, without their names, soonest closing first. */
export const publicRequests = (tx: ReadTx): Promise<OpenRequest[]> =>
  tx.query<OpenRequest>(
    "procurement.public.open",
    `select number, title, families, closes_at as "closesAt" from market_request
      where host_town = $1 and closes_at > $2::timestamptz order by closes_at, request_id limit 12`,
    [tx.by.townId, tx.at.toISOString()],
  );
