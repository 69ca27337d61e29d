import type { EvaluationResult, LineCost } from "@jizhen/domain-procurement";
import { describe, expect, it } from "vitest";
import { choiceOf, costOf, followsRules, isLowest, type Shown, tiedLines, unitPriceOf } from "./figures.ts";

const line = (lineNo: number, quoteId: string, cost: number, rank: number): LineCost =>
  ({
    lineNo,
    quoteId,
    supplierId: quoteId,
    unitPrice: "11.3",
    base: "1",
    quotedAmount: cost,
    quotedCurrency: "CNY",
    leadDays: 10,
    deviation: null,
    parts: [],
    exWorks: { net: cost - 50, gross: cost - 40 },
    delivered: { net: cost - 10, gross: cost },
    cost,
    points: null,
    rank,
  }) as unknown as LineCost;

const result = {
  lines: [line(1, "a", 1_000, 1), line(1, "b", 1_200, 2), line(2, "a", 700, 1), line(2, "b", 700, 2)],
  best: {
    cost: 1_700,
    suppliers: 1,
    parts: [
      { lineNo: 1, quoteId: "a" },
      { lineNo: 2, quoteId: "a" },
    ],
  },
} as unknown as EvaluationResult;
const shown: Shown = { tax: "with", at: "delivered", currency: "comparison" };
const terms = { currency: "CNY", fx: [{ currency: "USD", rate: "7.1" }] } as unknown as Parameters<typeof unitPriceOf>[2];
const content = (currency: string, priceIncludesTax: boolean) =>
  ({ currency, taxRate: "13", priceIncludesTax }) as unknown as Parameters<typeof unitPriceOf>[1];

describe("the matrix", () => {
  it.each([
    { as: "with tax, quoted with tax", of: content("CNY", true), how: shown, price: "11.3" },
    { as: "without tax, quoted with tax", of: content("CNY", true), how: { ...shown, tax: "without" as const }, price: "10" },
    { as: "with tax, quoted net in dollars", of: content("USD", false), how: shown, price: "90.6599" },
    { as: "as quoted", of: content("USD", false), how: { ...shown, currency: "quoted" as const }, price: "11.3" },
  ])("shows the unit price $as", ({ of, how, price }) => expect(unitPriceOf(line(1, "a", 1_000, 1), of, terms, how)).toBe(price));

  it("marks every lowest figure of a line, equal ones together", () => {
    const lowest = result.lines.filter((one) => isLowest(one, result.lines, shown)).map(({ lineNo, quoteId }) => `${lineNo}${quoteId}`);
    expect(lowest).toEqual(["1a", "2a", "2b"]);
    expect(tiedLines(result)).toEqual([2]);
  });
});

describe("a choice", () => {
  it("follows the rules only as a whole", () => {
    const best = choiceOf(result.best);
    expect(followsRules(best, result, 2)).toBe(true);
    expect(followsRules(new Map([[1, "a"]]), result, 2)).toBe(false);
    expect(followsRules(new Map([...best, [2, "b"]]), result, 2)).toBe(false);
  });

  it("costs what its lines cost", () =>
    expect(
      costOf(
        new Map([
          [1, "b"],
          [2, "a"],
        ]),
        result,
      ),
    ).toBe(1_900));
});
