import { explain, type MatchExplanation, PurchaseRequest, RequestId } from "@jizhen/domain-procurement";
import { localDateAt, millisecondsIn, OrgId, plus } from "@jizhen/kernel";
import { FamilyCode } from "@jizhen/spec";
import * as z from "zod";
import { searchQuery } from "../../platform/search-query.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { memberFacts } from "../town/public.ts";
import { candidatesOf, needOf, suppliesBy, townFigures } from "./match.facts.ts";
import { requestColumns } from "./request.store.ts";

export const BoardFilter = z.strictObject({
  families: z.array(FamilyCode).max(8).default([]),
  text: z.string().trim().max(80).default(""),
  closesWithinDays: z.int().min(1).max(365).nullable().default(null),
  /** Only what my firm's statements do not exclude. */
  onlyFits: z.boolean().default(false),
  onlyInvited: z.boolean().default(false),
  sort: z.enum(["closing", "newest"]).default("closing"),
  cursor: z.strictObject({ at: z.date(), id: RequestId }).nullish(),
  limit: z.int().min(1).max(50).default(20),
});
export type BoardFilter = z.infer<typeof BoardFilter>;
type Cursor = { readonly at: Date; readonly id: RequestId };

/** "Only what fits" is decided by the match, not by SQL: at most this many requests are looked at for one page. */
const looksAtMost = 300;
const countsTo = 100;

const where = `r.town_id = $1 and r.status = 'quoting' and r.closes_at > $2::timestamptz and r.buyer_id <> $3
   and (r.method = 'open' or i.supplier_id is not null)
   and (cardinality($4::text[]) = 0 or r.families && $4::text[])
   and ($5::text is null or r.search @@ to_tsquery('simple', $5))
   and ($6::timestamptz is null or r.closes_at <= $6::timestamptz)
   and (not $7::boolean or i.supplier_id is not null)`;
const from = `from purchase_request r
   left join request_invitation i on i.town_id = r.town_id and i.request_id = r.id and i.supplier_id = $3`;
const orders = {
  closing: { column: "closes_at", after: "(r.closes_at, r.id) > ($8::timestamptz, $9::text)", by: "r.closes_at, r.id" },
  newest: { column: "published_at", after: "(r.published_at, r.id) < ($8::timestamptz, $9::text)", by: "r.published_at desc, r.id desc" },
} as const;

type Row = { invited: boolean; quote: string | null };

/** Open requests this firm may quote for, each judged for it. Counts of other firms and their quotes are no part of it (P3, P21). */
export async function viewBoard(tx: ReadTx, filter: BoardFilter) {
  const text = filter.text === "" ? null : (searchQuery(filter.text) ?? "'-'");
  const until = filter.closesWithinDays === null ? null : plus(tx.at, filter.closesWithinDays * millisecondsIn.day).toISOString();
  const params = [tx.by.townId, tx.at.toISOString(), tx.by.orgId, filter.families, text, until, filter.onlyInvited];
  const judge = await judgeFor(tx);
  const page: Awaited<ReturnType<typeof shown>>[] = [];
  let cursor: Cursor | null = filter.cursor ?? null;
  let looked = 0;
  let more = true;
  while (more && page.length < filter.limit && looked < looksAtMost) {
    const batch: readonly (PurchaseRequest & Row)[] = await fetchBatch(tx, filter, params, cursor);
    const rows = batch.slice(0, filter.limit);
    more = batch.length > filter.limit;
    for (const row of rows) {
      looked += 1;
      cursor = cursorOf(row, filter.sort);
      const answer = await judge(row);
      if (!filter.onlyFits || (answer.bar === null && answer.verdict !== "violated")) page.push(shown(row, answer));
      if (page.length === filter.limit) {
        more ||= row !== rows.at(-1);
        break;
      }
    }
  }
  return { rows: await withBuyers(tx, page), next: more ? cursor : null, found: await countUpTo(tx, params) };
}

async function fetchBatch(tx: ReadTx, { sort, limit }: BoardFilter, params: readonly unknown[], cursor: Cursor | null) {
  const { after, by } = orders[sort];
  const rows = await tx.query<Row>(
    `procurement.request.board.${sort}`,
    `select ${requestColumns}, i.supplier_id is not null as invited,
            (select q.status from quote q where q.town_id = r.town_id and q.request_id = r.id and q.supplier_id = $3 order by q.id desc limit 1) as quote
       ${from} where ${where} and ($8::timestamptz is null or ${after}) order by ${by} limit $10::int`,
    [...params, cursor?.at.toISOString() ?? null, cursor?.id ?? "", limit + 1],
  );
  return rows.map(({ invited, quote, ...row }) => ({ ...PurchaseRequest.parse(row), invited, quote }));
}

