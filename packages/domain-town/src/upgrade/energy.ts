import { err, exact, ok, type Result, ratios } from "@jizhen/kernel";
import { type Month, monthPlus } from "../indicator/period.ts";
import type { UpgradeRefusal } from "./errors.ts";
import { type EnergyFactor, energyFactors } from "./factors.data.ts";
import type { Metered, MonthReading } from "./model.ts";

const places = 6;
const text = (value: ratios.Ratio): string => ratios.toDecimal(value, places);

/** The row in force when the first month began: before and after are computed with the same one. */
export function factorFor(carrier: string, from: Month, table: readonly EnergyFactor[] = energyFactors): EnergyFactor | null {
  const inForce = table.filter((row) => row.carrier === carrier && row.validFrom <= `${from}-01`);
  return inForce.sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0] ?? table.find((row) => row.carrier === carrier) ?? null;
}

type Sums = { readonly output: ratios.Ratio; readonly kgce: ratios.Ratio; readonly kgCo2e: ratios.Ratio };
const nothing: Sums = { output: ratios.ratio(0), kgce: ratios.ratio(0), kgCo2e: ratios.ratio(0) };

function withMonth(sums: Sums, { output, used }: MonthReading, priced: Month): Sums {
  return Object.entries(used).reduce(
    (held, [carrier, amount]) => {
      const factor = factorFor(carrier, priced);
      if (factor === null) return held;
      const quantity = exact(amount);
      return {
        ...held,
        kgce: ratios.add(held.kgce, ratios.multiply(quantity, exact(factor.kgce))),
        kgCo2e: ratios.add(held.kgCo2e, ratios.multiply(quantity, exact(factor.kgCo2e))),
      };
    },
    { ...sums, output: ratios.add(sums.output, exact(output)) },
  );
}

export const fullPeriod = 12;
const leastPeriod = 3;

/** Σ over months and carriers of amount × factor, ÷ output. `priced` names the month whose factors count: the baseline's first. */
export function meter(readings: readonly MonthReading[], outputUnit: string, priced: Month | null): Result<Metered, UpgradeRefusal> {
  const months = [...readings].sort((a, b) => (a.month < b.month ? -1 : 1));
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined || months.length < leastPeriod)
    return err({ kind: "rule", code: "town.upgrade.baseline_too_short", params: { months: months.length } });
  // A month that is missing or told twice would bend the figure without a trace.
  if (months.some(({ month }, at) => month !== monthPlus(first.month, at)))
    return err({ kind: "rule", code: "town.upgrade.months_not_whole" });
  const sums = months.reduce((held, reading) => withMonth(held, reading, priced ?? first.month), nothing);
  if (ratios.compare(sums.kgce, ratios.ratio(0)) === 0) return err({ kind: "rule", code: "town.upgrade.nothing_metered" });
  return ok({
    from: first.month,
    to: last.month,
    months: months.length,
    output: text(sums.output),
    outputUnit,
    kgce: text(sums.kgce),
    kgCo2e: text(sums.kgCo2e),
    intensity: text(ratios.divide(sums.kgce, sums.output)),
    co2Intensity: text(ratios.divide(sums.kgCo2e, sums.output)),
    provisional: months.length < fullPeriod,
  });
}

export type EnergyEffect = {
  /** Per cent saved per unit of output; negative when more was used. */
  readonly perOutput: string;
  readonly co2PerOutput: string;
  /** Per cent saved of a month's energy, whatever was made. */
  readonly raw: string;
  readonly outputChange: string;
  /** Output moved by more than a fifth: both figures are shown, for neither says it alone. */
  readonly showBoth: boolean;
};

const percent = (value: ratios.Ratio): string => ratios.toDecimal(ratios.multiply(value, ratios.ratio(100)), 2);
const saved = (before: ratios.Ratio, after: ratios.Ratio) => ratios.divide(ratios.subtract(before, after), before);
const monthly = (total: string, months: number) => ratios.divide(exact(total), ratios.ratio(months));

export function energyEffect(before: Metered, after: Metered): EnergyEffect {
  const perOutput = saved(ratios.divide(exact(before.kgce), exact(before.output)), ratios.divide(exact(after.kgce), exact(after.output)));
  const co2 = saved(ratios.divide(exact(before.kgCo2e), exact(before.output)), ratios.divide(exact(after.kgCo2e), exact(after.output)));
  const raw = saved(monthly(before.kgce, before.months), monthly(after.kgce, after.months));
  const [made, makes] = [monthly(before.output, before.months), monthly(after.output, after.months)];
  const change = ratios.divide(ratios.subtract(makes, made), made);
  const fifth = ratios.ratio(1, 5);
  const moved = ratios.compare(change, fifth) > 0 || ratios.compare(change, ratios.subtract(ratios.ratio(0), fifth)) < 0;
  return { perOutput: percent(perOutput), co2PerOutput: percent(co2), raw: percent(raw), outputChange: percent(change), showBoth: moved };
}
