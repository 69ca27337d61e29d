import { someContent, someTerms } from "../../packages/api/src/modules/procurement/story.fixtures.ts";
import type { Someone } from "../../packages/api/src/testing/people.ts";
import { newId } from "../../packages/db/src/ids.ts";
import type { RequestId, RequestTerms } from "../../packages/domain-procurement/src/index.ts";
import { MembershipId } from "../../packages/domain-town/src/index.ts";
import { OrderId } from "../../packages/domain-trade/src/index.ts";
import type { CallSettings } from "./callers.ts";
import type { Deployment } from "./deployment.ts";

export { someContent, someTerms };

type At = CallSettings & { readonly at?: number | string };

export async function clockOf({ asOwner }: Deployment): Promise<Date> {
  const [row] = await asOwner<{ ms: string }>("select (extract(epoch from jizhen_clock()) * 1000)::bigint::text as ms");
  return new Date(Number(row?.ms));
}

/** A request on the market, over HTTP. */
export async function published(
  site: Deployment,
  terms: Partial<RequestTerms> = {},
  { by = site.people.buyer, hours = 48, at = 0 as number | string } = {},
) {
  const caller = site.as(by, { at });
  const draft = await caller.procurement.request.save.mutate({ seen: null, terms: someTerms(terms) });
  const closesAt = new Date((await clockOf(site)).getTime() + hours * 3_600_000);
  const { id, version } = await caller.procurement.request.publish.mutate({
    requestId: draft.id,
    version: draft.version,
    closesAt,
    invite: [],
  });
  return { id, version, closesAt };
}

export const quote = (site: Deployment, by: Someone, requestId: RequestId, prices: readonly string[], at: At = {}) =>
  site.as(by, at).procurement.quote.submit.mutate({ requestId, requestVersion: 1, content: someContent(prices), confirm: true });

/** Two suppliers have quoted and the request is open. */
export async function opened(site: Deployment, terms: Partial<RequestTerms> = {}) {
  const request = await published(site, terms);
  await quote(site, site.people.supplier, request.id, ["86.5", "120"]);
  await quote(site, site.people.secondSupplier, request.id, ["80", "130"]);
  await site.later({ hours: 49 });
  await site.as(site.people.buyer).procurement.request.open.mutate({ requestId: request.id });
  return request;
}

/** The comparison as the buyer sees it, and the choice it calls best. */
export async function bestChoice(site: Deployment, requestId: RequestId, by = site.people.buyer, at: At = {}) {
  const { result, inputsHash } = await site.as(by, at).procurement.award.evaluate.query({ requestId });
  const parts = (result.best?.parts ?? []).map(({ lineNo, quoteId }) => ({ lineNo, quoteId }));
  return { requestId, inputsHash, parts, reason: null };
}

/** The whole way of one request: opened, awarded, its orders issued and the first of them confirmed. */
export async function ordered(site: Deployment) {
  const request = await opened(site);
  const { id: awardId } = await site
    .as(site.people.buyer, { key: newId("key") })
    .procurement.award.award.mutate(await bestChoice(site, request.id));
  await site.settled();
  const orders = await ordersOf(site, awardId);
  const [first] = orders;
  if (first !== undefined) await confirm(site, first);
  return { request, awardId, orders };
}

export type Ordered = { readonly id: string; readonly version: number; readonly supplierId: string };

export const ordersOf = ({ asOwner }: Deployment, awardId: string) =>
  asOwner<Ordered>(`select id, version, supplier_id as "supplierId" from purchase_order where source_award_id = $1 order by number`, [
    awardId,
  ]);

export async function confirm(site: Deployment, { id, version, supplierId }: Ordered, at: At = {}) {
  const { supplier, secondSupplier, thirdSupplier } = site.people;
  const who = [supplier, secondSupplier, thirdSupplier].find(({ actor }) => actor.orgId === supplierId);
  if (who === undefined) throw new Error("an order of somebody unknown");
  return site.as(who, at).trade.order.confirm.mutate({ orderId: OrderId.parse(id), version });
}

/** A firm that has applied and waits for somebody to take it up. */
export async function applied(site: Deployment, name: string) {
  const who = await site.people.firm(site.people.dingxiang, name, ["owner"], "applied");
  const [row] = await site.asOwner<{ id: string }>("select id from membership where organisation_id = $1", [who.actor.orgId]);
  return { who, membershipId: MembershipId.parse(row?.id) };
}

/** A firm taken up and admitted by the town. */
export async function admitted(site: Deployment, name = "Newcomer") {
  const { who, membershipId } = await applied(site, name);
  const { membership } = site.as(site.people.townAdministrator).town;
  const { version } = await membership.takeUp.mutate({ membershipId, version: 0 });
  await membership.admit.mutate({ membershipId, version, confirmsCode: false });
  return who;
}
