import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isGenuine } from "../../platform/seal-proof.ts";
import { aWorld, type World } from "../../testing/index.ts";
import { bestChoice, codeOf, lineOf, opened, published, quote, refuseOrder, someContent, someTerms } from "./story.fixtures.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

describe("the main job", () => {
  it("goes from a request over sealed quotes and the opening to an award and an order", async () => {
    const { buyer, supplier, secondSupplier } = world;
    const request = await published(world);
    expect(request.number).toMatch(/^CG-\d{4}-\d{6}$/);

    const asked = await world.as(supplier).procurement.request.ask({ requestId: request.id, text: "是否需要第三方检验？" });
    await world.as(buyer).procurement.request.answer({ requestId: request.id, questionId: asked.id, text: "不需要" });
    const seenByOther = await world.as(secondSupplier).procurement.request.get({ id: request.id });
    expect(seenByOther.role === "supplier" && seenByOther.questions[0]).toMatchObject({ answer: "不需要", mine: false });
    expect(JSON.stringify(seenByOther)).not.toContain(supplier.actor.orgId);

    const sent = await quote(world, supplier, request.id, ["86.5", "120"]);
    expect(isGenuine(sent.receipt, world.platform.services.keys.receiptSigning)).toBe(true);
    await quote(world, secondSupplier, request.id, ["80", "130"]);
    expect(await codeOf(world.as(buyer).procurement.request.open({ requestId: request.id }))).toBe("procurement.request.still_quoting");

    await world.later({ hours: 49 });
    await world.drain();
    const frozen = await world.as(buyer).procurement.request.get({ id: request.id });
    expect(frozen).toMatchObject({ role: "buyer", status: "frozen", quotes: [], quoteCount: 2 });
    await world.as(buyer).procurement.request.open({ requestId: request.id });
    const afterwards = await world.as(buyer).procurement.request.get({ id: request.id });
    expect(
      afterwards.role === "buyer" &&
        afterwards.quotes.map(({ content }) => String(content.lines[0]?.tiers[0]?.price)).sort((a, b) => a.localeCompare(b)),
    ).toEqual(["80", "86.5"]);

    const choice = await bestChoice(world, request.id);
    const awarded = await world.as(buyer).procurement.award.award(choice);
    expect(awarded.status).toBe("final");
    await world.drain();
    const mine = await world.as(supplier).procurement.award.get({ requestId: request.id });
    expect(mine.role === "supplier" && mine.status).toBe("part_won");
    expect(JSON.stringify(mine)).not.toContain('"80"');
    const orders = await world.asOwner<{ supplier_id: string; net: string; payable: string }>(
      "select supplier_id, payable::text as payable from purchase_order where request_id = $1 order by payable",
      [request.id],
    );
    expect(orders.map(({ payable }) => payable)).toEqual(["1600000", "2400000"]);
    const told = await world.asOwner<{ kind: string }>("select distinct kind from notification where link like $1 order by kind", [
      `%${request.id}`,
    ]);
    const kinds = told.map(({ kind }) => kind);
    for (const kind of ["asked", "answered", "closed", "opened"]) expect(kinds).toContain(`procurement.request.${kind}`);
    expect(kinds).toContain("procurement.award.won");
  });

  it("gives a refused line to the next-best by the same ranking, and a further order", async () => {
    const request = await opened(world);
    await world.as(world.buyer).procurement.award.award(await bestChoice(world, request.id));
    await refuseOrder(world, request.id, world.secondSupplier);
    const before = await world.as(world.buyer).procurement.award.get({ requestId: request.id });
    const [round] = before.role === "buyer" ? before.rounds : [];
    expect(round?.parts.map(({ status }) => status)).toEqual(["refused", "final"]);
    expect(round?.actions).toContain("replace");
    expect(round?.nextBest?.map(({ supplierId }) => supplierId)).toEqual([world.supplier.actor.orgId]);
    if (!round) throw new Error("round");
    await world.as(world.buyer).procurement.award.replace({ awardId: round.id, reason: null });
    await world.drain();
    const orders = await world.asOwner(
      "select round_no from (select award_round as round_no from purchase_order where request_id = $1) o order by 1",
      [request.id],
    );
    expect(orders).toEqual([{ round_no: 1 }, { round_no: 1 }, { round_no: 2 }]);
  });

  it("ends by itself when nobody quoted", async () => {
    const request = await published(world);
    await world.later({ hours: 49 });
    await world.drain();
    expect(await world.as(world.buyer).procurement.request.get({ id: request.id })).toMatchObject({
      status: "unsuccessful",
      reasonCode: "no_quote",
    });
  });

  it("a quick enquiry shows quotes as they come and may close early", async () => {
    const request = await published(world, { sealing: "none" });
    await quote(world, world.supplier, request.id, ["86.5", "120"]);
    const seen = await world.as(world.buyer).procurement.request.get({ id: request.id });
    expect(seen.role === "buyer" && seen.quotes.map(({ supplierId }) => supplierId)).toEqual([world.supplier.actor.orgId]);
    expect(await world.as(world.rival).procurement.request.get({ id: request.id })).not.toHaveProperty("quotes");
    const closed = await world.as(world.buyer).procurement.request.freeze({ requestId: request.id, version: request.version });
    expect(closed.status).toBe("opened");
    await world.as(world.buyer).procurement.award.award(await bestChoice(world, request.id));
  });
});

