import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, parseRatio, ratio, toDecimal } from "./ratio.ts";
import { commonTable, commonUnits, convert, convertTemperature, inUnit, isPackage, measure, packsToPieces, together } from "./units.ts";
import { rec20Table, rec20Units } from "./units-rec20-table.ts";

const read = (text: string) => parseRatio(text) ?? ratio(0);
const converted = (text: string, from: string, to: string) => {
  const answer = convert(read(text), from, to, rec20Table);
  return answer.ok ? toDecimal(answer.value, 10) : answer.error.why;
};

describe("units of Recommendation 20", () => {
  it("holds every code of the list once", () => {
    expect(rec20Units.size).toBe(1_736);
  });

  it("converts there and back exactly between all units of a dimension", () => {
    const byDimension = new Map<string, { code: string }[]>();
    for (const unit of rec20Units.values()) {
      if (unit.code === "CEL" || unit.code === "FAH") continue;
      byDimension.set(unit.dimension, [...(byDimension.get(unit.dimension) ?? []), unit]);
    }
    const value = ratio(1_234_567, 991);
    for (const units of byDimension.values()) {
      for (const { code: from } of units) {
        for (const { code: to } of units) {
          const there = convert(value, from, to, rec20Table);
          const back = there.ok && convert(there.value, to, from, rec20Table);
          if (!back || !back.ok || compare(back.value, value) !== 0) expect.fail(`${from} ⇄ ${to}`);
        }
      }
    }
  });

  it.each([
    ["6", "INH", "MMT", "152.4"],
    ["1.6", "MPA", "BAR", "16"],
    ["16", "BAR", "MPA", "1.6"],
    ["1", "TNE", "KGM", "1000"],
    ["1", "LBR", "KGM", "0.45359237"],
    ["1", "23", "KMQ", "1000"],
    ["5", "PR", "H87", "10"],
    ["3", "DZN", "H87", "36"],
    ["40", "P1", "59", "400000"],
    ["1", "KWH", "JOU", "3600000"],
    ["1", "E42", "KPA", "98.0665"],
  ])("%s %s in %s is %s", (value, from, to, expected) => {
    expect(converted(value, from, to)).toBe(expected);
  });

  it.each([
    ["KGM", "MMT", "other_dimension"],
    ["DZN", "P1", "other_dimension"],
    ["60", "VP", "other_dimension"],
    ["SET", "H87", "other_dimension"],
    ["CEL", "KEL", "temperature"],
    ["XBO", "H87", "package_needs_size"],
    ["QQQ", "H87", "unknown_unit"],
  ])("refuses %s as %s: %s", (from, to, why) => {
    expect(converted("1", from, to)).toBe(why);
  });

  it("the units kept in the browser say the same as the published list", () => {
    for (const code of commonUnits) expect(rec20Table(code)).toMatchObject(commonTable(code) ?? { code: "absent" });
  });
});

describe("measures", () => {
  it("adds what has one dimension, and does not compile for two", () => {
    const length = together(measure(read("6"), "INH"), measure(read("47.6"), "MMT"));
    expect(toDecimal(inUnit(length, "MMT"), 6)).toBe("200");
    // @ts-expect-error kilograms do not add to millimetres
    together(measure(read("6"), "INH"), measure(read("1"), "KGM"));
    // @ts-expect-error a length has no kilograms
    inUnit(length, "KGM");
  });

  it("moves the zero of a temperature, there and back exactly", () => {
    expect(toDecimal(convertTemperature(read("100"), "CEL", "FAH"), 4)).toBe("212");
    fc.assert(
      fc.property(
        fc.integer(),
        fc.constantFrom("CEL", "FAH", "KEL" as const),
        fc.constantFrom("CEL", "FAH", "KEL" as const),
        (degrees, a, b) => {
          const value = ratio(degrees, 100);
          return compare(convertTemperature(convertTemperature(value, a, b), b, a), value) === 0;
        },
      ),
    );
  });

  it("counts pieces only by a stated pack size", () => {
    expect(toDecimal(packsToPieces(read("2000"), read("6")), 0)).toBe("12000");
    expect(isPackage("XBO")).toBe(true);
    expect(isPackage("X1")).toBe(false);
  });
});
