import { plusDays, Refusal } from "@jizhen/kernel";
import { parse } from "@jizhen/spec";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aWorld, type Someone, type World } from "../../testing/index.ts";
import { anOfferContent as content, today } from "./offer.fixtures.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const offers = (who: Someone) => world.as(who).trade.offer;
const aDraft = async (who: Someone, change: object = {}) => {
  const { id, version } = await offers(who).save({ seen: null, content: content(change) });
  return { offerId: id, version };
};
const aPublished = async (who: Someone, change: object = {}) => {
  const { id, version } = await offers(who).publish(await aDraft(who, change));
  return { offerId: id, version };
};
const outcome = async (call: Promise<{ status: string }>) => {
  try {
    return (await call).status;
  } catch (error) {
    const cause = error instanceof Error ? error.cause : null;
    return cause instanceof Refusal ? cause.reason.code : String(error);
  }
};

describe("an offer", () => {
  it("is its writer's alone until it is published, and everybody's in the town from then on", async () => {
    const draft = await aDraft(world.supplier);
    expect(await outcome(offers(world.rival).get({ id: draft.offerId }))).toBe("trade.offer.unknown");
    expect(await outcome(offers(world.rival).publish(draft))).toBe("trade.offer.unknown");
    const { id, version } = await offers(world.seller).publish(draft);
    const seen = await offers(world.buyer).get({ id });
    expect(seen).toMatchObject({ mine: false, actions: [], seller: { nameZh: "甲锻造厂" }, expired: false });
    expect(seen.number).toMatch(/^GY-\d{4}-\d{6}$/);
    expect(await outcome(offers(world.rival).pause({ offerId: id, version }))).toBe("trade.offer.not_yours");
    expect(await outcome(offers(world.elsewhere).get({ id }))).toBe("trade.offer.unknown");
    expect((await offers(world.rival).list({ scope: "market" })).rows.map((row) => row.id)).toContain(id);
    expect((await offers(world.elsewhere).list({ scope: "market" })).rows).toEqual([]);
  });

  it("is not published unfinished: the refusal names the field", async () => {
    const draft = await aDraft(world.supplier, { validUntil: null });
    expect(await outcome(offers(world.supplier).publish(draft))).toBe("trade.offer.validity_missing");
    const far = await aDraft(world.supplier, { validUntil: plusDays(today, 400) });
    expect(await outcome(offers(world.supplier).publish(far))).toBe("trade.offer.validity_too_long");
  });

  it("changed while on sale becomes a new revision; both are kept and the first is never edited", async () => {
    const seen = await aPublished(world.secondSupplier);
    const { revision } = await offers(world.secondSupplier).save({ seen, content: content({ leadDays: 20 }) });
    expect(revision).toBe(2);
    const kept = await world.asOwner<{ leadDays: number }>(
      `select (content->>'leadDays')::int as "leadDays" from offer_revision where offer_id = $1 order by revision`,
      [seen.offerId],
    );
    expect(kept.map((row) => row.leadDays)).toEqual([15, 20]);
    const edit = world
      .town(world.secondSupplier)
      .write((tx) => tx.query("update offer_revision set revision = 9 where town_id = $1", [tx.by.townId]));
    await expect(edit).rejects.toThrow();
    expect(await outcome(offers(world.secondSupplier).pause(seen))).toBe("platform.changed_meanwhile");
  });

  it("paused disappears from the market, comes back with its number, and withdrawn is over", async () => {
    const caller = offers(world.thirdSupplier);
    const seen = await aPublished(world.thirdSupplier);
    const { number } = await caller.get({ id: seen.offerId });
    const paused = await caller.pause(seen);
    expect(await outcome(offers(world.buyer).get({ id: seen.offerId }))).toBe("trade.offer.unknown");
    const again = await caller.publish({ offerId: seen.offerId, version: paused.version });
    expect((await caller.get({ id: seen.offerId })).number).toBe(number);
    const over = await caller.withdraw({ offerId: seen.offerId, version: again.version, reasonText: "" });
    expect(over.status).toBe("withdrawn");
    expect(await outcome(caller.publish({ offerId: seen.offerId, version: over.version }))).toBe("trade.offer.wrong_status");
  });

  it("whose validity is over is shown as expired to its firm and to nobody else", async () => {
    const seen = await aPublished(world.rival, { validUntil: plusDays(today, 1) });
    await world.later({ days: 3 });
    expect((await offers(world.rival).list({ status: "expired" })).rows.map((row) => [row.id, row.expired])).toEqual([
      [seen.offerId, true],
    ]);
    expect((await offers(world.rival).list({ status: "published" })).rows).toEqual([]);
    expect(await outcome(offers(world.buyer).get({ id: seen.offerId }))).toBe("trade.offer.unknown");
    expect((await offers(world.buyer).list({ scope: "market" })).rows.map((row) => row.id)).not.toContain(seen.offerId);
  });

  it("is found by words that stand apart in it, as a buyer types them", async () => {
    const { offerId } = await aPublished(world.supplier, { title: "不锈钢304对焊法兰 WN DN150" });
    const found = async (text: string) => (await offers(world.buyer).list({ scope: "market", text })).rows.some(({ id }) => id === offerId);
    for (const text of ["法兰", "不锈钢法兰", "wn 不锈钢", "甲锻造厂法兰"]) expect(await found(text), text).toBe(true);
    for (const text of ["不锈钢弯头", "铜法兰", "%"]) expect(await found(text), text).toBe(false);
  });

  it("that is typed and on sale is found by matching, and no longer when it is paused", async () => {
    const { lines } = parse("WN DN150 PN16 RF 20# HG/T 20592");
    const [line] = lines;
    if (!line) throw new Error("the line was not read");
    const seen = await aPublished(world.secondSupplier, { spec: line.spec });
    await world.drain();
    const slots = () => world.asOwner("select 1 from supply_slot where source = $1", [seen.offerId]);
    expect((await slots()).length).toBeGreaterThan(0);
    const need = {
      lineNo: 1,
      spec: line.spec,
      text: line.text,
      quantity: { value: "200", unit: "H87" },
      wantedDate: null,
      splittable: true,
      equivalentGrades: false,
      note: "",
    };
    const preview = () =>
      world.as(world.buyer).procurement.match.preview({ lines: [need], firmDate: false, delivery: { regionCode: null } });
    const before = await preview();
    expect(before.firms + before.toAsk).toBeGreaterThan(0);
    const { version } = await offers(world.secondSupplier).get({ id: seen.offerId });
    await offers(world.secondSupplier).pause({ offerId: seen.offerId, version });
    await world.drain();
    expect(await slots()).toEqual([]);
    const after = await preview();
    expect(after.firms + after.toAsk).toBeLessThan(before.firms + before.toAsk);
  });
});
