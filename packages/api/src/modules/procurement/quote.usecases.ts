import { newId } from "@jizhen/db";
import {
  doubtAbout,
  type Quote,
  type QuoteContent,
  QuoteId,
  quotes,
  type RequestId,
  type RequestIn,
  requests,
} from "@jizhen/domain-procurement";
import type { Act, LocalDate } from "@jizhen/kernel";
import { claimFiles } from "../../platform/files.ts";
import { hint } from "../../platform/live.ts";
import { orRefuse, refuse } from "../../platform/refuse.ts";
import { ownEvidence } from "../../platform/seal-evidence.ts";
import type { Tx } from "../../platform/tx.ts";
import { insistEligible } from "./eligibility.ts";
import { answerByQuote } from "./negotiation.usecases.ts";
import { ownHistory } from "./quote.history.ts";
import { readRevision, sealContent } from "./quote.seals.ts";
import * as store from "./quote.store.ts";
import * as requestStore from "./request.store.ts";

type Market = { readonly request: RequestIn<"quoting">; readonly act: Act };

/** The request under a shared lock and the instant read after it: whatever is decided here was decided before the close (P1). */
async function enterMarket(tx: Tx, requestId: RequestId): Promise<Market> {
  // Sent together, done in this order: the clock is read when the lock has been granted.
  const [request, at] = await Promise.all([requestStore.findRequest(tx, requestId, "share"), tx.clock()]);
  if (!request || !(await requestStore.isVisible(tx, request))) return refuse({ kind: "not_found", code: "procurement.request.unknown" });
  if (request.buyerId === tx.by.orgId) return refuse({ kind: "rule", code: "procurement.request.own_request" });
  return { request: orRefuse(requests.insist(request, "quoting")), act: { by: tx.by, at } };
}

/** The firm's one quote for this request, begun if there is none. */
async function ownQuote(tx: Tx, { request, act }: Market) {
  const birth = { id: QuoteId.parse(newId("quot")), townId: tx.by.townId, supplierId: tx.by.orgId, requestId: request.id };
  const [, own] = await Promise.all([store.startOnce(tx, quotes.start(birth, request, act)), store.lockOwn(tx, request.id)]);
  if (!own) throw new Error("a quote that was just begun is there");
  return { quote: orRefuse(quotes.insistQuote(own.quote, "draft", "submitted", "stale", "withdrawn")), draft: own.draft };
}

export async function saveQuote(tx: Tx, { requestId, content }: { requestId: RequestId; content: QuoteContent }) {
  const market = await enterMarket(tx, requestId);
  orRefuse(quotes.saving(market.request, market.act));
  await insistEligible(tx, market.request.buyerId);
  const { quote } = await ownQuote(tx, market);
  await claimContentFiles(tx, quote, content);
  await store.keepDraft(tx, "procurement.quote.save", quote, sealContent(tx, quote, market.request, 0, content));
  return { id: quote.id, status: quote.status };
}

const claimContentFiles = (tx: Tx, quote: Quote, content: QuoteContent) =>
  claimFiles(
    tx,
    content.files.map(({ fileId }) => fileId),
    "quote",
    quote.id,
  );

type Sending = { requestId: RequestId; requestVersion: number; content: QuoteContent; confirm: boolean };

export async function submitQuote(tx: Tx, { requestId, requestVersion, content, confirm }: Sending) {
  const market = await enterMarket(tx, requestId);
  const [, { quote }] = await Promise.all([insistEligible(tx, market.request.buyerId), ownQuote(tx, market)]);
  return send(tx, market, quote, content, { requestVersion, confirm, action: "procurement.quote.submit" });
}

type Manner = { requestVersion: number; confirm: boolean; action: "procurement.quote.submit" | "procurement.quote.reconfirm" };

