import { canonical, LocalDate, minor, ratio, ratios, sum } from "@jizhen/kernel";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OpenedQuote } from "../quote/model.ts";
import { aLine, anOpened, fen, orgOf, priced, quoteIdOf, theTerms } from "../request/request.fixtures.ts";
import { evaluate } from "./evaluate.ts";
import { frozenRates, minorRate, referenceRate } from "./fx.ts";
import { nextBest } from "./scenario.ts";
import { breakTies } from "./tie-break.ts";

const today = LocalDate.parse("2026-07-11");
const run = (quotes: OpenedQuote[], terms = theTerms(), some: object = {}) =>
  evaluate({ terms, requestVersion: 1, quotes, notEligible: [], today, ...some });

const price = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 9 })).map(([whole, tenth]) => `${whole}.${tenth}`);
/** Few different prices, so that ties are common. */
const someQuotes = fc
  .array(
    fc.record({
      first: fc.option(price),
      second: fc.option(price),
      freight: fc.nat(5_000),
      term: fc.constantFrom("EXW" as const, "DAP" as const),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((all) =>
    all.map(({ first, second, freight, term }, index) =>
      anOpened(index + 1, {
        incoterm: term,
        charges: freight > 2_500 ? [{ part: "main_carriage", amount: fen(freight) }] : [],
        lines: [first, second].map((text, line) =>
          text === null ? { ...priced(line + 1, "1"), answer: "declined" as const, tiers: [] } : priced(line + 1, text),
        ),
      }),
    ),
  );

describe("ranking", () => {
  it("does not depend on the order in which quotes are read", { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(
        someQuotes.chain((quotes) => fc.tuple(fc.constant(quotes), fc.shuffledSubarray(quotes, { minLength: quotes.length }))),
        fc.constantFrom("whole" as const, "line" as const),
        ([quotes, shuffled], awardBy) => {
          expect(canonical(run(shuffled, theTerms({ awardBy })))).toBe(canonical(run(quotes, theTerms({ awardBy }))));
        },
      ),
    );
  });

  it("gives every offer of a line its own rank", { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(someQuotes, (quotes) => {
        const { lines } = run(quotes);
        for (const lineNo of [1, 2]) {
          const ranks = lines.filter((line) => line.lineNo === lineNo).map(({ rank }) => rank);
          expect(ranks).toEqual(ranks.map((_, index) => index + 1));
        }
      }),
    );
  });

  it("covers each line that somebody offers exactly once, and no award by line is cheaper", { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(someQuotes, (quotes) => {
        const { lines, best, bestWhole, unoffered } = run(quotes);
        const offered = [...new Set(lines.map(({ lineNo }) => lineNo))];
        expect(best?.parts.map(({ lineNo }) => lineNo) ?? []).toEqual(offered);
        expect([...offered, ...unoffered].sort((a, b) => a - b)).toEqual([1, 2]);
        const cheapest = offered.map((lineNo) =>
          minor(Math.min(...lines.filter((line) => line.lineNo === lineNo).map(({ cost }) => cost))),
        );
        expect(best?.cost ?? 0).toBe(sum(cheapest));
        if (bestWhole) expect(bestWhole.cost).toBeGreaterThanOrEqual(best?.cost ?? 0);
      }),
    );
  });

  it("leaves out what is stale, rejected, expired or not eligible, each with its reason", () => {
    const rejected = {
      finding: "rejected",
      requirement: "material",
      lineNo: 1,
      text: "",
      by: "pers_x",
      at: new Date("2026-07-11T00:00:00Z"),
    } as never;
    const result = run(
      [
        anOpened(1, {}, { requestVersion: 0 }),
        anOpened(2, {}, { judgement: rejected }),
        anOpened(3, {}, { validUntil: LocalDate.parse("2026-07-10") }),
        anOpened(4),
        anOpened(5, { lines: [priced(1, "99"), priced(2, "199")] }),
      ],
      theTerms(),
      { notEligible: [orgOf(104)] },
    );
    expect(result.leftOut.map(({ reason }) => reason)).toEqual(["stale", "rejected", "expired", "not_eligible"]);
    expect(result.totals.map(({ quoteId }) => quoteId)).toEqual([quoteIdOf(5)]);
  });
});

