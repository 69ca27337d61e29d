import type { AwardFinal } from "@jizhen/domain-procurement";
import { OrderId } from "@jizhen/domain-trade";
import { Refusal } from "@jizhen/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publish } from "../../platform/events.ts";
import { aWorld, type Someone, type World } from "../../testing/index.ts";
import { anAward } from "./order.fixtures.ts";
import { issueOrders, lapseOrder } from "./order.usecases.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const tell = (event: AwardFinal) => world.asPlatform(event.townId, (tx) => publish(tx, [event]));
const ordersOf = async (who: Someone) => (await world.as(who).trade.order.list({})).rows;

async function anIssuedOrder(supplier: Someone = world.supplier) {
  await tell(anAward(world.buyerOwner, [supplier]));
  await world.drain();
  const [order] = await ordersOf(supplier);
  if (!order) throw new Error("no order was made");
  return { orderId: order.id, version: order.version };
}

/** The code of the refusal, or what was answered. */
const outcome = async (call: Promise<{ status: string }>) => {
  try {
    return (await call).status;
  } catch (error) {
    const cause = error instanceof Error ? error.cause : null;
    return cause instanceof Refusal ? cause.reason.code : String(error);
  }
};

describe("an order from an award", () => {
  it("is one for each supplier, with the award's price, term and place, and the supplier is told", async () => {
    await tell(anAward(world.buyerOwner, [world.supplier, world.secondSupplier, world.supplier]));
    await world.drain();
    const [listed] = await ordersOf(world.supplier);
    expect(listed).toMatchObject({ status: "issued", side: "supplier", lineCount: 2, payable: 3_470_000, actions: ["confirm", "refuse"] });
    const order = await world.as(world.buyer).trade.order.get({ id: OrderId.parse(listed?.id) });
    expect(order.number).toMatch(/^DD-\d{4}-\d{6}$/);
    expect(order.lines.map((line) => [line.lineNo, line.price, line.quantity.value, line.wantedDate])).toEqual([
      [1, "86.5", "200", "2026-12-31"],
      [3, "86.5", "200", "2026-12-31"],
    ]);
    expect(order.terms).toMatchObject({
      incoterm: "DAP",
      place: "定襄",
      deliverTo: "太原市小店区",
      charges: [{ part: "packing", amount: 10_000 }],
    });
    expect(order).toMatchObject({ side: "buyer", actions: [], turn: "supplier", nextBest: false });
    expect(order.net + order.tax).toBe(order.payable);
    const messages = await world.asOwner<{ kind: string }>("select kind from notification where organisation_id = $1", [
      world.supplier.actor.orgId,
    ]);
    expect(messages.map((message) => message.kind)).toContain("trade.order.issued");
  });

  it("is made once, though the award is heard twenty times at once (T1)", async () => {
    const event = anAward(world.buyerOwner, [world.thirdSupplier]);
    await Promise.all(Array.from({ length: 20 }, () => world.asPlatform(event.townId, (tx) => issueOrders(tx, event))));
    await world.asPlatform(event.townId, (tx) => issueOrders(tx, event));
    const rows = await world.asOwner("select id from purchase_order where source_award_id = $1", [event.awardId]);
    expect(rows).toHaveLength(1);
    const nextRound = { ...event, round: 2 };
    await world.asPlatform(event.townId, (tx) => issueOrders(tx, nextRound));
    expect(await world.asOwner("select id from purchase_order where source_award_id = $1", [event.awardId])).toHaveLength(2);
  });

  it("keeps what was agreed: a line cannot be changed, not even by SQL (T2)", async () => {
    const { orderId } = await anIssuedOrder();
    const change = world
      .town(world.supplier)
      .write((tx) =>
        tx.query("update purchase_order_line set price = 1 where town_id = $1 and order_id = $2 returning line_no", [
          tx.by.townId,
          orderId,
        ]),
      );
    await expect(change).rejects.toThrow();
  });
});

