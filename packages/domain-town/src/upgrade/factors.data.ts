/** One unit of a carrier as standard coal and as emissions, by exact decimals. A factor changes only by a further row. */
export type EnergyFactor = {
  readonly carrier: string;
  /** UN/ECE Recommendation 20. */
  readonly unit: string;
  readonly kgce: string;
  readonly kgCo2e: string;
  readonly region: string;
  readonly year: number;
  readonly validFrom: string;
  /** Null: invented for the demo, and the screen says so. */
  readonly source: string | null;
};

const row = (carrier: string, unit: string, kgce: string, kgCo2e: string): EnergyFactor => ({
  carrier,
  unit,
  kgce,
  kgCo2e,
  region: "14",
  year: 2024,
  validFrom: "2024-01-01",
  source: null,
});

/** Round figures for the demo; whoever runs a town puts the published table of its region in their place. */
export const energyFactors: readonly EnergyFactor[] = [
  row("electricity", "KWH", "0.12", "0.6"),
  row("coal", "KGM", "0.7", "1.9"),
  row("coke", "KGM", "0.95", "2.8"),
  row("gas", "MTQ", "1.3", "2.1"),
  row("diesel", "KGM", "1.45", "3.1"),
  row("heat", "GV", "34", "110"),
];
