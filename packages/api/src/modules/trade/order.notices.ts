import type { PurchaseOrder } from "@jizhen/domain-trade";
import { millisecondsIn, unreachable } from "@jizhen/kernel";
import { notify } from "../../platform/notify.ts";
import type { Tx } from "../../platform/tx.ts";

/** "2026-11-25 09:00" by the town's clock: read the same in both languages. */
const townTime = (at: Date) => new Date(at.getTime() + 8 * millisecondsIn.hour).toISOString().slice(0, 16).replace("T", " ");

/** Tells the people of the other side (and, when an order lapses, of both) what became of an order. */
export async function tellParties(tx: Tx, order: PurchaseOrder): Promise<void> {
  const { number, buyerId, supplierId } = order;
  const about = {
    number,
    title: order.request.title,
    supplier: order.terms.supplier.nameZh,
    supplierEn: order.terms.supplier.nameEn ?? order.terms.supplier.nameZh,
  };
  const link = `/orders/${order.id}`;
  const source = `${order.id}:${order.status}`;
  const toBuyer = (kind: string) =>
    notify(tx, { to: { organisationId: buyerId, permission: "procurement.request.read" }, kind, params: about, link, source });
  const toSupplier = (kind: string) =>
    notify(tx, {
      to: { organisationId: supplierId, permission: "trade.order.confirm" },
      kind,
      params: { ...about, answerBy: townTime(order.answerBy) },
      link,
      source,
    });
  switch (order.status) {
    case "issued":
      return toSupplier("trade.order.issued");
    case "confirmed":
      return toBuyer("trade.order.confirmed");
    case "refused":
      return toBuyer("trade.order.refused");
    case "lapsed":
      await toBuyer("trade.order.lapsed");
      return toSupplier("trade.order.lapsed_supplier");
    default:
      return unreachable(order);
  }
}
