import { newId } from "@jizhen/db";
import {
  type CancelReason,
  type EndReason,
  holdCheckBefore,
  type MarketRules,
  type PurchaseRequest,
  RequestId,
  type RequestTerms,
  requests,
} from "@jizhen/domain-procurement";
import { type OrgId, plus } from "@jizhen/kernel";
import { validate } from "@jizhen/spec";
import { claimFiles } from "../../platform/files.ts";
import { nextNumber } from "../../platform/numbers.ts";
import { orRefuse, refuse } from "../../platform/refuse.ts";
import { schedule } from "../../platform/timers.ts";
import type { Tx } from "../../platform/tx.ts";
import { memberFacts, townRules } from "../town/public.ts";
import { invitedSuppliers, inviteOnce, tellInvited } from "./invitations.ts";
import * as quoteStore from "./quote.store.ts";
import { followAmendments, livingSuppliers } from "./quotes-of-request.ts";
import { tellSuppliers } from "./request.notices.ts";
import * as store from "./request.store.ts";

export type Seen = { readonly requestId: RequestId; readonly version: number };

/** One's own request, locked, as one last saw it; another firm's is unknown unless it is on the market. */
export async function ownRequest(tx: Tx, requestId: RequestId, version: number | null): Promise<PurchaseRequest> {
  const request = await store.findRequest(tx, requestId, "update");
  if (!request || !(await store.isVisible(tx, request))) return refuse({ kind: "not_found", code: "procurement.request.unknown" });
  if (request.buyerId !== tx.by.orgId) return refuse({ kind: "forbidden", code: "procurement.request.not_yours" });
  if (version !== null && request.version !== version) return refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
  return request;
}

/** The instant, read after the row lock: the wait for it may have passed the close. */
export const now = async (tx: Tx) => ({ by: tx.by, at: await tx.clock() });

const brief = ({ id, status, version, requestVersion }: PurchaseRequest) => ({ id, status, version, requestVersion });

async function marketRules(tx: Tx): Promise<MarketRules> {
  const { minimumWindowHours, unsealedAllowed, sealingThreshold, standstillDays } = await townRules(tx);
  return { windowHours: minimumWindowHours, unsealedAllowed, sealingThreshold, standstillDays };
}

const findingsOf = ({ spec, quantity }: RequestTerms["lines"][number]) => validate(spec, { quantity });

export async function saveRequest(tx: Tx, { seen, terms }: { seen: Seen | null; terms: RequestTerms }) {
  if (seen === null) return brief(await newDraft(tx, terms));
  const request = await ownRequest(tx, seen.requestId, seen.version);
  const draft = orRefuse(requests.insist(request, "draft"));
  await claimFiles(tx, terms.attachments, "request", draft.id);
  return brief(await store.commit(tx, "procurement.request.save", draft, orRefuse(requests.rewrite(draft, terms))));
}

async function newDraft(tx: Tx, terms: RequestTerms) {
  const { townId, orgId, personId } = tx.by;
  const id = RequestId.parse(newId("preq"));
  await claimFiles(tx, terms.attachments, "request", id);
  return store.createRequest(tx, requests.draft({ id, townId, buyerId: orgId, writtenBy: personId }, terms, tx));
}

/** Everything of an old request but its dates, its rates and its files, which belong to the old one. */
export async function cloneRequest(tx: Tx, { requestId }: { requestId: RequestId }) {
  const request = await ownRequest(tx, requestId, null);
  const lines = request.terms.lines.map((line) => ({ ...line, wantedDate: null }));
  return brief(await newDraft(tx, { ...request.terms, lines, fx: [], attachments: [] }));
}

type Publishing = Seen & { closesAt: Date; invite: readonly OrgId[] };

/** Sends the draft to the market, once: number, timers, invitations and announcements in the same commit. */
export async function publishRequest(tx: Tx, { requestId, version, closesAt, invite }: Publishing) {
  const draft = orRefuse(requests.insist(await ownRequest(tx, requestId, version), "draft"));
  // A refused publication rolls its number back with everything else.
  const [rules, number, act] = await Promise.all([marketRules(tx), nextNumber(tx, "CG"), now(tx)]);
  const decision = orRefuse(requests.publish(draft, { number, closesAt, rules, findingsOf }, act));
  const next = await store.commit(tx, "procurement.request.publish", draft, decision);
  const [earlier] = await Promise.all([invitedSuppliers(tx, next), setTimers(tx, next)]);
  await tellInvited(tx, next, earlier);
  await inviteSuppliers(tx, next, invite);
  return { ...brief(next), number };
}

/** Moving the close sets new timers; the old ones will find nothing to do. */
export async function setTimers(tx: Tx, { id, closesAt }: { id: RequestId; closesAt: Date }): Promise<void> {
  await Promise.all([
    schedule(tx, "procurement.request.freeze", id, { requestId: id }, closesAt),
    schedule(tx, "procurement.request.hold", id, { requestId: id }, plus(closesAt, -holdCheckBefore)),
  ]);
}

