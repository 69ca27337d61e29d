import { type Ratio, ratio, ratios } from "@jizhen/kernel";
import { type FlangeRow, rowsFor } from "./flange/dimensions.ts";
import { type Grade, gradeOf } from "./grades.ts";
import { textOf } from "./held.ts";
import type { LineSpec } from "./model.ts";

/** Where a figure comes from: a table row (with its second source), a formula over stated dimensions, or the seller's own words. */
export type MassSource =
  | { readonly kind: "table"; readonly standard: string; readonly source: string; readonly checked: boolean }
  | {
      readonly kind: "formula";
      readonly formula: "ring" | "hub_ratio" | "disc" | "bar" | "block";
      readonly standard: string | null;
      readonly checked: boolean;
    }
  | { readonly kind: "declared" };

/**
 * Mass of one piece in kilograms, decimal text: between `low` and `high`, most likely `best`. A reference value: print "check the
 * standard" beside it. It has no form without its inputs and source, and no price is ever computed from it without the supplier.
 */
export type DerivedMass = {
  readonly low: string;
  readonly high: string;
  readonly best: string;
  readonly inputs: readonly { readonly name: string; readonly value: string; readonly unit: string }[];
  readonly source: MassSource;
};

/** Density by grade family, kg/m³; duplex is to be confirmed by the town's expert. Carbon where the grade is not in the table. */
const density: Readonly<Record<Grade["family"], number>> = {
  carbon: 7_850,
  "low-alloy": 7_850,
  "low-temperature": 7_850,
  "chrome-moly": 7_850,
  austenitic: 7_930,
  austenitic316: 7_980,
  duplex: 7_800,
};
const tableDensity = 7_850;

// π to fifteen places, as an exact fraction: errors of the twelfth digit are far below the interval.
const pi = ratio(3_141_592_653_589_793n, 1_000_000_000_000_000n);
const percent = (n: number): Ratio => ratio(n, 100);
const number = (text: string | null): Ratio | null => (text === null ? null : ratios.parseRatio(text));

/** kg of a solid whose volume is given in mm³. */
const kilograms = (cubicMillimetres: Ratio, rho: number): Ratio => ratios.multiply(cubicMillimetres, ratio(rho, 1_000_000_000));
const square = (value: Ratio): Ratio => ratios.multiply(value, value);
const discVolume = (od: Ratio, bore: Ratio, height: Ratio): Ratio =>
  ratios.multiply(ratios.multiply(pi, ratio(1, 4)), ratios.multiply(ratios.subtract(square(od), square(bore)), height));

/** How much heavier than its plain ring a type is, in percent: ratios over the table rows that hold both bore and mass. */
const hubRatios: Readonly<Record<string, readonly [low: number, high: number]>> = {
  PL: [97, 103],
  BL: [97, 103],
  WN: [106, 144],
  SO: [90, 118],
  SW: [89, 126],
  LJ: [90, 133],
};

const kg = (value: Ratio): string => ratios.toDecimal(value, 3);
const between = (low: Ratio, high: Ratio, best: Ratio, inputs: DerivedMass["inputs"], source: MassSource): DerivedMass => ({
  low: kg(low),
  high: kg(high),
  best: kg(best),
  inputs,
  source,
});

const input = (name: string, value: string | null, unit: string) => (value === null ? [] : [{ name, value, unit }]);

function fromTable(row: FlangeRow, mass: Ratio, rho: number): DerivedMass {
  const best = ratios.multiply(mass, ratio(rho, tableDensity));
  const inputs = [...input("table_mass", row.mass, "KGM"), { name: "density", value: String(rho), unit: "KMQ" }];
  return between(ratios.multiply(best, percent(95)), ratios.multiply(best, percent(105)), best, inputs, {
    kind: "table",
    standard: row.standard,
    source: row.source,
    checked: row.secondSource !== "unchecked",
  });
}

/** The plain ring with its bolt holes: ρ · π/4 · (od² − bore² − holes · hole²) · thickness. */
export function ringMass(row: FlangeRow, bore: string | null, rho: number): Ratio | null {
  const [od, thickness, holes, hole] = [number(row.od), number(row.thickness), number(row.boltHoles), number(row.boltHoleDiameter)];
  const inside = row.type === "BL" ? ratio(0) : number(bore);
  if (!od || !thickness || !holes || !hole || !inside) return null;
  const face = ratios.subtract(ratios.subtract(square(od), square(inside)), ratios.multiply(holes, square(hole)));
  return kilograms(ratios.multiply(ratios.multiply(ratios.multiply(pi, ratio(1, 4)), face), thickness), rho);
}

