import { newId } from "@jizhen/db";
import { AwardFinal } from "@jizhen/domain-procurement";
import { OrderId } from "@jizhen/domain-trade";
import { publish } from "../../platform/events.ts";
import type { Someone, World } from "../../testing/index.ts";

/** An award as procurement tells it: one line for each of these suppliers. */
export function anAward(
  buyer: Someone,
  suppliers: readonly Someone[],
  change: { awardId?: string; round?: number; price?: string } = {},
): AwardFinal {
  const requestId = newId("preq");
  return AwardFinal.parse({
    type: "procurement.award.final.v1",
    townId: buyer.actor.townId,
    awardId: change.awardId ?? newId("awrd"),
    round: change.round ?? 1,
    requestId,
    requestNumber: "CG-2026-000001",
    title: "带颈对焊法兰一批",
    buyerId: buyer.actor.orgId,
    at: new Date("2026-11-23T02:00:00.000Z"),
    parts: suppliers.map((supplier, index) => ({
      lineNo: index + 1,
      quoteId: newId("quot"),
      supplierId: supplier.actor.orgId,
      quantity: { value: "200", unit: "H87" },
      terms: {
        spec: { pack: "flange@1.0.0", family: "flange", values: [], note: "", byText: true },
        text: "WN DN150 PN16 RF 20#",
        lineNote: "",
        wantedDate: "2026-12-31",
        price: change.price ?? "86.5",
        base: "1",
        amount: 1_730_000,
        charges: [{ part: "packing", amount: 5_000 }],
        currency: "CNY",
        taxRate: "13",
        priceIncludesTax: true,
        incoterm: "DAP",
        place: "定襄",
        port: null,
        leadDays: 30,
        paymentDays: 30,
        deviation: null,
        deliverTo: "太原市小店区",
        quoteNote: "含木箱",
        validUntil: "2026-12-31",
      },
    })),
  });
}

/** An order waiting for the supplier's answer, made as in life: the award is told, the platform reacts. */
export async function anIssuedOrder(world: World, buyer: Someone, supplier: Someone) {
  const event = anAward(buyer, [supplier]);
  await world.asPlatform(event.townId, (tx) => publish(tx, [event]));
  await world.drain();
  const [order] = await world.asOwner<{ id: string; number: string; version: number }>(
    "select id, number, version from purchase_order where source_award_id = $1",
    [event.awardId],
  );
  if (!order) throw new Error("no order was made");
  return { orderId: OrderId.parse(order.id), version: order.version, number: order.number };
}
