import { cityNames, countyNames, formerRegions, provinceNames, statisticalAreas } from "./region-table.ts";

/** How far a register's region agrees with a town's county; only ever a note, because higher authorities register firms too. */
export type RegionReading = {
  readonly code: string;
  readonly name: string | null;
  readonly match: "county" | "former_county" | "prefecture" | "province" | "elsewhere" | "unknown";
  /** The county of today when the number carries a former code. */
  readonly successor: string | null;
};

/** The name of a GB/T 2260 code, of today or of the past; null where the product has no table for it. */
export function regionName(code: string): string | null {
  const county = countyNames.get(code) ?? formerRegions.find((former) => former.code === code)?.name;
  if (county !== undefined) return county;
  if (code.endsWith("0000")) return provinceNames.get(code.slice(0, 2)) ?? null;
  return cityNames.get(code.slice(0, 4)) ?? null;
}

/** Reads signs 3 to 8 of a credit code against the town's county (null for a town over a whole prefecture). */
export function readRegion(code: string, countyCode: string | null): RegionReading {
  const successor = formerRegions.find((former) => former.code === code)?.successor ?? null;
  const name = regionName(code);
  const reading = (match: RegionReading["match"]): RegionReading => ({ code, name, match, successor });
  if (!provinceNames.has(code.slice(0, 2))) return reading("unknown");
  if (countyCode === null) return reading("elsewhere");
  if (code === countyCode) return reading("county");
  if (successor === countyCode) return reading("former_county");
  if (code.slice(0, 4) === countyCode.slice(0, 4)) return reading("prefecture");
  if (code.slice(0, 2) === countyCode.slice(0, 2)) return reading("province");
  return reading("elsewhere");
}

/** What an address picker offers: today's counties of Shanxi, without statistical areas. */
export const countyChoices: readonly { readonly code: string; readonly name: string; readonly city: string }[] = [...countyNames]
  .filter(([code]) => !statisticalAreas.has(code))
  .map(([code, name]) => ({ code, name, city: cityNames.get(code.slice(0, 4)) ?? "" }));
