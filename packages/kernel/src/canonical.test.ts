import fc from "fast-check";
import { expect, it } from "vitest";
import { canonical } from "./canonical.ts";

it("the order in which keys were written does not change the bytes", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (facts) => {
      const reversed = Object.fromEntries(Object.entries(facts).reverse());
      expect(canonical(reversed)).toBe(canonical(facts));
      expect(JSON.parse(canonical(facts))).toEqual(JSON.parse(JSON.stringify(facts)));
    }),
  );
});

it("refuses what JSON would silently turn into null", () => {
  expect(() => canonical({ price: Number.NaN })).toThrow(TypeError);
  expect(() => canonical(undefined)).toThrow(TypeError);
});
