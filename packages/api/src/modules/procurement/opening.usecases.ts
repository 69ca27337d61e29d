import { type QuoteIn, quotes, type RequestId, type RequestIn, requests } from "@jizhen/domain-procurement";
import { orRefuse, refuse } from "../../platform/refuse.ts";
import { openingEvidence } from "../../platform/seal-evidence.ts";
import { isGenuine, merkleRoot } from "../../platform/seal-proof.ts";
import type { Tx } from "../../platform/tx.ts";
import * as openings from "./opening.store.ts";
import { readRevision } from "./quote.seals.ts";
import * as quoteStore from "./quote.store.ts";
import { tellBuyer, tellSuppliers } from "./request.notices.ts";
import * as store from "./request.store.ts";
import { now, ownRequest, type Seen, tellExtended } from "./request.usecases.ts";

type Frozen = RequestIn<"frozen">;

/** Ends the taking of quotes: who is in, who is void, and the root over all commitments, recorded before any key is used. */
async function freeze(tx: Tx, request: RequestIn<"quoting">, early: boolean): Promise<Frozen> {
  const act = await now(tx);
  const all = await quoteStore.quotesOf(tx, request.id);
  const changes = all.flatMap((before) => {
    if (before.status !== "submitted" && before.status !== "stale") return [];
    return [{ before, next: quotes.takeIn(before, request.requestVersion) }];
  });
  const kept = new Set(changes.filter(({ next }) => next.status === "sealed_in").map(({ next }) => next.id));
  const revisions = (await quoteStore.liveRevisions(tx, request.id)).filter(({ quoteId }) => kept.has(quoteId));
  const leaves = revisions.map(({ sequence, envelope }) => ({ sequence, commitment: envelope.commitment }));
  const root = merkleRoot(leaves);
  const decision = orRefuse(requests.freeze(request, { root, early }, act));
  const frozen = await store.commit(tx, early ? "procurement.request.freeze" : "system.request.freeze", request, decision, { root });
  await quoteStore.commitAll(tx, "system.request.freeze", request.id, changes, { root });
  await openings.recordFreeze(tx, request.id, { root, leaves, frozenAt: frozen.frozenAt });
  return frozen;
}

/** What follows a freeze by itself: without a quote it ends, a quick enquiry has nothing to open, a sealed one waits for its buyer. */
async function afterFreeze(tx: Tx, frozen: Frozen) {
  const { count } = await openings.getOpening(tx, frozen.id);
  if (count === 0) {
    const decision = orRefuse(requests.end(frozen, { reasonCode: "no_quote", reasonText: "" }, await now(tx)));
    const ended = await store.commit(tx, "system.request.end", frozen, decision, { reasonCode: "no_quote" });
    await tellBuyer(tx, ended, { kind: "procurement.request.no_quote", source: "no_quote" });
    return ended;
  }
  if (frozen.terms.sealing === "none") return openAll(tx, frozen, "system.request.open");
  await tellBuyer(tx, frozen, { kind: "procurement.request.closed", source: "closed" });
  return frozen;
}

/** The timer at the close; late, doubled, or after the close has moved it changes nothing. */
export async function freezeWhenDue(tx: Tx, { requestId }: { requestId: RequestId }): Promise<void> {
  const request = await store.findRequest(tx, requestId, "update");
  if (request?.status !== "quoting" || (await tx.clock()) < request.closesAt) return;
  await afterFreeze(tx, await freeze(tx, request, false));
}

/** The buyer of a quick enquiry has seen enough. */
export async function freezeEarly(tx: Tx, { requestId, version }: Seen) {
  const quoting = orRefuse(requests.insist(await ownRequest(tx, requestId, version), "quoting"));
  const early = (await tx.clock()) < quoting.closesAt;
  const { id, status, version: now } = await afterFreeze(tx, await freeze(tx, quoting, early));
  return { id, status, version: now };
}