async function send(
  tx: Tx,
  { request, act }: Market,
  quote: quotes.Writable,
  content: QuoteContent,
  { requestVersion, confirm, action }: Manner,
) {
  const next = orRefuse(quotes.submit(quote, request, content, requestVersion, act));
  const doubt = confirm ? null : doubtAbout(content, request.terms, await ownHistory(tx, request.terms, content.currency));
  if (doubt) return refuse(doubt);
  await claimContentFiles(tx, quote, content);
  const envelope = sealContent(tx, quote, request, next.revision, content);
  const receipt = await store.commitSubmission(tx, action, quote, next, envelope, request.number);
  if (action === "procurement.quote.submit") await answerByQuote(tx, request, next, act);
  // Only a quick enquiry shows its buyer that something came; in a sealed request not even the moment is told.
  if (request.terms.sealing === "none") hint(tx, { organisationId: request.buyerId }, `procurement.request:${request.id}`);
  return { id: quote.id, status: next.status, revision: next.revision, receipt };
}

/** One tap after an amendment: the same content, sealed anew under the version that is asked now. */
export async function reconfirmQuote(tx: Tx, { requestId, requestVersion }: { requestId: RequestId; requestVersion: number }) {
  const market = await enterMarket(tx, requestId);
  await insistEligible(tx, market.request.buyerId);
  const own = await store.lockOwn(tx, requestId);
  if (!own) return refuse({ kind: "not_found", code: "procurement.quote.unknown" });
  const stale = orRefuse(quotes.insistQuote(own.quote, "stale"));
  const content = await sentContent(tx, stale);
  return send(tx, market, stale, content, { requestVersion, confirm: true, action: "procurement.quote.reconfirm" });
}

async function sentContent(tx: Tx, quote: Quote): Promise<QuoteContent> {
  const revision = await store.liveRevision(tx, quote.id);
  const content = revision && readRevision(tx, ownEvidence(tx), tx.by.townId, revision);
  return content ?? refuse({ kind: "rule", code: "procurement.quote.unreadable" });
}

/** Taken back until the close; what was written stays as a working copy, for its own firm. */
export async function withdrawQuote(tx: Tx, { requestId }: { requestId: RequestId }) {
  const market = await enterMarket(tx, requestId);
  const own = await store.lockOwn(tx, requestId);
  if (!own) return refuse({ kind: "not_found", code: "procurement.quote.unknown" });
  const sent = orRefuse(quotes.insistQuote(own.quote, "submitted", "stale"));
  const next = orRefuse(quotes.withdraw(sent, market.request, market.act));
  const content = await sentContent(tx, sent);
  await store.putAway(tx, sent.id);
  const withdrawn = await store.commit(tx, "procurement.quote.withdraw", sent, next, { revision: sent.revision });
  await store.keepDraft(tx, "procurement.quote.withdraw", withdrawn, sealContent(tx, sent, market.request, 0, content));
  if (market.request.terms.sealing === "none") {
    hint(tx, { organisationId: market.request.buyerId }, `procurement.request:${requestId}`);
  }
  return { id: next.id, status: next.status };
}

/** A later validity after the opening, so that an award or a replacement can still be made. */
export async function prolongQuote(tx: Tx, { requestId, until }: { requestId: RequestId; until: LocalDate }) {
  const request = await requestStore.findRequest(tx, requestId, "share");
  const own = request && (await store.lockOwn(tx, requestId));
  if (!request || !own) return refuse({ kind: "not_found", code: "procurement.quote.unknown" });
  const opened = orRefuse(requests.insist(request, "opened", "awarded"));
  const quote = orRefuse(quotes.insistQuote(own.quote, "opened", "part_won", "lost"));
  const current = (await store.openedQuotes(tx, opened)).find(({ id }) => id === quote.id);
  if (!current) return refuse({ kind: "not_found", code: "procurement.quote.unknown" });
  const next = orRefuse(quotes.prolong(quote, current.validUntil, until, { at: await tx.clock() }));
  await store.commit(tx, "procurement.quote.prolong", quote, next, { until });
  hint(tx, { organisationId: request.buyerId }, `procurement.request:${requestId}`);
  return { id: next.id, validUntil: until };
}
