import { LocalDate, UnitCode } from "@jizhen/kernel";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { match, matchRequirement } from "./match.ts";
import { allOf, anyOf, type Verdict } from "./match-verdict.ts";
import type { CapabilityRange, CapabilityStatement, Evidence, Requirement } from "./model.ts";

const on = LocalDate.parse("2026-12-20");
const millimetre = UnitCode.parse("MMT");
const inch = UnitCode.parse("INH");

const wants = (parts: Partial<Requirement>): Requirement => ({
  attribute: "material",
  op: "is",
  value: "RF",
  unit: null,
  hard: true,
  weight: 1,
  group: null,
  doubt: false,
  equivalents: false,
  ...parts,
});
const makes = (attributes: Record<string, CapabilityRange>, evidence: Evidence[] = [], complete = false): CapabilityStatement => ({
  family: "flange",
  pack: "flange@1.0.0",
  attributes,
  evidence,
  complete,
});
const set = (values: string[], closed: boolean): CapabilityRange => ({ kind: "set", values, closed });
const interval = (low: string | null, high: string | null, unit: UnitCode | null = millimetre): CapabilityRange => ({
  kind: "interval",
  low,
  high,
  unit,
});
const paper = (kind: string, parts: Partial<Evidence> = {}): Evidence => ({
  kind,
  issuer: "演示检测",
  number: "1",
  validTo: null,
  state: "held",
  ...parts,
});

describe("one requirement", () => {
  it.each<[string, Partial<Requirement>, CapabilityStatement, Verdict, string]>([
    ["a value of the set", { value: "RF" }, makes({ material: set(["RF", "FF"], true) }), "satisfied", "in_set"],
    ["a closed set without it", { value: "RJ" }, makes({ material: set(["RF", "FF"], true) }), "violated", "not_in_closed_set"],
    ["a set stated as among others", { value: "RJ" }, makes({ material: set(["RF"], false) }), "unknown", "among_others"],
    ["a statement ticked complete", { value: "RJ" }, makes({ material: set(["RF"], false) }, [], true), "violated", "not_in_closed_set"],
    ["silence", { value: "RJ" }, makes({}), "unknown", "not_stated"],
    ["silence of a complete statement", { value: "RJ" }, makes({}, [], true), "unknown", "not_stated"],
    ["150.0 is 150", { value: "150.0" }, makes({ material: set(["150"], true) }), "satisfied", "in_set"],
    [
      "inside, at the end",
      { op: "within", value: "600", unit: millimetre },
      makes({ material: interval("50", "600") }),
      "satisfied",
      "inside",
    ],
    ["outside", { op: "within", value: "600.5", unit: millimetre }, makes({ material: interval("50", "600") }), "violated", "outside"],
    ["6 in is 152.4 mm", { op: "within", value: "6", unit: inch }, makes({ material: interval("152.4", "152.4") }), "satisfied", "inside"],
    [
      "kilograms against millimetres",
      { op: "within", value: "6", unit: UnitCode.parse("KGM") },
      makes({ material: interval("1", "9") }),
      "unknown",
      "units_differ",
    ],
    [
      "in doubt is never no",
      { op: "within", value: "900", unit: millimetre, doubt: true },
      makes({ material: interval("1", "9") }),
      "unknown",
      "in_doubt",
    ],
    [
      "a range covered",
      { op: "covers", value: { low: "3", high: "6" } },
      makes({ material: interval("1", "6", null) }),
      "satisfied",
      "inside",
    ],
    [
      "a range half covered",
      { op: "covers", value: { low: "3", high: "7" } },
      makes({ material: interval("1", "6", null) }),
      "violated",
      "outside",
    ],
    [
      "an open range against a closed one",
      { op: "covers", value: { low: "3", high: null } },
      makes({ material: interval("1", "6", null) }),
      "violated",
      "outside",
    ],
    ["all of a set", { op: "covers", value: ["UT", "MT"] }, makes({ material: set(["MT", "UT", "PT"], true) }), "satisfied", "in_set"],
    [
      "one missing of a closed set",
      { op: "covers", value: ["UT", "RT"] },
      makes({ material: set(["MT", "UT"], true) }),
      "violated",
      "not_in_closed_set",
    ],
    ["the grade by another name", { op: "grade", value: "304" }, makes({ material: set(["06Cr19Ni10"], true) }), "satisfied", "same_grade"],
    [
      "an equivalent allowed for",
      { op: "grade", value: "304", equivalents: true },
      makes({ material: set(["1.4301"], true) }),
      "satisfied",
      "equivalent_grade",
    ],
    [
      "an equivalent not allowed for",
      { op: "grade", value: "304" },
      makes({ material: set(["1.4301"], true) }),
      "unknown",
      "equivalent_not_allowed",
    ],
    ["only near", { op: "grade", value: "F11", equivalents: true }, makes({ material: set(["15CrMo"], true) }), "unknown", "near_grade"],
    ["a grade of no row", { op: "grade", value: "XM-19" }, makes({ material: set(["304"], true) }), "unknown", "grade_unlisted"],
    ["another grade", { op: "grade", value: "304" }, makes({ material: set(["316L", "20#"], true) }), "violated", "not_in_closed_set"],
    [
      "any edition when none is asked",
      { op: "standard", value: "GB/T 9124.1" },
      makes({ material: set(["GB/T 9124.1-2019"], true) }),
      "satisfied",
      "same_standard",
    ],
    [
      "another edition",
      { op: "standard", value: "GB/T 9124.1-2010" },
      makes({ material: set(["GB/T 9124.1-2019"], true) }),
      "unknown",
      "other_edition",
    ],
    [
      "the part number is no edition",
      { op: "standard", value: "EN 1092-1" },
      makes({ material: set(["EN 1092-2"], true) }),
      "violated",
      "not_in_closed_set",
    ],
    [
      "a successor",
      { op: "standard", value: "GB/T 9112" },
      makes({ material: set(["GB/T 9124.1"], true) }),
      "unknown",
      "equivalence_without_source",
    ],
    [
      "a declared equivalence",
      { op: "standard", value: "GB/T 3287-2000" },
      makes({ material: set(["ISO 49:1994"], true) }),
      "satisfied",
      "equivalent_standard",
    ],
    ["a higher certificate", { op: "evidence", value: "EN 10204 2.2" }, makes({}, [paper("EN 10204 3.1")]), "satisfied", "evidence_held"],
    [
      "a lower certificate",
      { op: "evidence", value: "EN 10204 3.2" },
      makes({}, [paper("EN 10204 3.1")]),
      "unknown",
      "evidence_not_stated",
    ],
    [
      "a lower certificate, the higher not available",
      { op: "evidence", value: "EN 10204 3.2" },
      makes({}, [paper("EN 10204 3.1"), paper("EN 10204 3.2", { state: "not_available" })]),
      "violated",
      "evidence_not_available",
    ],
    [
      "valid to the wanted date",
      { op: "evidence", value: "UL" },
      makes({}, [paper("UL", { validTo: LocalDate.parse("2026-12-20") })]),
      "satisfied",
      "evidence_held",
    ],
    [
      "lapsed the day before",
      { op: "evidence", value: "UL" },
      makes({}, [paper("UL", { validTo: LocalDate.parse("2026-12-19") })]),
      "unknown",
      "evidence_expired",
    ],
    [
      "a finer tolerance",
      { op: "tolerance", value: "0.5", unit: millimetre },
      makes({ material: interval("0.2", null) }),
      "satisfied",
      "tolerance_held",
    ],
    [
      "a coarser tolerance",
      { op: "tolerance", value: "0.5", unit: millimetre },
      makes({ material: interval("0.6", null) }),
      "violated",
      "tolerance_wider",
    ],
  ])("%s", (_, requirement, statement, verdict, reason) => {
    expect(matchRequirement(wants(requirement), statement, on)).toMatchObject({ verdict, reason });
  });
});