function fromRing(row: FlangeRow, statedBore: string | null, rho: number): DerivedMass | null {
  const bore = statedBore ?? row.bore;
  const ring = ringMass(row, bore, rho);
  const range = hubRatios[row.type];
  if (!ring || !range) return null;
  const [low, high] = range;
  const inputs = [
    ...input("od_mm", row.od, "MMT"),
    ...input("bore_mm", row.type === "BL" ? null : bore, "MMT"),
    ...input("thickness_mm", row.thickness, "MMT"),
    ...input("bolt_holes", row.boltHoles, "H87"),
    ...input("bolt_hole_mm", row.boltHoleDiameter, "MMT"),
    { name: "density", value: String(rho), unit: "KMQ" },
  ];
  const plain = row.type === "BL" || row.type === "PL";
  return between(
    ratios.multiply(ring, percent(low)),
    ratios.multiply(ring, percent(high)),
    ratios.multiply(ring, ratio(low + high, 200)),
    inputs,
    {
      kind: "formula",
      formula: plain ? "ring" : "hub_ratio",
      standard: row.standard,
      checked: row.secondSource !== "unchecked",
    },
  );
}

/** PN tables are held under the standard they were published in; the metric systems share their main dimensions. */
const tableStandards: Readonly<Record<string, readonly string[]>> = {
  "ASME B16.5": ["ASME B16.5"],
  "GB/T 9124.2": ["ASME B16.5"],
  "HG/T 20615": ["ASME B16.5"],
  "EN 1092-1": ["EN 1092-1"],
  "GB/T 9124.1": ["EN 1092-1"],
  "HG/T 20592": ["EN 1092-1"],
};

function flangeMass(spec: LineSpec, rho: number): DerivedMass | null {
  const [type, rating, dn, standard] = [textOf(spec, "type"), textOf(spec, "rating"), textOf(spec, "dn"), textOf(spec, "standard")];
  if (!type || !rating || !dn) return null;
  const rows = rowsFor({ standard: null, type, rating, dn });
  const wanted = standard === null ? null : (tableStandards[standard] ?? []);
  const row = rows.find((one) => wanted === null || wanted.includes(one.standard));
  if (!row) return null;
  const bore = textOf(spec, "bore_mm");
  const mass = number(row.mass);
  // The table's mass is for the table's bore; a bore that somebody stated goes through the formula.
  return mass && (bore === null || bore === row.bore) ? fromTable(row, mass, rho) : fromRing(row, bore, rho);
}

function forgingMass(spec: LineSpec, rho: number): DerivedMass | null {
  const shape = textOf(spec, "shape");
  const text = (code: string) => textOf(spec, code);
  const [od, id, height] = [number(text("od_mm")), number(text("id_mm")), number(text("height_mm") ?? text("length_mm"))];
  const width = number(text("width_mm"));
  const inputs = [
    ...["od_mm", "id_mm", "height_mm", "length_mm", "width_mm"].flatMap((code) => input(code, text(code), "MMT")),
    { name: "density", value: String(rho), unit: "KMQ" },
  ];
  const solid = (volume: Ratio, formula: "disc" | "ring" | "bar" | "block"): DerivedMass => {
    const best = kilograms(volume, rho);
    return between(ratios.multiply(best, percent(97)), ratios.multiply(best, percent(103)), best, inputs, {
      kind: "formula",
      formula,
      standard: null,
      checked: true,
    });
  };
  const length = number(text("length_mm"));
  const high = number(text("height_mm"));
  if (shape === "block") return length && width && high ? solid(ratios.multiply(ratios.multiply(length, width), high), "block") : null;
  if (!od || !height) return null;
  if (shape === "ring") return id && ratios.compare(id, od) < 0 ? solid(discVolume(od, id, height), "ring") : null;
  return shape === "disc" || shape === "shaft" ? solid(discVolume(od, ratio(0), height), shape === "disc" ? "disc" : "bar") : null;
}

function declared(spec: LineSpec): DerivedMass | null {
  const grams = number(textOf(spec, "mass_g"));
  const value = grams ? ratios.multiply(grams, ratio(1, 1_000)) : null;
  if (!value || ratios.compare(value, ratio(0)) <= 0) return null;
  return between(value, value, value, input("mass_g", textOf(spec, "mass_g"), "GRM"), { kind: "declared" });
}

/** What one piece of a line should weigh, or null where nothing honest can be said. */
export function derivedMass(spec: LineSpec): DerivedMass | null {
  const grade = textOf(spec, "material");
  const rho = density[(grade === null ? null : gradeOf(grade)?.grade.family) ?? "carbon"];
  switch (spec.family) {
    case "flange":
      return flangeMass(spec, rho);
    case "forging":
      return forgingMass(spec, rho);
    default:
      return declared(spec);
  }
}