type Amending = Seen & { terms: RequestTerms; closesAt: Date };

export async function amendRequest(tx: Tx, { requestId, version, terms, closesAt }: Amending) {
  const quoting = orRefuse(requests.insist(await ownRequest(tx, requestId, version), "quoting"));
  const decision = orRefuse(requests.amend(quoting, { terms, closesAt, rules: await marketRules(tx), findingsOf }, await now(tx)));
  await claimFiles(tx, terms.attachments, "request", quoting.id);
  const next = await store.commit(tx, "procurement.request.amend", quoting, decision);
  const [told] = decision.events;
  const material = told?.type === "procurement.request.amended.v1" && told.material;
  await followAmendments(tx, next, material);
  if (closesAt > quoting.closesAt) await setTimers(tx, next);
  const kind = material ? "procurement.request.amended" : "procurement.request.noted";
  await tellSuppliers(tx, next, await livingSuppliers(tx, next.id), { kind, source: `amended:${next.requestVersion}` });
  return brief(next);
}

export async function extendRequest(tx: Tx, { requestId, version, closesAt }: Seen & { closesAt: Date }) {
  const quoting = orRefuse(requests.insist(await ownRequest(tx, requestId, version), "quoting"));
  const next = await store.commit(tx, "procurement.request.extend", quoting, orRefuse(requests.extend(quoting, closesAt, await now(tx))));
  await tellExtended(tx, next);
  return { ...brief(next), closesAt: next.closesAt };
}

/** Those who quoted and those who were asked learn of the later close; the timers follow it. */
export async function tellExtended(tx: Tx, request: PurchaseRequest & { closesAt: Date }): Promise<void> {
  await setTimers(tx, request);
  const concerned = new Set([...(await livingSuppliers(tx, request.id)), ...(await invitedSuppliers(tx, request))]);
  await tellSuppliers(tx, request, [...concerned], {
    kind: "procurement.request.extended",
    source: `closes:${request.closesAt.toISOString()}`,
  });
}

export async function inviteRequest(tx: Tx, { requestId, suppliers }: { requestId: RequestId; suppliers: readonly OrgId[] }) {
  const request = orRefuse(requests.insist(await ownRequest(tx, requestId, null), "draft", "quoting"));
  if (request.status === "quoting") orRefuse(requests.insistBeforeClose(request, await tx.clock()));
  return { id: request.id, invited: (await inviteSuppliers(tx, request, suppliers)).length };
}

async function inviteSuppliers(tx: Tx, request: PurchaseRequest, suppliers: readonly OrgId[]): Promise<OrgId[]> {
  const facts = await memberFacts(tx, suppliers);
  const fits = (id: OrgId) => facts.get(id)?.state === "active" && id !== request.buyerId;
  if (!suppliers.every(fits)) return refuse({ kind: "rule", code: "procurement.request.supplier_unknown" });
  const lines = request.terms.lines.map(({ lineNo }) => lineNo);
  return inviteOnce(
    tx,
    request,
    suppliers.map((supplierId) => ({ supplierId, via: "buyer", lines, score: null, explanation: null })),
  );
}

export async function cancelRequest(
  tx: Tx,
  { requestId, version, reasonCode, reasonText }: Seen & { reasonCode: CancelReason; reasonText: string },
) {
  const request = orRefuse(requests.insist(await ownRequest(tx, requestId, version), "draft", "quoting", "frozen", "opened"));
  const suppliers = await livingSuppliers(tx, request.id);
  const decision = orRefuse(requests.cancel(request, { reasonCode, reasonText }, await now(tx)));
  const next = await store.commit(tx, "procurement.request.cancel", request, decision, { reasonCode });
  await quoteStore.dropKeys(tx, request.id);
  if (request.status !== "draft") {
    const concerned = new Set([...suppliers, ...(await invitedSuppliers(tx, next))]);
    await tellSuppliers(tx, next, [...concerned], { kind: "procurement.request.cancelled", source: "cancelled" });
  }
  return brief(next);
}

/** 流标, by the buyer. */
export async function endRequest(
  tx: Tx,
  { requestId, version, reasonCode, reasonText }: Seen & { reasonCode: EndReason; reasonText: string },
) {
  const request = orRefuse(requests.insist(await ownRequest(tx, requestId, version), "frozen", "opened"));
  const decision = orRefuse(requests.end(request, { reasonCode, reasonText }, await now(tx)));
  const next = await store.commit(tx, "procurement.request.end", request, decision, { reasonCode });
  await quoteStore.dropKeys(tx, request.id);
  await tellSuppliers(tx, next, await livingSuppliers(tx, next.id), { kind: "procurement.request.unsuccessful", source: "unsuccessful" });
  return brief(next);
}
