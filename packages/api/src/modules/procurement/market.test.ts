import { newId } from "@jizhen/db";
import { RequestId, type RequestTerms } from "@jizhen/domain-procurement";
import superjson from "superjson";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aWorld, type Someone, type World } from "../../testing/index.ts";
import { tell } from "../../trpc/errors.ts";
import { someTerms as typedTerms } from "./capability.fixtures.ts";
import { clockOf, published, quote, someTerms } from "./story.fixtures.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const shown = async (terms: Partial<RequestTerms> = {}, options: { hours?: number; invite?: readonly Someone[] } = {}) => {
  const request = await published(world, { visibility: "province", ...terms }, options);
  await world.drain();
  return request;
};
const look = (id: string, who: Someone | null = null) => world.as(who).procurement.market.get({ id: RequestId.parse(id) });

/** All that a client would learn of the answer, whatever it is. */
const answerTo = (id: string, who: Someone | null = null): Promise<unknown> =>
  look(id, who).then(
    (data) => ({ data }),
    (error: Error) => ({ name: error.name, ...tell(error as never) }),
  );
const cancel = async (id: string) => {
  const { version } = await world.as(world.buyer).procurement.request.get({ id: RequestId.parse(id) });
  return world
    .as(world.buyer)
    .procurement.request.cancel({ requestId: RequestId.parse(id), version, reasonCode: "need_gone", reasonText: "不再需要" });
};

