import { plus, sum, UnitPrice } from "@jizhen/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type OrderStatus, PurchaseOrder } from "./model.ts";
import { act, anOrder, buyer, buyerOrg, everyOrder, facts, monday, strangerOrg, supplier, supplierOrg } from "./order.fixtures.ts";
import { isParty, orderActions, whoseTurn } from "./policy.ts";
import { confirm, insistOrder, issue, lapse, promisedDate, refuseOrder } from "./transitions.ts";

const { issued } = anOrder;

/** trade.md §2.2 as a table: what becomes of an order in each status, in time and too late. */
const life: Record<OrderStatus, Record<"confirm" | "refuse" | "lapse", { inTime: string; late: string }>> = {
  issued: {
    confirm: { inTime: "confirmed", late: "trade.order.answer_overdue" },
    refuse: { inTime: "refused", late: "trade.order.answer_overdue" },
    lapse: { inTime: "trade.order.answer_not_due", late: "lapsed" },
  },
  confirmed: closed(),
  refused: closed(),
  lapsed: closed(),
};

function closed() {
  const no = { inTime: "trade.order.wrong_status", late: "trade.order.wrong_status" };
  return { confirm: no, refuse: no, lapse: no };
}

function tried(order: PurchaseOrder, action: "confirm" | "refuse" | "lapse", at: Date) {
  const open = insistOrder(order, "issued");
  if (!open.ok) return open;
  if (action === "confirm") return confirm(open.value, act(supplier, at));
  if (action === "refuse") return refuseOrder(open.value, { code: "no_capacity", text: null }, act(supplier, at));
  return lapse(open.value, at);
}

describe("the life of an order", () => {
  it("follows its table at every instant around the answer date", () => {
    const order = fc.constantFrom(...everyOrder);
    const action = fc.constantFrom("confirm" as const, "refuse" as const, "lapse" as const);
    fc.assert(
      fc.property(order, action, fc.integer({ min: -100_000_000, max: 100_000_000 }), (given, asked, offset) => {
        const at = plus(given.answerBy, offset);
        const result = tried(given, asked, at);
        const wanted = life[given.status][asked][at < given.answerBy ? "inTime" : "late"];
        expect(result.ok ? result.value.next.status : result.error.code).toBe(wanted);
        if (result.ok) expect(PurchaseOrder.safeParse(result.value.next).success).toBe(true);
      }),
    );
  });

  it("at the answer instant itself the order can lapse and can no longer be confirmed", () => {
    expect(tried(issued, "confirm", issued.answerBy).ok).toBe(false);
    expect(tried(issued, "lapse", issued.answerBy).ok).toBe(true);
  });

  it("the reason “other” needs words", () => {
    const result = refuseOrder(issued, { code: "other", text: null }, act(supplier));
    expect(result).toMatchObject({ ok: false, error: { code: "trade.order.reason_missing", field: "reason.text" } });
  });

  it("a refused or lapsed order gives back exactly its parts", () => {
    const refused = refuseOrder(issued, { code: "no_capacity", text: null }, act(supplier));
    expect(refused.ok && refused.value.events[0]?.parts.map((part) => [part.lineNo, part.quantity])).toEqual([
      [1, "200"],
      [2, "200"],
    ]);
  });
});

describe("an order from an award", () => {
  it("copies price, term and place and counts the sums itself", () => {
    const { next, events } = issue(facts(), { id: issued.id, number: issued.number }, act(buyer));
    expect(next.lines.map((line) => [line.price, line.amount])).toEqual([
      ["86.5", 1_730_000],
      ["86.5", 1_730_000],
    ]);
    expect(next.payable).toBe(3_465_000);
    expect(sum([next.net, next.tax])).toBe(next.payable);
    expect(next.answerBy.toISOString()).toBe("2026-11-25T01:00:00.000Z");
    expect(events).toHaveLength(1);
  });

  it("never rounds a unit price before it is multiplied", () => {
    const [line] = facts().lines;
    if (!line) throw new Error("fixture");
    const fine = facts({ lines: [{ ...line, price: UnitPrice.parse("0.0111051596"), quantity: { ...line.quantity, value: "278362.5" } }] });
    expect(issue(fine, { id: issued.id, number: "DD-2026-000002" }, act(buyer)).next.lines[0]?.amount).toBe(309_126);
  });

  it("promises the lead time counted from the order", () => {
    const [line] = issued.lines;
    if (!line) throw new Error("fixture");
    expect(promisedDate(line, monday)).toBe("2026-12-23");
  });
});

describe("who may act on an order", () => {
  it("only its supplier, only while it waits, only in time", () => {
    for (const order of everyOrder) {
      const mayAct = order.status === "issued";
      expect(orderActions(order, supplierOrg, monday)).toEqual(mayAct ? ["confirm", "refuse"] : []);
      expect(orderActions(order, supplierOrg, order.answerBy)).toEqual([]);
      expect(orderActions(order, buyerOrg, monday)).toEqual([]);
      expect(isParty(order, strangerOrg)).toBe(false);
    }
  });

  it("after a refusal or a lapse it is the buyer's turn", () => {
    expect(everyOrder.map(whoseTurn)).toEqual(["supplier", "nobody", "buyer", "buyer"]);
  });
});