describe("drafts and lists", () => {
  it("a draft is its firm's alone; a clone begins a new one", async () => {
    const draft = await world.as(world.buyer).procurement.request.save({ seen: null, terms: someTerms() });
    expect(await codeOf(world.as(world.supplier).procurement.request.get({ id: draft.id }))).toBe("procurement.request.unknown");
    const changed = { seen: { requestId: draft.id, version: draft.version }, terms: someTerms({ title: "改过的标题" }) };
    const saved = await world.as(world.buyer).procurement.request.save(changed);
    expect(await codeOf(world.as(world.buyer).procurement.request.save(changed))).toBe("platform.changed_meanwhile");
    expect(saved.version).toBe(draft.version + 1);
    const copy = await world.as(world.buyer).procurement.request.clone({ requestId: draft.id });
    expect(await world.as(world.buyer).procurement.request.get({ id: copy.id })).toMatchObject({
      status: "draft",
      terms: { title: "改过的标题" },
    });
  });

  it("pages through every request once, in both orders", async () => {
    for (const sort of ["newest", "closing"] as const) {
      const seen: string[] = [];
      let cursor: Awaited<ReturnType<ReturnType<World["as"]>["procurement"]["request"]["list"]>>["next"] = null;
      do {
        const page = await world.as(world.buyer).procurement.request.list({ sort, limit: 2, cursor });
        seen.push(...page.rows.map(({ id }) => id));
        cursor = page.next;
      } while (cursor);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.length).toBeGreaterThan(4);
    }
    const found = await world.as(world.buyer).procurement.request.list({ text: "改过的" });
    expect(found.rows.length).toBeGreaterThanOrEqual(2);
    expect((await world.as(world.rival).procurement.request.list({})).rows).toEqual([]);
  });
});

describe("amending under way", () => {
  it("makes quotes wait, and only the confirmed ones are evaluated (P7)", async () => {
    const request = await published(world);
    await quote(world, world.supplier, request.id, ["86.5", "120"]);
    await quote(world, world.secondSupplier, request.id, ["80", "130"]);
    const terms = someTerms({ lines: [lineOf(1, "300"), lineOf(2)] });
    await world
      .as(world.buyer)
      .procurement.request.amend({ requestId: request.id, version: request.version, terms, closesAt: request.closesAt });
    const stale = await world.as(world.supplier).procurement.quote.mine({ requestId: request.id });
    expect(stale).toMatchObject({ quote: { status: "stale" }, requestVersion: 2 });
    expect(stale.actions).toContain("reconfirm");
    expect(await codeOf(quote(world, world.secondSupplier, request.id, ["1", "1"]))).toBe("procurement.quote.version_stale");
    await world.as(world.supplier).procurement.quote.reconfirm({ requestId: request.id, requestVersion: 2 });
    await world.later({ hours: 49 });
    await world.as(world.buyer).procurement.request.open({ requestId: request.id });
    const { result } = await world.as(world.buyer).procurement.award.evaluate({ requestId: request.id });
    expect(result.totals.map(({ supplierId }) => supplierId)).toEqual([world.supplier.actor.orgId]);
    expect(result.lines[0]?.cost).toBe(2_595_000);
    const other = await world.as(world.secondSupplier).procurement.quote.mine({ requestId: request.id });
    expect(other.quote).toMatchObject({ status: "void", voidReason: "stale" });
  });

  it("of a note leaves quotes as they are", async () => {
    const request = await published(world);
    await quote(world, world.supplier, request.id, ["86.5", "120"]);
    const terms = someTerms({ note: "请附材质单" });
    await world
      .as(world.buyer)
      .procurement.request.amend({ requestId: request.id, version: request.version, terms, closesAt: request.closesAt });
    await world.later({ hours: 49 });
    await world.as(world.buyer).procurement.request.open({ requestId: request.id });
    const { result } = await world.as(world.buyer).procurement.award.evaluate({ requestId: request.id });
    expect(result.totals).toHaveLength(1);
  });

  it("an unanswered question moves the close by a day, and the old timer finds nothing to do", async () => {
    const request = await published(world);
    await world.as(world.supplier).procurement.request.ask({ requestId: request.id, text: "交货地能否改为厂内？" });
    await world.later({ hours: 43 });
    await world.drain();
    const held = await world.as(world.buyer).procurement.request.get({ id: request.id });
    expect(held).toMatchObject({ status: "quoting", holds: 1, closesAt: new Date(request.closesAt.getTime() + 86_400_000) });
    await world.later({ hours: 6 });
    await world.drain();
    expect(await world.as(world.buyer).procurement.request.get({ id: request.id })).toMatchObject({ status: "quoting" });
  });
});

