import { exact, ratios } from "@jizhen/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { act } from "../membership/fixtures.ts";
import { permissionsOf } from "../permission/table.ts";
import { gapsOf, itemsOf, levelOf, scoreOf } from "./assessment.ts";
import { assessmentEditions } from "./editions.data.ts";
import { energyEffect, factorFor, meter } from "./energy.ts";
import { aMeasurement, answersOf, anUpgrade, anyUpgrade, aPlan, everyUpgradeState, month, readings } from "./fixtures.ts";
import { upgradeActions } from "./policy.ts";
import * as life from "./transitions.ts";

const code = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? "done" : result.error?.code);
const owner = (day = "2026-09-01") => act({ person: 1, firm: 1 }, new Date(`${day}T04:00:00Z`));

describe("digital level", () => {
  it.each(assessmentEditions.map((edition) => [edition.key, edition] as const))("the weights of edition %s come to 100", (_, edition) => {
    expect(itemsOf(edition).reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
    expect(new Set(itemsOf(edition).map(({ key }) => key)).size).toBe(itemsOf(edition).length);
  });

  it.each([
    ["19.99", 0],
    ["20", 1],
    ["39.75", 1],
    ["40", 2],
    ["60", 3],
    ["79.99", 3],
    ["80", 4],
    ["100", 4],
  ])("%s points are level %i", (score, level) => {
    expect(levelOf(exact(score))).toBe(level);
  });

  it("what is missing and what is there come to 100, whatever is answered", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...assessmentEditions),
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 20, maxLength: 20 }),
        (edition, stages) => {
          const answers = Object.fromEntries(itemsOf(edition).map(({ key }, at) => [key, stages[at] ?? 0]));
          const missing = gapsOf(edition, answers).reduce((sum, gap) => ratios.add(sum, exact(gap.missing)), ratios.ratio(0));
          expect(ratios.add(scoreOf(edition, answers), missing)).toEqual(ratios.ratio(100));
        },
      ),
    );
  });
});

describe("energy of a unit of output", () => {
  it("is Σ amount × factor ÷ output, by the factor in force", () => {
    const metered = meter(readings("2025-01", 12), "TNE", null);
    // 12 × 1,000 kWh × 0.12 kgce ÷ 1,200 t
    expect(metered).toMatchObject({
      value: { months: 12, output: "1200", kgce: "1440", intensity: "1.2", co2Intensity: "6", provisional: false },
    });
  });

  it.each([
    [2, "town.upgrade.baseline_too_short"],
    [3, true],
    [11, true],
    [12, false],
  ])("of %i months is provisional or refused", (months, expected) => {
    const metered = meter(readings("2025-01", months), "TNE", null);
    expect(metered.ok ? metered.value.provisional : metered.error.code).toBe(expected);
  });

  it("refuses a month that is missing or told twice", () => {
    const [first, second, third, fourth] = readings("2025-01", 4);
    if (!first || !second || !third || !fourth) throw new Error("four months");
    expect(code(meter([first, second, fourth], "TNE", null))).toBe("town.upgrade.months_not_whole");
    expect(code(meter([first, second, second, third], "TNE", null))).toBe("town.upgrade.months_not_whole");
  });

  it("a new row of the table does not touch what was measured with the old one", () => {
    const old = {
      carrier: "electricity",
      unit: "KWH",
      kgce: "0.12",
      kgCo2e: "0.6",
      region: "14",
      year: 2024,
      validFrom: "2024-01-01",
      source: null,
    };
    const table = [old, { ...old, kgce: "0.1", validFrom: "2026-01-01" }];
    expect([factorFor("electricity", month("2025-12"), table)?.kgce, factorFor("electricity", month("2026-01"), table)?.kgce]).toEqual([
      "0.12",
      "0.1",
    ]);
  });

  it("shows both figures when output moved by more than a fifth, and not at a fifth exactly", () => {
    const effect = (output: string, kwh: number) => {
      const [before, after] = [meter(readings("2024-01", 12), "TNE", null), meter(readings("2025-01", 12, kwh, output), "TNE", null)];
      if (!before.ok || !after.ok) throw new Error("not metered");
      return energyEffect(before.value, after.value);
    };
    expect(effect("100", 900)).toMatchObject({ perOutput: "10", raw: "10", outputChange: "0", showBoth: false });
    expect(effect("120", 1_000)).toMatchObject({ outputChange: "20", showBoth: false });
    expect(effect("121", 1_210)).toMatchObject({ perOutput: "0", raw: "-21", showBoth: true });
    expect(effect("79", 790)).toMatchObject({ perOutput: "0", raw: "21", showBoth: true });
  });

  it("scaling energy and output alike changes no figure per output", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_000 }), fc.integer({ min: 1, max: 50 }), (kwh, times) => {
        const of = (factor: number) => meter(readings("2025-01", 12, kwh * factor, String(100 * factor)), "TNE", null);
        const [one, many] = [of(1), of(times)];
        if (!one.ok || !many.ok) throw new Error("not metered");
        expect(many.value.intensity).toBe(one.value.intensity);
        expect(energyEffect(one.value, many.value).perOutput).toBe("0");
      }),
    );
  });
});

