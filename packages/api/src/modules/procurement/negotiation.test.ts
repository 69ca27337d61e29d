import { type RequestId, type Wish } from "@jizhen/domain-procurement";
import { UnitPrice } from "@jizhen/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aKey, aWorld, type Someone, type World } from "../../testing/index.ts";
import { bestChoice, codeOf, published, quote } from "./story.fixtures.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const wishFor = (price: string): Wish => ({ targets: [{ lineNo: 1, price: UnitPrice.parse(price) }], text: "量大，请再优惠" });

/** A quick enquiry with two quotes, and how to ask the first of them. */
async function enquiry() {
  const request = await published(world, { sealing: "none" });
  await quote(world, world.supplier, request.id, ["86.5", "120"]);
  await quote(world, world.secondSupplier, request.id, ["88", "118"]);
  const seen = await quotesSeen(request.id);
  const quoteId = seen.find(({ supplierId }) => supplierId === world.supplier.actor.orgId)?.id;
  if (quoteId === undefined) throw new Error("a quick enquiry shows its quotes");
  return { ...request, asking: { requestId: request.id, quoteId, revision: 1, wish: wishFor("80") } };
}

async function quotesSeen(id: RequestId) {
  const seen = await world.as(world.buyer).procurement.request.get({ id });
  return seen.role === "buyer" ? seen.quotes : [];
}
const ofSupplier = async (id: RequestId) => (await quotesSeen(id)).find(({ supplierId }) => supplierId === world.supplier.actor.orgId);
const mineOf = (who: Someone, requestId: RequestId) => world.as(who).procurement.quote.mine({ requestId });
const kindsTold = (requestId: RequestId, who: Someone) =>
  world.asOwner<{ kind: string }>(
    "select distinct kind from notification where organisation_id = $1 and link like $2 and kind like 'procurement.negotiation.%' order by kind",
    [who.actor.orgId, `%${requestId}`],
  );

describe("the one round", () => {
  it("is answered by a new quote, and the buyer awards what was quoted then", async () => {
    const { asking, ...request } = await enquiry();
    expect(await ofSupplier(request.id)).toMatchObject({ negotiation: null, mayAsk: true });
    await world.as(world.buyer).procurement.negotiation.ask(asking);
    expect(await ofSupplier(request.id)).toMatchObject({ negotiation: { status: "asked", aboutRevision: 1 }, mayAsk: false });
    expect(await mineOf(world.supplier, request.id)).toMatchObject({ negotiation: { status: "asked", wish: asking.wish, mayKeep: true } });
    expect(await kindsTold(request.id, world.supplier)).toEqual([{ kind: "procurement.negotiation.asked" }]);

    await quote(world, world.supplier, request.id, ["81", "120"]);
    expect(await ofSupplier(request.id)).toMatchObject({ negotiation: { status: "requoted" }, mayAsk: false, revision: 2 });
    expect(await kindsTold(request.id, world.buyer)).toEqual([{ kind: "procurement.negotiation.requoted" }]);
    expect(await codeOf(world.as(world.supplier).procurement.negotiation.keep({ requestId: request.id }))).toBe(
      "procurement.negotiation.answered",
    );

    await world.as(world.buyer).procurement.request.freeze({ requestId: request.id, version: request.version });
    await world.as(world.buyer).procurement.award.award(await bestChoice(world, request.id));
    await world.drain();
    const [line] = await world.asOwner("select payable::text as payable from purchase_order where request_id = $1 and supplier_id = $2", [
      request.id,
      world.supplier.actor.orgId,
    ]);
    expect(line).toEqual({ payable: "1620000" });
  });

  it("may end with the old price, which still counts", async () => {
    const { asking, ...request } = await enquiry();
    await world.as(world.buyer).procurement.negotiation.ask(asking);
    await world.as(world.supplier).procurement.negotiation.keep({ requestId: request.id });
    expect(await ofSupplier(request.id)).toMatchObject({
      negotiation: { status: "kept" },
      mayAsk: false,
      revision: 1,
      status: "submitted",
    });
    expect(await mineOf(world.supplier, request.id)).toMatchObject({ negotiation: { status: "kept", mayKeep: false } });
    expect(await kindsTold(request.id, world.buyer)).toEqual([{ kind: "procurement.negotiation.kept" }]);
    expect(await codeOf(world.as(world.buyer).procurement.negotiation.ask({ ...asking, wish: wishFor("79") }))).toBe(
      "procurement.negotiation.round_used",
    );
  });

  it("is one also when it is asked for twice at once, and the same press with the same key is one answer", async () => {
    const { asking, ...request } = await enquiry();
    const colleague = await world.colleague(world.buyer, ["buyer"]);
    const both = await Promise.all([world.buyer, colleague].map((who) => codeOf(world.as(who).procurement.negotiation.ask(asking))));
    expect(both.sort()).toEqual(["done", "procurement.negotiation.round_used"]);
    const { asking: other } = await enquiry();
    const key = aKey();
    const [first, again] = [
      await world.as(world.buyer, { key }).procurement.negotiation.ask(other),
      await world.as(world.buyer, { key }).procurement.negotiation.ask(other),
    ];
    expect(again).toEqual(first);
    expect(await world.asOwner("select 1 from quote_negotiation where request_id = $1", [request.id])).toHaveLength(1);
    expect(await kindsTold(request.id, world.supplier)).toHaveLength(1);
  });

  it("cannot be exceeded past every rule: the key refuses a second row", async () => {
    const { asking, ...request } = await enquiry();
    await world.as(world.buyer).procurement.negotiation.ask(asking);
    const copy = `insert into quote_negotiation select town_id, id || 'x', request_id, quote_id, supplier_id, status, wish, currency, about_revision,
      answer_revision, asked_by, asked_at, answered_at, version from quote_negotiation where request_id = $1`;
    await expect(world.asOwner(copy, [request.id])).rejects.toMatchObject({ code: "23505", constraint: "quote_negotiation_one_round" });
  });

  it("is answered once when the supplier keeps and requotes at one instant", async () => {
    const { asking, ...request } = await enquiry();
    await world.as(world.buyer).procurement.negotiation.ask(asking);
    const [, sent] = await Promise.all([
      codeOf(world.as(world.supplier).procurement.negotiation.keep({ requestId: request.id })),
      codeOf(quote(world, world.supplier, request.id, ["81", "120"])),
    ]);
    expect(sent).toBe("done");
    expect(await kindsTold(request.id, world.buyer)).toHaveLength(1);
    const answers = await world.asOwner(
      "select 1 from event where type = 'procurement.negotiation.answered.v1' and payload::text like $1",
      [`%${request.id}%`],
    );
    expect(answers).toHaveLength(1);
  });
});

