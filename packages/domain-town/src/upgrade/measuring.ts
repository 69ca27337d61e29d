import { type Act, err, ok, type Result, ratios } from "@jizhen/kernel";
import { monthAt } from "../indicator/period.ts";
import { findEdition, itemsOf, levelOf, scoreOf } from "./assessment.ts";
import { meter } from "./energy.ts";
import type { UpgradeRefusal } from "./errors.ts";
import type { Assessed, Measured, MeasureInput, Metered, UpgradeKind } from "./model.ts";

/** The version of the formula in assessment.ts and energy.ts; another formula is another number. */
export const formulaVersion = 1;

const asksLevel = (kind: UpgradeKind): boolean => kind !== "low_carbon";
const asksEnergy = (kind: UpgradeKind): boolean => kind !== "digital";

export function assess({ edition: key, answers }: MeasureInput): Result<Assessed, UpgradeRefusal> {
  const edition = key === null ? null : findEdition(key);
  if (edition === null) return err({ kind: "rule", code: "town.upgrade.edition_unknown" });
  const missing = itemsOf(edition).filter((item) => answers[item.key] === undefined).length;
  if (missing > 0) return err({ kind: "rule", code: "town.upgrade.answers_incomplete", params: { missing } });
  const score = scoreOf(edition, answers);
  return ok({ edition: edition.key, score: ratios.toDecimal(score, 2), level: levelOf(score) });
}

/** What a handed-in measurement says, computed here and never typed in. `before` is the baseline of an effect. */
export function compute(
  kind: UpgradeKind,
  input: MeasureInput,
  before: Measured | null,
  { by, at }: Act,
): Result<Measured, UpgradeRefusal> {
  let assessed: Assessed | null = null;
  let metered: Metered | null = null;
  if (asksLevel(kind)) {
    const result = assess(input);
    if (!result.ok) return result;
    assessed = result.value;
  }
  if (asksEnergy(kind)) {
    const result = meter(input.months, input.outputUnit ?? "", before?.metered?.from ?? null);
    if (!result.ok) return result;
    metered = result.value;
    // A month that is not over is not a full month.
    if (metered.to >= monthAt(at)) return err({ kind: "rule", code: "town.upgrade.months_not_whole" });
  }
  return ok({ formula: formulaVersion, input, assessed, metered, by: by.personId, at });
}

/** Before and after speak of the same thing: boundary, edition, unit of output, carriers, a full and later period. */
export function comparable(before: Measured, after: Measured, startedAt: Date): Result<true, UpgradeRefusal> {
  if (after.input.boundary !== before.input.boundary) return err({ kind: "rule", code: "town.upgrade.boundary_changed" });
  if (before.assessed !== null && after.assessed?.edition !== before.assessed.edition)
    return err({ kind: "rule", code: "town.upgrade.edition_mismatch", params: { edition: before.assessed.edition } });
  const [old, now] = [before.metered, after.metered];
  if (old === null || now === null) return ok(true);
  if (old.outputUnit !== now.outputUnit || carriersOf(before) !== carriersOf(after))
    return err({ kind: "rule", code: "town.upgrade.boundary_changed" });
  if (now.months < old.months)
    return err({ kind: "rule", code: "town.upgrade.period_incomplete", params: { months: now.months, needed: old.months } });
  const after_ = old.to > monthAt(startedAt) ? old.to : monthAt(startedAt);
  if (now.from <= after_) return err({ kind: "rule", code: "town.upgrade.period_overlaps", params: { after: after_ } });
  return ok(true);
}

const carriersOf = ({ input }: Measured): string => [...new Set(input.months.flatMap(({ used }) => Object.keys(used)))].sort().join(" ");