describe("the baseline", () => {
  it.each(everyUpgradeState)("of a project that is %s", (state) => {
    const open = state === "proposed" || state === "baselined";
    expect(code(life.insistOpenBaseline(anyUpgrade(state)))).toBe(open ? "done" : "town.upgrade.baseline_frozen");
  });

  it("handed in again is looked at again, and approved only when it was", () => {
    const again = life.baseline(anUpgrade("baselined"), aMeasurement(), owner("2025-06-20"));
    if (!again.ok) throw new Error(again.error.code);
    expect(again.value.next.baselineSeenBy).toBeNull();
    expect(code(life.approve(again.value.next, act()))).toBe("town.upgrade.baseline_unseen");
    const seen = life.seeBaseline(again.value.next, act({ person: 8 })).next;
    expect(code(life.approve(seen, act({ person: 1 }))), "by who proposed it, and has left the firm since").toBe(
      "town.upgrade.own_measurement",
    );
    expect(life.approve(seen, act())).toMatchObject({
      value: { events: [{ type: "town.upgrade.baselined.v1", baseline: { months: 12 } }] },
    });
  });

  it.each([
    ["another boundary", { boundary: "一车间" }, "town.upgrade.boundary_changed"],
    ["an unknown edition", { edition: "1999" }, "town.upgrade.edition_unknown"],
    ["an item without an answer", { answers: {} }, "town.upgrade.answers_incomplete"],
    ["a month that is not over", { months: readings("2024-07", 12) }, "town.upgrade.months_not_whole"],
    ["everything", {}, "done"],
  ])("handed in with %s", (_, change, becomes) => {
    expect(code(life.baseline(anUpgrade("proposed"), aMeasurement(change), owner("2025-06-20")))).toBe(becomes);
  });

  it("of a digital project needs no meter, of a low-carbon one no answers", () => {
    const digital = anUpgrade("proposed", { plan: aPlan({ kind: "digital" }) });
    const carbon = anUpgrade("proposed", { plan: aPlan({ kind: "low_carbon" }) });
    expect(life.baseline(digital, aMeasurement({ months: [] }), owner())).toMatchObject({
      value: { next: { baseline: { metered: null } } },
    });
    expect(life.baseline(carbon, aMeasurement({ answers: {}, edition: null }), owner())).toMatchObject({
      value: { next: { baseline: { assessed: null } } },
    });
  });
});

describe("the effect is measured by the same formula over the same boundary", () => {
  const later = { months: readings("2025-08", 12, 900), answers: answersOf(2) };
  it.each([
    ["the same of everything", later, "done"],
    ["another boundary", { ...later, boundary: "一车间" }, "town.upgrade.boundary_changed"],
    ["another unit of output", { ...later, outputUnit: "H87" }, "town.upgrade.boundary_changed"],
    [
      "a carrier left out",
      { ...later, months: later.months.map((reading) => ({ ...reading, used: { gas: "10" } })) },
      "town.upgrade.boundary_changed",
    ],
    ["eleven months", { ...later, months: readings("2025-08", 11) }, "town.upgrade.period_incomplete"],
    ["the month in which it started", { ...later, months: readings("2025-07", 12) }, "town.upgrade.period_overlaps"],
  ])("%s", (_, change, becomes) => {
    expect(code(life.measure(anUpgrade("running"), aMeasurement(change), owner()))).toBe(becomes);
  });

  it("and never with another edition", () => {
    const [edition2022] = assessmentEditions;
    if (!edition2022) throw new Error("two editions");
    const answers = Object.fromEntries(itemsOf(edition2022).map(({ key }) => [key, 2]));
    expect(code(life.measure(anUpgrade("running"), aMeasurement({ ...later, edition: "2022", answers }), owner()))).toBe(
      "town.upgrade.edition_mismatch",
    );
  });

  it("is verified by another person than its author, who sits in no seat of the firm", () => {
    const project = anUpgrade("measured");
    const judged = (who: { person: number; firm: number }, sits = false) =>
      code(life.insistUninvolved(project, project.effect, act(who), sits));
    expect(judged({ person: 1, firm: 9 })).toBe("town.upgrade.own_measurement");
    expect(judged({ person: 8, firm: 1 })).toBe("town.upgrade.own_measurement");
    expect(judged({ person: 8, firm: 9 }, true)).toBe("town.upgrade.own_measurement");
    expect(judged({ person: 8, firm: 9 })).toBe("done");
  });

  it("says before and after in its events, and says again that it is in doubt", () => {
    const measured = { level: 2, score: "50", intensity: "1.08" };
    expect(life.verify(anUpgrade("measured"), act())).toMatchObject({
      value: { events: [{ type: "town.upgrade.verified.v1", baseline: { level: 1, intensity: "1.2" }, measured }] },
    });
    expect(life.reopen(anUpgrade("verified"), "复核发现漏抄")).toMatchObject({
      next: { state: "measured" },
      events: [{ type: "town.upgrade.reopened.v1", measured }],
    });
  });
});

it("offers only steps that the life has, and every step to somebody", () => {
  const everything = new Set([...permissionsOf(["owner"], false), ...permissionsOf(["reviewer", "town_administrator"], false)]);
  const offered = everyUpgradeState.flatMap((state) => {
    const unseen = state === "baselined" ? [anUpgrade("baselined", { baselineSeenBy: null })] : [];
    return [anyUpgrade(state), ...unseen].flatMap((project) =>
      [1, 9].flatMap((n) =>
        upgradeActions(project, act({ firm: n, person: n === 1 ? 1 : 7 }).by, everything).map((step) => `${state} ${step}`),
      ),
    );
  });
  const known = Object.entries(life.upgradeSteps).flatMap(([state, steps]) => Object.keys(steps).map((step) => `${state} ${step}`));
  expect([...new Set(offered)].sort()).toEqual(known.sort());
});
