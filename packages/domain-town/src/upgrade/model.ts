import { Decimal, FileId, idOf, LocalDate, Minor, OrgId, PersonId, TownId } from "@jizhen/kernel";
import * as z from "zod";
import { Month } from "../indicator/period.ts";

export const UpgradeId = idOf("upgr");
export type UpgradeId = z.infer<typeof UpgradeId>;

export const UpgradeKind = z.enum(["digital", "low_carbon", "both"]);
export type UpgradeKind = z.infer<typeof UpgradeKind>;
export const Carrier = z.enum(["electricity", "coal", "coke", "gas", "diesel", "heat"]);
export type Carrier = z.infer<typeof Carrier>;

/** What a firm means to do; form, input and domain share it. */
export const UpgradePlan = z.strictObject({
  kind: UpgradeKind,
  title: z.string().trim().min(4).max(80),
  text: z.string().trim().min(10).max(2_000),
  /** What is measured, before and after alike: the whole works, one line. */
  boundary: z.string().trim().min(2).max(120),
  cost: Minor.refine((fen) => fen > 0),
  suppliers: z.string().trim().max(300),
  /** The digital level to reach, and by how many per cent the energy of a unit of output is to fall. */
  targetLevel: z.int().min(1).max(4).nullable(),
  targetSaving: z.int().min(1).max(90).nullable(),
  steps: z
    .array(z.strictObject({ name: z.string().trim().min(2).max(80), dueOn: LocalDate }))
    .min(1)
    .max(20),
});
export type UpgradePlan = z.infer<typeof UpgradePlan>;

/** Stages per item: 0 not begun … 4 fully. */
export const Answers = z.record(z.string().max(40), z.int().min(0).max(4));
export const MonthReading = z.strictObject({
  month: Month,
  output: Decimal.refine((text) => /[1-9]/.test(text)),
  used: z.partialRecord(Carrier, Decimal),
});
export type MonthReading = z.infer<typeof MonthReading>;

/** What is handed in for a baseline and for its effect alike: the answers of an edition, the readings of a boundary, and the papers. */
export const MeasureInput = z.strictObject({
  boundary: z.string().trim().min(2).max(120),
  edition: z.string().max(20).nullable(),
  answers: Answers,
  /** UN/ECE unit of the output. */
  outputUnit: z
    .string()
    .regex(/^[A-Z0-9]{1,3}$/)
    .nullable(),
  months: z.array(MonthReading).max(36),
  files: z.array(FileId).max(20),
});
export type MeasureInput = z.infer<typeof MeasureInput>;

const Assessed = z.strictObject({ edition: z.string(), score: z.string(), level: z.int().min(0).max(4) });
export const Metered = z.strictObject({
  from: Month,
  to: Month,
  months: z.int(),
  output: z.string(),
  outputUnit: z.string(),
  kgce: z.string(),
  kgCo2e: z.string(),
  /** Per unit of output. */
  intensity: z.string(),
  co2Intensity: z.string(),
  /** Fewer than twelve full months: it cannot release a grant. */
  provisional: z.boolean(),
});
export type Assessed = z.infer<typeof Assessed>;
export type Metered = z.infer<typeof Metered>;

/** A measurement with what it was computed from, by a named version of the formula. */
export const Measured = z.strictObject({
  formula: z.int(),
  input: MeasureInput,
  assessed: Assessed.nullable(),
  metered: Metered.nullable(),
  by: PersonId,
  at: z.date(),
});
export type Measured = z.infer<typeof Measured>;

const Base = z.strictObject({
  id: UpgradeId,
  townId: TownId,
  organisationId: OrgId,
  number: z.string(),
  plan: UpgradePlan,
  proposedBy: PersonId,
  proposedAt: z.date(),
  version: z.int(),
});
const Baselined = Base.extend({ baseline: Measured, baselineSeenBy: PersonId.nullable() });
const Approved = Base.extend({ baseline: Measured, baselineSeenBy: PersonId, approvedBy: PersonId, approvedAt: z.date() });
const Running = Approved.extend({ startedAt: z.date(), returned: z.string().nullable() });
const Effect = Running.extend({ effect: Measured });
const Verified = Effect.extend({ verifiedBy: PersonId, verifiedAt: z.date() });

/** One shape per state: only what is approved has a frozen baseline, only what was measured can be verified. */
export const UpgradeProject = z.discriminatedUnion("state", [
  Base.extend({ state: z.literal("proposed") }),
  Baselined.extend({ state: z.literal("baselined") }),
  Approved.extend({ state: z.literal("approved") }),
  Running.extend({ state: z.literal("running") }),
  Effect.extend({ state: z.literal("measured") }),
  Verified.extend({ state: z.literal("verified") }),
  Verified.extend({ state: z.literal("closed"), closedAt: z.date() }),
  Base.extend({
    state: z.literal("stopped"),
    baseline: Measured.nullable(),
    stoppedBy: PersonId,
    stoppedAt: z.date(),
    reason: z.string(),
  }),
]);
export type UpgradeProject = z.infer<typeof UpgradeProject>;
export type UpgradeState = UpgradeProject["state"];
export type UpgradeIn<S extends UpgradeState> = Extract<UpgradeProject, { state: S }>;

export const stepTextLeast = 2;

/** A step that was taken: when, for how much, and the papers. */
export const StepReport = z.strictObject({
  step: z.int().min(0).max(19),
  doneOn: LocalDate,
  spend: Minor.refine((fen) => fen >= 0),
  /** Two signs already say something in Chinese: 完成. */
  text: z.string().trim().min(stepTextLeast).max(1_000),
  files: z.array(FileId).max(10),
});
export type StepReport = z.infer<typeof StepReport>;
