import { negotiationActionsOn, type Quote, type QuoteContent, QuoteId, quoteActionsOn, type RequestId } from "@jizhen/domain-procurement";
import type { Permission } from "@jizhen/domain-town";
import * as z from "zod";
import { refuse } from "../../platform/refuse.ts";
import { ownEvidence } from "../../platform/seal-evidence.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { ownRound } from "./negotiation.store.ts";
import { type Round, roundShown } from "./negotiation.views.ts";
import { readDraft, readRevision } from "./quote.seals.ts";
import { liveRevision, type QuoteRow, quoteColumns, toQuote } from "./quote.store.ts";
import { requestColumns, toRequest } from "./request.store.ts";

type May = ReadonlySet<Permission>;

const ownSql = `select ${quoteColumns}, q.draft from quote q where q.town_id = $1 and q.supplier_id = $2 and q.request_id = $3`;

/** The firm's own quote for a request, with what it wrote; null while it has none. Nobody else's can be asked for. */
export async function mineFor(tx: ReadTx, requestId: RequestId, may: May) {
  const visible = `select ${requestColumns} from purchase_request r where r.town_id = $1 and r.id = $2 and r.buyer_id <> $3 and r.number is not null
    and (r.method = 'open' or exists (select 1 from request_invitation i where i.town_id = r.town_id and i.request_id = r.id and i.supplier_id = $3))`;
  const [found] = await tx.query<Record<string, unknown>>("procurement.quote.request", visible, [tx.by.townId, requestId, tx.by.orgId]);
  if (!found) return refuse({ kind: "not_found", code: "procurement.request.unknown" });
  const request = toRequest(found);
  const [row] = await tx.query<QuoteRow>("procurement.quote.mine", ownSql, [tx.by.townId, tx.by.orgId, requestId]);
  const quote = row ? toQuote(row) : null;
  const actions = quoteActionsOn(quote, request, tx.at).filter((action) => may.has(`procurement.quote.${action}`));
  const asked = { requestId, requestVersion: request.requestVersion, serverNow: tx.at, actions };
  if (!row || !quote) return { ...asked, quote: null, draft: null, sent: null, receipt: null, negotiation: null };
  const evidence = ownEvidence(tx);
  const revision = await liveRevision(tx, quote.id);
  const sent: QuoteContent | null = revision && (revision.content ?? readRevision(tx, evidence, tx.by.townId, revision));
  const draft = row.draft ? readDraft(tx, evidence, quote, row.draft) : null;
  const round = request.terms.sealing === "none" ? await ownRound(tx, requestId) : null;
  const steps = round ? negotiationActionsOn({ negotiation: round, quote: quote.status, request }, "supplier", tx.at) : [];
  const mayKeep = steps.includes("keep") && may.has("procurement.negotiation.keep");
  const negotiation: (Round & { readonly mayKeep: boolean }) | null = round && { ...roundShown(round), mayKeep };
  return { ...asked, quote: ownCard(quote), draft, sent, receipt: revision?.receipt ?? null, negotiation };
}

/** What became of one's own quote; a rejection names the requirement to the firm it concerns. */
function ownCard(quote: Quote) {
  const { id, status, revision, requestVersion, version } = quote;
  const rejected = "judgement" in quote && quote.judgement?.finding === "rejected" ? quote.judgement : null;
  const rejection = rejected && { requirement: rejected.requirement, lineNo: rejected.lineNo, text: rejected.text };
  const prolongedUntil = "prolongedUntil" in quote ? quote.prolongedUntil : null;
  const voidReason = quote.status === "void" ? quote.voidReason : null;
  return {
    id,
    status,
    revision,
    requestVersion,
    version,
    submittedAt: "submittedAt" in quote ? quote.submittedAt : null,
    rejection,
    prolongedUntil,
    voidReason,
  };
}

export const QuoteFilter = z.strictObject({
  /** running: drafts and what waits for a result; won, lost: results. */
  state: z.enum(["all", "running", "won", "lost"]).default("all"),
  text: z.string().trim().max(80).default(""),
  cursor: z.strictObject({ id: QuoteId }).nullish(),
  limit: z.int().min(1).max(100).default(30),
});
export type QuoteFilter = z.infer<typeof QuoteFilter>;

const states: Record<QuoteFilter["state"], readonly string[] | null> = {
  all: null,
  running: ["draft", "submitted", "stale", "sealed_in", "opened"],
  won: ["won", "part_won"],
  lost: ["lost", "rejected", "void", "withdrawn"],
};

type ListRow = {
  request: Record<string, unknown>;
  title: string;
  number: string;
  closesAt: Date;
  requestStatus: string;
  current: number;
  buyerZh: string | null;
  buyerEn: string | null;
};

/** The firm's own quotes, newest first, without any price. */
export async function listQuotes(tx: ReadTx, { state, text, cursor, limit }: QuoteFilter) {
  const sql = `select ${quoteColumns}, r.title, r.number, r.closes_at as "closesAt", r.status as "requestStatus", r.request_version as current,
      case when (r.terms->>'buyerHidden')::boolean then null else o.name_zh end as "buyerZh",
      case when (r.terms->>'buyerHidden')::boolean then null else o.name_en end as "buyerEn"
    from quote q join purchase_request r on r.town_id = q.town_id and r.id = q.request_id join organisation o on o.id = r.buyer_id
    where q.town_id = $1 and q.supplier_id = $2 and ($3::text[] is null or q.status = any($3)) and ($4::text is null or q.id < $4)
      and ($5 = '' or position(lower($5) in lower(r.number || ' ' || r.title)) > 0)
    order by q.id desc limit $6::int`;
  const values = [tx.by.townId, tx.by.orgId, states[state], cursor?.id ?? null, text, limit + 1];
  const rows = await tx.query<ListRow & Record<string, unknown>>("procurement.quote.list", sql, values);
  const page = rows.slice(0, limit).map(({ title, number, closesAt, requestStatus, current, buyerZh, buyerEn, ...row }) => {
    const quote = toQuote(row);
    const closed = requestStatus === "quoting" && tx.at >= closesAt;
    const buyer = buyerZh === null ? null : { nameZh: buyerZh, nameEn: buyerEn };
    return {
      ...ownCard(quote),
      requestId: quote.requestId,
      request: { title, number, closesAt, status: requestStatus, shownStatus: closed ? "closed" : requestStatus, requestVersion: current },
      buyer,
    };
  });
  const last = page.at(-1);
  return { rows: page, next: rows.length > limit && last ? { id: last.id } : null, serverNow: tx.at };
}

/** The signed receipt of the revision that counts. */
export async function receiptOf(tx: ReadTx, requestId: RequestId) {
  const [row] = await tx.query<QuoteRow>("procurement.quote.mine", ownSql, [tx.by.townId, tx.by.orgId, requestId]);
  const revision = row ? await liveRevision(tx, QuoteId.parse(row.id)) : null;
  return revision ? revision.receipt : refuse({ kind: "not_found", code: "procurement.quote.unknown" });
}
