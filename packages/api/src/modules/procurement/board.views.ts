import { explain, type MatchExplanation, PurchaseRequest, RequestId } from "@jizhen/domain-procurement";
import { localDateAt, millisecondsIn, OrgId, plus } from "@jizhen/kernel";
import { FamilyCode } from "@jizhen/spec";
import * as z from "zod";
import { type Conditions, conditionsFrom } from "../../platform/conditions.ts";
import { memoryOf } from "../../platform/remember.ts";
import { searchQuery } from "../../platform/search-query.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { figuresThisMinute, type MyStanding, standingTowards } from "./board.standing.ts";
import { needOf } from "./match.facts.ts";
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

type Row = {
  id: RequestId;
  /** What wrote the row last. */
  seen: string;
  buyerId: OrgId;
  families: FamilyCode[];
  closesAt: Date;
  publishedAt: Date;
  invited: boolean;
  quote: string | null;
};

function conditionsOf(tx: ReadTx, { families, text, closesWithinDays, onlyInvited }: BoardFilter): Conditions {
  const asked = conditionsFrom(
    ["r.town_id = $1 and r.status = 'quoting' and r.closes_at > $2::timestamptz and r.buyer_id <> $3"],
    [tx.by.townId, tx.at.toISOString(), tx.by.orgId],
  );
  if (families.length > 0) asked.add("families", `r.families && ${asked.put(families)}::text[]`);
  if (text !== "") asked.search(`r.search @@ to_tsquery('simple', ${asked.put(searchQuery(text) ?? "'-'")})`);
  if (closesWithinDays !== null) {
    const until = plus(tx.at, closesWithinDays * millisecondsIn.day);
    asked.add("soon", `r.closes_at <= ${asked.put(until.toISOString())}::timestamptz`);
  }
  if (onlyInvited) asked.add("invited", "i.supplier_id is not null");
  else asked.add("open", "(r.method = 'open' or i.supplier_id is not null)");
  return asked;
}

const from = `from purchase_request r
   left join request_invitation i on i.town_id = r.town_id and i.request_id = r.id and i.supplier_id = $3`;
const orders = {
  closing: { column: "r.closes_at", after: ">", by: "r.closes_at, r.id" },
  newest: { column: "r.published_at", after: "<", by: "r.published_at desc, r.id desc" },
} as const;

/** Open requests this firm may quote for, each judged for it. Counts of other firms and their quotes are no part of it (P3, P21). */
export async function viewBoard(tx: ReadTx, filter: BoardFilter) {
  const asked = conditionsOf(tx, filter);
  const counting = countUpTo(tx, filter.sort, asked);
  const page: ReturnType<typeof withBuyer>[] = [];
  let cursor: Cursor | null = filter.cursor ?? null;
  let looked = 0;
  let more = true;
  while (more && page.length < filter.limit && looked < looksAtMost) {
    const [batch]: [readonly Row[], unknown] = await Promise.all([fetchBatch(tx, filter, asked, cursor), counting]);
    const rows = batch.slice(0, filter.limit);
    more = batch.length > filter.limit;
    const standing = await standingTowards(
      tx,
      rows.map(({ buyerId }) => buyerId),
    );
    const cards = await judged(tx, rows, standing);
    for (const row of rows) {
      looked += 1;
      cursor = { at: filter.sort === "closing" ? row.closesAt : row.publishedAt, id: row.id };
      const card = cards.get(row.id);
      const fits = card && card.match.bar === null && card.match.verdict !== "violated";
      if (card && (fits || !filter.onlyFits)) page.push(withBuyer(card, row, standing));
      if (page.length === filter.limit) {
        more ||= row !== rows.at(-1);
        break;
      }
    }
  }
  return { rows: page, next: more ? cursor : null, found: await counting };
}

