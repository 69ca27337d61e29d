import { Refusal } from "@jizhen/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aKey, aWorld, type World } from "../../testing/index.ts";
import { bestChoice, clockOf, codeOf, opened, published, quote, someContent } from "./story.fixtures.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

describe("at once", () => {
  it("two people award: one award, one set of orders, and the other is told who did it", async () => {
    const request = await opened(world);
    const colleague = await world.colleague(world.buyer, ["buyer"]);
    const choice = await bestChoice(world, request.id);
    const both = await Promise.allSettled([world.buyer, colleague].map((who) => world.as(who).procurement.award.award(choice)));
    const lost = both.find((outcome) => outcome.status === "rejected");
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const cause = (lost?.reason as { cause?: unknown } | undefined)?.cause;
    const winner = both[0]?.status === "fulfilled" ? world.buyer : colleague;
    expect(cause instanceof Refusal && cause.reason).toMatchObject({
      kind: "conflict",
      code: "procurement.award.already_awarded",
      params: { person: winner.name },
    });
    await world.drain();
    expect(await world.asOwner("select 1 from award where request_id = $1", [request.id])).toHaveLength(1);
    expect(await world.asOwner("select 1 from purchase_order where request_id = $1", [request.id])).toHaveLength(2);
  });

  it("an award on a comparison that has changed asks to look again", async () => {
    const request = await opened(world);
    const choice = await bestChoice(world, request.id);
    const [part] = choice.parts;
    if (!part) throw new Error("a best choice");
    await world
      .as(world.buyer)
      .procurement.request.reject({ requestId: request.id, quoteId: part.quoteId, requirement: "材质", lineNo: 1, text: "" });
    expect(await codeOf(world.as(world.buyer).procurement.award.award(choice))).toBe("procurement.award.not_evaluated");
  });

  it("twenty submissions leave one live revision (P8), with and without the same key", async () => {
    const request = await published(world);
    const key = aKey();
    const send = (n: number) =>
      world
        .as(world.supplier, n % 2 === 0 ? { key } : {})
        .procurement.quote.submit({ requestId: request.id, requestVersion: 1, content: someContent(["86.5", "120"]), confirm: true });
    const sent = await Promise.all(Array.from({ length: 20 }, (_, n) => send(n)));
    const revisions = await world.asOwner<{ live: boolean; revision: number }>(
      "select live, revision from quote_revision where request_id = $1 order by revision",
      [request.id],
    );
    expect(revisions).toHaveLength(11);
    expect(revisions.filter(({ live }) => live)).toEqual([{ live: true, revision: 11 }]);
    expect(new Set(sent.filter((_, n) => n % 2 === 0).map(({ receipt }) => receipt.sequence)).size).toBe(1);
    expect(await world.asOwner("select 1 from quote where request_id = $1", [request.id])).toHaveLength(1);
  });

  it("two openings open once (P4)", async () => {
    const request = await published(world);
    await quote(world, world.supplier, request.id, ["86.5", "120"]);
    await world.later({ hours: 49 });
    const open = () => world.as(world.buyer).procurement.request.open({ requestId: request.id });
    const both = await Promise.all([codeOf(open()), codeOf(open())]);
    expect(both.sort()).toEqual(["done", "procurement.request.wrong_status"]);
    expect(await world.asOwner("select 1 from opening where request_id = $1 and opened_at is not null", [request.id])).toHaveLength(1);
  });
});

describe("the close", () => {
  it("is the database's: a quote a millisecond late is refused whatever the API's clock says (P1)", { timeout: 60_000 }, async () => {
    const request = await published(world);
    const [row] = await world.asOwner<{ left: number }>(
      "select extract(epoch from closes_at - jizhen_clock())::float8 as left from purchase_request where id = $1",
      [request.id],
    );
    await world.later({ seconds: Math.floor(Number(row?.left)) - 8 });
    expect(await codeOf(quote(world, world.supplier, request.id, ["86.5", "120"]))).toBe("done");
    while ((await clockOf(world)) < request.closesAt) await new Promise((resolve) => setTimeout(resolve, 1));
    const apiClock = Date.now;
    Date.now = () => apiClock() - 3_600_000;
    try {
      expect(await codeOf(quote(world, world.secondSupplier, request.id, ["80", "130"]))).toBe("procurement.request.closed");
      expect(await codeOf(world.as(world.supplier).procurement.quote.withdraw({ requestId: request.id }))).toBe(
        "procurement.request.closed",
      );
    } finally {
      Date.now = apiClock;
    }
  });

  it("keeps exactly the quotes written before it: whoever was answered is in the list of commitments, and nobody else", async () => {
    const suppliers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => world.firm(world.dingxiang, `Racer ${n}`, ["owner", "seller"])),
    );
    const request = await published(world);
    const [row] = await world.asOwner<{ left: number }>(
      "select extract(epoch from closes_at - jizhen_clock())::float8 as left from purchase_request where id = $1",
      [request.id],
    );
    await world.later({ seconds: Math.floor(Number(row?.left)) - 4 });
    const last = new Map<string, string>();
    const race = async (who: (typeof suppliers)[number]) => {
      for (;;) {
        const outcome = await codeOf(
          quote(world, who, request.id, ["86.5", "120"]).then(({ receipt }) => {
            last.set(who.actor.orgId, receipt.commitment);
          }),
        );
        if (outcome !== "done") return outcome;
      }
    };
    const freezing = (async () => {
      while ((await clockOf(world)) < request.closesAt) await new Promise((resolve) => setTimeout(resolve, 5));
      await world.drain();
    })();
    const outcomes = await Promise.all([...suppliers.map(race), freezing]);
    expect(
      outcomes
        .filter((one) => one !== undefined)
        .every((code) => code === "procurement.request.closed" || code === "procurement.request.wrong_status"),
    ).toBe(true);
    await world.drain();
    const [opening] = await world.asOwner<{ commitments: { commitment: string }[] }>(
      "select commitments from opening where request_id = $1",
      [request.id],
    );
    expect(opening?.commitments.map(({ commitment }) => commitment).sort()).toEqual([...last.values()].sort());
    const late = await world.asOwner(
      "select 1 from quote_revision v join purchase_request r on r.id = v.request_id where r.id = $1 and v.submitted_at >= r.closes_at",
      [request.id],
    );
    expect(late).toEqual([]);
  }, 60_000);
});

describe("eligibility at the award", () => {
  it("leaves out a firm suspended after it quoted (P9)", async () => {
    const request = await opened(world);
    const before = await bestChoice(world, request.id);
    await world.asOwner("update membership_card set state = 'suspended' where organisation_id = $1", [world.secondSupplier.actor.orgId]);
    try {
      const { result } = await world.as(world.buyer).procurement.award.evaluate({ requestId: request.id });
      expect(result.leftOut).toMatchObject([{ supplierId: world.secondSupplier.actor.orgId, reason: "not_eligible" }]);
      expect(await codeOf(world.as(world.buyer).procurement.award.award(before))).toBe("procurement.award.not_evaluated");
    } finally {
      await world.asOwner("update membership_card set state = 'active' where organisation_id = $1", [world.secondSupplier.actor.orgId]);
    }
  });
});
