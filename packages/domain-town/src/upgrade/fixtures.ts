import { LocalDate, Minor } from "@jizhen/kernel";
import { Month, monthPlus } from "../indicator/period.ts";
import { act, firm, person, town } from "../membership/fixtures.ts";
import { itemsOf } from "./assessment.ts";
import { assessmentEditions } from "./editions.data.ts";
import { compute } from "./measuring.ts";
import {
  type Measured,
  type MeasureInput,
  UpgradeId,
  type UpgradeIn,
  type UpgradeKind,
  type UpgradePlan,
  type UpgradeProject,
  type UpgradeState,
} from "./model.ts";

export const month = (text: string) => Month.parse(text);
const nth = (prefix: string, n: number) => `${prefix}_${String(n).padStart(26, "0")}`;

export const aPlan = (change: Partial<UpgradePlan> = {}): UpgradePlan => ({
  kind: "both",
  title: "节能与数字化改造",
  text: "更换电炉电源，设备联网。",
  boundary: "全厂",
  cost: Minor.parse(50_000_000),
  suppliers: "",
  targetLevel: 2,
  targetSaving: 10,
  steps: [{ name: "设备联网", dueOn: LocalDate.parse("2025-10-01") }],
  ...change,
});

/** Electricity alone, so that a test can reckon in its head: 100 t a month, `kwh` of it each. */
export const readings = (from: string, count: number, kwh = 1_000, output = "100"): MeasureInput["months"] =>
  Array.from({ length: count }, (_, at) => ({ month: monthPlus(month(from), at), output, used: { electricity: String(kwh) } }));

const [, edition2024] = assessmentEditions;
export const answersOf = (stage: number): Record<string, number> =>
  Object.fromEntries((edition2024 ? itemsOf(edition2024) : []).map(({ key }) => [key, stage]));

export const aMeasurement = (change: Partial<MeasureInput> = {}): MeasureInput => ({
  boundary: "全厂",
  edition: "2024",
  answers: answersOf(1),
  outputUnit: "TNE",
  months: readings("2024-06", 12),
  files: [],
  ...change,
});

const computed = (kind: UpgradeKind, input: MeasureInput, before: Measured | null, who: number, day: string): Measured => {
  const result = compute(kind, input, before, act({ person: who, firm: 1 }, new Date(`${day}T04:00:00Z`)));
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

const base = {
  id: UpgradeId.parse(nth("upgr", 1)),
  townId: town(1),
  organisationId: firm(1),
  number: "SJ-2025-000001",
  plan: aPlan(),
  proposedBy: person(1),
  proposedAt: new Date("2025-06-02T04:00:00Z"),
  version: 0,
} as const;
const baseline = computed("both", aMeasurement(), null, 1, "2025-06-20");
const approved = { ...base, baseline, baselineSeenBy: person(8), approvedBy: person(9), approvedAt: new Date("2025-07-01T04:00:00Z") };
const running = { ...approved, startedAt: new Date("2025-07-10T04:00:00Z"), returned: null };
const effect = computed("both", aMeasurement({ answers: answersOf(2), months: readings("2025-08", 12, 900) }), baseline, 1, "2026-09-01");
const verified = { ...running, effect, verifiedBy: person(8), verifiedAt: new Date("2026-09-10T04:00:00Z") };

const inState: { [S in UpgradeState]: UpgradeIn<S> } = {
  proposed: { ...base, state: "proposed" },
  baselined: { ...base, state: "baselined", baseline, baselineSeenBy: person(8) },
  approved: { ...approved, state: "approved" },
  running: { ...running, state: "running" },
  measured: { ...running, state: "measured", effect },
  verified: { ...verified, state: "verified" },
  closed: { ...verified, state: "closed", closedAt: new Date("2026-09-20T04:00:00Z") },
  stopped: { ...base, state: "stopped", baseline, stoppedBy: person(1), stoppedAt: new Date("2025-08-01T04:00:00Z"), reason: "调整" },
};
export const anUpgrade = <S extends UpgradeState>(state: S, change: Partial<UpgradeIn<S>> = {}): UpgradeIn<S> => ({
  ...inState[state],
  ...change,
});
export const everyUpgradeState = Object.keys(inState) as UpgradeState[];
export const anyUpgrade = (state: UpgradeState): UpgradeProject => inState[state];
