import { actionsOn, type PurchaseRequest, type RequestAction, RequestId, requestStatuses, whoseTurn } from "@jizhen/domain-procurement";
import type { Permission } from "@jizhen/domain-town";
import * as z from "zod";
import { refuse } from "../../platform/refuse.ts";
import { searchQuery } from "../../platform/search-query.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { memberFacts } from "../town/public.ts";
import { afterFreeze, countOfQuotes, invitations, openQuotes, questionsOf, versionsOf } from "./request.parts.ts";
import { requestColumns, toRequest } from "./request.store.ts";

/** The right behind each verb of the policy table: the organisation may, and the seat may too. */
const rights: Record<RequestAction, Permission> = {
  save: "procurement.request.save",
  publish: "procurement.request.publish",
  amend: "procurement.request.amend",
  extend: "procurement.request.extend",
  invite: "procurement.request.invite",
  answer: "procurement.request.answer",
  freeze: "procurement.request.freeze",
  open: "procurement.request.open",
  admit: "procurement.request.admit",
  reject: "procurement.request.reject",
  evaluate: "procurement.award.evaluate",
  award: "procurement.award.award",
  end: "procurement.request.end",
  cancel: "procurement.request.cancel",
  clone: "procurement.request.save",
  ask: "procurement.request.ask",
  quote: "procurement.quote.submit",
};
type May = ReadonlySet<Permission>;

const actionsFor = (tx: ReadTx, request: PurchaseRequest, may: May) =>
  actionsOn(request, { orgId: tx.by.orgId }, tx.at).filter((action) => may.has(rights[action]));

/** A published request whose close has passed says so, whether a job has run or not. */
const shownStatus = (request: PurchaseRequest, at: Date): PurchaseRequest["status"] | "closed" =>
  request.status === "quoting" && at >= request.closesAt ? "closed" : request.status;

const onMarket = (request: PurchaseRequest) => ({
  number: "number" in request ? request.number : null,
  publishedAt: "publishedAt" in request ? request.publishedAt : null,
  closesAt: "closesAt" in request ? request.closesAt : null,
  questionsUntil: "questionsUntil" in request ? request.questionsUntil : null,
  holds: "holds" in request ? request.holds : 0,
  frozenAt: "frozenAt" in request ? request.frozenAt : null,
  openedAt: "openedAt" in request ? request.openedAt : null,
  endedAt: "endedAt" in request ? request.endedAt : null,
  reasonCode: "reasonCode" in request ? request.reasonCode : null,
  reasonText: "reasonText" in request ? request.reasonText : null,
});

const common = (tx: ReadTx, request: PurchaseRequest, may: May) => ({
  id: request.id,
  status: request.status,
  shownStatus: shownStatus(request, tx.at),
  requestVersion: request.requestVersion,
  version: request.version,
  ...onMarket(request),
  serverNow: tx.at,
  actions: actionsFor(tx, request, may),
});

/** As its buyer sees it, or as a supplier may; anything else does not exist. */
export async function getRequest(tx: ReadTx, id: RequestId, may: May) {
  const sql = `select ${requestColumns}, exists (select 1 from request_invitation i where i.town_id = r.town_id and i.request_id = r.id and i.supplier_id = $3) as invited
    from purchase_request r where r.town_id = $1 and r.id = $2`;
  const [row] = await tx.query<Record<string, unknown> & { invited: boolean }>("procurement.request.get", sql, [
    tx.by.townId,
    id,
    tx.by.orgId,
  ]);
  const request = row ? toRequest(row) : null;
  if (!row || !request) return refuse({ kind: "not_found", code: "procurement.request.unknown" });
  if (request.buyerId === tx.by.orgId) return buyersShape(tx, request, may);
  const seen = "number" in request && request.number !== null && (request.terms.method === "open" || row.invited);
  return seen ? suppliersShape(tx, request, may) : refuse({ kind: "not_found", code: "procurement.request.unknown" });
}

/** A sealed request that takes quotes has no quotes in this shape, no names and, unless it promised the count, no count (P3). */
async function buyersShape(tx: ReadTx, request: PurchaseRequest, may: May) {
  const [questions, versions, invited, quoteCount, quotes, seal] = await Promise.all([
    questionsOf(tx, request.id),
    versionsOf(tx, request.id),
    invitations(tx, request.id),
    countOfQuotes(tx, request),
    openQuotes(tx, request, may),
    afterFreeze(tx, request),
  ]);
  return {
    role: "buyer" as const,
    ...common(tx, request, may),
    terms: request.terms,
    createdAt: request.createdAt,
    turn: whoseTurn(request, tx.at),
    questions: questions.map(({ askerId: _askerId, ...question }) => question),
    versions,
    invited,
    quoteCount,
    quotes,
    seal,
  };
}