/** Opens every quote at once. When the job is late, the buyer's opening freezes first: closed is closed. */
export async function openRequest(tx: Tx, { requestId }: { requestId: RequestId }) {
  const request = orRefuse(requests.insist(await ownRequest(tx, requestId, null), "quoting", "frozen"));
  if (request.status === "quoting" && (await tx.clock()) < request.closesAt) {
    return refuse({ kind: "rule", code: "procurement.request.still_quoting", params: { closesAt: request.closesAt } });
  }
  const reached = request.status === "quoting" ? await afterFreeze(tx, await freeze(tx, request, false)) : request;
  const { id, status, version } = reached.status === "frozen" ? await openAll(tx, reached, "procurement.request.open") : reached;
  return { id, status, version };
}

/** P4, P5: all or none, once, in this transaction; what does not match what was received is void with its reason on record. */
async function openAll(tx: Tx, frozen: Frozen, action: "procurement.request.open" | "system.request.open") {
  const evidence = await openingEvidence(tx, frozen.id);
  if (evidence === null) return refuse({ kind: "rule", code: "procurement.request.still_quoting", params: { closesAt: frozen.closesAt } });
  const opening = await openings.getOpening(tx, frozen.id);
  const revisions = await quoteStore.liveRevisions(tx, frozen.id);
  const sealedIn = (await quoteStore.quotesOf(tx, frozen.id)).filter(
    (quote): quote is QuoteIn<"sealed_in"> => quote.status === "sealed_in",
  );
  const changes = [];
  for (const before of sealedIn) {
    const revision = revisions.find(({ quoteId }) => quoteId === before.id);
    const content =
      revision && asReceived(tx, revision, before, opening.commitments) ? readRevision(tx, evidence, tx.by.townId, revision) : null;
    if (revision && content) await quoteStore.writeContent(tx, revision, content);
    else tx.services.log.warn("a sealed quote does not open", { requestId: frozen.id, quoteId: before.id });
    changes.push({ before, next: quotes.unseal(before, content !== null) });
  }
  const opened = changes.filter(({ next }) => next.status === "opened").length;
  const decision = orRefuse(requests.open(frozen, { root: opening.root, opened, voided: changes.length - opened }, await now(tx)));
  const next = await store.commit(tx, action, frozen, decision, { root: opening.root, opened, voided: changes.length - opened });
  await quoteStore.commitAll(tx, action, frozen.id, changes, { root: opening.root });
  await openings.recordOpening(tx, frozen.id, { openedAt: next.openedAt, opened, voided: changes.length - opened });
  for (const { next: quote } of changes) {
    const kind = quote.status === "opened" ? "procurement.request.opened" : "procurement.request.unreadable";
    await tellSuppliers(tx, next, [quote.supplierId], { kind, source: "opened" });
  }
  return next;
}

/** The receipt is ours and speaks of this very envelope, and the envelope was in the list recorded at the freeze. */
function asReceived(tx: Tx, revision: quoteStore.Revision, quote: QuoteIn<"sealed_in">, commitments: readonly openings.Leaf[]): boolean {
  const { receipt, envelope, sequence } = revision;
  const listed = commitments.some((leaf) => leaf.sequence === sequence && leaf.commitment === envelope.commitment);
  return (
    listed &&
    isGenuine(receipt, tx.services.keys.receiptSigning) &&
    receipt.commitment === envelope.commitment &&
    receipt.sequence === sequence &&
    receipt.quoteId === quote.id &&
    receipt.revision === quote.revision &&
    revision.revision === quote.revision
  );
}

/** The question rule, six hours before the close. */
export async function holdWhenDue(tx: Tx, { requestId }: { requestId: RequestId }): Promise<void> {
  const request = await store.findRequest(tx, requestId, "update");
  if (request?.status !== "quoting") return;
  const held = requests.holdForQuestions(request, await store.countUnanswered(tx, requestId), { at: await tx.clock() });
  if (held === null) return;
  await tellExtended(tx, await store.commit(tx, "system.request.hold", request, orRefuse(held)));
}
