const pairs =
  "1/8=6 1/4=8 3/8=10 1/2=15 3/4=20 1=25 1_1/4=32 1_1/2=40 2=50 2_1/2=65 3=80 3_1/2=90 4=100 5=125 6=150 8=200 10=250 12=300 14=350 " +
  "16=400 18=450 20=500 22=550 24=600 26=650 28=700 30=750 32=800 34=850 36=900 38=950 40=1000 42=1050 44=1100 46=1150 48=1200 " +
  "50=1250 52=1300 54=1350 56=1400 58=1450 60=1500";

/** Nominal pipe size and nominal diameter name the same sizes one to one. NPS fractions are written "1 1/2". */
const npsToDn: ReadonlyMap<string, string> = new Map(
  pairs.split(" ").map((pair): [string, string] => {
    const [nps = "", dn = ""] = pair.split("=");
    return [nps.replace("_", " "), dn];
  }),
);
const dnToNps: ReadonlyMap<string, string> = new Map([...npsToDn].map(([nps, dn]) => [dn, nps]));

export const dnOfNps = (nps: string): string | null => npsToDn.get(nps) ?? null;
export const npsOfDn = (dn: string): string | null => dnToNps.get(dn) ?? null;

/** Sizes beyond the NPS pairs that PN tables hold. */
const metricOnly = [
  "3",
  "4",
  "5",
  "1400",
  "1600",
  "1800",
  "2000",
  "2200",
  "2400",
  "2600",
  "2800",
  "3000",
  "3200",
  "3400",
  "3600",
  "3800",
  "4000",
];

/** Every nominal diameter of the series, ascending. */
export const dnSeries: readonly string[] = [...new Set([...dnToNps.keys(), ...metricOnly])].sort((a, b) => Number(a) - Number(b));
const dnSet: ReadonlySet<string> = new Set(dnSeries);
export const isDn = (dn: string): boolean => dnSet.has(dn);
export const isNps = (nps: string): boolean => npsToDn.has(nps);

/** The nearest sizes of the series below and above a number that is not in it. */
export function nearestDn(dn: string): readonly string[] {
  const wanted = Number(dn);
  const below = dnSeries.filter((one) => Number(one) < wanted).at(-1);
  const above = dnSeries.find((one) => Number(one) > wanted);
  return [below, above].filter((one) => one !== undefined);
}