describe("landed cost", () => {
  it("rounds each figure once: 278,362.5 × 0.0111051596 is 3,091.26", () => {
    const terms = theTerms({ lines: [aLine(1, "278362.5")] });
    const result = run([anOpened(1, { lines: [priced(1, "0.0111051596")] })], terms);
    expect(result.lines[0]?.quotedAmount).toBe(309_126);
  });

  it("tells VAT in from VAT out", () => {
    const terms = theTerms({ lines: [aLine(1, "100")] });
    const [withTax] = run([anOpened(1, { lines: [priced(1, "113")] })], terms).lines;
    expect(withTax?.delivered).toEqual({ net: 1_000_000, gross: 1_130_000 });
    const [without] = run([anOpened(1, { priceIncludesTax: false, lines: [priced(1, "100")] })], terms).lines;
    expect(without?.delivered).toEqual({ net: 1_000_000, gross: 1_130_000 });
    expect(run([anOpened(1, { lines: [priced(1, "113")] })], { ...terms, taxIncluded: false }).lines[0]?.cost).toBe(1_000_000);
  });

  it("shares a charge over lines by their goods without losing a fen that matters", () => {
    const charges = [{ part: "main_carriage" as const, amount: fen(30_001) }];
    const result = run([anOpened(1, { charges, lines: [priced(1, "10"), priced(2, "20")] })]);
    const freight = result.lines.map(({ parts }) => parts.find(({ part }) => part === "main_carriage")?.amount);
    expect(freight).toEqual([10_000, 20_001]);
  });

  it("uses the price of the tier that holds the quantity", () => {
    const tiers = [
      { from: "1", price: "10", base: "1" },
      { from: "200", price: "900", base: "100" },
    ] as never;
    const result = run(
      [anOpened(1, { lines: [priced(1, "1", { tiers }), priced(2, "1", { tiers })] })],
      theTerms({ lines: [aLine(1, "199"), aLine(2, "200")] }),
    );
    expect(result.lines.map(({ quotedAmount }) => quotedAmount)).toEqual([199_000, 180_000]);
  });

  it("says which parts nobody has stated, and when that could change the order", () => {
    const terms = theTerms({ lines: [aLine(1)] });
    const works = anOpened(1, { incoterm: "EXW", lines: [priced(1, "80")] });
    const delivered = anOpened(2, { lines: [priced(1, "81")] });
    const result = run([works, delivered], terms);
    expect(result.couldFlip).toEqual([{ quoteId: works.id, parts: ["origin_haul", "main_carriage"] }]);
    const dearWorks = anOpened(1, { incoterm: "EXW", lines: [priced(1, "82")] });
    expect(run([dearWorks, delivered], terms).couldFlip).toEqual([]);
    const stated = [
      { part: "origin_haul" as const, amount: fen(0) },
      { part: "main_carriage" as const, amount: fen(50_000) },
    ];
    const told = run([anOpened(1, { incoterm: "EXW", lines: [priced(1, "80")], charges: stated }), delivered], terms);
    expect(told.couldFlip).toEqual([]);
    expect(told.best?.parts[0]?.quoteId).toBe(delivered.id);
  });

  it("counts import duty only across a border", () => {
    const unknown = (country: string) =>
      run([anOpened(1, { lines: [priced(1, "80")] }, { country })], theTerms({ lines: [aLine(1)] })).totals[0]?.unknown;
    expect(unknown("CN")).toEqual([]);
    expect(unknown("DE")).toEqual(["duty_tax"]);
  });

  it("charges interest for earlier payment than asked", () => {
    const terms = theTerms({ lines: [aLine(1, "100")], paymentDays: 73, paymentRate: "5" });
    const [line] = run([anOpened(1, { paymentDays: 0, lines: [priced(1, "100")] })], terms).lines;
    expect(line?.parts.find(({ part }) => part === "payment")?.amount).toBe(10_000);
  });
});

