import { LocalDate, plus } from "@jizhen/kernel";
import { describe, expect, it } from "vitest";
import { aRequest, july, orgOf, priced, quoteIdOf, theContent, theTerms, town } from "../request/request.fixtures.ts";
import type { Quote, QuoteContent, QuoteStatus } from "./model.ts";
import { quoteActionsOn } from "./policy.ts";
import { contentRefusal, doubtAbout, usualPrice } from "./rules.ts";
import { followAmendment, insistQuote, judge, prolong, settle, start, submit, takeIn, unseal, withdraw } from "./transitions.ts";

const request = aRequest.quoting();
const birth = { id: quoteIdOf(1), townId: town, supplierId: orgOf(101), requestId: request.id };
const fresh = start(birth, request, { at: july(2) });
const said = (result: { ok: true; value: { status: string } } | { ok: false; error: { code: string } }) =>
  result.ok ? result.value.status : result.error.code;
const sent = (at = july(3)) => {
  const result = submit(fresh, request, theContent(), 1, { at });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const refusal = (some: Partial<QuoteContent>, terms = {}) => contentRefusal(theContent(some), aRequest.quoting(terms))?.code ?? "fits";

describe("sending a quote", () => {
  it.each([
    { when: "a millisecond before the close", at: plus(july(10), -1), becomes: "submitted" },
    { when: "at the close itself", at: july(10), becomes: "procurement.request.closed" },
  ])("$when → $becomes", ({ at, becomes }) => {
    expect(said(submit(fresh, request, theContent(), 1, { at }))).toBe(becomes);
  });

  it("on an older version of the request asks to look again", () => {
    expect(said(submit(fresh, { ...request, requestVersion: 2 }, theContent(), 1, { at: july(3) }))).toBe(
      "procurement.quote.version_stale",
    );
  });

  it("counts revisions", () => {
    const again = submit(sent(), request, theContent(), 1, { at: july(4) });
    expect(again.ok && again.value.revision).toBe(2);
  });
});

describe("what a quote must say", () => {
  it("every line is priced or declined, and something is priced", () => {
    const declined = (lineNo: number) => ({ ...priced(lineNo, "1"), answer: "declined" as const, tiers: [] });
    expect(refusal({ lines: [priced(1, "86.5")] })).toBe("procurement.quote.line_unanswered");
    expect(refusal({ lines: [priced(1, "86.5"), { ...priced(2, "1"), tiers: [] }] })).toBe("procurement.quote.line_unanswered");
    expect(refusal({ lines: [priced(1, "86.5"), declined(2)] })).toBe("fits");
    expect(refusal({ lines: [declined(1), declined(2)] })).toBe("procurement.quote.nothing_priced");
    expect(refusal({ lines: [priced(1, "1"), priced(2, "1"), priced(3, "1")] })).toBe("procurement.quote.line_unknown");
  });

  it("quantities rise from tier to tier and prices do not", () => {
    const tiers = (...all: [string, string][]) => [
      priced(1, "1", { tiers: all.map(([from, price]) => ({ from, price, base: "1" })) as never }),
      priced(2, "1"),
    ];
    expect(refusal({ lines: tiers(["1", "10"], ["100", "9"]) })).toBe("fits");
    expect(refusal({ lines: tiers(["100", "9"], ["1", "10"]) })).toBe("procurement.quote.tiers_not_ordered");
    expect(refusal({ lines: tiers(["1", "9"], ["100", "10"]) })).toBe("procurement.quote.tiers_not_ordered");
    expect(refusal({ lines: tiers(["300", "9"]) })).toBe("procurement.quote.below_minimum");
    expect(refusal({ lines: [priced(1, "1", { minimum: "200.5" }), priced(2, "1")] })).toBe("procurement.quote.below_minimum");
  });

  it("a sea term names a port, the currency was offered, and it holds until the award can come", () => {
    expect(refusal({ incoterm: "FOB" })).toBe("procurement.quote.term_needs_port");
    expect(refusal({ incoterm: "FOB", port: "天津新港" })).toBe("fits");
    expect(refusal({ currency: "USD" })).toBe("procurement.quote.currency_not_allowed");
    expect(refusal({ currency: "USD" }, { quoteCurrencies: ["CNY", "USD"] })).toBe("fits");
    expect(refusal({ validUntil: LocalDate.parse("2026-07-12") }, { standstillDays: 3 })).toBe("procurement.quote.validity_too_short");
    expect(refusal({ validUntil: LocalDate.parse("2026-07-13") }, { standstillDays: 3 })).toBe("fits");
  });

  it("an amount beyond exact whole numbers is refused instead of failing later", () => {
    expect(refusal({ lines: [priced(1, "999999999999"), priced(2, "1")] })).toBe("procurement.quote.amount_too_large");
  });
});

describe("what is asked once", () => {
  const doubt = (price: string, history: [number, string][]) =>
    doubtAbout(theContent({ lines: [priced(1, price), priced(2, "120")] }), theTerms(), new Map(history))?.code;
  it("a zero price, or one ten times off the firm's own history", () => {
    expect(doubt("0", [])).toBe("procurement.quote.confirm_zero_price");
    expect(doubt("865", [[1, "86.5"]])).toBe("procurement.quote.confirm_far_price");
    expect(doubt("8.65", [[1, "86.5"]])).toBe("procurement.quote.confirm_far_price");
    expect(doubt("864.9", [[1, "86.5"]])).toBeUndefined();
    expect(doubt("865", [])).toBeUndefined();
  });
  it("takes the middle of earlier prices, so that one slip does not set the measure", () => {
    expect(usualPrice(["80", "8000", "90"])).toBe("90");
    expect(usualPrice([])).toBeNull();
  });
});

describe("an amendment", () => {
  it("makes a quote wait when it matters, and takes it along when it does not", () => {
    expect(followAmendment(sent(), 2, true)).toMatchObject({ status: "stale", requestVersion: 1 });
    expect(followAmendment(sent(), 2, false)).toMatchObject({ status: "submitted", requestVersion: 2 });
    const stale = followAmendment(sent(), 2, true);
    expect(followAmendment(stale, 3, false)).toMatchObject({ status: "stale", requestVersion: 1 });
  });
  it("leaves a stale quote void at the freeze: it is never evaluated", () => {
    expect(takeIn(followAmendment(sent(), 2, true), 2)).toMatchObject({ status: "void", voidReason: "stale" });
    expect(takeIn(followAmendment(sent(), 2, false), 2)).toMatchObject({ status: "sealed_in" });
    expect(takeIn(sent(), 2)).toMatchObject({ status: "void" });
  });
});

describe("after the close", () => {
  const sealedIn = takeIn(sent(), 1);
  const opened = sealedIn.status === "sealed_in" ? unseal(sealedIn, true) : sealedIn;
  const read = opened.status === "opened" ? opened : null;
  it("nothing is withdrawn", () => {
    expect(said(withdraw(sent(), request, { at: july(10) }))).toBe("procurement.request.closed");
    expect(said(withdraw(sent(), request, { at: plus(july(10), -1) }))).toBe("withdrawn");
  });
  it("what does not open is void with its reason", () => {
    expect(sealedIn.status === "sealed_in" && unseal(sealedIn, false)).toMatchObject({ status: "void", voidReason: "unreadable" });
  });
  it("wins all it priced, some of it, or nothing", () => {
    if (!read) throw new Error("opened");
    expect([settle(read, 2, 2).status, settle(read, 2, 1).status, settle(read, 2, 0).status]).toEqual(["won", "part_won", "lost"]);
  });
  it("a rejection names the requirement and can be taken back until the award", () => {
    if (!read) throw new Error("opened");
    const by = "pers_00000000000000000000000001" as never;
    const rejected = judge(read, { finding: "rejected", requirement: "材质", lineNo: 1, text: "", by, at: july(11) });
    expect(rejected.status).toBe("rejected");
    expect(judge(rejected, { finding: "admitted", quality: null, by, at: july(11) }).status).toBe("opened");
  });
  it("a validity only grows", () => {
    if (!read) throw new Error("opened");
    const day = (text: string) => LocalDate.parse(text);
    expect(said(prolong(read, day("2026-08-01"), day("2026-08-01"), { at: july(11) }))).toBe("procurement.quote.validity_too_short");
    expect(said(prolong(read, day("2026-08-01"), day("2026-08-02"), { at: july(11) }))).toBe("opened");
  });
});

describe("what a supplier may do", () => {
  const all: QuoteStatus[] = [
    "draft",
    "submitted",
    "withdrawn",
    "stale",
    "sealed_in",
    "void",
    "opened",
    "rejected",
    "won",
    "part_won",
    "lost",
  ];
  const as = (status: QuoteStatus) => ({ ...sent(), status }) as Quote;
  it("ends with the close in every status", () => {
    for (const status of all) {
      expect(quoteActionsOn(as(status), request, july(10))).toEqual([]);
      expect(quoteActionsOn(as(status), aRequest.opened(), july(12)).filter((action) => action !== "prolong")).toEqual([]);
    }
  });
  it("is what the transitions accept", () => {
    expect(quoteActionsOn(null, request, july(3))).toEqual(["save", "submit"]);
    expect(quoteActionsOn(as("stale"), request, july(3))).toContain("reconfirm");
    expect(quoteActionsOn(as("submitted"), request, july(3))).not.toContain("reconfirm");
    expect(said(insistQuote(as("sealed_in"), "draft", "submitted"))).toBe("procurement.quote.wrong_status");
  });
});
