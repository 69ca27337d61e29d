import * as z from "zod";
import { multiply, parseRatio, type Ratio, ratio, roundHalfUp } from "./ratio.ts";

/**
 * Whole minor units (fen, cents; the exponent is ISO 4217's). A branded safe integer rather than a bigint, because
 * money travels through JSON, query keys and Intl unharmed; the column is BIGINT and the store is where the two meet.
 */
export const Minor = z.int().brand<"Minor">();
export type Minor = z.infer<typeof Minor>;
export const minor = (value: number | bigint): Minor => Minor.parse(Number(value));

/** Currencies the platform quotes and orders in, with the exponent of ISO 4217. */
export const currencyExponents = { CNY: 2, USD: 2, EUR: 2, GBP: 2, RUB: 2, KZT: 2, JPY: 0, KRW: 0, KWD: 3 } as const;
export const CurrencyCode = z.enum(["CNY", "USD", "EUR", "GBP", "RUB", "KZT", "JPY", "KRW", "KWD"]);
export type CurrencyCode = z.infer<typeof CurrencyCode>;

/** An amount in one currency; two currencies never add. */
export const Money = z.strictObject({ amount: Minor, currency: CurrencyCode });
export type Money = z.infer<typeof Money>;

/** A price for one unit: decimal text with up to ten places, never rounded before it is multiplied. */
export const UnitPrice = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,10})?$/)
  .brand<"UnitPrice">();
export type UnitPrice = z.infer<typeof UnitPrice>;

/** The exact value behind decimal text that a schema has already admitted. */
export function exact(text: string): Ratio {
  const value = parseRatio(text);
  if (!value) throw new RangeError(`not a decimal: ${text}`);
  return value;
}

/** price × quantity ÷ base, rounded half up once to the currency's minor unit. */
export function total(price: UnitPrice, quantity: string, currency: CurrencyCode, base: string = "1"): Minor {
  const scale = ratio(10n ** BigInt(currencyExponents[currency]));
  const value = multiply(multiply(exact(price), exact(quantity)), scale);
  const perBase = exact(base);
  return minor(roundHalfUp(ratio(value.n * perBase.d, value.d * perBase.n)));
}

/** Rounds an exact amount in minor units once, half up. */
export const toMinor = (value: Ratio): Minor => minor(roundHalfUp(value));

export const sum = (parts: readonly Minor[]): Minor => minor(parts.reduce((whole, part) => whole + BigInt(part), 0n));

/** Splits so that the parts always add up to the whole: leftover units go to the largest remainders, ties to the earlier part. */
export function split(whole: Minor, weights: readonly number[]): Minor[] {
  const shares = weights.map((weight) => BigInt(weight));
  const all = shares.reduce((a, b) => a + b, 0n);
  if (weights.length === 0 || all <= 0n || shares.some((share) => share < 0n)) {
    throw new RangeError("split needs weights that are not negative, at least one of them positive");
  }
  const sign = whole < 0 ? -1n : 1n;
  const magnitude = BigInt(whole) * sign;
  const parts = shares.map((share) => (magnitude * share) / all);
  const leftover = Number(magnitude - parts.reduce((a, b) => a + b, 0n));
  const byRemainder = shares
    .map((share, index) => ({ index, rest: (magnitude * share) % all }))
    .sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  for (const { index } of byRemainder.slice(0, leftover)) parts[index] = (parts[index] ?? 0n) + 1n;
  return parts.map((part) => minor(part * sign));
}