async function fetchBatch(tx: ReadTx, { sort, limit }: BoardFilter, { named, where, values }: Conditions, cursor: Cursor | null) {
  const { column, after, by } = orders[sort];
  const at = values.length;
  const beyond = cursor === null ? "" : ` and (${column}, r.id) ${after} ($${at + 2}::timestamptz, $${at + 3}::text)`;
  return tx.query<Row>(
    named(`procurement.request.board.${sort}${cursor === null ? "" : ".after"}`),
    `select r.id, r.xmin::text as seen, r.buyer_id as "buyerId", r.families, r.closes_at as "closesAt", r.published_at as "publishedAt",
            i.supplier_id is not null as invited,
            (select q.status from quote q where q.town_id = r.town_id and q.request_id = r.id and q.supplier_id = $3) as quote
       ${from} where ${where()}${beyond} order by ${by} limit $${at + 1}::int`,
    [...values, limit + 1, ...(cursor === null ? [] : [cursor.at.toISOString(), cursor.id])],
  );
}

/**
 * "More than 100" beyond that: an exact total would read the whole town. In the order of the page, so that it walks the same index: to find
 * any hundred rows PostgreSQL begins to read the table ahead, which costs it ten times as much.
 */
async function countUpTo(tx: ReadTx, sort: BoardFilter["sort"], { named, where, values }: Conditions) {
  const [row] = await tx.query<{ n: number }>(
    named(`procurement.request.board.count.${sort}`),
    `select count(*)::int as n from (select 1 ${from} where ${where()} order by ${orders[sort].by} limit ${countsTo + 1}) as few`,
    values,
  );
  const n = row?.n ?? 0;
  return { count: Math.min(n, countsTo), more: n > countsTo };
}

/** A card follows from the request, my statements and offers as written, the day, my standing and the town's median: its key names them all. */
const cardsOf = memoryOf<Card>(5_000);

async function keyOf(tx: ReadTx, { id, seen, buyerId, families }: Row, standing: MyStanding): Promise<string> {
  const { medianInvitations } = await figuresThisMinute(tx, families);
  const { key, invitations30 } = standing;
  const bar = standing.barOf(buyerId) ?? "open";
  return [tx.by.townId, tx.by.orgId, id, seen, key, bar, invitations30, medianInvitations, localDateAt(tx.at)].join(" ");
}

async function judged(tx: ReadTx, rows: readonly Row[], standing: MyStanding): Promise<ReadonlyMap<string, Card>> {
  const memory = cardsOf(tx.services);
  const cards = new Map<string, Card>();
  const fresh = new Map<string, { row: Row; key: string }>();
  for (const row of rows) {
    const key = await keyOf(tx, row, standing);
    const card = memory.find(key);
    if (card) cards.set(row.id, card);
    else fresh.set(row.id, { row, key });
  }
  if (fresh.size === 0) return cards;
  const written = await tx.query<object>(
    "procurement.request.board.terms",
    `select ${requestColumns} from purchase_request r where r.town_id = $1 and r.id = any($2::text[])`,
    [tx.by.townId, [...fresh.keys()]],
  );
  for (const request of written.map((row) => PurchaseRequest.parse(row))) {
    const found = fresh.get(request.id);
    if (!found) continue;
    const figures = await figuresThisMinute(tx, found.row.families);
    const answer = explain(await standing.candidate(request.buyerId), needOf(request.terms, localDateAt(tx.at)), figures);
    cards.set(request.id, memory.keep(found.key, shown(request, answer)));
  }
  return cards;
}

function shown(request: PurchaseRequest, answer: MatchExplanation) {
  if (request.status !== "quoting") throw new Error("only open requests stand on the board");
  const { id, number, buyerId, publishedAt, closesAt, terms, requestVersion } = request;
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

type Card = ReturnType<typeof shown>;

function withBuyer({ buyerId, ...card }: Card, { invited, quote }: Row, standing: MyStanding) {
  const facts = buyerId === null ? undefined : standing.facts.get(OrgId.parse(buyerId));
  return { ...card, invited, quote, buyer: facts ? { nameZh: facts.nameZh, nameEn: facts.nameEn, demo: facts.demo } : null };
}
