import type { CurrencyCode, Minor, UnitPrice } from "./money.schema.ts";
import { multiply, parseRatio, type Ratio, ratio, roundHalfUp } from "./ratio.ts";

/** How a unit price is written. */
export const unitPricePattern = /^\d{1,12}(\.\d{1,10})?$/;

/** A text that `UnitPrice` admits, for screens that load no schemas. */
export const isUnitPrice = (text: string): text is UnitPrice => unitPricePattern.test(text);

/** Refuses what is not a whole number, or too large for one. */
export function minor(value: number | bigint): Minor {
  const whole = Number(value);
  if (!Number.isSafeInteger(whole)) throw new RangeError(`not whole minor units: ${value}`);
  return whole as Minor;
}

/** The exponent of ISO 4217: how many places the minor unit has. */
export const currencyExponents = { CNY: 2, USD: 2, EUR: 2, GBP: 2, RUB: 2, KZT: 2, JPY: 0, KRW: 0, KWD: 3 } as const satisfies Record<
  CurrencyCode,
  number
>;

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