/** Who else was asked, who quoted and an undisclosed ceiling are not in this shape (P21). */
async function suppliersShape(tx: ReadTx, request: PurchaseRequest, may: May) {
  const { ceiling, showCeiling, buyerHidden, ...terms } = request.terms;
  const [members, questions, versions, quoteCount] = await Promise.all([
    memberFacts(tx, [request.buyerId]),
    questionsOf(tx, request.id),
    versionsOf(tx, request.id),
    request.terms.showCount ? countOfQuotes(tx, request) : null,
  ]);
  const facts = members.get(request.buyerId);
  const buyer =
    facts && !buyerHidden ? { organisationId: request.buyerId, nameZh: facts.nameZh, nameEn: facts.nameEn, demo: facts.demo } : null;
  const { reasonText: _reasonText, ...shown } = common(tx, request, may);
  return {
    role: "supplier" as const,
    ...shown,
    terms: { ...terms, ceiling: showCeiling ? ceiling : null },
    buyer,
    questions: questions.map(({ askerId, answeredBy: _answeredBy, ...question }) => ({ ...question, mine: askerId === tx.by.orgId })),
    versions,
    quoteCount,
  };
}

export const RequestFilter = z.strictObject({
  status: z
    .enum([...requestStatuses, "closed"])
    .nullable()
    .default(null),
  text: z.string().trim().max(80).default(""),
  sort: z.enum(["newest", "closing"]).default("newest"),
  cursor: z.strictObject({ id: RequestId, closesAt: z.date().nullable() }).nullish(),
  limit: z.int().min(1).max(100).default(30),
});
export type RequestFilter = z.infer<typeof RequestFilter>;

/** "Closed" is no status in the table: it takes quotes and its close has passed. */
const statusIs = `($3::text is null or case when r.status = 'quoting' and r.closes_at <= $8::timestamptz then 'closed' else r.status end = $3)`;
const textIs = `($4 = '' or position(lower($4) in lower(coalesce(r.number, '') || ' ' || r.title)) > 0 or r.search @@ to_tsquery('simple', $9))`;
/** Drafts have no close and come last; ids, which grow with time, decide among equals. */
const orders = {
  newest: { after: "($5::text is null or r.id < $5) and $6::timestamptz is null", by: "r.id desc" },
  closing: {
    after: `($5::text is null or (coalesce(r.closes_at, 'infinity'), r.id) > (coalesce($6::timestamptz, 'infinity'), $5))`,
    by: "coalesce(r.closes_at, 'infinity'), r.id",
  },
} as const;

/** One's own requests, paged by the last row seen. */
export async function listRequests(tx: ReadTx, { status, text, sort, cursor, limit }: RequestFilter, may: May) {
  const sql = `select ${requestColumns} from purchase_request r
    where r.town_id = $1 and r.buyer_id = $2 and ${statusIs} and ${textIs} and ${orders[sort].after} order by ${orders[sort].by} limit $7::int`;
  const closesAt = sort === "closing" ? (cursor?.closesAt?.toISOString() ?? null) : null;
  const words = searchQuery(text) ?? "'-'";
  const values = [tx.by.townId, tx.by.orgId, status, text, cursor?.id ?? null, closesAt, limit + 1, tx.at.toISOString(), words];
  const rows = (await tx.query<Record<string, unknown>>(`procurement.request.list.${sort}`, sql, values)).map(toRequest);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map((request) => card(tx, request, may)),
    next: rows.length > limit && last ? { id: last.id, closesAt: "closesAt" in last ? last.closesAt : null } : null,
    serverNow: tx.at,
  };
}

function card(tx: ReadTx, request: PurchaseRequest, may: May) {
  const { title, lines, sealing, method, visibility } = request.terms;
  const { id, status, shownStatus: shown, version, number, publishedAt, closesAt, openedAt, endedAt, actions } = common(tx, request, may);
  const about = { title, lineCount: lines.length, firstLine: lines[0]?.text ?? "", sealing, method, visibility };
  return {
    id,
    status,
    shownStatus: shown,
    version,
    number,
    publishedAt,
    closesAt,
    openedAt,
    endedAt,
    actions,
    turn: whoseTurn(request, tx.at),
    createdAt: request.createdAt,
    ...about,
  };
}

/** The address suppliers open, as text and as what a QR code holds. */
export async function shareRequest(tx: ReadTx, id: RequestId) {
  const sql = `select title, number, closes_at as "closesAt", visibility = 'province' and method = 'open' and status <> 'cancelled' as shown
    from purchase_request where town_id = $1 and id = $2 and buyer_id = $3 and number is not null`;
  const [row] = await tx.query<{ title: string; number: string; closesAt: Date; shown: boolean }>("procurement.request.share", sql, [
    tx.by.townId,
    id,
    tx.by.orgId,
  ]);
  if (!row) return refuse({ kind: "not_found", code: "procurement.request.unknown" });
  const path = row.shown ? `/r/${id}` : `/selling/requests/${id}?town=${tx.by.townId}`;
  return { ...row, url: `${tx.services.publicUrl}${path}` };
}
