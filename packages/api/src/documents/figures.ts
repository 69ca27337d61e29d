import { type CurrencyCode, currencyExponents, localDateAt, type Minor, millisecondsIn, ratio, ratios } from "@jizhen/kernel";

const grouped = (whole: string) => whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");

/** Decimal text as people read it, with at least so many places: "278,362.5", "86.50". */
export function readable(decimal: string, leastPlaces = 0): string {
  const [, sign = "", whole = "0", fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? [];
  const kept = fraction.replace(/0+$/, "").padEnd(leastPlaces, "0");
  return `${sign}${grouped(whole.replace(/^0+(?=\d)/, ""))}${kept === "" ? "" : `.${kept}`}`;
}

/** An amount in its currency's places: 3465000 fen is "34,650.00". */
export function amountOf(amount: Minor, currency: CurrencyCode): string {
  const places = currencyExponents[currency];
  return readable(ratios.toDecimal(ratio(amount, 10n ** BigInt(places)), places), places);
}

/** "2026-11-23" and "2026-11-23 10:00" by the town's clock; both languages read them alike. */
export const dateOf = (at: Date): string => localDateAt(at);
export const momentOf = (at: Date): string => new Date(at.getTime() + 8 * millisecondsIn.hour).toISOString().slice(0, 16).replace("T", " ");
