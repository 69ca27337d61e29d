import type { Act, Decided, Decision, LocalDate, PersonId, Result } from "@jizhen/kernel";
import { err, localDateAt, ok, plusDays, plusWorkingDays } from "@jizhen/kernel";
import type { OrderRefusal } from "./errors.ts";
import type { OrderConfirmed, OrderEvent, OrderIssued, OrderLapsed, OrderRefused } from "./events.ts";
import type { OrderFacts, OrderId, OrderIn, OrderLine, OrderStatus, PurchaseOrder, RefusalReason } from "./model.ts";
import { orderTotals, priced } from "./rules.ts";

/** Working days a supplier has to answer an order (Monday to Friday, same time of day). */
export const answerWorkingDays = 2;

/** An order from an award. Nothing here is decided again: prices, terms and places are the award's, only the sums are ours. */
export function issue(
  facts: OrderFacts,
  named: { id: OrderId; number: string },
  { by, at }: Act,
): Decision<OrderIn<"issued">, OrderIssued> {
  const lines = facts.lines.map((line) => priced(line, facts.terms.currency));
  const { net, tax, payable } = orderTotals(facts.terms, lines);
  const next: OrderIn<"issued"> = {
    ...named,
    status: "issued",
    townId: by.townId,
    source: facts.source,
    request: facts.request,
    buyerId: facts.terms.buyer.organisationId,
    supplierId: facts.terms.supplier.organisationId,
    terms: facts.terms,
    lines,
    net,
    tax,
    payable,
    issuedAt: at,
    answerBy: plusWorkingDays(at, answerWorkingDays),
    version: 0,
  };
  return { next, events: [{ type: "trade.order.issued.v1", ...aboutOf(next, at), answerBy: next.answerBy }] };
}

/** The life of an order as one table: an answer in time, or none. */
export const orderSteps = {
  issued: { confirm: "confirmed", refuse: "refused", lapse: "lapsed" },
  confirmed: {},
  refused: {},
  lapsed: {},
} as const satisfies Record<OrderStatus, Readonly<Record<string, OrderStatus>>>;

/** Turns a hope about the status into evidence the compiler can carry around. */
export function insistOrder<S extends OrderStatus>(order: PurchaseOrder, status: S): Result<OrderIn<S>, OrderRefusal> {
  if (order.status === status) return ok(order as OrderIn<S>);
  return err({ kind: "rule", code: "trade.order.wrong_status", params: { status: order.status } });
}

/** The supplier takes the order as it stands; from here on both are bound. */
export function confirm(issued: OrderIn<"issued">, { by, at }: Act): Decided<OrderIn<"confirmed">, OrderConfirmed, OrderRefusal> {
  const late = answerOverdue(issued, at);
  if (late) return err(late);
  const next: OrderIn<"confirmed"> = { ...issued, status: "confirmed", answeredAt: at, answeredBy: by.personId };
  const { incoterm, place, currency } = issued.terms;
  const lines = issued.lines.map((line) => ({
    lineNo: line.lineNo,
    family: line.spec.family,
    quantity: line.quantity.value,
    unit: line.quantity.unit,
    promised: promisedDate(line, issued.issuedAt),
  }));
  return ok({
    next,
    events: [{ type: "trade.order.confirmed.v1", ...aboutOf(issued, at), lines, incoterm, place, payable: issued.payable, currency }],
  });
}

/** The supplier says no, with a reason the buyer sees; the parts go back to the award for the next-best. */
export function refuseOrder(
  issued: OrderIn<"issued">,
  reason: { code: RefusalReason; text: string | null },
  { by, at }: Act,
): Decided<OrderIn<"refused">, OrderRefused, OrderRefusal> {
  const late = answerOverdue(issued, at);
  if (late) return err(late);
  if (reason.code === "other" && reason.text === null)
    return err({ kind: "rule", code: "trade.order.reason_missing", field: "reason.text" });
  const answered: { answeredAt: Date; answeredBy: PersonId } = { answeredAt: at, answeredBy: by.personId };
  return ok({
    next: { ...issued, ...answered, status: "refused", reasonCode: reason.code, reasonText: reason.text },
    events: [{ type: "trade.order.refused.v1", ...aboutOf(issued, at), parts: freed(issued), reasonCode: reason.code }],
  });
}

/** Nobody answered in time. A timer that rings early changes nothing. */
export function lapse(issued: OrderIn<"issued">, at: Date): Decided<OrderIn<"lapsed">, OrderLapsed, OrderRefusal> {
  if (at < issued.answerBy) return err({ kind: "rule", code: "trade.order.answer_not_due", params: { answerBy: issued.answerBy } });
  return ok({
    next: { ...issued, status: "lapsed", lapsedAt: at },
    events: [{ type: "trade.order.lapsed.v1", ...aboutOf(issued, at), parts: freed(issued) }],
  });
}

/** The date the supplier is bound to once it confirms: the lead time it quoted, in calendar days from the order. */
export const promisedDate = (line: Pick<OrderLine, "leadDays">, issuedAt: Date): LocalDate | null =>
  line.leadDays === null ? null : plusDays(localDateAt(issuedAt), line.leadDays);

// At the instant itself the time is over, for the seller as for the timer: exactly one of them can win.
const answerOverdue = (issued: OrderIn<"issued">, at: Date): OrderRefusal | null =>
  at >= issued.answerBy ? { kind: "rule", code: "trade.order.answer_overdue", params: { answerBy: issued.answerBy } } : null;

const freed = (order: PurchaseOrder) =>
  order.lines.map(({ lineNo, quoteId, quantity }) => ({ lineNo, quoteId, quantity: quantity.value, unit: quantity.unit }));

const aboutOf = (order: PurchaseOrder, at: Date): Omit<OrderEvent & { type: "trade.order.issued.v1" }, "type" | "answerBy"> => ({
  townId: order.townId,
  orderId: order.id,
  number: order.number,
  awardId: order.source.awardId,
  round: order.source.round,
  requestId: order.request.id,
  buyerId: order.buyerId,
  supplierId: order.supplierId,
  at,
});
