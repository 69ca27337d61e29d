import { exact, ratios } from "@jizhen/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { act, strangerOrg, supplier, supplierOrg } from "../order/order.fixtures.ts";
import { Offer, type OfferContent, type OfferStatus, offerStatuses, PriceTier } from "./model.ts";
import { anOffer, content, july } from "./offer.fixtures.ts";
import { mayReadOffer, offerActions } from "./policy.ts";
import { fitToPublish, isExpired, orderable, tierFor } from "./rules.ts";
import { draftOffer, pauseOffer, publishOffer, saveOffer, withdrawOffer } from "./transitions.ts";

const now = act(supplier, july(10));
const no = "trade.offer.wrong_status";

/** trade.md §2.1 as a table. */
const life: Record<OfferStatus, Record<"save" | "publish" | "pause" | "withdraw", string>> = {
  draft: { save: "draft", publish: "published", pause: no, withdraw: no },
  published: { save: "published", publish: no, pause: "paused", withdraw: "withdrawn" },
  paused: { save: "paused", publish: "published", pause: no, withdraw: "withdrawn" },
  withdrawn: { save: no, publish: no, pause: no, withdraw: no },
};

const steps = {
  save: (offer: Offer) => saveOffer(offer, content(), now),
  publish: (offer: Offer) => publishOffer(offer, "GY-2026-000009", now),
  pause: (offer: Offer) => pauseOffer(offer, now),
  withdraw: (offer: Offer) => withdrawOffer(offer, null, now),
};
const actions = ["save", "publish", "pause", "withdraw"] as const;

describe("the life of an offer", () => {
  it("follows its table, and the buttons offered are exactly the steps that go", () => {
    for (const status of offerStatuses) {
      for (const action of actions) {
        const result = steps[action](anOffer[status]);
        expect([status, action, result.ok ? result.value.next.status : result.error.code]).toEqual([status, action, life[status][action]]);
        expect(offerActions(anOffer[status], supplierOrg).includes(action)).toBe(result.ok);
      }
    }
  });

  it("stays a valid offer on any walk, and its revision never falls", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...actions), { maxLength: 12 }), (walk) => {
        let offer: Offer = draftOffer(anOffer.draft.id, content(), now).next;
        for (const action of walk) {
          const result = steps[action](offer);
          if (!result.ok) continue;
          expect(result.value.next.revision).toBeGreaterThanOrEqual(offer.revision);
          offer = Offer.parse(result.value.next);
        }
      }),
    );
  });

  it("a change of a published offer is a new revision that others hear of", () => {
    const result = saveOffer(anOffer.published, content({ leadDays: 20 }), now);
    expect(result).toMatchObject({
      ok: true,
      value: { next: { revision: 2 }, events: [{ type: "trade.offer.published.v1", leadDays: 20 }] },
    });
  });

  it("keeps the number of its first publication", () => {
    expect(publishOffer(anOffer.paused, "GY-2026-000099", now)).toMatchObject({ ok: true, value: { next: { number: "GY-2026-000001" } } });
  });

  it("only a published offer is other firms' business", () => {
    expect(offerStatuses.filter((status) => mayReadOffer(anOffer[status], strangerOrg))).toEqual(["published"]);
    expect(offerStatuses.flatMap((status) => offerActions(anOffer[status], strangerOrg))).toEqual([]);
  });
});

const tiers = (...rows: [from: string, price: string][]) => ({
  kind: "tiers",
  currency: "CNY",
  priceIncludesTax: true,
  taxRate: "13",
  tiers: rows.map(([from, price]) => ({ from, price, base: "1" })),
});
const bare: OfferContent["spec"] = { ...content().spec, byText: false };

describe("what must be right before others see an offer", () => {
  it.each([
    { change: {}, becomes: "fit" },
    { change: { price: { kind: "on_request" } }, becomes: "fit" },
    { change: { price: tiers(["10", "9"], ["10", "8"]) }, becomes: "trade.offer.tiers_not_ordered" },
    { change: { price: tiers(["100", "9"], ["20", "8"]) }, becomes: "trade.offer.tiers_not_ordered" },
    { change: { price: tiers(["1", "0.00"]) }, becomes: "trade.offer.price_zero" },
    { change: { price: tiers(["50", "9"]) }, becomes: "trade.offer.minimum_below_tier" },
    { change: { minimum: "0" }, becomes: "trade.offer.quantity_zero" },
    { change: { spec: bare }, becomes: "trade.offer.specification_missing" },
    { change: { validUntil: null }, becomes: "trade.offer.validity_missing" },
    { change: { validUntil: "2026-07-09" }, becomes: "trade.offer.expired" },
    { change: { validUntil: "2026-07-10" }, becomes: "fit" },
    { change: { validUntil: "2027-07-10" }, becomes: "fit" },
    { change: { validUntil: "2027-07-11" }, becomes: "trade.offer.validity_too_long" },
  ])("$change → $becomes", ({ change, becomes }) => {
    const result = fitToPublish(content(change), july(10));
    expect(result.ok ? "fit" : result.error.code).toBe(becomes);
  });

  it("the last day of validity still counts", () => {
    const offer = { ...anOffer.published, content: content({ validUntil: "2026-07-10" }) };
    expect([july(10), july(11)].map((at) => isExpired(offer, at))).toEqual([false, true]);
  });
});

describe("price tiers", () => {
  it("hold for all units: the tier with the highest `from` that the quantity reaches", () => {
    const ladder = fc
      .uniqueArray(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 10 })
      .map((all) => all.sort((a, b) => a - b).map((from) => PriceTier.parse({ from: String(from), price: "1", base: "1" })));
    fc.assert(
      fc.property(ladder, fc.integer({ min: 1, max: 100_000 }), (rows, quantity) => {
        const reached = rows.filter((row) => Number(row.from) <= quantity);
        expect(tierFor(rows, String(quantity))).toBe(reached.at(-1) ?? null);
      }),
    );
  });

  it("a quantity between steps is refused with its two neighbours, which can be had", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 100_000 }), (step, quantity) => {
        const terms = { minimum: null, step: String(step) };
        const answer = orderable(terms, String(quantity));
        expect(answer === null).toBe(quantity % step === 0);
        if (answer?.code !== "trade.offer.off_step") return;
        const { lower, upper } = answer.params;
        expect(ratios.compare(exact(lower), exact(String(quantity)))).toBe(-1);
        expect(ratios.compare(exact(upper), exact(String(quantity)))).toBe(1);
        expect(orderable(terms, upper)).toBeNull();
      }),
    );
  });

  it("below the minimum is refused with the minimum", () => {
    expect(orderable({ minimum: "10", step: null }, "9.5")).toMatchObject({ code: "trade.offer.below_minimum", params: { minimum: "10" } });
  });
});
