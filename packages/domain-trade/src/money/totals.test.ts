import { minor, ratio, ratios, sum } from "@jizhen/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TaxRate, type TotalPart, totalsOf } from "./totals.ts";

const rate = fc.constantFrom("0", "1", "3", "6", "9", "13", "9.5").map((text) => TaxRate.parse(text));
const part: fc.Arbitrary<TotalPart> = fc.record({ amount: fc.nat(10 ** 10).map((amount) => minor(amount)), taxRate: rate });
const parts = fc.array(part, { minLength: 1, maxLength: 40 });

describe("totals of an order", () => {
  it("add up: Σ lines = net, Σ categories = tax, net + tax = payable", () => {
    fc.assert(
      fc.property(parts, fc.boolean(), (given, inclusive) => {
        const found = totalsOf(given, inclusive);
        expect(sum(found.nets)).toBe(found.net);
        expect(sum(found.categories.map((category) => category.tax))).toBe(found.tax);
        expect(found.net + found.tax).toBe(found.payable);
      }),
    );
  });

  it("leave a price without tax as it is and round the tax once per category, not once per line", () => {
    fc.assert(
      fc.property(parts, (given) => {
        const found = totalsOf(given, false);
        expect(found.nets).toEqual(given.map((line) => line.amount));
        for (const category of found.categories) {
          const wanted = ratios.multiply(ratio(category.net), ratios.divide(ratios.parseRatio(category.taxRate) ?? ratio(0), ratio(100)));
          expect(BigInt(category.tax)).toBe(ratios.roundHalfUp(wanted));
        }
      }),
    );
  });

  it("keep the agreed total of prices that include tax, and give no line more than one minor unit beyond its share", () => {
    fc.assert(
      fc.property(parts, (given) => {
        const found = totalsOf(given, true);
        expect(found.payable).toBe(sum(given.map((line) => line.amount)));
        given.forEach((line, index) => {
          const net = found.nets[index] ?? minor(-1);
          expect(net).toBeGreaterThanOrEqual(0);
          expect(Math.abs(net - line.amount / (1 + Number(line.taxRate) / 100))).toBeLessThan(2);
        });
      }),
    );
  });

  it.each([
    { lines: [33, 33, 33], inclusive: false, net: 99, tax: 13, payable: 112 },
    { lines: [100, 100, 100], inclusive: true, net: 265, tax: 35, payable: 300 },
    { lines: [11_300], inclusive: true, net: 10_000, tax: 1_300, payable: 11_300 },
    { lines: [0, 0], inclusive: true, net: 0, tax: 0, payable: 0 },
  ])("13 % on $lines (tax inside: $inclusive) is $net + $tax = $payable", ({ lines, inclusive, ...wanted }) => {
    const found = totalsOf(
      lines.map((amount) => ({ amount: minor(amount), taxRate: TaxRate.parse("13") })),
      inclusive,
    );
    expect(found).toMatchObject(wanted);
  });
});
