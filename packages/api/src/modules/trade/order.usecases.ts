import { newId } from "@jizhen/db";
import type { AwardFinal } from "@jizhen/domain-procurement";
import {
  confirm,
  insistOrder,
  isParty,
  issue,
  lapse,
  OrderId,
  type OrderIn,
  type PurchaseOrder,
  type RefusalReason,
  refuseOrder,
} from "@jizhen/domain-trade";
import { nextNumber } from "../../platform/numbers.ts";
import { orRefuse, refuse } from "../../platform/refuse.ts";
import { schedule } from "../../platform/timers.ts";
import type { Tx } from "../../platform/tx.ts";
import { factsFromAward } from "./order.from-award.ts";
import { tellParties } from "./order.notices.ts";
import * as store from "./order.store.ts";
import { partiesOf } from "./parties.ts";

/** "trade: issue the purchase order": one for each supplier of the award round, however often the award is heard (T1). */
export async function issueOrders(tx: Tx, event: AwardFinal): Promise<void> {
  const parties = await partiesOf(tx, [...new Set([event.buyerId, ...event.parts.map((part) => part.supplierId)])]);
  for (const facts of factsFromAward(event, parties)) {
    if (await store.isOrdered(tx, facts)) continue;
    const decision = issue(facts, { id: OrderId.parse(newId("ordr")), number: await nextNumber(tx, "DD") }, tx);
    if (!(await store.createOnce(tx, decision))) continue;
    await schedule(tx, "trade.order.lapse", decision.next.id, { orderId: decision.next.id }, decision.next.answerBy);
    await tellParties(tx, decision.next);
  }
}

export type Answer = { orderId: OrderId; version: number };

export async function confirmOrder(tx: Tx, input: Answer) {
  const { issued, at } = await orderToAnswer(tx, input);
  const decision = orRefuse(confirm(issued, { by: tx.by, at }));
  return answered(tx, await store.commit(tx, "trade.order.confirm", issued, decision));
}

export async function refuseTheOrder(tx: Tx, input: Answer & { reason: { code: RefusalReason; text: string | null } }) {
  const { issued, at } = await orderToAnswer(tx, input);
  const decision = orRefuse(refuseOrder(issued, input.reason, { by: tx.by, at }));
  return answered(tx, await store.commit(tx, "trade.order.refuse", issued, decision));
}

/** The timer: late, doubled or early it finds nothing to do, and an answer given in time stands. */
export async function lapseOrder(tx: Tx, { orderId }: { orderId: OrderId }): Promise<void> {
  const order = await store.lockOrder(tx, orderId);
  if (order?.status !== "issued") return;
  const decision = lapse(order, await tx.clock());
  if (!decision.ok) return;
  await tellParties(tx, await store.commit(tx, "system.trade.order.lapse", order, decision.value));
}

async function orderToAnswer(tx: Tx, { orderId, version }: Answer): Promise<{ issued: OrderIn<"issued">; at: Date }> {
  const order = await store.lockOrder(tx, orderId);
  // Whether an order exists is nobody's business but the parties'.
  if (!order || !isParty(order, tx.by.orgId)) return refuse({ kind: "not_found", code: "trade.order.unknown" });
  if (order.supplierId !== tx.by.orgId) return refuse({ kind: "forbidden", code: "trade.order.not_yours" });
  const issued = orRefuse(insistOrder(order, "issued"));
  if (issued.version !== version) return refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
  return { issued, at: await tx.clock() };
}

async function answered(tx: Tx, order: PurchaseOrder) {
  await tellParties(tx, order);
  return { id: order.id, status: order.status, version: order.version };
}
