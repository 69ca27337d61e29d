import { canonical, ratios } from "@jizhen/kernel";
import type { Definition, Formula } from "./model.ts";
import type { Period } from "./period.ts";
import { type Decimal, decimal, exactly, type FigureValue, type Held, missing, sumOf } from "./value.ts";

/** One firm's share in a figure, and the record it comes from. */
export type Contribution = { readonly from: string; readonly amount: Decimal; readonly record: string };

/** What may be told about who stands behind a value: how many, and how much of it is the largest and the largest two. */
export type Standing = { readonly contributors: number; readonly largest: Decimal; readonly largestTwo: Decimal };
export type Computed = Standing & { readonly value: FigureValue };

export const nobody: Standing = { contributors: 0, largest: decimal(ratios.ratio(0)), largestTwo: decimal(ratios.ratio(0)) };

/** The sum of what firms declared. Nobody declared: there is no figure, and that is not zero. */
export function sumOfFirms(contributions: readonly Contribution[]): Computed {
  if (contributions.length === 0) return { ...nobody, value: missing };
  const amounts = contributions.map(({ amount }) => exactly(amount)).filter(({ n }) => n !== 0n);
  const [first = ratios.ratio(0), second = ratios.ratio(0)] = [...amounts].sort((a, b) => ratios.compare(b, a));
  const whole = sumOf(contributions.map(({ amount }) => amount));
  return {
    value: { state: "value", numerator: whole, denominator: decimal(ratios.ratio(1)) },
    contributors: amounts.length,
    largest: decimal(first),
    largestTwo: decimal(ratios.add(first, second)),
  };
}

const areAll = (values: readonly FigureValue[]): values is readonly Held[] => values.every(({ state }) => state === "value");

function summed(values: readonly Held[]): FigureValue {
  return {
    state: "value",
    numerator: sumOf(values.map(({ numerator }) => numerator)),
    denominator: sumOf(values.map(({ denominator }) => denominator)),
  };
}
const plainSum = (values: readonly Held[]): FigureValue => ({
  state: "value",
  numerator: sumOf(values.map(({ numerator }) => numerator)),
  denominator: decimal(ratios.ratio(1)),
});

/** A longer period from its parts in order: one part missing, and the whole is missing. */
export function overTime(formula: Formula, parts: readonly FigureValue[]): FigureValue {
  switch (formula.kind) {
    case "stock":
      return parts.at(-1) ?? missing;
    case "median":
      return parts.length === 1 ? (parts[0] ?? missing) : missing;
    case "flow":
      return parts.length > 0 && areAll(parts) ? plainSum(parts) : missing;
    case "ratio":
      return parts.length > 0 && areAll(parts) ? summed(parts) : missing;
  }
}

export type Whole = { readonly value: FigureValue; readonly reported: number; readonly of: number };

/**
 * The province's figure: the sum over the towns that reported, and what belongs to none of them. It says how many stand behind it;
 * a town without a figure adds nothing and is not counted as zero. Medians have no sum.
 */
export function overTowns(formula: Formula, towns: readonly FigureValue[], unallocated: FigureValue = missing): Whole {
  const there = towns.filter((value): value is Held => value.state === "value");
  const counted = { reported: there.length, of: towns.length };
  const all = unallocated.state === "value" ? [...there, unallocated] : there;
  if (all.length === 0 || formula.kind === "median") return { value: missing, ...counted };
  return { value: formula.kind === "ratio" ? summed(all) : plainSum(all), ...counted };
}

/** A ratio from its two amounts: both there, or nothing. */
export function ratioOf(formula: Extract<Formula, { kind: "ratio" }>, numerator: FigureValue, denominator: FigureValue): FigureValue {
  if (numerator.state !== "value" || denominator.state !== "value") return missing;
  const top = ratios.multiply(exactly(numerator.numerator), exactly(formula.factor));
  return { state: "value", numerator: decimal(top), denominator: denominator.numerator };
}

/** What a value was computed from, in one form whatever the order it was read in: same inputs, same bytes. */
export const inputsText = (
  { key, version }: Pick<Definition, "key" | "version">,
  period: Period,
  revision: number,
  contributions: readonly Contribution[],
): string =>
  canonical({
    key,
    version,
    period,
    revision,
    inputs: contributions.map(({ from, amount, record }) => `${from}|${record}|${amount}`).sort(),
  });
