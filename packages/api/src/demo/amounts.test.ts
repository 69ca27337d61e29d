import { Decimal, instantsOf, isSmall, quarterPlus, sumOfFirms } from "@jizhen/domain-town";
import { millisecondsIn, plus } from "@jizhen/kernel";
import { describe, expect, it } from "vitest";
import { amountsOf } from "./amounts.ts";
import { chance } from "./chance.ts";
import { quartersOfDemo } from "./figures.ts";

/** The town's figure of one quarter, as its firms would declare it. */
function figureOf(slug: string, firms: number, key: string, nth = 6) {
  const luck = chance(20_230_601);
  return sumOfFirms(
    Array.from({ length: firms }, (_, at) => {
      const amount = Decimal.parse(String(amountsOf(slug, at + 1, nth, luck)[key] ?? 0));
      return { from: String(at), record: String(at), amount };
    }),
  );
}
const numeratorOf = (slug: string, firms: number, key: string) => {
  const { value } = figureOf(slug, firms, key);
  return value.state === "value" ? Number(value.numerator) : 0;
};

describe("declared figures of the demo", () => {
  it("are the same for the same seed", () => {
    const told = () => [1, 2, 3].map((firm) => amountsOf("dingxiang", firm, 4, chance(firm)));
    expect(told()).toEqual(told());
  });

  it("hide one town's output, behind which one distillery stands almost alone, and no other figure of a town's output or jobs", () => {
    expect(isSmall(figureOf("xinghuacun", 40, "output_value"))).toBe(true);
    expect(isSmall(figureOf("xinghuacun", 40, "jobs"))).toBe(false);
    for (const [slug, firms] of [
      ["dingxiang", 59],
      ["qixian", 36],
      ["taigu", 123],
      ["wanrong", 44],
    ] as const)
      expect(isSmall(figureOf(slug, firms, "output_value")), slug).toBe(false);
  });

  it("need one other town's cell to protect the hidden one, not all of them", () => {
    // A partner protects it when it is as large as a fifth of it.
    expect(numeratorOf("qixian", 36, "output_value") * 5).toBeGreaterThan(numeratorOf("xinghuacun", 40, "output_value"));
  });

  it("end, on every day of the year, with a quarter whose report has had the time to be late", () => {
    const first = new Date("2026-01-01T00:00:00Z");
    for (let day = 0; day < 366; day += 1) {
      const now = plus(first, day * millisecondsIn.day);
      const quarters = quartersOfDemo(now);
      const newest = quarters.at(-1);
      expect(quarters).toHaveLength(8);
      if (newest === undefined) continue;
      const age = (now.getTime() - instantsOf(newest).until.getTime()) / millisecondsIn.day;
      expect(age).toBeGreaterThanOrEqual(35);
      expect(instantsOf(quarterPlus(newest, 2)).until.getTime()).toBeGreaterThan(now.getTime());
    }
  });
});