describe("frozen rates", () => {
  it("carry minor units between currencies of different exponents", () => {
    const terms = theTerms({ quoteCurrencies: ["CNY", "USD", "JPY", "KWD"] });
    const fixed = { ...terms, fx: frozenRates(terms) };
    const yuan = (currency: "USD" | "JPY" | "KWD", amount: number) =>
      ratios.roundHalfUp(ratios.multiply(ratio(amount), minorRate(currency, fixed) ?? ratio(0)));
    expect([yuan("USD", 10_000), yuan("JPY", 10_000), yuan("KWD", 10_000)]).toEqual([71_000n, 46_000n, 23_150n]);
  });
  it("leave out a quote without a frozen rate", () => {
    expect(run([anOpened(1, { currency: "USD" })]).lines).toEqual([]);
  });
  it("compare in dollars what is quoted in yuan", () => {
    const terms = theTerms({ currency: "USD", quoteCurrencies: ["CNY"], lines: [aLine(1, "71")] });
    const [line] = run([anOpened(1, { lines: [priced(1, "100")] })], { ...terms, fx: frozenRates(terms) }).lines;
    expect(line?.cost).toBe(100_000);
    expect(referenceRate("CNY", "USD").rate).toBe("0.1408450704");
  });
});

describe("the tie-break", () => {
  const group = fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 });
  const lines = fc
    .array(group, { minLength: 1, maxLength: 6 })
    .map((groups) => groups.map((sequences, index) => ({ lineNo: index + 1, sequences })));

  it("agrees with trying every choice: fewest suppliers, then the earliest receipts", () => {
    fc.assert(
      fc.property(lines, (tied) => {
        const subsets = Array.from({ length: 64 }, (_, bits) => [1, 2, 3, 4, 5, 6].filter((n) => bits & (1 << (n - 1))));
        const meeting = subsets.filter((set) => tied.every(({ sequences }) => sequences.some((n) => set.includes(n))));
        meeting.sort((a, b) => a.length - b.length || a.map((n, i) => n - (b[i] ?? 0)).find((d) => d !== 0) || 0);
        const [expected = []] = meeting;
        const chosen = breakTies(tied);
        expect([...new Set(chosen.values())].sort((a, b) => a - b)).toEqual(expected);
        for (const { lineNo, sequences } of tied) {
          expect(chosen.get(lineNo)).toBe(Math.min(...sequences.filter((n) => expected.includes(n))));
        }
      }),
    );
  });

  it("prefers one supplier to two at the same cost, and the earlier receipt among equals", () => {
    const same = { lines: [priced(1, "10"), priced(2, "10")] };
    const onlyFirst = { lines: [priced(1, "10"), priced(2, "11")] };
    const result = run([anOpened(1, onlyFirst), anOpened(2, same), anOpened(3, same)]);
    expect(result.best?.parts.map(({ quoteId }) => quoteId)).toEqual([quoteIdOf(2), quoteIdOf(2)]);
  });
});

describe("points", () => {
  it("weigh cost, delivery and the buyer's mark in hundredths", () => {
    const admitted = (quality: number) => ({ finding: "admitted", quality, by: "pers_x", at: new Date("2026-07-11T00:00:00Z") }) as never;
    const terms = theTerms({ lines: [aLine(1)], criteria: { kind: "points", weights: { cost: 60, delivery: 20, quality: 20 } } });
    const result = run(
      [
        anOpened(1, { lines: [priced(1, "100", { leadDays: 9 })] }, { judgement: admitted(90) }),
        anOpened(2, { lines: [priced(1, "80", { leadDays: 39 })] }, { judgement: admitted(50) }),
      ],
      terms,
    );
    expect(result.lines.map(({ quoteId, points }) => [quoteId, points])).toEqual([
      [quoteIdOf(1), 4_800 + 2_000 + 1_800],
      [quoteIdOf(2), 6_000 + 500 + 1_000],
    ]);
  });
});

describe("next-best", () => {
  it("follows the same frozen ranking without those who are gone", { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(someQuotes, (quotes) => {
        const result = run(quotes);
        const gone = result.best?.parts.find(({ lineNo }) => lineNo === 1)?.quoteId;
        if (!gone) return;
        const expected = result.lines.filter((line) => line.lineNo === 1 && line.quoteId !== gone)[0]?.cost ?? null;
        expect(nextBest(result, [1], [gone])?.cost ?? null).toBe(expected);
      }),
    );
  });
});
