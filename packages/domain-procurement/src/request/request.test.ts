import { plus } from "@jizhen/kernel";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PurchaseRequest, RequestStatus } from "./model.ts";
import { requestStatuses } from "./model.ts";
import { actionsOn, type RequestAction } from "./policy.ts";
import { answer, ask } from "./questions.ts";
import { act, aLine, aRequest, buyer, fen, july, orgOf, rules, theTerms } from "./request.fixtures.ts";
import { amend, cancel, closeWithAward, end, extend, freeze, holdForQuestions, insist, open, publish, rewrite } from "./transitions.ts";

const hours = (n: number) => n * 3_600_000;
const published = { number: "CG-2026-000001", closesAt: july(10), rules, findingsOf: () => [] };
const said = (result: { ok: true; value: { next: { status: string } } } | { ok: false; error: { code: string } }) =>
  result.ok ? result.value.next.status : result.error.code;

describe("publishing", () => {
  it.each([
    { when: "a full day before the close", at: july(9), becomes: "quoting" },
    { when: "a millisecond less than the town's day", at: plus(july(9), 1), becomes: "procurement.request.window_too_short" },
    { when: "at the close itself", at: july(10), becomes: "procurement.request.deadline_in_past" },
  ])("$when → $becomes", ({ at, becomes }) => {
    expect(said(publish(aRequest.draft(), published, { at }))).toBe(becomes);
  });

  it("needs two hours for a quick enquiry", () => {
    const quick = aRequest.draft({ sealing: "none" });
    expect(said(publish(quick, published, { at: plus(july(10), -hours(2)) }))).toBe("quoting");
    expect(said(publish(quick, published, { at: plus(july(10), 1 - hours(2)) }))).toBe("procurement.request.window_too_short");
  });

  it("asks for a seal where the town does", () => {
    const strict = { ...published, rules: { ...rules, sealingThreshold: 100_000 } };
    const at = { at: july(1) };
    expect(said(publish(aRequest.draft({ sealing: "none", ceiling: fen(100_000) }), strict, at))).toBe(
      "procurement.request.sealing_unavailable",
    );
    expect(said(publish(aRequest.draft({ sealing: "none", ceiling: fen(99_999) }), strict, at))).toBe("quoting");
    expect(said(publish(aRequest.draft({ sealing: "at_rest", ceiling: fen(100_000) }), strict, at))).toBe("quoting");
  });

  it("lets nothing in doubt go out, unless it goes out as text", () => {
    const doubtful = { attribute: "rating", value: "PN16", unit: null, asWritten: "16", origin: "parsed", state: "doubt" } as const;
    const lines = (byText: boolean) => [{ ...aLine(1), spec: { ...aLine(1).spec, byText, values: [doubtful] } }];
    expect(said(publish(aRequest.draft({ lines: lines(false) }), published, { at: july(1) }))).toBe("procurement.request.line_in_doubt");
    expect(said(publish(aRequest.draft({ lines: lines(true) }), published, { at: july(1) }))).toBe("quoting");
  });

  it("freezes one rate for every other currency, the buyer's own before the reference", () => {
    const typed = { currency: "EUR", rate: "8.01", date: "2026-06-30", source: "buyer", note: "中国银行" } as never;
    const { terms } = aRequest.quoting({ quoteCurrencies: ["USD", "EUR", "CNY"], fx: [typed] });
    expect(terms.fx.map(({ currency, rate, source }) => [currency, rate, source])).toEqual([
      ["EUR", "8.01", "buyer"],
      ["USD", "7.1", "reference"],
    ]);
  });
});

describe("the close", () => {
  it.each([
    { when: "a millisecond before", at: plus(july(10), -1), becomes: "procurement.request.sealed_until_close" },
    { when: "at the close itself", at: july(10), becomes: "frozen" },
    { when: "after a late job", at: july(12), becomes: "frozen" },
  ])("freezes $when → $becomes", ({ at, becomes }) => {
    expect(said(freeze(aRequest.quoting(), { root: "r", early: true }, { at }))).toBe(becomes);
  });

  it("comes early only for a quick enquiry whose buyer asks for it", () => {
    const quick = aRequest.quoting({ sealing: "none" });
    expect(said(freeze(quick, { root: "r", early: true }, { at: july(2) }))).toBe("frozen");
    expect(said(freeze(quick, { root: "r", early: false }, { at: july(2) }))).toBe("procurement.request.sealed_until_close");
  });

  it("does not open a sealed request early even if something froze it", () => {
    const frozen = { ...aRequest.frozen(), closesAt: july(20) };
    expect(said(open(frozen, { root: "r", opened: 1, voided: 0 }, { at: july(19) }))).toBe("procurement.request.still_quoting");
  });
});

