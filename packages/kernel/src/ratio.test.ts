import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, compare, divide, multiply, parseRatio, type Ratio, ratio, roundHalfUp, subtract, sum, toDecimal } from "./ratio.ts";

const any = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([n, d]) => ratio(n, d));
const same = (a: Ratio, b: Ratio) => expect(compare(a, b)).toBe(0);

describe("exact fractions", () => {
  it("undo what they do", () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        same(subtract(add(a, b), b), a);
        if (b.n !== 0n) same(divide(multiply(a, b), b), a);
      }),
    );
  });

  it("add up in one go to what they are one after the other", () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 20 }), (many) => {
        same(sum(many), many.reduce(add, ratio(0)));
      }),
    );
  });

  it("read and write decimals without loss", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.nat(6), (digits, places) => {
        const value = ratio(digits, 10n ** BigInt(places));
        same(parseRatio(toDecimal(value, places)) ?? ratio(999n, 7n), value);
      }),
    );
  });

  it.each([
    [ratio(5, 2), 3n],
    [ratio(-5, 2), -3n],
    [ratio(49, 100), 0n],
  ])("round halves away from zero", (value, becomes) => expect(roundHalfUp(value)).toBe(becomes));

  it.each(["", "1.", ".5", "1e9999", "0x10", "１", "1 000", "NaN"])("refuse %j as a decimal", (text) =>
    expect(parseRatio(text)).toBeNull(),
  );
});