describe("a statement", () => {
  it("takes the best of alternatives and the worst of the rest", () => {
    const statement = makes({ facing: set(["RF"], true), material: set(["304"], true) });
    const alternatives = [
      wants({ attribute: "facing", value: "RJ", group: "face" }),
      wants({ attribute: "facing", value: "RF", group: "face" }),
      wants({ attribute: "material", op: "grade", value: "304" }),
    ];
    expect(match(alternatives, statement, on).verdict).toBe("satisfied");
    expect(match([...alternatives, wants({ attribute: "coating", value: "oiled" })], statement, on).verdict).toBe("unknown");
    expect(match([...alternatives, wants({ attribute: "material", op: "grade", value: "20#" })], statement, on).verdict).toBe("violated");
  });

  it("is not excluded by a wish", () => {
    const wish = wants({ attribute: "facing", value: "RJ", hard: false });
    expect(match([wish], makes({ facing: set(["RF"], true) }), on)).toMatchObject({
      verdict: "satisfied",
      results: [{ verdict: "violated" }],
    });
  });
});

const codes = [
  "304",
  "1.4301",
  "316L",
  "06Cr19Ni10",
  "F11",
  "15CrMo",
  "XM-19",
  "GB/T 9124.1",
  "GB/T 9112",
  "GB/T 9124.1-2019",
  "EN 1092-1",
  "150",
  "150.0",
  "12.5",
];
const attributes = ["a", "b", "c"];
const anyEnd = fc.option(fc.integer({ min: 0, max: 300 }).map(String), { nil: null });
const anyInterval = fc
  .tuple(anyEnd, anyEnd)
  .map(([low, high]) => (low !== null && high !== null && Number(low) > Number(high) ? interval(high, low) : interval(low, high)));
const anySet = fc
  .tuple(fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 4 }), fc.boolean())
  .map(([values, closed]) => set(values, closed));
