import { type CurrencyCode, currencyExponents, exact, LocalDate, type Minor, type Ratio, ratio, ratios, toMinor } from "@jizhen/kernel";
import type { FxRate, RequestTerms } from "../request/model.ts";

/** 参考汇率: typed in by hand for this release so that quotes in several currencies can be compared. Not market data; a buyer may type its own. */
export const referenceRates = {
  date: LocalDate.parse("2026-11-02"),
  /** CNY for one unit. */
  inYuan: {
    CNY: "1",
    USD: "7.1",
    EUR: "8.2",
    GBP: "9.35",
    RUB: "0.088",
    KZT: "0.0137",
    JPY: "0.046",
    KRW: "0.0049",
    KWD: "23.15",
  },
} as const satisfies { date: LocalDate; inYuan: Record<CurrencyCode, string> };

/** The reference rate between two currencies, to ten places at most. */
export function referenceRate(currency: CurrencyCode, into: CurrencyCode): FxRate {
  const rate = ratios.divide(exact(referenceRates.inYuan[currency]), exact(referenceRates.inYuan[into]));
  return { currency, rate: ratios.toDecimal(rate, 10), date: referenceRates.date, source: "reference", note: "" };
}

/** One rate for each quote currency that is not the currency of comparison: the buyer's where typed, else the reference. */
export const frozenRates = ({ currency, quoteCurrencies, fx }: RequestTerms): FxRate[] =>
  [...new Set(quoteCurrencies)]
    .filter((quoted) => quoted !== currency)
    .sort()
    .map((quoted) => fx.find((rate) => rate.currency === quoted) ?? referenceRate(quoted, currency));

/** Comparison currency's minor units for one minor unit of `from`; null when no rate was frozen. */
export function minorRate(from: CurrencyCode, terms: Pick<RequestTerms, "currency" | "fx">): Ratio | null {
  if (from === terms.currency) return ratio(1n);
  const frozen = terms.fx.find((rate) => rate.currency === from);
  if (!frozen) return null;
  const scale = ratio(10n ** BigInt(currencyExponents[terms.currency]), 10n ** BigInt(currencyExponents[from]));
  return ratios.multiply(exact(frozen.rate), scale);
}

/** An amount in fen by the reference table, for the town's thresholds only. */
export const inFen = (amount: Minor, currency: CurrencyCode): Minor => {
  const rate = ratios.multiply(exact(referenceRates.inYuan[currency]), ratio(100n, 10n ** BigInt(currencyExponents[currency])));
  return toMinor(ratios.multiply(ratio(amount), rate));
};
