import type { Definition, IndicatorUnit } from "@jizhen/domain-town";
import { type Ratio, ratios } from "@jizhen/kernel";
import { compactMoneyText, numberText } from "#lib/format.ts";
import type { Say } from "#lib/translation.tsx";
import type { Outputs } from "#lib/trpc.ts";
import { localeOf } from "#lib/words.ts";
import type { StatusSign } from "#ui/tag.tsx";

export type Board = Outputs["town"]["board"]["get"];
export type Shown = Board["towns"][number]["cells"][string]["value"];

export const signOf: Record<string, StatusSign> = {
  none: "draft",
  open: "draft",
  submitted: "waiting",
  checked: "good",
  approved: "waiting",
  accepted: "running",
  locked: "sealed",
  published: "good",
};

export const quarterName = (quarter: string, t: Say): string =>
  t("figures.declaration.quarter_name", { year: quarter.slice(0, 4), nth: quarter.slice(6) });

export const periodName = (period: string, t: Say): string =>
  period.includes("Q") ? quarterName(period, t) : t("figures.declaration.month_name", { month: Number(period.slice(5)) });

/** An amount in its unit: money in 万 and 亿, everything else with its word. */
export function amountText(amount: string, unit: IndicatorUnit, t: Say, language: string): string {
  const locale = localeOf(language);
  if (unit === "fen") return compactMoneyText(Number(amount), "CNY", locale);
  const number = numberText(Number(Number(amount).toFixed(2)), locale);
  return unit === "percent" ? `${number}%` : unit === "count" ? number : `${number} ${t(`figures.unit.${unit}`)}`;
}

export const shownText = (shown: Shown, unit: IndicatorUnit, t: Say, language: string): string =>
  shown.state === "value" ? amountText(shown.amount, unit, t, language) : t(`figures.value.${shown.state}`);

/** What a definition is called and means, in the language of the screen. */
export const definitionWords = ({ nameZh, nameEn, meaningZh, meaningEn }: Definition, language: string) =>
  language === "en" ? { name: nameEn, meaning: meaningEn } : { name: nameZh, meaning: meaningZh };

export const moneyUnits = { yuan: 100n, wan: 1_000_000n, yi: 10_000_000_000n } as const;
export type MoneyUnit = keyof typeof moneyUnits;

/** What was typed in 元, 万元 or 亿元 as whole fen, exactly; null when it is no number. */
export function toFen(text: string, unit: MoneyUnit): string | null {
  const value = ratios.parseRatio(text.trim().replaceAll(",", ""));
  return value === null ? null : ratios.toDecimal(ratios.multiply(value, ratios.ratio(moneyUnits[unit])), 6);
}

export function fromFen(amount: string, unit: MoneyUnit): string {
  const value: Ratio | null = ratios.parseRatio(amount);
  return value === null ? "" : ratios.toDecimal(ratios.divide(value, ratios.ratio(moneyUnits[unit])), 10);
}
