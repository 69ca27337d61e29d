import type { OrgId } from "@jizhen/kernel";
import { unreachable } from "@jizhen/kernel";
import type { OrderIn, OrderStatus, PurchaseOrder } from "./model.ts";

export type OrderAction = "confirm" | "refuse";

/** Only the supplier acts on an order, and only while it waits for an answer. */
const supplierSteps: Record<OrderStatus, readonly OrderAction[]> = {
  issued: ["confirm", "refuse"],
  confirmed: [],
  refused: [],
  lapsed: [],
};

type Waiting = Pick<PurchaseOrder, "status" | "answerBy" | "buyerId" | "supplierId">;

/** Sent with every order the server returns, so no button ever guesses. */
export const orderActions = (order: Waiting, orgId: OrgId, at: Date): readonly OrderAction[] =>
  orgId === order.supplierId && !isOverdue(order, at) ? supplierSteps[order.status] : [];

/** Only the parties see a deal (T16). */
export const isParty = (order: Pick<PurchaseOrder, "buyerId" | "supplierId">, orgId: OrgId): boolean =>
  orgId === order.buyerId || orgId === order.supplierId;

export const isOverdue = (order: Pick<PurchaseOrder, "status" | "answerBy">, at: Date): boolean =>
  order.status === "issued" && at >= order.answerBy;

/** Whose move it is: after a refusal the buyer chooses the next-best on its request. */
export function whoseTurn(order: Pick<PurchaseOrder, "status">): "supplier" | "buyer" | "nobody" {
  switch (order.status) {
    case "issued":
      return "supplier";
    case "refused":
    case "lapsed":
      return "buyer";
    case "confirmed":
      return "nobody";
    default:
      return unreachable(order.status);
  }
}

/** An order that was answered by a person. */
export type AnsweredOrder = OrderIn<"confirmed"> | OrderIn<"refused">;