describe("amending", () => {
  const change = (terms: object, closesAt = july(10)) => ({ terms: { ...theTerms(), ...terms }, closesAt, rules, findingsOf: () => [] });
  const material = (terms: object) => {
    const result = amend(aRequest.quoting(), change(terms), { at: july(2) });
    const told = result.ok ? result.value.events[0] : undefined;
    return told?.type === "procurement.request.amended.v1" ? told.material : null;
  };

  it("tells what makes suppliers look again from what does not", () => {
    expect(material({ lines: [aLine(1, "300"), aLine(2)] })).toBe(true);
    expect(material({ paymentDays: 30 })).toBe(true);
    expect(material({ standstillDays: 2 })).toBe(true);
    expect(material({ title: "法兰采购（更正）" })).toBe(false);
    expect(material({ note: "请附材质单" })).toBe(false);
  });

  it("makes a new version, and needs half the town's window when it matters", () => {
    const late = amend(aRequest.quoting(), change({ lines: [aLine(1, "300")] }), { at: plus(july(10), 1 - hours(12)) });
    expect(said(late)).toBe("procurement.request.window_too_short");
    const inTime = amend(aRequest.quoting(), change({ lines: [aLine(1, "300")] }), { at: plus(july(10), -hours(12)) });
    expect(inTime.ok && inTime.value.next.requestVersion).toBe(2);
  });

  it("keeps the seal, the currency and the method that suppliers relied on", () => {
    expect(said(amend(aRequest.quoting(), change({ sealing: "none" }), { at: july(2) }))).toBe("procurement.request.frozen_term");
    expect(said(amend(aRequest.quoting(), change({ currency: "USD" }), { at: july(2) }))).toBe("procurement.request.frozen_term");
  });

  it("never moves the close forward, and never after it", () => {
    expect(said(amend(aRequest.quoting(), change({ note: "x" }, july(9)), { at: july(2) }))).toBe("procurement.request.not_later");
    expect(said(extend(aRequest.quoting(), july(10), { at: july(2) }))).toBe("procurement.request.not_later");
    expect(said(extend(aRequest.quoting(), july(12), { at: july(10) }))).toBe("procurement.request.closed");
    expect(said(extend(aRequest.quoting(), july(12), { at: plus(july(10), -1) }))).toBe("quoting");
  });

  it("never changes frozen rates", () => {
    const request = aRequest.quoting({ quoteCurrencies: ["CNY", "USD"] });
    const other = { currency: "USD", rate: "1", date: "2026-06-30", source: "buyer", note: "" };
    const result = amend(request, change({ quoteCurrencies: ["CNY", "USD"], fx: [other], note: "x" }), { at: july(2) });
    expect(result.ok && result.value.next.terms.fx).toEqual(request.terms.fx);
  });
});

describe("questions", () => {
  const question = { id: "ques_00000000000000000000000001" as never, text: "法兰要不要喷涂？" };
  it("end a day before the close, or half-way through a short window", () => {
    expect(aRequest.quoting().questionsUntil).toEqual(july(9));
    expect(aRequest.quoting({}, july(2)).questionsUntil).toEqual(july(1, "12:00:00.000"));
  });
  it("are refused at that instant, and from the buyer", () => {
    const refusal = (at: Date, org = orgOf(7)) => {
      const result = ask(aRequest.quoting(), question, act(at, org));
      return result.ok ? "asked" : result.error.code;
    };
    expect(refusal(plus(july(9), -1))).toBe("asked");
    expect(refusal(july(9))).toBe("procurement.request.questions_over");
    expect(refusal(july(2), buyer)).toBe("procurement.request.own_request");
  });
  it("are answered once", () => {
    const asked = ask(aRequest.quoting(), question, act(july(2), orgOf(7)));
    if (!asked.ok) throw new Error("asked");
    const answered = answer(aRequest.quoting(), asked.value, "不用", act(july(3)));
    if (!answered.ok) throw new Error("answered");
    expect(answer(aRequest.quoting(), answered.value, "要", act(july(3)))).toMatchObject({
      error: { code: "procurement.request.question_answered" },
    });
  });
  it("unanswered six hours before the close move it by a day, three times at most, and never after it", () => {
    let request = aRequest.quoting();
    for (const holds of [1, 2, 3]) {
      const held = holdForQuestions(request, 1, { at: plus(request.closesAt, -hours(6)) });
      if (!held?.ok) throw new Error("held");
      expect(held.value.next.closesAt).toEqual(plus(request.closesAt, hours(24)));
      request = held.value.next;
      expect(request.holds).toBe(holds);
    }
    expect(holdForQuestions(request, 1, { at: plus(request.closesAt, -hours(6)) })).toBeNull();
    const first = aRequest.quoting();
    expect(holdForQuestions(first, 1, { at: first.closesAt })).toBeNull();
    expect(holdForQuestions(first, 0, { at: plus(first.closesAt, -hours(6)) })).toBeNull();
    expect(holdForQuestions(first, 1, { at: plus(first.closesAt, -hours(6) - 1) })).toBeNull();
  });
});

