import fc from "fast-check";
import { expect, it } from "vitest";
import { fromFen, type MoneyUnit, toFen } from "./words.ts";

it.each([
  ["12.5", "wan", "12500000"],
  ["0.01", "yuan", "1"],
  ["1,234.56", "yuan", "123456"],
  ["20", "yi", "200000000000"],
  ["twelve", "wan", null],
])("%s in %s is %s fen", (text, unit, fen) => expect(toFen(text, unit as MoneyUnit)).toBe(fen));

it("what was kept is shown again as it was, in every unit", () => {
  fc.assert(
    fc.property(fc.nat(1e15), fc.constantFrom<MoneyUnit>("yuan", "wan", "yi"), (fen, unit) => {
      expect(toFen(fromFen(String(fen), unit), unit)).toBe(String(fen));
    }),
  );
});