describe("who learns of it", () => {
  it("only the two who talk: not the other supplier, by no door (P21)", async () => {
    const { asking, ...request } = await enquiry();
    await world.as(world.buyer).procurement.negotiation.ask({ ...asking, wish: wishFor("80.1234567") });
    const other = JSON.stringify([
      await mineOf(world.secondSupplier, request.id),
      await world.as(world.secondSupplier).procurement.request.get({ id: request.id }),
      await world.as(world.secondSupplier).procurement.quote.list({}),
    ]);
    expect(other).not.toContain("80.1234567");
    expect(other).not.toContain('"asked"');
    expect(await kindsTold(request.id, world.secondSupplier)).toEqual([]);
    const events = await world.asOwner<{ payload: unknown }>("select payload from event where type like 'procurement.negotiation.%'");
    expect(JSON.stringify(events)).not.toContain("80.1234567");
  });

  it("is on record in the town's chain, with no price", async () => {
    const { asking } = await enquiry();
    const { id } = await world.as(world.buyer).procurement.negotiation.ask(asking);
    const entries = await world.asOwner<{ action: string; facts: unknown }>("select action, facts from audit_entry where subject = $1", [
      id,
    ]);
    expect(entries.map(({ action }) => action)).toEqual(["procurement.negotiation.ask"]);
    expect(JSON.stringify(entries)).not.toContain('"80"');
  });
});

describe("when there is nothing to talk about", () => {
  it("a price that was taken back is none to stay with", async () => {
    const { asking, ...request } = await enquiry();
    const mine = world.as(world.supplier).procurement;
    await world.as(world.buyer).procurement.negotiation.ask(asking);
    await mine.quote.withdraw({ requestId: request.id });
    expect(await codeOf(mine.negotiation.keep({ requestId: request.id }))).toBe("procurement.quote.wrong_status");
    await quote(world, world.supplier, request.id, ["86.5", "120"]);
    expect(await ofSupplier(request.id)).toMatchObject({ negotiation: { status: "requoted" } });
  });

  it("a sealed request, a quote that has moved on, a quote taken back, a closed market", async () => {
    const sealed = await published(world);
    await quote(world, world.supplier, sealed.id, ["86.5", "120"]);
    const [row] = await world.asOwner<{ id: string }>("select id from quote where request_id = $1", [sealed.id]);
    const { asking, ...request } = await enquiry();
    const ask = (some: Partial<typeof asking>) => codeOf(world.as(world.buyer).procurement.negotiation.ask({ ...asking, ...some }));
    expect(await ask({ requestId: sealed.id, quoteId: row?.id as typeof asking.quoteId })).toBe("procurement.negotiation.sealed");
    expect(await ask({ wish: wishFor("86.5") })).toBe("procurement.negotiation.not_below");
    await quote(world, world.supplier, request.id, ["82", "120"]);
    expect(await ask({})).toBe("platform.changed_meanwhile");
    await world.as(world.supplier).procurement.quote.withdraw({ requestId: request.id });
    expect(await ask({ revision: 2 })).toBe("procurement.quote.wrong_status");
    await world.later({ hours: 49 });
    expect(await ask({})).toMatch(/procurement\.(request\.closed|request\.wrong_status|quote\.wrong_status)/);
  });
});
