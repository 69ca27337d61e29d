import { LocalDate, plus, sum } from "@jizhen/kernel";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../evaluation/evaluate.ts";
import type { OpenedQuote } from "../quote/model.ts";
import type { RequestTerms } from "../request/model.ts";
import { act, anOpened, aRequest, fen, july, orgOf, priced, quoteIdOf } from "../request/request.fixtures.ts";
import { AwardId, EvaluationId, ObjectionId } from "./model.ts";
import { awardActionsOn } from "./policy.ts";
import { award, finalise, object, refuseParts, replace, settle } from "./transitions.ts";

const ids = { id: AwardId.parse(`awrd_${"0".repeat(26)}`), evaluationId: EvaluationId.parse(`eval_${"0".repeat(26)}`) };
const objectionId = ObjectionId.parse(`objn_${"0".repeat(26)}`);
const three = [
  anOpened(1),
  anOpened(2, { lines: [priced(1, "80"), priced(2, "130")] }),
  anOpened(3, { lines: [priced(1, "90"), priced(2, "125")] }),
];

const basisOf = (quotes: readonly OpenedQuote[], terms: RequestTerms) => ({
  ...ids,
  quotes,
  evaluation: evaluate({ terms, requestVersion: 1, quotes, notEligible: [], today: LocalDate.parse("2026-07-12") }),
});
const pick = (...quotes: number[]) => quotes.map((n, index) => ({ lineNo: index + 1, quoteId: quoteIdOf(n) }));
const decide = (parts: ReturnType<typeof pick>, reason: string | null = null, terms: Partial<RequestTerms> = {}, quotes = three) => {
  const request = aRequest.opened(terms);
  return award(request, basisOf(quotes, request.terms), { parts, reason }, act(july(12)));
};
const codeOf = (result: ReturnType<typeof decide>) => (result.ok ? result.value.next.status : result.error.code);
const standing = () => {
  const result = decide(pick(2, 1), null, { standstillDays: 3 });
  if (!result.ok || result.value.next.status !== "standstill") throw new Error("standstill");
  return result.value.next;
};

describe("awarding", () => {
  it("the best scenario needs no words, anything else a reason", () => {
    expect(codeOf(decide(pick(2, 1)))).toBe("final");
    expect(codeOf(decide(pick(1, 1)))).toBe("procurement.award.reason_missing");
    expect(codeOf(decide(pick(1, 1), "   "))).toBe("procurement.award.reason_missing");
    expect(codeOf(decide(pick(1, 1), "一家供货便于验收"))).toBe("final");
    expect(codeOf(decide(pick(2)))).toBe("procurement.award.reason_missing");
  });

  it("stays under the ceiling", () => {
    expect(codeOf(decide(pick(2, 1), null, { ceiling: fen(4_000_000) }))).toBe("final");
    expect(codeOf(decide(pick(2, 1), null, { ceiling: fen(3_999_999) }))).toBe("procurement.request.over_ceiling");
  });

  it("names only lines that the quote offers, and judges alternatives first", () => {
    const partial = [...three, anOpened(4, { lines: [priced(1, "10")] })];
    expect(codeOf(decide(pick(4, 4), "便宜", {}, partial))).toBe("procurement.award.line_not_offered");
    const other = [...three, anOpened(4, { lines: [priced(1, "10", { deviation: "Q355B" }), priced(2, "10")] })];
    expect(codeOf(decide(pick(4, 4), null, {}, other))).toBe("procurement.award.deviation_unjudged");
  });

  it("names the quotes that wait for a judgement, and no other", () => {
    const differs = { deviation: "Q355B" };
    const quotes = [...three, ...[4, 5].map((n) => anOpened(n, { lines: [priced(1, "10", differs), priced(2, "10")] }))];
    expect(decide(pick(4, 4), null, {}, quotes)).toMatchObject({ error: { params: { count: 2 }, about: [4, 5].map(quoteIdOf) } });
    const points = { kind: "points", weights: { cost: 60, delivery: 20, quality: 20 } } as const;
    const marked = anOpened(1, {}, { judgement: { finding: "admitted", quality: 80, by: act(july(11)).by.personId, at: july(11) } });
    const rest = three.slice(1);
    expect(decide(pick(2, 1), null, { criteria: points }, [marked, ...rest])).toMatchObject({
      error: { code: "procurement.award.quality_unmarked", about: rest.map(({ id }) => id) },
    });
  });

  it("hands on price and terms exactly as quoted, and shares of charges that add up", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(900), fc.nat(900), (freight, first, second) => {
        const quote = anOpened(1, {
          charges: [{ part: "main_carriage", amount: fen(freight) }],
          lines: [priced(1, `${first}`), priced(2, `${second}.25`)],
        });
        const result = decide(pick(1, 1), null, {}, [quote]);
        if (!result.ok) throw new Error(result.error.code);
        const { parts } = result.value.next;
        expect(sum(parts.flatMap(({ terms }) => terms.charges.map(({ amount }) => amount)))).toBe(freight);
        expect(parts.map(({ terms, quantity }) => [terms.price, quantity.value])).toEqual([
          [`${first}`, "200"],
          [`${second}.25`, "200"],
        ]);
      }),
    );
  });

  it("is final at once without a standstill, and tells trade everything an order needs", () => {
    const result = decide(pick(2, 1));
    const types = result.ok ? result.value.events.map(({ type }) => type) : [];
    expect(types).toEqual(["procurement.request.awarded.v1", "procurement.award.final.v1"]);
  });
});

