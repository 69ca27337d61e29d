import { ratios } from "@jizhen/kernel";
import { describe, expect, it } from "vitest";
import { flangeRows } from "./flange/dimensions.ts";
import { derivedMass, ringMass } from "./mass.ts";
import type { FamilyCode, LineSpec } from "./model.ts";

const line = (family: FamilyCode, values: Record<string, string>): LineSpec => ({
  pack: "flange@1.0.0",
  family,
  values: Object.entries(values).map(([attribute, value]) => ({
    attribute,
    value,
    unit: null,
    asWritten: value,
    origin: "typed",
    state: "sure",
  })),
  note: "",
  byText: false,
});
const wn = { type: "WN", rating: "Class 150", dn: "150", standard: "ASME B16.5" };

describe("derived mass", () => {
  it("takes the table's mass, by the density of the grade, within 5 %", () => {
    const row = flangeRows.find(
      (one) => one.standard === "ASME B16.5" && one.type === "WN" && one.rating === "Class 150" && one.dn === "150",
    );
    expect(derivedMass(line("flange", { ...wn, material: "A105" }))).toMatchObject({
      best: row?.mass,
      source: { kind: "table", checked: true },
    });
    const steel = Number(derivedMass(line("flange", { ...wn, material: "A105" }))?.best);
    expect(Number(derivedMass(line("flange", { ...wn, material: "316L" }))?.best)).toBeCloseTo((steel * 7_980) / 7_850, 2);
  });

  it("derives a blind flange from its ring", () => {
    const answer = derivedMass(line("flange", { ...wn, type: "BL", material: "20#" }));
    // od 279.4, thickness 25.4, eight holes of 22.35 mm
    const kg = ((7_850 * Math.PI) / 4) * (279.4 ** 2 - 8 * 22.35 ** 2) * 25.4 * 1e-9;
    expect(Number(answer?.best)).toBeCloseTo(kg, 2);
    expect(answer).toMatchObject({ source: { kind: "formula", formula: "ring" } });
  });

  it("holds every mass of the table inside the interval of its ring", () => {
    for (const row of flangeRows.filter((one) => one.mass !== null && one.bore !== null)) {
      const ring = ringMass(row, row.bore, 7_850);
      const [mass, low, high] = [
        Number(row.mass),
        ...({ WN: [1.05, 1.45], SO: [0.89, 1.19], SW: [0.88, 1.27], LJ: [0.89, 1.34] }[row.type] ?? [9, 0]),
      ];
      const share = mass / ratios.toApproximateNumber(ring ?? ratios.parseRatio("1") ?? { n: 1n, d: 1n });
      expect(share, `${row.type} ${row.rating} DN${row.dn}`).toBeGreaterThan(low ?? 9);
      expect(share, `${row.type} ${row.rating} DN${row.dn}`).toBeLessThan(high ?? 0);
    }
  });

  it("computes forgings by shape", () => {
    const disc = derivedMass(line("forging", { shape: "disc", od_mm: "820", height_mm: "120", material: "16Mn" }));
    expect(Number(disc?.best)).toBeCloseTo(497.47, 1);
    expect(derivedMass(line("forging", { shape: "ring", od_mm: "820", id_mm: "900", height_mm: "120" }))).toBeNull();
    expect(derivedMass(line("forging", { shape: "block", length_mm: "100", width_mm: "100", height_mm: "100" }))?.best).toBe("7.85");
  });

  it("says nothing where there is no row", () => {
    expect(derivedMass(line("flange", { ...wn, type: "TH" }))).toBeNull();
    expect(derivedMass(line("flange", { ...wn, dn: "1200" }))).toBeNull();
    expect(derivedMass(line("flange", { ...wn, standard: "JIS B 2220" }))).toBeNull();
    expect(derivedMass(line("baijiu", { volume_ml: "500" }))).toBeNull();
  });

  it("always names its inputs and keeps low ≤ best ≤ high", () => {
    for (const row of flangeRows) {
      const answer = derivedMass(line("flange", { type: row.type, rating: row.rating, dn: row.dn }));
      if (!answer) continue;
      expect(answer.inputs.length).toBeGreaterThan(0);
      expect(Number(answer.low)).toBeLessThanOrEqual(Number(answer.best));
      expect(Number(answer.best)).toBeLessThanOrEqual(Number(answer.high));
    }
  });
});