describe("standstill", () => {
  it("takes an objection, waits for its settlement, and then stands", async () => {
    const request = await opened(world, { standstillDays: 3 });
    const awarded = await world.as(world.buyer).procurement.award.award(await bestChoice(world, request.id));
    expect(awarded.status).toBe("standstill");
    const objection = await world
      .as(world.supplier)
      .procurement.award.object({ awardId: awarded.id, lineNo: 1, text: "对方不具备该规格生产能力" });
    await world.later({ days: 4 });
    await world.drain();
    expect(await world.asOwner("select 1 from purchase_order where request_id = $1", [request.id])).toEqual([]);
    await world
      .as(world.buyer)
      .procurement.award.settle({ awardId: awarded.id, objectionId: objection.id, outcome: "dismissed", answer: "已核实其能力" });
    await world.drain();
    expect(await world.asOwner("select 1 from purchase_order where request_id = $1", [request.id])).toHaveLength(2);
  });
});

describe("who may quote", () => {
  it("not the buyer, not a suspended firm, not one that shares a person with the buyer (P9)", async () => {
    const request = await published(world);
    expect(await codeOf(quote(world, world.buyerOwner, request.id, ["1", "1"]))).toBe("procurement.request.own_request");
    expect(await codeOf(quote(world, world.suspended, request.id, ["1", "1"]))).toBe("town.membership.suspended");
    const sister = await world.firm(world.dingxiang, "Sister Forge", ["owner", "seller"]);
    await world.asOwner(
      "insert into seat (id, person_id, organisation_id, roles, state, opened_at) values ($1, $2, $3, '{seller}', 'active', now())",
      ["seat_sister", world.buyer.actor.personId, sister.actor.orgId],
    );
    expect(await codeOf(quote(world, sister, request.id, ["1", "1"]))).toBe("procurement.quote.conflict_of_interest");
  });

  it("not for an invitation meant for others, whose existence is a secret", async () => {
    const request = await published(world, { method: "selective" });
    expect(await codeOf(world.as(world.supplier).procurement.request.get({ id: request.id }))).toBe("procurement.request.unknown");
    expect(await codeOf(quote(world, world.supplier, request.id, ["1", "1"]))).toBe("procurement.request.unknown");
    await world.as(world.buyer).procurement.request.invite({ requestId: request.id, suppliers: [world.supplier.actor.orgId] });
    expect(await codeOf(quote(world, world.supplier, request.id, ["1", "1"]))).toBe("done");
    expect(await codeOf(quote(world, world.secondSupplier, request.id, ["1", "1"]))).toBe("procurement.request.unknown");
  });

  it("asks once about a price ten times off the firm's own history", async () => {
    const request = await published(world);
    const far = { requestId: request.id, requestVersion: 1, content: someContent(["9000", "120"]) };
    expect(await codeOf(world.as(world.supplier).procurement.quote.submit(far))).toBe("procurement.quote.confirm_far_price");
    expect(await codeOf(world.as(world.supplier).procurement.quote.submit({ ...far, confirm: true }))).toBe("done");
  });
});
