import { explain, RequestId } from "@jizhen/domain-procurement";
import { localDateAt, TownId } from "@jizhen/kernel";
import { FamilyCode } from "@jizhen/spec";
import * as z from "zod";
import { conditionsFrom } from "../../platform/conditions.ts";
import { searchQuery } from "../../platform/search-query.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { figuresThisMinute, standingTowards } from "./board.standing.ts";
import { MarketRequestCard } from "./market.store.ts";
import { needOf } from "./match.facts.ts";

export const MarketFilter = z.strictObject({
  families: z.array(FamilyCode).max(8).default([]),
  text: z.string().trim().max(80).default(""),
  cursor: z.strictObject({ closesAt: z.date(), id: RequestId }).nullish(),
  limit: z.int().min(1).max(50).default(20),
});
export type MarketFilter = z.infer<typeof MarketFilter>;

const Row = z.object({
  id: RequestId,
  hostTown: TownId,
  townZh: z.string(),
  townEn: z.string().nullable(),
  number: z.string(),
  title: z.string(),
  families: z.array(FamilyCode),
  card: MarketRequestCard,
  publishedAt: z.date(),
  closesAt: z.date(),
  joined: z.boolean(),
});

/** Open requests of other towns, as their buyers chose to show them, with what my firm's statements at home say to each. */
export async function viewMarket(tx: ReadTx, { families, text, cursor, limit }: MarketFilter) {
  const { add, named, put, search, values, where } = conditionsFrom(
    ["m.host_town <> $1", "m.closes_at > $3::timestamptz"],
    [tx.by.townId, tx.by.orgId, tx.at.toISOString()],
  );
  if (families.length > 0) add("families", `m.families && ${put(families)}::text[]`);
  if (text !== "") search(`m.search @@ to_tsquery('simple', ${put(searchQuery(text) ?? "'-'")})`);
  if (cursor) add("after", `(m.closes_at, m.request_id) > (${put(cursor.closesAt.toISOString())}::timestamptz, ${put(cursor.id)}::text)`);
  const found = await tx.query<object>(
    named("procurement.market.board"),
    `select m.request_id as id, m.host_town as "hostTown", t.name_zh as "townZh", t.name_en as "townEn", m.number, m.title, m.families, m.card,
            m.published_at as "publishedAt", m.closes_at as "closesAt",
            exists (select 1 from membership_card c where c.organisation_id = $2 and c.host_town = m.host_town and c.state = 'active') as joined
       from market_request m join town t on t.id = m.host_town
      where ${where()} order by m.closes_at, m.request_id limit ${put(limit + 1)}::int`,
    values,
  );
  const standing = await standingTowards(tx, []);
  // Whether this firm may deal in the other town is settled there, when it joins.
  const me = { ...(await standing.candidate(tx.by.orgId)), bar: null };
  const figures = await figuresThisMinute(tx, [...new Set(me.supplies.map(({ statement }) => statement.family))].sort());
  const rows = found.map((row) => Row.parse(row));
  const page = rows.slice(0, limit).map((row) => {
    const { regionCode, lines, firmDate } = row.card;
    const need = needOf(
      { lines: lines.map((line) => ({ ...line, splittable: true, note: "" })), firmDate, delivery: { regionCode } },
      localDateAt(tx.at),
    );
    const { verdict, score, fits } = explain(me, need, figures);
    return { ...row, match: { verdict, score, fits } };
  });
  const last = page.at(-1);
  return { rows: page, next: rows.length > limit && last ? { closesAt: last.closesAt, id: last.id } : null };
}
