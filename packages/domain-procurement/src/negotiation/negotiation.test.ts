import { plus, UnitPrice } from "@jizhen/kernel";
import { describe, expect, it } from "vitest";
import type { QuoteContent } from "../quote/model.ts";
import { start, submit } from "../quote/transitions.ts";
import { act, aRequest, july, orgOf, priced, quoteIdOf, theContent, town } from "../request/request.fixtures.ts";
import { type Negotiation, NegotiationId, type Wish } from "./model.ts";
import { negotiationActionsOn } from "./policy.ts";
import { ask, keep, requote } from "./transitions.ts";

const request = aRequest.quoting({ sealing: "none" });
const birth = { id: NegotiationId.parse(`nego_${"0".repeat(25)}1`), townId: town };
const fresh = start({ id: quoteIdOf(1), townId: town, supplierId: orgOf(101), requestId: request.id }, request, { at: july(2) });
const sent = submit(fresh, request, theContent(), 1, { at: july(3) });
if (!sent.ok) throw new Error(sent.error.code);
const quote = sent.value;

const wish = (some: Partial<Wish> = {}): Wish => ({ targets: [], text: "请再优惠一些", ...some });
const target = (lineNo: number, price: string) => ({ lineNo, price: UnitPrice.parse(price) });
const asking = (some: Partial<Wish> = {}, content: Partial<QuoteContent> = {}, at = july(4)) =>
  ask(birth, request, { quote, content: theContent(content) }, wish(some), act(at));
const said = (result: { ok: true; value: { next: { status: string } } } | { ok: false; error: { code: string } }) =>
  result.ok ? result.value.next.status : result.error.code;
const asked = () => {
  const result = asking();
  if (!result.ok) throw new Error(result.error.code);
  return result.value.next;
};

describe("asking for a better price", () => {
  it.each<{ what: string; some: Partial<Wish>; becomes: string }>([
    { what: "in words", some: {}, becomes: "asked" },
    { what: "by a price below the quoted one", some: { targets: [target(1, "86.4999")], text: "" }, becomes: "asked" },
    { what: "with nothing", some: { text: "" }, becomes: "procurement.negotiation.nothing_asked" },
    { what: "by the quoted price itself", some: { targets: [target(1, "86.50")] }, becomes: "procurement.negotiation.not_below" },
    {
      what: "for a line that the request does not have",
      some: { targets: [target(9, "1")] },
      becomes: "procurement.negotiation.line_not_priced",
    },
  ])("$what → $becomes", ({ some, becomes }) => {
    expect(said(asking(some))).toBe(becomes);
  });

  it("compares with the price break that holds for the quantity asked", () => {
    const tiers = [
      { from: "1", price: UnitPrice.parse("90"), base: "1" },
      { from: "100", price: UnitPrice.parse("80"), base: "1" },
    ];
    const lines = [priced(1, "1", { tiers }), priced(2, "120")];
    expect(said(asking({ targets: [target(1, "85")] }, { lines }))).toBe("procurement.negotiation.not_below");
    expect(said(asking({ targets: [target(1, "79")] }, { lines }))).toBe("asked");
  });

  it("is no use for a line the supplier declined", () => {
    const lines = [priced(1, "86.5"), { ...priced(2, "1"), answer: "declined" as const, tiers: [] }];
    expect(said(asking({ targets: [target(2, "1")] }, { lines }))).toBe("procurement.negotiation.line_not_priced");
  });

  it("ends with the close, and does not exist where prices are sealed", () => {
    expect(said(asking({}, {}, plus(july(10), -1)))).toBe("asked");
    expect(said(asking({}, {}, july(10)))).toBe("procurement.request.closed");
    const sealed = ask(birth, aRequest.quoting(), { quote, content: theContent() }, wish(), act(july(4)));
    expect(said(sealed)).toBe("procurement.negotiation.sealed");
  });

  it("tells that it happened and no price", () => {
    const result = asking({ targets: [target(1, "77.7777")] });
    expect(result.ok && JSON.stringify(result.value.events)).not.toContain("77.7777");
    expect(result.ok && result.value.events).toMatchObject([{ type: "procurement.negotiation.asked.v1", supplierId: orgOf(101) }]);
  });
});

describe("the supplier's answer", () => {
  it("is a new quote, or the old price, once and before the close", () => {
    expect(said(requote(asked(), request, 2, { at: july(5) }))).toBe("requoted");
    const kept = keep(asked(), request, { at: july(5) });
    expect(said(kept)).toBe("kept");
    expect(kept.ok && said(keep(kept.value.next, request, { at: july(6) }))).toBe("procurement.negotiation.answered");
    expect(said(keep(asked(), request, { at: july(10) }))).toBe("procurement.request.closed");
  });
});

describe("what each side may do", () => {
  const answers = (at: Date) => {
    const [kept, requoted] = [keep(asked(), request, { at }), requote(asked(), request, 2, { at })];
    return [kept, requoted].flatMap((result): Negotiation[] => (result.ok ? [result.value.next] : []));
  };
  const may = (negotiation: Negotiation | null, side: "buyer" | "supplier", at = july(5)) =>
    negotiationActionsOn({ negotiation, quote: "submitted", request }, side, at);

  it("is one question and one answer", () => {
    expect(may(null, "buyer")).toEqual(["ask"]);
    expect(may(null, "supplier")).toEqual([]);
    expect(may(asked(), "buyer")).toEqual([]);
    expect(may(asked(), "supplier")).toEqual(["keep"]);
    for (const over of answers(july(5))) expect([...may(over, "buyer"), ...may(over, "supplier")]).toEqual([]);
    expect(answers(july(5))).toHaveLength(2);
  });

  it("is nothing after the close, over a quote that does not stand, or where prices are sealed", () => {
    expect(may(null, "buyer", july(10))).toEqual([]);
    expect(may(asked(), "supplier", july(10))).toEqual([]);
    expect(negotiationActionsOn({ negotiation: null, quote: "stale", request }, "buyer", july(5))).toEqual([]);
    expect(negotiationActionsOn({ negotiation: null, quote: "submitted", request: aRequest.quoting() }, "buyer", july(5))).toEqual([]);
    expect(
      negotiationActionsOn({ negotiation: null, quote: "opened", request: aRequest.opened({ sealing: "none" }) }, "buyer", july(12)),
    ).toEqual([]);
  });
});
