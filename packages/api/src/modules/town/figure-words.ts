import type { Definition, IndicatorUnit } from "@jizhen/domain-town";
import { createWords, type Locale, type TextKey } from "@jizhen/i18n";
import { ratios } from "@jizhen/kernel";
import type { Shown, ShownGrowth } from "./board.table.ts";

/** How files and papers say figures: with the same words as the screens. */
export type SayFigure = (key: TextKey, params?: Readonly<Record<string, string | number>>) => string;

export async function wordsIn(locale: Locale): Promise<SayFigure> {
  const { t } = await createWords(locale);
  return (key, params = {}) => t(key, { ...params });
}

export const nameOf = ({ nameZh, nameEn }: { readonly nameZh: string; readonly nameEn: string }, locale: Locale): string =>
  locale === "en" ? nameEn : nameZh;
export const meaningOf = ({ meaningZh, meaningEn }: Definition, locale: Locale): string => (locale === "en" ? meaningEn : meaningZh);

/** A figure to calculate with: money in yuan, all else in the unit of its definition. Null where there is none. */
export function amountOf(shown: Shown, unit: IndicatorUnit): number | null {
  if (shown.state !== "value") return null;
  const amount = ratios.parseRatio(shown.amount);
  if (amount === null) return null;
  return Number(unit === "fen" ? ratios.toDecimal(ratios.divide(amount, ratios.ratio(100)), 2) : shown.amount);
}

/** The word for what stands in a cell: a number, hidden, not reported, not connected. None of the last three is zero. */
export const stateOf = (shown: Shown, say: SayFigure): string => say(`figures.value.${shown.state}`);
export const unitOf = (unit: IndicatorUnit, say: SayFigure): string => say(`figures.unit.${unit === "fen" ? "yuan" : unit}`);
export const percentOf = (growth: ShownGrowth): number | "" => (growth.state === "value" ? Number(growth.percent) : "");

/** A figure as it is read: money in 万 and 亿, a percentage with its sign. */
export function readable(shown: Shown, unit: IndicatorUnit, say: SayFigure, locale: Locale): string {
  const amount = amountOf(shown, unit);
  if (amount === null) return stateOf(shown, say);
  if (unit === "fen") {
    const look = {
      style: "currency",
      currency: "CNY",
      currencyDisplay: locale === "zh-CN" ? "symbol" : "code",
      notation: "compact",
    } as const;
    return new Intl.NumberFormat(locale, { ...look, minimumFractionDigits: 0, maximumFractionDigits: 2 }).format(amount);
  }
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(amount);
  return unit === "percent" ? `${number}%` : number;
}

/** "2026 年第 2 季度", or the year. */
export const periodName = (period: string, say: SayFigure): string =>
  period.includes("Q") ? say("figures.declaration.quarter_name", { year: period.slice(0, 4), nth: period.slice(6) }) : period;

/** What each figure of a file means: nobody should have to ask for the formula. */
export function methodSheet(definitions: readonly Definition[], say: SayFigure, locale: Locale) {
  const head = (["key", "name", "version", "meaning", "kind", "unit", "source", "grain"] as const).map((name) =>
    say(`figures.file.${name}`),
  );
  const lines = definitions.map((one) => [
    one.key,
    nameOf(one, locale),
    one.version,
    meaningOf(one, locale),
    say(`figures.definitions.kind.${one.formula.kind}`),
    unitOf(one.unit, say),
    say(one.source === "declared" ? "figures.cockpit.declared" : "figures.cockpit.computed"),
    say(`figures.definitions.grain.${one.grain}`),
  ]);
  const notes = (["suppressed", "missing", "not_connected"] as const).map((state) => [
    say(`figures.value.${state}`),
    say(`figures.file.note.${state}`),
  ]);
  return { name: say("figures.file.method"), rows: [head, ...lines, [], ...notes] };
}
