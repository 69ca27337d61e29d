import { ratios } from "@jizhen/kernel";
import { describe, expect, it } from "vitest";
import { firstDefinitions } from "../indicator/catalogue.ts";
import { inForce } from "../indicator/model.ts";
import { Quarter } from "../indicator/period.ts";
import { decimal } from "../indicator/value.ts";
import { cellId, type DeclarationCell } from "./model.ts";
import { outliersOf, refuseCells } from "./validation.ts";

const quarter = Quarter.parse("2026-Q3");

describe("cells of a declaration", () => {
  const definitions = inForce(firstDefinitions, quarter).map((one) =>
    one.key === "output_value"
      ? { ...one, parts: ["main", "other"].map((key) => ({ key: key as never, nameZh: "分项", nameEn: "part" })) }
      : one,
  );
  const cell = (key: string, amount: number | null, period = "2026-Q3", part: string | null = null): DeclarationCell => ({
    key: key as never,
    part: part as never,
    period: period as never,
    amount: amount === null ? null : decimal(ratios.ratio(amount)),
    remark: "",
  });
  const whole = definitions
    .filter(({ source }) => source === "declared")
    .flatMap(({ key, grain }) =>
      (grain === "month" ? ["2026-07", "2026-08", "2026-09"] : ["2026-Q3"]).map((period) => cell(key, 100, period)),
    );
  const code = (cells: DeclarationCell[], handIn = true) => {
    const said = refuseCells(definitions, quarter, cells, handIn);
    return said.ok ? "ok" : said.error.code;
  };
  const parts = (a: number, b: number) => [cell("output_value", a, "2026-07", "main"), cell("output_value", b, "2026-07", "other")];
  it.each([
    ["everything there", whole, "ok"],
    ["a figure that the platform counts", [...whole, cell("deals", 1)], "town.declaration.computed_field"],
    ["a negative amount", [...whole.slice(1), cell("output_value", -1, "2026-07")], "town.declaration.negative"],
    ["an empty cell", whole.slice(1), "town.declaration.cell_missing"],
    ["parts that add up", [...whole, ...parts(60, 40)], "ok"],
    ["parts that do not", [...whole, ...parts(60, 41)], "town.declaration.parts_do_not_sum"],
  ])("%s: %s", (_, cells, expected) => expect(code(cells)).toBe(expected));
  it("a draft may lack amounts", () => expect(code(whole.slice(3), false)).toBe("ok"));

  it.each([
    [150, []],
    [151, ["jobs@2026-Q3"]],
    [50, []],
    [49, ["jobs@2026-Q3"]],
  ])("%s people after four quarters of 100 asks for a remark: %j", (now, ids) => {
    const earlier = ["2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2"].map((period) => cell("jobs", 100, period));
    expect(outliersOf([cell("jobs", now)], earlier).map(({ id }) => id)).toEqual(ids);
  });

  it("looks at the median deviation where the firm has one", () => {
    const earlier = [100, 102, 98, 101].map((amount, at) => cell("jobs", amount, ["2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2"][at]));
    expect(outliersOf([cell("jobs", 120)], earlier)).toEqual([{ id: cellId(cell("jobs", 0)), why: "unusual" }]);
    expect(outliersOf([cell("jobs", 103)], earlier)).toEqual([]);
  });
});
