import type { Permission } from "@jizhen/domain-town";
import { isExpired, type Offer, type OfferAction, OfferId, offerActions, offerStatuses } from "@jizhen/domain-trade";
import { localDateAt } from "@jizhen/kernel";
import { FamilyCode } from "@jizhen/spec";
import * as z from "zod";
import { type Conditions, conditionsFrom } from "../../platform/conditions.ts";
import { refuse } from "../../platform/refuse.ts";
import { memoryOf } from "../../platform/remember.ts";
import { searchPieces } from "../../platform/search-query.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { type OfferRow, offerColumns, toOffer } from "./offer.store.ts";

export const OfferFilter = z.strictObject({
  /** Mine in every status, or what anybody in this town has on sale now. */
  scope: z.enum(["mine", "market"]).default("mine"),
  status: z
    .enum([...offerStatuses, "expired"])
    .nullable()
    .default(null),
  family: FamilyCode.nullable().default(null),
  text: z.string().trim().max(80).default(""),
  /** The `next` of the page before. */
  after: OfferId.nullable().default(null),
  limit: z.int().min(1).max(100).default(30),
});
export type OfferFilter = z.infer<typeof OfferFilter>;

type Seller = { sellerZh: string; sellerEn: string | null; demo: boolean };
type Row = OfferRow & Seller;
type Found = Seller & { id: OfferId; seen: string };

const seller = `g.name_zh as "sellerZh", g.name_en as "sellerEn", g.demo`;

function conditionsOf(tx: ReadTx, { scope, status, family, text, after }: OfferFilter): Conditions {
  const today = localDateAt(tx.at);
  const asked = conditionsFrom(["o.town_id = $1"], [tx.by.townId]);
  if (scope === "mine") asked.add("mine", `o.organisation_id = ${asked.put(tx.by.orgId)}`);
  else asked.add("market", `o.status = 'published' and o.valid_until >= ${asked.put(today)}::date`);
  // "Expired" is no status in the table: published, and the last day of validity is over in the town.
  if (status === "expired") asked.add("expired", `o.status = 'published' and o.valid_until < ${asked.put(today)}::date`);
  else if (status === "published") asked.add("live", `o.status = 'published' and o.valid_until >= ${asked.put(today)}::date`);
  else if (status !== null) asked.add("status", `o.status = ${asked.put(status)}`);
  if (family !== null) asked.add("family", `o.family = ${asked.put(family)}`);
  for (const piece of searchPieces(text))
    asked.search(`position(lower(${asked.put(piece)}) in lower(coalesce(o.number, '') || ' ' || o.title || ' ' || g.name_zh)) > 0`);
  if (after !== null) asked.add("after", `o.id < ${asked.put(after)}`);
  return asked;
}

/** Offers as they were written: read and checked once, and kept until the row is written again. */
const offersOf = memoryOf<Offer>(5_000);

async function offersAsWritten(tx: ReadTx, rows: readonly Found[]): Promise<ReadonlyMap<string, Offer>> {
  const memory = offersOf(tx.services);
  const keyOf = ({ id, seen }: Found) => `${tx.by.townId} ${id} ${seen}`;
  const known = new Map(
    rows.flatMap((row): [string, Offer][] => [memory.find(keyOf(row))].flatMap((offer) => (offer ? [[row.id, offer]] : []))),
  );
  const missing = rows.filter(({ id }) => !known.has(id));
  if (missing.length === 0) return known;
  const written = await tx.query<OfferRow>(
    "trade.offer.written",
    `select ${offerColumns} from offer o where o.town_id = $1 and o.id = any($2::text[])`,
    [tx.by.townId, missing.map(({ id }) => id)],
  );
  const byId = new Map(written.map((row) => [row.id, toOffer(row)]));
  for (const row of missing) {
    const offer = byId.get(row.id);
    if (offer) known.set(row.id, memory.keep(keyOf(row), offer));
  }
  return known;
}

export async function listOffers(tx: ReadTx, filter: OfferFilter, may: ReadonlySet<Permission>) {
  const { named, put, where, values } = conditionsOf(tx, filter);
  const sql = `select o.id, o.xmin::text as seen, ${seller} from offer o join organisation g on g.id = o.organisation_id
    where ${where()} order by o.id desc limit ${put(filter.limit + 1)}::int`;
  const rows = await tx.query<Found>(named("trade.offer.list"), sql, values);
  const offers = await offersAsWritten(tx, rows);
  const page = rows.slice(0, filter.limit).flatMap((row) => {
    const offer = offers.get(row.id);
    return offer ? [withSeller(tx, offer, row, may)] : [];
  });
  const last = page.at(-1);
  return { rows: page, next: rows.length > filter.limit && last ? last.id : null };
}

export async function getOffer(tx: ReadTx, id: OfferId, may: ReadonlySet<Permission>) {
  const [row] = await tx.query<Row>(
    "trade.offer.get",
    `select ${offerColumns}, ${seller} from offer o join organisation g on g.id = o.organisation_id
      where o.town_id = $1 and o.id = $2 and (o.organisation_id = $3 or (o.status = 'published' and o.valid_until >= $4::date))`,
    [tx.by.townId, id, tx.by.orgId, localDateAt(tx.at)],
  );
  if (!row) return refuse({ kind: "not_found", code: "trade.offer.unknown" });
  const { sellerZh, sellerEn, demo, ...written } = row;
  return withSeller(tx, toOffer(written), { sellerZh, sellerEn, demo }, may);
}

function withSeller(tx: ReadTx, offer: Offer, { sellerZh, sellerEn, demo }: Seller, may: ReadonlySet<Permission>) {
  return {
    ...told(offer),
    seller: { nameZh: sellerZh, nameEn: sellerEn, demo },
    mine: offer.organisationId === tx.by.orgId,
    expired: isExpired(offer, tx.at),
    actions: offerActions(offer, tx.by.orgId).filter((action: OfferAction) => may.has(`trade.offer.${action}`)),
  };
}

/** Who of a firm wrote an offer is that firm's business. */
function told(offer: Offer) {
  const { id, organisationId, status, content, revision, version, updatedAt } = offer;
  const shown = offer.status === "draft" ? { number: null, publishedAt: null } : { number: offer.number, publishedAt: offer.publishedAt };
  return { id, organisationId, status, content, revision, version, updatedAt, ...shown };
}
