/** What other functions may ask of trade. */
import { OfferId, supplyOf } from "@jizhen/domain-trade";
import { type LocalDate, localDateAt, OrgId } from "@jizhen/kernel";
import { type CapabilityStatement, type FamilyCode, LineSpec } from "@jizhen/spec";
import { type AnyTx, ask } from "../../platform/ask.ts";
import type { ReadTx } from "../../platform/tx.ts";

export type OfferedSupply = {
  readonly source: OfferId;
  readonly orgId: OrgId;
  readonly revision: number;
  readonly statement: CapabilityStatement;
  readonly leadDays: number | null;
  readonly validTo: LocalDate;
};

type Row = { id: string; organisationId: string; revision: number; spec: unknown; leadDays: number | null; validUntil: LocalDate };
type Which =
  | { readonly sources: readonly string[] }
  | { readonly families: readonly FamilyCode[]; readonly most: number }
  | { readonly orgId: OrgId };

/** Offers on sale today that say what can be made; those by text take no part in matching. */
export async function offeredSupplies(tx: AnyTx, which: Which): Promise<readonly OfferedSupply[]> {
  const [name, where, params]: [string, string, unknown[]] =
    "sources" in which
      ? ["sources", "id = any($3::text[])", [which.sources.filter((source) => source.startsWith("offr_"))]]
      : "families" in which
        ? ["families", "family = any($3::text[]) order by id desc limit $4::int", [which.families, which.most]]
        : ["own", "organisation_id = $3", [which.orgId]];
  const rows = await ask<Row>(
    tx,
    `trade.offer.supplies.${name}`,
    `select id, organisation_id as "organisationId", revision, content->'spec' as spec, (content->>'leadDays')::int as "leadDays", valid_until as "validUntil"
       from offer where town_id = $1 and status = 'published' and valid_until >= $2::date and ${where}`,
    [tx.by.townId, localDateAt(tx.at), ...params],
  );
  return rows.flatMap(({ id, organisationId, revision, spec, leadDays, validUntil }) => {
    const statement = supplyOf(LineSpec.parse(spec));
    const source = OfferId.parse(id);
    return statement === null ? [] : [{ source, orgId: OrgId.parse(organisationId), revision, statement, leadDays, validTo: validUntil }];
  });
}

/** Changes whenever what a firm has on sale today does: every write of an offer raises its version. Read from the index `offer_of_firm` alone. */
export async function offeredKey(tx: AnyTx, orgId: OrgId): Promise<string> {
  const [row] = await ask<{ key: string | null }>(
    tx,
    "trade.offer.supplies.key",
    `select md5(string_agg(id || ' ' || version, ',' order by id desc)) as key
       from offer where town_id = $1 and organisation_id = $2 and status = 'published' and valid_until >= $3::date`,
    [tx.by.townId, orgId, localDateAt(tx.at)],
  );
  return row?.key ?? "none";
}

export type Dealt = { readonly supplierId: OrgId; readonly amount: number; readonly orderId: string };

/** Orders issued in a stretch of time, in fen, that were not refused and did not lapse: the records of the indicator "deals". */
export const dealtBetween = (tx: AnyTx, from: Date, until: Date): Promise<Dealt[]> =>
  ask<Dealt>(
    tx,
    "trade.public.dealt",
    `select supplier_id as "supplierId", payable::float8 as amount, id as "orderId" from purchase_order
      where town_id = $1 and currency = 'CNY' and status in ('issued', 'confirmed') and issued_at >= $2::timestamptz and issued_at < $3::timestamptz
      order by id`,
    [tx.by.townId, from.toISOString(), until.toISOString()],
  );
/** Orders of an organisation on either side that are not yet answered or not yet done. */
export async function boundInTrade(tx: AnyTx, organisationId: string): Promise<number> {
  const sql = `select count(*)::int as count from purchase_order
    where town_id = $1 and (buyer_id = $2 or supplier_id = $2) and status in ('issued', 'confirmed')`;
  const [row] = await ask<{ count: number }>(tx, "trade.public.bound", sql, [tx.by.townId, organisationId]);
  return row?.count ?? 0;
}

/** How many orders are not yet answered or not yet done in this town. */
export async function runningOrders(tx: ReadTx): Promise<number> {
  const sql = "select count(*)::int as count from purchase_order where town_id = $1 and status in ('issued', 'confirmed')";
  const [row] = await tx.query<{ count: number }>("trade.public.running", sql, [tx.by.townId]);
  return row?.count ?? 0;
}
