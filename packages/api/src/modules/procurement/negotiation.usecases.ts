import { newId } from "@jizhen/db";
import {
  NegotiationId,
  negotiations,
  type QuoteId,
  type QuoteIn,
  quotes,
  type RequestId,
  type RequestIn,
  requests,
  type Wish,
} from "@jizhen/domain-procurement";
import type { Act } from "@jizhen/kernel";
import { orRefuse, refuse } from "../../platform/refuse.ts";
import { quickEvidence } from "../../platform/seal-evidence.ts";
import type { Tx } from "../../platform/tx.ts";
import * as store from "./negotiation.store.ts";
import { readRevision } from "./quote.seals.ts";
import * as quoteStore from "./quote.store.ts";
import { tellBuyer, tellSuppliers } from "./request.notices.ts";
import * as requestStore from "./request.store.ts";
import { now, ownRequest } from "./request.usecases.ts";

type Asking = { requestId: RequestId; quoteId: QuoteId; revision: number; wish: Wish };

/** 议价: the buyer of a quick enquiry asks one supplier for a better price, once. `revision` is the quote it was looking at. */
export async function askNegotiation(tx: Tx, { requestId, quoteId, revision, wish }: Asking) {
  const request = orRefuse(requests.insist(await ownRequest(tx, requestId, null), "quoting"));
  if (request.terms.sealing !== "none") return refuse({ kind: "rule", code: "procurement.negotiation.sealed" });
  const found = (await quoteStore.quotesOf(tx, requestId)).find(({ id }) => id === quoteId);
  if (!found) return refuse({ kind: "not_found", code: "procurement.quote.unknown" });
  const quote = orRefuse(quotes.insistQuote(found, "submitted"));
  if (quote.revision !== revision) return refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
  const content = await standingContent(tx, quote);
  const birth = { id: NegotiationId.parse(newId("nego")), townId: tx.by.townId };
  const decision = orRefuse(negotiations.ask(birth, request, { quote, content }, wish, await now(tx)));
  await store.openRound(tx, request.buyerId, decision);
  await tellSuppliers(tx, request, [quote.supplierId], { kind: "procurement.negotiation.asked", source: decision.next.id });
  return { id: decision.next.id, status: decision.next.status };
}

async function standingContent(tx: Tx, quote: QuoteIn<"submitted">) {
  const evidence = await quickEvidence(tx, quote.requestId);
  const revision = await quoteStore.liveRevision(tx, quote.id);
  const content = evidence && revision && readRevision(tx, evidence, tx.by.townId, revision);
  return content ?? refuse({ kind: "rule", code: "procurement.quote.unreadable" });
}

/** The supplier stays with its price. */
export async function keepPrice(tx: Tx, { requestId }: { requestId: RequestId }) {
  const request = await requestStore.findRequest(tx, requestId, "share");
  if (!request || !(await requestStore.isVisible(tx, request))) return refuse({ kind: "not_found", code: "procurement.request.unknown" });
  const own = await quoteStore.lockOwn(tx, requestId);
  const negotiation = own && (await store.lockOf(tx, own.quote.id));
  if (!negotiation) return refuse({ kind: "not_found", code: "procurement.negotiation.unknown" });
  const quoting = orRefuse(requests.insist(request, "quoting"));
  const decision = orRefuse(negotiations.keep(negotiation, quoting, await now(tx)));
  // A price that was taken back, or that waits for a look at the new demand, is none to stay with.
  orRefuse(quotes.insistQuote(own.quote, "submitted"));
  // What `keep` accepts was asked and not answered.
  if (negotiation.status === "asked") await store.closeRound(tx, "procurement.negotiation.keep", quoting.buyerId, negotiation, decision);
  await tellBuyer(tx, quoting, { kind: "procurement.negotiation.kept", source: decision.next.id });
  return { id: decision.next.id, status: decision.next.status };
}

/** In the submission itself: a new quote ends the round that waits for one. */
export async function answerByQuote(tx: Tx, request: RequestIn<"quoting">, quote: QuoteIn<"submitted">, act: Act): Promise<void> {
  if (request.terms.sealing !== "none") return;
  const negotiation = await store.lockOf(tx, quote.id);
  if (negotiation?.status !== "asked") return;
  const decision = orRefuse(negotiations.requote(negotiation, request, quote.revision, act));
  await store.closeRound(tx, "procurement.quote.submit", request.buyerId, negotiation, decision);
  await tellBuyer(tx, request, { kind: "procurement.negotiation.requoted", source: negotiation.id });
}
