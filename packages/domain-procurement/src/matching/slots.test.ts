import { UnitCode } from "@jizhen/kernel";
import { type Attribute, type CapabilityRange, type CapabilityStatement, type Family, match, type Requirement } from "@jizhen/spec";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { line, on, requirement, set } from "./matching.fixtures.ts";
import { keeps, mostRows, narrowingOf, slotsOf } from "./slots.ts";

const millimetre = UnitCode.parse("MMT");
const attribute = (code: string, type: Attribute["type"], unit: UnitCode | null = null): Attribute => ({
  code,
  names: { zh: code, en: code },
  type,
  unit,
  values: [],
  need: "optional",
  hard: true,
  evidence: [],
  private: false,
  usual: null,
  matched: true,
  onlyWhen: null,
  either: [],
});
const family: Family = {
  code: "flange",
  pack: "flange",
  names: { zh: "法兰", en: "Flange" },
  words: [],
  hs: [],
  unit: UnitCode.parse("H87"),
  attributes: [
    attribute("type", "enum"),
    attribute("rating", "rating"),
    attribute("material", "grade"),
    attribute("dn", "size", millimetre),
  ],
};
const statement = (attributes: Record<string, CapabilityRange>, complete = false): CapabilityStatement => ({
  family: "flange",
  pack: "flange@1.0.0",
  attributes,
  evidence: [],
  complete,
});

const grades = ["304", "1.4301", "06Cr19Ni10", "20#", "XM-19", "F11", "15CrMo", "12Cr2Mo1"];
const sizes = ["15", "150", "150.0", "152.4", "600", "0.5"];
const inch = UnitCode.parse("INH");
const anyInterval = fc
  .tuple(
    fc.option(fc.integer({ min: 0, max: 700 }), { nil: null }),
    fc.integer({ min: 0, max: 300 }),
    fc.constantFrom(null, millimetre, inch),
  )
  .map(
    ([low, more, unit]): CapabilityRange => ({
      kind: "interval",
      low: low === null ? null : String(low),
      high: String((low ?? 0) + more),
      unit,
    }),
  );
const anySet = (values: readonly string[]) =>
  fc.tuple(fc.subarray([...values]), fc.boolean()).map(([some, closed]): CapabilityRange => set(some, closed));
const anyOne = (values: readonly string[]) => fc.oneof(anySet(values), fc.constant<CapabilityRange>({ kind: "any" }));
const anyStatement = fc
  .tuple(
    fc.record(
      {
        type: anyOne(["WN", "SO", "wn "]),
        rating: fc.oneof(anyOne(["PN16", "Class 150"]), anyInterval),
        material: anyOne(grades),
        dn: fc.oneof(anyOne(sizes), anyInterval),
      },
      { requiredKeys: [] },
    ),
    fc.boolean(),
  )
  .map(([attributes, complete]) => statement(attributes, complete));
const anyRequirement: fc.Arbitrary<Requirement> = fc
  .tuple(
    fc.constantFrom(
      ...["WN", "SO", "ＷＮ"].map((value) => requirement("type", value)),
      ...["PN16", "Class 150"].map((value) => requirement("rating", value)),
      ...grades.map((value) => requirement("material", value, { op: "grade" as const })),
      ...sizes.map((value) => requirement("dn", value)),
      ...sizes.map((value) => requirement("dn", value, { op: "within" as const, unit: millimetre })),
      requirement("dn", "6", { op: "within", unit: inch }),
    ),
    fc.boolean(),
    fc.boolean(),
    fc.boolean(),
    fc.constantFrom(null, null, "g"),
  )
  .map(([asked, hard, doubt, equivalents, group]) => ({ ...asked, hard, doubt, equivalents, group }));

describe("the narrow rows of matching", () => {
  it("never lose a source that the match keeps", () => {
    fc.assert(
      fc.property(fc.array(anyRequirement, { maxLength: 5 }), anyStatement, (requirements, held) => {
        if (match(requirements, held, on).verdict === "violated") return true;
        const narrowing = narrowingOf(line({ requirements }), family);
        return slotsOf(held, family).some((row) => keeps(narrowing, row));
      }),
      { numRuns: 20_000 },
    );
  });

  it("drop what a closed list plainly leaves out", () => {
    const rows = slotsOf(statement({ type: set(["SO"]), dn: { kind: "interval", low: "15", high: "300", unit: null } }), family);
    const drops = (asked: Requirement) => !rows.some((row) => keeps(narrowingOf(line({ requirements: [asked] }), family), row));
    expect(drops(requirement("type", "WN"))).toBe(true);
    expect(drops(requirement("type", "SO"))).toBe(false);
    expect(drops(requirement("dn", "600", { unit: millimetre }))).toBe(true);
    expect(drops(requirement("rating", "PN16"))).toBe(false);
  });

  it("stay few: a list too long for the product is left open", () => {
    const many = (prefix: string) => set(Array.from({ length: 40 }, (_, at) => `${prefix}${at}`));
    const rows = slotsOf(statement({ type: many("t"), rating: many("r"), material: many("m") }), family);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.length).toBeLessThanOrEqual(mostRows);
  });
});
