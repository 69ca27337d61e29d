import { ratios } from "@jizhen/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstDefinitions } from "./catalogue.ts";
import { inputsText, overTime, overTowns, ratioOf, sumOfFirms } from "./compute.ts";
import { type Ends, growthOf, growthOfSum, meanOfGrowths } from "./growth.ts";
import { aYearBefore, daysOf, lastQuarterBefore, Month, monthsOf, Period, Quarter, quarterOf, quarterPlus } from "./period.ts";
import { amountOf, decimal, type FigureValue, missing, notConnected, numberOf, suppressed } from "./value.ts";

const flow = { kind: "flow" } as const;
const absent = fc.constantFrom<FigureValue>(missing, notConnected, suppressed);
const amount = fc.bigInt({ min: 0n, max: 10n ** 15n }).map((value): FigureValue => amountOf(value));

describe("periods in the town's zone", () => {
  it.each([
    ["2026-07", "2026-07-01", "2026-08-01"],
    ["2026-Q3", "2026-07-01", "2026-10-01"],
    ["2026", "2026-01-01", "2027-01-01"],
    ["2026-01..05", "2026-01-01", "2026-06-01"],
  ])("%s is from %s until %s", (period, from, until) => expect(daysOf(Period.parse(period))).toEqual({ from, until }));

  it("a quarter ends at midnight in Shanghai", () => {
    expect(lastQuarterBefore(new Date("2026-09-30T15:59:59Z"))).toBe("2026-Q2");
    expect(lastQuarterBefore(new Date("2026-09-30T16:00:00Z"))).toBe("2026-Q3");
  });

  it.each(["0294-Q1", "9999-Q4", "0000-Q1", "1899-Q4"])("nobody reports for %s", (quarter) =>
    expect(Quarter.safeParse(quarter).success).toBe(false),
  );

  it("what is reckoned from the first and the last quarter lies beside them", () => {
    expect(quarterPlus(Quarter.parse("1900-Q1"), -5)).toBe("1898-Q4");
    expect(quarterPlus(Quarter.parse("2199-Q4"), 1)).toBe("2200-Q1");
  });

  it("months fall into their quarter, and steps there and back end where they began", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2000, max: 2090 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: -40, max: 40 }),
        (year, nth, steps) => {
          const quarter = Quarter.parse(`${year}-Q${nth}`);
          for (const month of monthsOf(quarter)) expect(quarterOf(month)).toBe(quarter);
          expect(quarterPlus(quarterPlus(quarter, steps), -steps)).toBe(quarter);
          expect(aYearBefore(quarter)).toBe(quarterPlus(quarter, -4));
        },
      ),
    );
  });
});

describe("sums", () => {
  it("the province is exactly its towns and what belongs to none of them (T14)", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(amount, absent), { maxLength: 92 }), amount, (towns, unallocated) => {
        const there = [...towns, unallocated].flatMap((value) => numberOf(value) ?? []);
        const { value, reported, of } = overTowns(flow, towns, unallocated);
        expect(numberOf(value)).toEqual(there.reduce(ratios.add));
        expect([reported, of]).toEqual([towns.filter(({ state }) => state === "value").length, towns.length]);
      }),
    );
  });

  it("a town that is not there is never zero (T17)", () => {
    fc.assert(
      fc.property(fc.array(absent, { minLength: 1, maxLength: 20 }), (towns) => {
        expect(overTowns(flow, towns).value.state).toBe("missing");
        expect(overTime(flow, towns).state).not.toBe("value");
        for (const town of towns) expect(numberOf(town)).toBeNull();
      }),
    );
    expect(overTime(flow, [amountOf(1), missing, amountOf(3)])).toEqual(missing);
    expect(sumOfFirms([]).value).toEqual(missing);
    expect(sumOfFirms([{ from: "a", record: "r", amount: decimal(ratios.ratio(0)) }]).value).toEqual(amountOf(0));
  });

  it("takes stocks at the end, sums flows, and divides sums instead of averaging quotients", () => {
    expect(overTime({ kind: "stock" }, [amountOf(5), amountOf(9)])).toEqual(amountOf(9));
    expect(overTime(flow, [amountOf(5), amountOf(9)])).toEqual(amountOf(14));
    const share = { kind: "ratio", numerator: "exports", denominator: "output_value", factor: "100" } as never;
    const quarters = [ratioOf(share, amountOf(1), amountOf(10)), ratioOf(share, amountOf(30), amountOf(40))];
    expect(numberOf(overTime(share, quarters))).toEqual(ratios.ratio(62));
    expect(overTowns({ kind: "median" }, [amountOf(3), amountOf(4)]).value).toEqual(missing);
  });

  it("same inputs, same bytes, in whatever order they were read (T13)", () => {
    const [definition] = firstDefinitions;
    const inputs = fc.array(fc.record({ from: fc.string(), record: fc.string(), amount: fc.nat().map((n) => decimal(ratios.ratio(n))) }), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(inputs, (given) => {
        if (!definition) throw new Error("no definitions");
        const say = (list: typeof given) => inputsText(definition, Month.parse("2026-07"), 1, list);
        expect(say([...given].reverse())).toBe(say(given));
        expect(sumOfFirms([...given].reverse())).toEqual(sumOfFirms(given));
      }),
    );
  });
});

describe("growth", () => {
  const ends = (now: FigureValue, before: FigureValue, versions: Ends["versions"] = [1, 1]): Ends => ({ now, before, versions });
  const percent = (growth: ReturnType<typeof growthOf>) =>
    growth.state === "value" ? ratios.toDecimal(ratios.multiply(growth.share, ratios.ratio(100)), 1) : growth.why;

  it("of the sum and mean of the towns are two figures", () => {
    const towns = [ends(amountOf(200), amountOf(100)), ends(amountOf(900), amountOf(900))];
    expect([percent(growthOfSum(towns)), percent(meanOfGrowths(towns))]).toEqual(["10", "50"]);
  });

  it.each([
    ["a town without a figure", ends(amountOf(1), missing), "missing"],
    ["two versions", ends(amountOf(1), amountOf(1), [2, 1]), "versions_differ"],
    ["a beginning at zero", ends(amountOf(1), amountOf(0)), "from_zero"],
    ["a hidden end", ends(suppressed, amountOf(1)), "hidden"],
  ])("is not said of %s", (_, pair, why) => expect(percent(growthOf(pair))).toBe(why));
});
