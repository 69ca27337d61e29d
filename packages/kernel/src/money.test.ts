import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UnitPrice } from "./money.schema.ts";
import { minor, split, sum, total } from "./money.ts";

const price = (text: string) => UnitPrice.parse(text);

describe("money", () => {
  it("splits without losing or inventing a minor unit, and never gives a part more than one unit beyond its share", () => {
    const weights = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 50 }).filter((all) => all.some((weight) => weight > 0));
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), weights, (whole, shares) => {
        const parts = split(minor(whole), shares);
        expect(sum(parts)).toBe(whole);
        const all = shares.reduce((a, b) => a + b, 0);
        parts.forEach((part, index) => expect(Math.abs(part - (whole * (shares[index] ?? 0)) / all)).toBeLessThan(1.001));
      }),
    );
  });

  it.each([
    { price: "0.0111051596", quantity: "278362.5", becomes: 309126 },
    { price: "0.011105", quantity: "278362.5", becomes: 309122 },
    { price: "1.005", quantity: "1", becomes: 101 },
    { price: "0", quantity: "5", becomes: 0 },
  ])("$quantity × $price is $becomes fen, rounded once", ({ price: text, quantity, becomes }) => {
    expect(total(price(text), quantity, "CNY")).toBe(becomes);
  });

  it("splits 6.45 in 30 and 70 into 1.94 and 4.51", () => expect(split(minor(645), [30, 70])).toEqual([194, 451]));

  it("knows a currency without minor units", () => expect(total(price("12.5"), "3", "JPY")).toBe(38));
});
