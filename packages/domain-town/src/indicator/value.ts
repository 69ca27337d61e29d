import { type Ratio, ratios } from "@jizhen/kernel";
import * as z from "zod";

/** An exact decimal as text: an amount in the unit of its definition, never a floating number. */
export const Decimal = z
  .string()
  .regex(/^-?\d{1,24}(\.\d{1,6})?$/)
  .brand<"Decimal">();
export type Decimal = z.infer<typeof Decimal>;

/**
 * What stands in a cell. A figure that is not there has no number to be mistaken for zero. Every value keeps the two parts of its
 * quotient, so that ratios are summed by parts and never averaged; a plain amount is over one.
 */
export const FigureValue = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("value"), numerator: Decimal, denominator: Decimal }),
  z.strictObject({ state: z.literal("missing") }),
  z.strictObject({ state: z.literal("suppressed") }),
  z.strictObject({ state: z.literal("not_connected") }),
]);
export type FigureValue = z.infer<typeof FigureValue>;
export type FigureState = FigureValue["state"];
export type Held = Extract<FigureValue, { state: "value" }>;

export const missing: FigureValue = { state: "missing" };
export const suppressed: FigureValue = { state: "suppressed" };
export const notConnected: FigureValue = { state: "not_connected" };

const one = Decimal.parse("1");
export const decimal = (value: Ratio): Decimal => Decimal.parse(ratios.toDecimal(value, 6));
export const amountOf = (value: bigint | number | string): Held => ({
  state: "value",
  numerator: Decimal.parse(String(value)),
  denominator: one,
});

export function exactly(text: Decimal): Ratio {
  const value = ratios.parseRatio(text);
  if (value === null) throw new RangeError(`not a decimal: ${text}`);
  return value;
}

/** The exact number of a value; null where there is none, or its denominator is zero. */
export function numberOf(value: FigureValue): Ratio | null {
  if (value.state !== "value") return null;
  const denominator = exactly(value.denominator);
  return denominator.n === 0n ? null : ratios.divide(exactly(value.numerator), denominator);
}

export const sumOf = (amounts: readonly Decimal[]): Decimal => decimal(ratios.sum(amounts.map(exactly)));

/** What somebody typed as an exact decimal; null when it is no number. */
export function plainDecimal(text: string): Decimal | null {
  const value = ratios.parseRatio(text.trim().replaceAll(",", ""));
  return value === null ? null : decimal(value);
}
