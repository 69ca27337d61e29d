import type { Locale } from "@jizhen/i18n";
import { currencyExponents, townZone } from "@jizhen/kernel";
import { words } from "./words.ts";

const exponents: Readonly<Record<string, number>> = currencyExponents;
const exponentOf = (currency: string): number => exponents[currency] ?? 2;

/** A formatter takes a hundred times longer to make than to use, and a page shows hundreds of figures: each is made once. */
function once<Of extends readonly (string | number)[], Made>(make: (...of: Of) => Made): (...of: Of) => Made {
  const made = new Map<string, Made>();
  return (...of) => {
    const key = of.join(" ");
    const held = made.get(key) ?? make(...of);
    made.set(key, held);
    return held;
  };
}

const currencyFormat = once((locale: Locale, currency: string, least: number, most: number, notation: "standard" | "compact") => {
  const display = locale === "zh-CN" && currency === "CNY" ? "symbol" : "code";
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    currencyDisplay: display,
    notation,
    minimumFractionDigits: least,
    maximumFractionDigits: most,
  });
});

const numberFormat = once((locale: Locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }));

/** The day before the month, as everywhere but in the United States: 29 Nov 2026. */
const dateLocale = (locale: Locale): string => (locale === "en" ? "en-GB" : locale);
const monthOf = (locale: Locale) => (locale === "en" ? "short" : "2-digit");
const momentFormat = once(
  (locale: Locale) =>
    new Intl.DateTimeFormat(dateLocale(locale), {
      timeZone: townZone,
      year: "numeric",
      month: monthOf(locale),
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    }),
);
const dateFormat = once(
  (locale: Locale) =>
    new Intl.DateTimeFormat(dateLocale(locale), { timeZone: "UTC", year: "numeric", month: monthOf(locale), day: "2-digit" }),
);
const relativeFormat = once((locale: Locale) => new Intl.RelativeTimeFormat(locale, { numeric: "auto" }));

/** Minor units to text: 123450 CNY is ¥1,234.50 in Chinese and CNY 1,234.50 in English. */
export function moneyText(amount: number, currency: string, locale: Locale): string {
  const exponent = exponentOf(currency);
  return currencyFormat(locale, currency, exponent, exponent, "standard").format(amount / 10 ** exponent);
}

/** A unit price keeps all its places: 0.0111 stays 0.0111. */
export function priceText(price: string, currency: string, locale: Locale): string {
  const places = price.split(".")[1]?.length ?? 0;
  return currencyFormat(locale, currency, Math.max(places, exponentOf(currency)), 10, "standard").format(price as `${number}`);
}

/** Large amounts as people say them: 1.2 亿, 345 万; in English 120 M, 3.5 M. */
export function compactMoneyText(amount: number, currency: string, locale: Locale): string {
  return currencyFormat(locale, currency, 0, 1, "compact").format(amount / 10 ** exponentOf(currency));
}

export const numberText = (value: number | string, locale: Locale): string => numberFormat(locale).format(value as number | `${number}`);

/** The unit's word for people; a unit without a word shows its UN/ECE code. */
export function unitText(unit: string): string {
  const key = `ui.unit.${unit}`;
  return words().exists(key) ? words().t(key) : unit;
}

export function quantityText({ value, unit }: { readonly value: string; readonly unit: string }, locale: Locale): string {
  return `${numberText(value, locale)} ${unitText(unit)}`;
}

/** Date and time of an instant in the town's zone. */
export const momentText = (at: Date, locale: Locale): string => momentFormat(locale).format(at);

/** A calendar date without a time: no zone may move it. */
export const dateText = (date: string, locale: Locale): string => dateFormat(locale).format(new Date(`${date}T00:00:00Z`));

const steps = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** "3 小时前", "in 2 days"; beyond thirty days the date itself. */
export function relativeText(at: Date, now: Date, locale: Locale): string {
  const apart = at.getTime() - now.getTime();
  if (Math.abs(apart) > 30 * 86_400_000) return momentText(at, locale);
  const [unit, size] = steps.find(([, length]) => Math.abs(apart) >= length) ?? ["minute", 60_000];
  return relativeFormat(locale).format(Math.trunc(apart / size), unit);
}

export function sizeText(bytes: number): string {
  return bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;
}
