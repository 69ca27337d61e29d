import type { EvaluationResult, LineCost, QuoteContent, RequestTerms } from "@jizhen/domain-procurement";
import { exact, ratio, ratios } from "@jizhen/kernel";

/** How the matrix shows money. Ranks never follow these switches: they stand on the frozen terms. */
export type Shown = { readonly tax: "with" | "without"; readonly at: "delivered" | "ex_works"; readonly currency: "comparison" | "quoted" };

/** The amount of one cell, in minor units of `currencyOf`. As quoted: goods alone, exactly as the supplier wrote them. */
export function amountOf(cost: LineCost, { tax, at, currency }: Shown): number {
  if (currency === "quoted") return cost.quotedAmount;
  const both = at === "delivered" ? cost.delivered : cost.exWorks;
  return tax === "with" ? both.gross : both.net;
}

export const currencyOf = (cost: Pick<LineCost, "quotedCurrency">, { currency }: Shown, comparison: string): string =>
  currency === "quoted" ? cost.quotedCurrency : comparison;

const hundred = ratio(100n);

/** The price of one unit as shown: turned into the comparison currency at the frozen rate and set net or gross; six places at most. */
export function unitPriceOf(
  cost: LineCost,
  content: Pick<QuoteContent, "currency" | "taxRate" | "priceIncludesTax">,
  terms: Pick<RequestTerms, "currency" | "fx">,
  shown: Shown,
): string {
  if (shown.currency === "quoted" && cost.base === "1") return cost.unitPrice;
  const each = ratios.divide(exact(cost.unitPrice), exact(cost.base));
  if (shown.currency === "quoted") return ratios.toDecimal(each, 6);
  const rate =
    content.currency === terms.currency ? ratio(1n) : exact(terms.fx.find(({ currency }) => currency === content.currency)?.rate ?? "1");
  const factor = ratios.add(ratio(1n), ratios.divide(exact(content.taxRate), hundred));
  const here = ratios.multiply(each, rate);
  const wanted = shown.tax === "with";
  if (wanted === content.priceIncludesTax) return ratios.toDecimal(here, 6);
  return ratios.toDecimal(wanted ? ratios.multiply(here, factor) : ratios.divide(here, factor), 6);
}

/** The lowest figure of a line among those shown; ties are all lowest. As quoted, currencies differ, so the frozen ranking's cost decides. */
export function isLowest(cost: LineCost, all: readonly LineCost[], shown: Shown): boolean {
  const figure = (one: LineCost) => (shown.currency === "quoted" ? one.cost : amountOf(one, shown));
  return all.filter(({ lineNo }) => lineNo === cost.lineNo).every((other) => figure(cost) <= figure(other));
}

/** The total of a quote as shown, or null where quotes in several currencies have no common total. */
export function totalOf(quoteId: string, result: EvaluationResult, shown: Shown): number {
  return result.lines.filter((line) => line.quoteId === quoteId).reduce((sum, line) => sum + amountOf(line, shown), 0);
}

export type Choice = ReadonlyMap<number, string>;

export const choiceOf = (scenario: EvaluationResult["best"]): Choice =>
  new Map((scenario?.parts ?? []).map(({ lineNo, quoteId }) => [lineNo, quoteId]));

/** What a choice costs by the figure that ranks. */
export const costOf = (choice: Choice, result: EvaluationResult): number =>
  result.lines.reduce((sum, line) => (choice.get(line.lineNo) === line.quoteId ? sum + line.cost : sum), 0);

export const partsOf = (choice: Choice) =>
  [...choice].map(([lineNo, quoteId]) => ({ lineNo, quoteId })).sort((a, b) => a.lineNo - b.lineNo);

/** Whether the choice is the scenario that the published rules put first, over every line. */
export function followsRules(choice: Choice, result: EvaluationResult, lineCount: number): boolean {
  const best = choiceOf(result.best);
  return choice.size === lineCount && best.size === choice.size && [...choice].every(([lineNo, quoteId]) => best.get(lineNo) === quoteId);
}

/** Lines on which two offers stand at the same cost and points, so that the tie-break decided. */
export function tiedLines(result: EvaluationResult): number[] {
  const firsts = result.lines.filter(({ rank }) => rank === 1);
  return firsts
    .filter((first) =>
      result.lines.some(
        (other) => other !== first && other.lineNo === first.lineNo && other.cost === first.cost && other.points === first.points,
      ),
    )
    .map(({ lineNo }) => lineNo);
}