function cursorOf(row: PurchaseRequest, sort: BoardFilter["sort"]): Cursor {
  if (row.status !== "quoting") throw new Error("only open requests stand on the board");
  return { at: sort === "closing" ? row.closesAt : row.publishedAt, id: row.id };
}

/** "More than 100" beyond that: an exact total would read the whole town. */
async function countUpTo(tx: ReadTx, params: readonly unknown[]) {
  const [row] = await tx.query<{ n: number }>(
    "procurement.request.board.count",
    `select count(*)::int as n from (select 1 ${from} where ${where} limit ${countsTo + 1}) as few`,
    params,
  );
  const n = row?.n ?? 0;
  return { count: Math.min(n, countsTo), more: n > countsTo };
}

/** My firm's statements are read once; each request is then judged by the same rule as the run that invites. */
async function judgeFor(tx: ReadTx): Promise<(request: PurchaseRequest) => Promise<MatchExplanation>> {
  const mine = await suppliesBy(tx, { orgId: tx.by.orgId });
  const supplies = mine.size > 0 ? mine : new Map([[tx.by.orgId, []]]);
  const on = localDateAt(tx.at);
  const standings = new Map<string, ReturnType<typeof townFigures>>();
  const buyers = new Map<string, ReturnType<typeof candidatesOf>>();
  return async (request) => {
    const need = needOf(request.terms, on);
    const families = [...new Set(need.lines.map(({ family }) => family))].sort();
    const standing = standings.get(families.join()) ?? townFigures(tx, families);
    standings.set(families.join(), standing);
    const { figures, invitations } = await standing;
    const known =
      buyers.get(request.buyerId) ?? candidatesOf(tx, { requestId: request.id, buyerId: request.buyerId }, supplies, invitations);
    buyers.set(request.buyerId, known);
    const [candidate] = await known;
    if (!candidate) throw new Error("a firm is always its own candidate");
    return explain(candidate, need, figures);
  };
}

function shown(row: PurchaseRequest & Row, answer: MatchExplanation) {
  if (row.status !== "quoting") throw new Error("only open requests stand on the board");
  const { id, number, buyerId, publishedAt, closesAt, terms, requestVersion } = row;
  const { title, sealing, method, delivery, currency, buyerHidden, firmDate, lines } = terms;
  return {
    id,
    number,
    publishedAt,
    closesAt,
    requestVersion,
    title,
    sealing,
    method,
    currency,
    firmDate,
    buyerId: buyerHidden ? null : buyerId,
    place: delivery.place,
    incoterm: delivery.incoterm,
    lineCount: lines.length,
    lines: lines.slice(0, 5).map(({ lineNo, spec, text, quantity, wantedDate }) => ({ lineNo, spec, text, quantity, wantedDate })),
    invited: row.invited,
    quote: row.quote,
    match: {
      bar: answer.bar === "blocked" ? ("not_asked" as const) : answer.bar,
      verdict: answer.verdict,
      score: answer.score,
      fits: answer.fits,
      contributions: answer.contributions,
      shortfalls: answer.lines
        .flatMap(({ lineNo, bar, shortfalls }) => [
          ...(bar === null ? [] : [{ lineNo, bar, shortfall: null }]),
          ...shortfalls.filter(({ hard }) => hard).map((shortfall) => ({ lineNo, bar: null, shortfall })),
        ])
        .slice(0, 6),
    },
  };
}

type Shown = ReturnType<typeof shown>;

async function withBuyers(tx: ReadTx, page: readonly Shown[]) {
  const ids = [...new Set(page.flatMap(({ buyerId }) => (buyerId === null ? [] : [OrgId.parse(buyerId)])))];
  const names = await memberFacts(tx, ids);
  return page.map(({ buyerId, ...row }) => {
    const facts = buyerId === null ? undefined : names.get(buyerId);
    return { ...row, buyer: facts ? { nameZh: facts.nameZh, nameEn: facts.nameEn, demo: facts.demo } : null };
  });
}
