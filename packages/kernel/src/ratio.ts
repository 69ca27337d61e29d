/** An exact fraction, always in lowest terms with a positive denominator. */
export type Ratio = { readonly n: bigint; readonly d: bigint };

const abs = (value: bigint): bigint => (value < 0n ? -value : value);

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [abs(a), abs(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

export function ratio(n: bigint | number, d: bigint | number = 1n): Ratio {
  const [top, bottom] = [BigInt(n), BigInt(d)];
  if (bottom === 0n) throw new RangeError("a ratio needs a denominator other than zero");
  // Most amounts are whole, and looking for a common divisor costs more than all the rest.
  if (bottom === 1n) return { n: top, d: 1n };
  const common = gcd(top, bottom) * (bottom < 0n ? -1n : 1n);
  return common === 0n ? { n: 0n, d: 1n } : { n: top / common, d: bottom / common };
}

const decimalPattern = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/;

/** Reads "12", "-0.35" or "25.4e-3" exactly; anything else is null. */
export function parseRatio(text: string): Ratio | null {
  const match = decimalPattern.exec(text);
  if (!match) return null;
  const [, sign = "", whole = "0", fraction = "", exponent = "0"] = match;
  const scale = Number(exponent) - fraction.length;
  const digits = BigInt(`${sign === "-" ? "-" : ""}${whole}${fraction}`);
  return scale >= 0 ? ratio(digits * 10n ** BigInt(scale)) : ratio(digits, 10n ** BigInt(-scale));
}

export const add = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d + b.n * a.d, a.d * b.d);
/** The sum of many, in lowest terms only at its end: a common divisor at every step would cost more than the sum. */
export function sum(values: Iterable<Ratio>): Ratio {
  let [n, d] = [0n, 1n];
  for (const value of values) {
    if (value.d === d) n += value.n;
    else [n, d] = [n * value.d + value.n * d, d * value.d];
  }
  return ratio(n, d);
}
export const subtract = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d - b.n * a.d, a.d * b.d);
export const multiply = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.n, a.d * b.d);
export const divide = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d, a.d * b.n);
export const compare = (a: Ratio, b: Ratio): -1 | 0 | 1 => {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/** To the nearest integer, halves away from zero (commercial rounding 四舍五入). */
export function roundHalfUp(value: Ratio): bigint {
  const [n, d] = [abs(value.n), value.d];
  const rounded = (2n * n + d) / (2n * d);
  return value.n < 0n ? -rounded : rounded;
}

/** Decimal text with at most `places` digits after the point, halves away from zero, trailing zeros dropped. */
export function toDecimal(value: Ratio, places: number): string {
  const scaled = roundHalfUp(multiply(value, ratio(10n ** BigInt(places))));
  const digits = abs(scaled)
    .toString()
    .padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  const fraction = places === 0 ? "" : digits.slice(-places).replace(/0+$/, "");
  return `${scaled < 0n ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}

/** For drawing and geometry only; money and quantities stay exact. */
export const toApproximateNumber = (value: Ratio): number => Number(value.n) / Number(value.d);