/** The table of functions/procurement: every action, where it is open and what it makes. Everything else is refused. */
const life: Record<string, Partial<Record<RequestStatus, RequestStatus>>> = {
  save: { draft: "draft" },
  publish: { draft: "quoting" },
  amend: { quoting: "quoting" },
  extend: { quoting: "quoting" },
  freeze: { quoting: "frozen" },
  open: { frozen: "opened" },
  award: { opened: "awarded" },
  end: { frozen: "unsuccessful", opened: "unsuccessful", awarded: "unsuccessful" },
  cancel: { draft: "cancelled", quoting: "cancelled", frozen: "cancelled", opened: "cancelled" },
};

const one = (status: RequestStatus): PurchaseRequest => {
  const quoting = aRequest.quoting({ sealing: "none" });
  const frozen = { ...quoting, status: "frozen" as const, frozenAt: july(2) };
  switch (status) {
    case "draft":
      return aRequest.draft({ sealing: "none" });
    case "quoting":
      return quoting;
    case "frozen":
      return frozen;
    case "opened":
      return { ...frozen, status, openedAt: july(2) };
    case "awarded":
      return { ...frozen, status, openedAt: july(2), endedAt: july(2) };
    case "unsuccessful":
      return { ...frozen, status, openedAt: null, endedAt: july(2), reasonCode: "no_quote", reasonText: "" };
    case "cancelled": {
      const cancelled = cancel(quoting, { reasonCode: "need_gone", reasonText: "" }, { at: july(2) });
      if (!cancelled.ok) throw new Error("cancelled");
      return cancelled.value.next;
    }
  }
};

const at = { at: july(2) };
const moves: Record<string, (request: PurchaseRequest) => string> = {
  save: (request) => via(insist(request, "draft"), (it) => said(rewrite(it, theTerms()))),
  publish: (request) => via(insist(request, "draft"), (it) => said(publish(it, published, at))),
  amend: (request) =>
    via(insist(request, "quoting"), (it) =>
      said(amend(it, { terms: { ...it.terms, note: "改" }, closesAt: july(10), rules, findingsOf: () => [] }, at)),
    ),
  extend: (request) => via(insist(request, "quoting"), (it) => said(extend(it, july(11), at))),
  freeze: (request) => via(insist(request, "quoting"), (it) => said(freeze(it, { root: "r", early: true }, at))),
  open: (request) => via(insist(request, "frozen"), (it) => said(open(it, { root: "r", opened: 1, voided: 0 }, at))),
  award: (request) => via(insist(request, "opened"), (it) => closeWithAward(it, at).status),
  end: (request) =>
    via(insist(request, "frozen", "opened", "awarded"), (it) => said(end(it, { reasonCode: "no_quote", reasonText: "" }, at))),
  cancel: (request) =>
    via(insist(request, "draft", "quoting", "frozen", "opened"), (it) => said(cancel(it, { reasonCode: "other", reasonText: "" }, at))),
};
function via<T>(found: { ok: true; value: T } | { ok: false; error: { code: string } }, go: (value: T) => string): string {
  return found.ok ? go(found.value) : found.error.code;
}

describe("the life of a request", () => {
  const cases = Object.keys(life).flatMap((action) => requestStatuses.map((status) => ({ action, status })));
  it.each(cases)("$action in $status is as the table says", ({ action, status }) => {
    expect(moves[action]?.(one(status))).toBe(life[action]?.[status] ?? "procurement.request.wrong_status");
  });

  it("walked at random never leaves the table", () => {
    const step = fc.constantFrom(...Object.keys(life));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (actions) => {
        let status: RequestStatus = "draft";
        for (const action of actions) {
          const became = moves[action]?.(one(status)) ?? "";
          const allowed: string = life[action]?.[status] ?? "procurement.request.wrong_status";
          expect(became).toBe(allowed);
          status = life[action]?.[status] ?? status;
        }
      }),
    );
  });

  it("offers the buyer what the table allows, and a rival's buyer nothing", () => {
    const quoting = one("quoting");
    const offered = actionsOn(quoting, { orgId: buyer }, july(2));
    const expected: RequestAction[] = ["amend", "extend", "freeze", "cancel"];
    expect(offered).toEqual(expect.arrayContaining(expected));
    expect(actionsOn(aRequest.quoting(), { orgId: buyer }, july(2))).not.toContain("freeze");
    expect(actionsOn(quoting, { orgId: buyer }, july(10))).not.toContain("amend");
    expect(actionsOn(quoting, { orgId: orgOf(9) }, july(2))).toEqual(["quote", "ask"]);
    expect(actionsOn(one("opened"), { orgId: orgOf(9) }, july(2))).toEqual([]);
  });
});