describe("the answer to an order", () => {
  it("by confirming binds both, and the buyer is told", async () => {
    const seen = await anIssuedOrder();
    expect(await world.as(world.seller).trade.order.confirm(seen)).toMatchObject({ status: "confirmed", version: seen.version + 1 });
    const order = await world.as(world.buyer).trade.order.get({ id: seen.orderId });
    expect(order.timeline.map((happening) => [happening.event, happening.person])).toEqual([
      ["trade.order.issued.v1", null],
      ["trade.order.confirmed.v1", "Seller"],
    ]);
    const told = await world.asOwner("select 1 from notification where kind = 'trade.order.confirmed' and organisation_id = $1", [
      world.buyer.actor.orgId,
    ]);
    expect(told.length).toBeGreaterThan(0);
  });

  it("by refusing names a reason, gives the parts back and sends the buyer to the next-best", async () => {
    const seen = await anIssuedOrder();
    const supplier = world.as(world.supplier).trade.order;
    expect(await outcome(supplier.refuse({ ...seen, reason: { code: "other", text: " " } }))).toBe("trade.order.reason_missing");
    expect(await outcome(supplier.refuse({ ...seen, reason: { code: "other", text: "炉子检修" } }))).toBe("refused");
    const order = await world.as(world.buyer).trade.order.get({ id: seen.orderId });
    expect(order).toMatchObject({ status: "refused", reasonCode: "other", reasonText: "炉子检修", nextBest: true });
    const events = await world.asOwner("select payload from event where type = 'trade.order.refused.v1' and payload::text like $1", [
      `%${seen.orderId}%`,
    ]);
    expect(events).toHaveLength(1);
  });

  it("is not taken from a screen older than the order, nor twice", async () => {
    const seen = await anIssuedOrder();
    const supplier = world.as(world.supplier).trade.order;
    expect(await outcome(supplier.confirm({ ...seen, version: seen.version + 1 }))).toBe("platform.changed_meanwhile");
    const both = await Promise.all([
      outcome(supplier.confirm(seen)),
      outcome(supplier.refuse({ ...seen, reason: { code: "no_capacity", text: "" } })),
    ]);
    expect(both.filter((one) => one === "confirmed" || one === "refused")).toHaveLength(1);
    expect(both.filter((one) => one === "trade.order.wrong_status")).toHaveLength(1);
  });

  it("is nobody's but the supplier's: the buyer is refused, another firm never learns of the order (T16)", async () => {
    const seen = await anIssuedOrder();
    expect(await outcome(world.as(world.buyerOwner).trade.order.confirm(seen))).toBe("trade.order.not_yours");
    expect(await outcome(world.as(world.rival).trade.order.confirm(seen))).toBe("trade.order.unknown");
    expect(await outcome(world.as(world.rival).trade.order.get({ id: seen.orderId }))).toBe("trade.order.unknown");
    expect(await outcome(world.as(world.elsewhere).trade.order.get({ id: seen.orderId }))).toBe("trade.order.unknown");
    expect(await ordersOf(world.rival)).toEqual([]);
  });
});

describe("an order nobody answers", () => {
  it("lapses after two working days by the database's clock, never before, and a timer that rings twice changes nothing", async () => {
    const seen = await anIssuedOrder(world.secondSupplier);
    await world.asPlatform(world.dingxiang.id, (tx) => lapseOrder(tx, seen));
    expect((await world.as(world.buyer).trade.order.get({ id: seen.orderId })).status).toBe("issued");
    await world.later({ days: 5 });
    expect(await outcome(world.as(world.secondSupplier).trade.order.confirm(seen))).toBe("trade.order.answer_overdue");
    expect(await world.as(world.secondSupplier).trade.order.get({ id: seen.orderId })).toMatchObject({ overdue: true, actions: [] });
    await world.drain();
    await world.asPlatform(world.dingxiang.id, (tx) => lapseOrder(tx, seen));
    expect(await world.as(world.buyer).trade.order.get({ id: seen.orderId })).toMatchObject({ status: "lapsed", nextBest: true });
    const events = await world.asOwner("select 1 from event where type = 'trade.order.lapsed.v1' and payload::text like $1", [
      `%${seen.orderId}%`,
    ]);
    expect(events).toHaveLength(1);
  });

  it("has exactly one end when confirming races the timer (T3)", async () => {
    for (let round = 0; round < 3; round += 1) {
      const seen = await anIssuedOrder(world.secondSupplier);
      const [row] = await world.asOwner<{ seconds: string }>(
        "select extract(epoch from answer_by - jizhen_clock()) as seconds from purchase_order where id = $1",
        [seen.orderId],
      );
      await world.later({ seconds: Math.round(Number(row?.seconds)) - 1 });
      const lapse = async () => {
        await new Promise((resolve) => setTimeout(resolve, 1_000 + round * 5));
        await world.asPlatform(world.dingxiang.id, (tx) => lapseOrder(tx, seen));
      };
      const confirm = async () => {
        await new Promise((resolve) => setTimeout(resolve, 1_000 + round * 5));
        return outcome(world.as(world.secondSupplier).trade.order.confirm(seen));
      };
      const [said] = await Promise.all([confirm(), lapse()]);
      const { status } = await world.as(world.buyer).trade.order.get({ id: seen.orderId });
      if (said === "confirmed") expect(status).toBe("confirmed");
      else expect(["trade.order.answer_overdue", "trade.order.wrong_status"]).toContain(said);
      const ends = await world.asOwner(
        "select type from event where type in ('trade.order.confirmed.v1', 'trade.order.lapsed.v1') and payload::text like $1",
        [`%${seen.orderId}%`],
      );
      expect(ends.length).toBeLessThanOrEqual(1);
    }
  });
});

describe("the list of orders", () => {
  it("pages by key through every order once, in each order of sorting, with filters", async () => {
    for (let count = 0; count < 7; count += 1) await tell(anAward(world.buyerOwner, [world.rival], { price: String(10 + (count % 3)) }));
    await world.drain();
    const caller = world.as(world.rival).trade.order;
    for (const sort of ["newest", "oldest", "amount"] as const) {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof caller.list>> = await caller.list({ sort, limit: 3, after });
        seen.push(...page.rows.map((row) => row.id));
        after = page.next;
      } while (after !== null);
      expect(new Set(seen).size).toBe(7);
      expect(seen).toHaveLength(7);
    }
    const amounts = (await caller.list({ sort: "amount" })).rows.map((row) => row.payable);
    expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
    expect((await caller.list({ side: "buyer" })).rows).toEqual([]);
    expect((await caller.list({ status: "confirmed" })).rows).toEqual([]);
    expect((await caller.list({ text: "采购机械" })).rows).toHaveLength(7);
    expect((await caller.list({ text: "%" })).rows).toEqual([]);
  });
});