describe("the standstill", () => {
  it("ends at its instant", () => {
    const request = aRequest.awarded();
    expect(finalise(standing(), request, { at: plus(july(15), -1) })).toMatchObject({ error: { code: "procurement.award.in_standstill" } });
    expect(finalise(standing(), request, { at: july(15) })).toMatchObject({ value: { next: { status: "final" } } });
  });

  it("takes objections until then, to a line that was awarded", () => {
    const said = (lineNo: number, at: Date) => object(standing(), { id: objectionId, lineNo, text: "规格不符" }, act(at, orgOf(103)));
    expect(said(1, plus(july(15), -1)).ok).toBe(true);
    expect(said(1, july(15))).toMatchObject({ error: { code: "procurement.award.standstill_over" } });
    expect(said(9, july(13))).toMatchObject({ error: { code: "procurement.award.line_unknown" } });
  });

  it("waits for every objection, and an upheld one re-opens its line only", () => {
    const request = aRequest.awarded();
    const objected = object(standing(), { id: objectionId, lineNo: 1, text: "规格不符" }, act(july(13), orgOf(103)));
    if (!objected.ok) throw new Error("objected");
    expect(finalise(objected.value.next, request, { at: july(16) })).toMatchObject({ error: { code: "procurement.award.objection_open" } });
    const upheld = settle(objected.value.next, { objectionId, outcome: "upheld", answer: "成立" }, act(july(14)));
    if (!upheld.ok || upheld.value.next.status !== "standstill") throw new Error("upheld");
    expect(upheld.value.next.parts.map(({ status }) => status)).toEqual(["overturned", "standstill"]);
    expect(awardActionsOn(upheld.value.next, act(july(14)).by, july(14))).toContain("replace");
    const final = finalise(upheld.value.next, request, { at: july(15) });
    const event = final.ok ? final.value.events[0] : undefined;
    expect(event?.type === "procurement.award.final.v1" && event.parts.map(({ lineNo }) => lineNo)).toEqual([2]);
  });

  it("a line that has gone to a further round is not re-opened by a second objection, and the round ends with its last line", () => {
    const open = [1, 2].map((lineNo) => ({
      id: objectionId,
      lineNo,
      supplierId: orgOf(103),
      text: "规格不符",
      at: july(13),
      settled: null,
    }));
    const [replaced, stands] = standing().parts;
    if (!replaced || !stands) throw new Error("two lines");
    const parts = [{ ...replaced, status: "replaced" as const }, stands];
    const upheld = (objections: typeof open) =>
      settle({ ...standing(), parts, objections }, { objectionId, outcome: "upheld", answer: "成立" }, act(july(14)));
    expect(upheld(open.slice(0, 1))).toMatchObject({ value: { next: { status: "standstill", parts } } });
    expect(upheld(open.slice(1))).toMatchObject({ value: { next: { status: "overturned" } } });
  });
});

describe("a refused order", () => {
  const finalAward = () => {
    const result = decide(pick(2, 1));
    if (!result.ok || result.value.next.status !== "final") throw new Error("final");
    return result.value.next;
  };
  const gone = [quoteIdOf(2)];

  it("leaves its lines empty once, however often it is heard", () => {
    const refused = refuseParts(finalAward(), orgOf(102));
    expect(refused?.parts.map(({ status }) => status)).toEqual(["refused", "final"]);
    expect(refused && refuseParts(refused, orgOf(102))).toBeNull();
  });

  it("goes to the next-best of the same ranking in a further round", () => {
    const refused = refuseParts(finalAward(), orgOf(102));
    if (!refused) throw new Error("refused");
    const request = aRequest.awarded();
    const result = replace(request, refused, { ...basisOf(three, request.terms), gone, rounds: 1, reason: null }, act(july(14)));
    if (!result.ok) throw new Error(result.error.code);
    expect(result.value.before.parts.map(({ status }) => status)).toEqual(["replaced", "final"]);
    expect(result.value.decision.next).toMatchObject({ round: 2, parts: [{ lineNo: 1, quoteId: quoteIdOf(1) }] });
  });

  it("finds nobody when all are gone or have run out", () => {
    const refused = refuseParts(finalAward(), orgOf(102));
    if (!refused) throw new Error("refused");
    const request = aRequest.awarded();
    const old = three.map((quote) => ({ ...quote, validUntil: LocalDate.parse("2026-07-13") }));
    const result = replace(request, refused, { ...basisOf(old, request.terms), gone, rounds: 1, reason: null }, act(july(14)));
    expect(result).toMatchObject({ error: { code: "procurement.award.nobody_left" } });
  });
});
