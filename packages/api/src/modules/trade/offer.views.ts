import type { Permission } from "@jizhen/domain-town";
import { isExpired, type Offer, type OfferAction, OfferId, offerActions, offerStatuses } from "@jizhen/domain-trade";
import { localDateAt } from "@jizhen/kernel";
import { FamilyCode } from "@jizhen/spec";
import * as z from "zod";
import { refuse } from "../../platform/refuse.ts";
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

type Row = OfferRow & { sellerZh: string; sellerEn: string | null; demo: boolean };

const seller = `g.name_zh as "sellerZh", g.name_en as "sellerEn", g.demo`;
/** "Expired" is no status in the table: published, and the last day of validity is over in the town. */
const statusIs = `($3::text is null or ($3 = 'expired' and o.status = 'published' and o.valid_until < $8::date)
   or ($3 <> 'expired' and o.status = $3 and not (o.status = 'published' and o.valid_until < $8::date)))`;
const listSql = (where: string) => `
  select ${offerColumns}, ${seller} from offer o join organisation g on g.id = o.organisation_id
   where o.town_id = $1 and ${where} and ${statusIs}
     and ($4::text is null or o.family = $4)
     and ($5 = '' or position(lower($5) in lower(coalesce(o.number, '') || ' ' || o.title || ' ' || g.name_zh)) > 0)
     and ($6::text is null or o.id < $6)
   order by o.id desc limit $7::int`;
const scopes: Record<OfferFilter["scope"], string> = {
  mine: "o.organisation_id = $2",
  market: "o.status = 'published' and o.valid_until >= $8::date and $2::text is not null",
};

export async function listOffers(tx: ReadTx, filter: OfferFilter, may: ReadonlySet<Permission>) {
  const { scope, status, family, text, after, limit } = filter;
  const values = [tx.by.townId, tx.by.orgId, status, family, text, after, limit + 1, localDateAt(tx.at)];
  const rows = await tx.query<Row>(`trade.offer.list.${scope}`, listSql(scopes[scope]), values);
  const page = rows.slice(0, limit).map((row) => withSeller(tx, row, may));
  const last = page.at(-1);
  return { rows: page, next: rows.length > limit && last ? last.id : null };
}

export async function getOffer(tx: ReadTx, id: OfferId, may: ReadonlySet<Permission>) {
  const [row] = await tx.query<Row>(
    "trade.offer.get",
    `select ${offerColumns}, ${seller} from offer o join organisation g on g.id = o.organisation_id
      where o.town_id = $1 and o.id = $2 and (o.organisation_id = $3 or (o.status = 'published' and o.valid_until >= $4::date))`,
    [tx.by.townId, id, tx.by.orgId, localDateAt(tx.at)],
  );
  return row ? withSeller(tx, row, may) : refuse({ kind: "not_found", code: "trade.offer.unknown" });
}

function withSeller(tx: ReadTx, { sellerZh, sellerEn, demo, ...row }: Row, may: ReadonlySet<Permission>) {
  const offer = toOffer(row);
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