const anyRange: fc.Arbitrary<CapabilityRange> = fc.oneof(anySet, anyInterval, fc.constant<CapabilityRange>({ kind: "any" }));
const anyPaper: fc.Arbitrary<Evidence> = fc
  .tuple(
    fc.constantFrom("EN 10204 2.1", "EN 10204 3.1", "EN 10204 3.2", "UL"),
    fc.constantFrom("held", "in_progress", "lapsed", "not_available" as const),
    fc.constantFrom(null, "2026-01-01", "2027-01-01"),
  )
  .map(([kind, state, until]) => paper(kind, { state, validTo: until === null ? null : LocalDate.parse(until) }));
const anyStatement = fc
  .tuple(fc.dictionary(fc.constantFrom(...attributes), anyRange, { maxKeys: 3 }), fc.array(anyPaper, { maxLength: 3 }), fc.boolean())
  .map(([ranges, evidence, complete]) => makes(ranges, evidence, complete));
const anyRequirement: fc.Arbitrary<Requirement> = fc
  .record({
    attribute: fc.constantFrom(...attributes),
    op: fc.constantFrom("is", "within", "covers", "grade", "standard", "evidence", "tolerance" as const),
    value: fc.oneof(
      fc.constantFrom(...codes, "EN 10204 3.1", "EN 10204 2.1"),
      fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 3 }),
      anyEnd.chain((low) => anyEnd.map((high) => ({ low, high }))),
    ),
    unit: fc.constantFrom(null, millimetre),
    hard: fc.boolean(),
    weight: fc.integer({ min: 0, max: 9 }),
    group: fc.constantFrom(null, null, "x", "y"),
    doubt: fc.boolean(),
    equivalents: fc.boolean(),
  })
  .map((requirement) => wants(requirement));

const rank = (verdict: Verdict): number => ["violated", "unknown", "satisfied"].indexOf(verdict);
const notNull = (value: string | null): value is string => value !== null;

/** Everything the firm could make before, and perhaps more. */
function enlarge(range: CapabilityRange, more: CapabilityRange): CapabilityRange {
  if (more.kind === "any") return more;
  if (range.kind === "set" && more.kind === "set") return set([...new Set([...range.values, ...more.values])], range.closed && more.closed);
  if (range.kind === "interval" && more.kind === "interval") {
    const lows = [range.low, more.low].filter(notNull).map(Number);
    const highs = [range.high, more.high].filter(notNull).map(Number);
    return interval(lows.length < 2 ? null : String(Math.min(...lows)), highs.length < 2 ? null : String(Math.max(...highs)));
  }
  return range;
}

describe("matching as a whole", () => {
  it("never lowers an answer when a firm can do more", () => {
    fc.assert(
      fc.property(fc.array(anyRequirement, { maxLength: 6 }), anyStatement, anyStatement, (requirements, before, more) => {
        const grown: CapabilityStatement = {
          ...before,
          complete: before.complete && more.complete,
          attributes: Object.fromEntries(
            Object.entries(before.attributes).map(([code, range]) => [code, enlarge(range, more.attributes[code] ?? range)]),
          ),
          evidence: [...before.evidence, ...more.evidence.filter(({ state }) => state !== "not_available")],
        };
        const [was, is] = [match(requirements, before, on), match(requirements, grown, on)];
        expect(rank(is.verdict)).toBeGreaterThanOrEqual(rank(was.verdict));
        for (const [at, result] of was.results.entries()) {
          expect(rank(is.results[at]?.verdict ?? "violated")).toBeGreaterThanOrEqual(rank(result.verdict));
        }
      }),
      { numRuns: 5_000 },
    );
  });

  it("does not depend on the order of requirements, values or documents", () => {
    fc.assert(
      fc.property(fc.array(anyRequirement, { maxLength: 6 }), anyStatement, (requirements, statement) => {
        const turned: CapabilityStatement = {
          ...statement,
          evidence: statement.evidence.toReversed(),
          attributes: Object.fromEntries(
            Object.entries(statement.attributes)
              .toReversed()
              .map(([code, range]) => [code, range.kind === "set" ? set(range.values.toReversed(), range.closed) : range]),
          ),
        };
        expect(match(requirements.toReversed(), turned, on).verdict).toBe(match(requirements, statement, on).verdict);
      }),
      { numRuns: 2_000 },
    );
  });

  it("does not depend on the unit a length is written in", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), anyInterval, (hundredths, range) => {
        const inches = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`;
        const tenths = BigInt(hundredths) * 254n; // a hundredth of an inch is 0.254 mm
        const millimetres = `${tenths / 1000n}.${String(tenths % 1000n).padStart(3, "0")}`;
        const verdict = (value: string, unit: UnitCode) =>
          matchRequirement(wants({ op: "within", value, unit }), makes({ material: range }), on).verdict;
        expect(verdict(inches, inch)).toBe(verdict(millimetres, millimetre));
      }),
    );
  });

  it("combines answers as a lattice", () => {
    expect(allOf([])).toBe("satisfied");
    expect(allOf(["satisfied", "unknown"])).toBe("unknown");
    expect(allOf(["unknown", "violated"])).toBe("violated");
    expect(anyOf(["violated", "unknown"])).toBe("unknown");
  });
});