describe("a request seen by its link", () => {
  it("tells a visitor what is asked, named in both languages, and nothing its buyer kept at home", async () => {
    const canary = "CANARY-51c2";
    const { lines } = typedTerms();
    const request = await shown(
      { title: "看得见的采购", lines, note: canary, ceiling: 7_654_321 as never, buyerHidden: true, showCount: true },
      { invite: [world.supplier] },
    );
    await quote(world, world.supplier, request.id, ["86.5"], { note: canary });
    const page = await look(request.id);
    expect(page).toMatchObject({ number: request.number, title: "看得见的采购", open: true, buyer: null, sealing: "at_rest" });
    expect(page.town).toMatchObject({ id: world.dingxiang.id, slug: world.dingxiang.slug });
    expect(page.lines[0]?.parts).toContainEqual({
      name: { zh: "型式", en: "Type" },
      value: { zh: "WN 带颈对焊法兰", en: "WN Welding neck flange" },
    });
    const text = superjson.stringify(page);
    for (const secret of [
      canary,
      "7654321",
      "Buyer Works",
      "采购机械厂",
      world.buyer.actor.orgId,
      world.supplier.actor.orgId,
      "86.5",
      "quot_",
    ])
      expect(text).not.toContain(secret);
    expect(Object.keys(page).sort()).toEqual(
      "buyer closesAt currency demo firmDate id incoterm lines number open place sealing serverNow title town".split(" "),
    );
  });

  it("answers the same for whatever is not on the market, to whoever asks", async () => {
    const called = await shown();
    expect(await answerTo(called.id)).toHaveProperty("data");
    await cancel(called.id);
    await world.drain();
    const closedFirst = await shown({ sealing: "none" });
    await quote(world, world.supplier, closedFirst.id, ["86.5", "120"]);
    await world.as(world.buyer).procurement.request.freeze({ requestId: closedFirst.id, version: closedFirst.version });
    await cancel(closedFirst.id);
    const kept = await published(world);
    const asked = await published(world, { visibility: "province", method: "selective" }, { invite: [world.supplier] });
    const draft = await world.as(world.buyer).procurement.request.save({ seen: null, terms: someTerms({ visibility: "province" }) });
    await world.drain();
    const unknown = await answerTo(newId("preq"));
    expect(unknown).toMatchObject({ reason: { kind: "not_found", code: "procurement.request.unknown" } });
    for (const { id } of [called, closedFirst, kept, asked, draft])
      for (const who of [null, world.stranger, world.buyer, world.elsewhere]) expect(await answerTo(id, who)).toEqual(unknown);
  });

  it("is there with its publication and follows in the same commit, before any job has run", async () => {
    const buyer = world.as(world.buyer).procurement.request;
    const request = await published(world, { visibility: "province" });
    expect(await look(request.id)).toMatchObject({ number: request.number, open: true });
    const closesAt = new Date(request.closesAt.getTime() + 86_400_000);
    await buyer.extend({ requestId: request.id, version: request.version, closesAt });
    expect((await look(request.id)).closesAt).toBe(closesAt.toISOString());
    await cancel(request.id);
    expect(await answerTo(request.id)).toMatchObject({ reason: { code: "procurement.request.unknown" } });
    const quick = await published(world, { visibility: "province", sealing: "none" });
    await quote(world, world.supplier, quick.id, ["86.5", "120"]);
    await buyer.freeze({ requestId: quick.id, version: quick.version });
    expect(await look(quick.id)).toMatchObject({ open: false });
  });

  it("stays away with a publication that is refused", async () => {
    const { id, version } = await world
      .as(world.buyer)
      .procurement.request.save({ seen: null, terms: someTerms({ visibility: "province" }) });
    const nobody = [world.buyer.actor.orgId];
    const publishing = { requestId: id, version, closesAt: new Date((await clockOf(world)).getTime() + 5 * 86_400_000), invite: nobody };
    await expect(world.as(world.buyer).procurement.request.publish(publishing)).rejects.toThrow("procurement.request.supplier_unknown");
    expect(await answerTo(id)).toMatchObject({ reason: { code: "procurement.request.unknown" } });
  });

  it("follows an extension", async () => {
    const request = await shown();
    const closesAt = new Date(request.closesAt.getTime() + 86_400_000);
    await world.as(world.buyer).procurement.request.extend({ requestId: request.id, version: request.version, closesAt });
    await world.drain();
    expect((await look(request.id)).closesAt).toBe(closesAt.toISOString());
  });

  it("says that a quick enquiry is closed as soon as its buyer closes it", async () => {
    const request = await shown({ sealing: "none" });
    await quote(world, world.supplier, request.id, ["86.5", "120"]);
    await world.as(world.buyer).procurement.request.freeze({ requestId: request.id, version: request.version });
    await world.drain();
    const page = await look(request.id);
    expect([page.open, Date.parse(page.closesAt) <= Date.parse(page.serverNow)]).toEqual([false, true]);
  });

  it("is closed at its close, before and after any job has run, and is found by no board and no search", async () => {
    const request = await shown({ title: "到点即止的采购" }, { hours: 30 });
    const found = async () => (await world.as(world.elsewhere).procurement.market.board({ text: "到点即止" })).rows.length;
    expect(await found()).toBe(1);
    await world.later({ hours: 30 });
    for (const when of ["before the job", "after the job"]) {
      expect(await look(request.id), when).toMatchObject({ open: false, title: "到点即止的采购" });
      expect(await found()).toBe(0);
      await world.drain();
    }
    const [row] = await world.asOwner<{ words: string }>("select words from market_request where request_id = $1", [request.id]);
    expect(row?.words).toBe("");
  });
});

describe("the link that a buyer shares", () => {
  it("leads everybody to the page of a public request, and into the town otherwise", async () => {
    const [open, kept] = [await shown(), await published(world)];
    const url = async (id: RequestId) => (await world.as(world.buyer).procurement.request.share({ id })).url;
    expect(await url(open.id)).toBe(`https://jizhen.example/r/${open.id}`);
    expect(await url(kept.id)).toBe(`https://jizhen.example/selling/requests/${kept.id}?town=${world.dingxiang.id}`);
    await cancel(open.id);
    expect(await url(open.id)).toBe(`https://jizhen.example/selling/requests/${open.id}?town=${world.dingxiang.id}`);
  });
});
