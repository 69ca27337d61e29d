import { type CurrencyCode, exact, type LocalDate, localDateAt, plusDays, type Ratio, ratio, ratios } from "@jizhen/kernel";
import { minorRate } from "../evaluation/fx.ts";
import { needsPort } from "../request/incoterms.ts";
import type { RequestIn, RequestLine, RequestTerms } from "../request/model.ts";
import type { QuoteRefusal } from "./errors.ts";
import type { PriceTier, QuoteContent, QuoteLine } from "./model.ts";

/** A line beyond this many minor units is a slip of the finger and would leave the range of exact whole numbers. */
const largestAmount = ratio(10n ** 13n);

const rule = <C extends QuoteRefusal["code"]>(code: C) => ({ kind: "rule" as const, code });

/** The all-units price of the tier that holds the quantity; null below the first tier. */
export function tierFor(tiers: readonly PriceTier[], quantity: string): PriceTier | null {
  const wanted = exact(quantity);
  return tiers.findLast((tier) => ratios.compare(exact(tier.from), wanted) <= 0) ?? null;
}

/** Whether a priced line can be had in this quantity: inside its tiers and not under its minimum. */
export const reaches = (line: QuoteLine, quantity: string): boolean =>
  tierFor(line.tiers, quantity) !== null && (line.minimum === null || ratios.compare(exact(line.minimum), exact(quantity)) <= 0);

/** price × quantity ÷ base in minor units of the quote's currency, not rounded. */
export function goodsOf(tier: PriceTier, quantity: string, minorPerUnit: Ratio): Ratio {
  return ratios.multiply(ratios.divide(ratios.multiply(exact(tier.price), exact(quantity)), exact(tier.base)), minorPerUnit);
}

/** Larger quantities never cost more each, and thresholds rise. */
const ordered = (tiers: readonly PriceTier[]): boolean =>
  tiers.every((tier, index) => {
    const earlier = tiers[index - 1];
    if (!earlier) return true;
    const each = (one: PriceTier) => ratios.divide(exact(one.price), exact(one.base));
    return ratios.compare(exact(earlier.from), exact(tier.from)) < 0 && ratios.compare(each(tier), each(earlier)) <= 0;
  });

/** The day on which the award is to be expected: the close and the standstill. */
export const expectedAwardDate = (request: Pick<RequestIn<"quoting">, "closesAt" | "terms">): LocalDate =>
  plusDays(localDateAt(request.closesAt), request.terms.standstillDays);

/** Everything a quote must say before it is sent; null when it may go. */
export function contentRefusal(content: QuoteContent, request: Pick<RequestIn<"quoting">, "closesAt" | "terms">): QuoteRefusal | null {
  return headRefusal(content, request) ?? linesRefusal(content, request.terms);
}

function headRefusal(content: QuoteContent, request: Pick<RequestIn<"quoting">, "closesAt" | "terms">): QuoteRefusal | null {
  const { terms } = request;
  if (needsPort(content.incoterm) && content.port === null) {
    return { ...rule("procurement.quote.term_needs_port"), params: { term: content.incoterm }, field: "port" };
  }
  if (!isAllowed(content.currency, terms)) {
    return { ...rule("procurement.quote.currency_not_allowed"), params: { currency: content.currency }, field: "currency" };
  }
  const until = expectedAwardDate(request);
  if (content.validUntil < until) {
    return { ...rule("procurement.quote.validity_too_short"), params: { until }, field: "validUntil" };
  }
  return null;
}

const isAllowed = (currency: CurrencyCode, terms: RequestTerms): boolean =>
  terms.quoteCurrencies.includes(currency) && minorRate(currency, terms) !== null;

function linesRefusal(content: QuoteContent, terms: RequestTerms): QuoteRefusal | null {
  const stray = content.lines.findIndex((line) => !terms.lines.some((asked) => asked.lineNo === line.lineNo));
  const strayLine = content.lines[stray];
  if (strayLine) return { ...rule("procurement.quote.line_unknown"), params: { line: strayLine.lineNo }, field: `lines.${stray}` };
  for (const asked of terms.lines) {
    const index = content.lines.findIndex((line) => line.lineNo === asked.lineNo);
    const refusal = lineRefusal(content.lines[index] ?? null, asked, `lines.${Math.max(index, 0)}`, content, terms);
    if (refusal) return refusal;
  }
  return content.lines.some((line) => line.answer === "priced") ? null : rule("procurement.quote.nothing_priced");
}

function lineRefusal(
  line: QuoteLine | null,
  asked: RequestLine,
  field: string,
  content: QuoteContent,
  terms: RequestTerms,
): QuoteRefusal | null {
  const params = { line: asked.lineNo };
  if (line?.answer === "declined") return null;
  if (line === null || line.tiers.length === 0) return { ...rule("procurement.quote.line_unanswered"), params, field };
  if (!ordered(line.tiers)) return { ...rule("procurement.quote.tiers_not_ordered"), params, field: `${field}.tiers` };
  if (!reaches(line, asked.quantity.value)) return { ...rule("procurement.quote.below_minimum"), params, field: `${field}.minimum` };
  if (line.leadDays === null) return { ...rule("procurement.quote.lead_missing"), params, field: `${field}.leadDays` };
  const rate = minorRate(content.currency, terms) ?? ratio(1n);
  const tooLarge = line.tiers.some((tier) => {
    const goods = goodsOf(tier, asked.quantity.value, ratio(1_000n));
    return ratios.compare(goods, largestAmount) > 0 || ratios.compare(ratios.multiply(goods, rate), largestAmount) > 0;
  });
  return tooLarge ? { ...rule("procurement.quote.amount_too_large"), params, field: `${field}.tiers` } : null;
}

/** A firm's own usual price of one unit for a line, from quotes of its that were opened; only it is ever told. */
export type OwnHistory = ReadonlyMap<number, string>;

const ten = ratio(10n);

/** Asked once and never refused: a zero price, or one ten times off the firm's own history. */
export function doubtAbout(content: QuoteContent, terms: RequestTerms, history: OwnHistory): QuoteRefusal | null {
  for (const [index, line] of content.lines.entries()) {
    const asked = terms.lines.find(({ lineNo }) => lineNo === line.lineNo);
    const tier = asked && line.answer === "priced" ? tierFor(line.tiers, asked.quantity.value) : null;
    if (!tier) continue;
    const field = `lines.${index}.tiers`;
    const each = ratios.divide(exact(tier.price), exact(tier.base));
    if (each.n === 0n) return { ...rule("procurement.quote.confirm_zero_price"), params: { line: line.lineNo }, field };
    const usual = history.get(line.lineNo);
    if (usual !== undefined && isFar(each, exact(usual))) {
      return { ...rule("procurement.quote.confirm_far_price"), params: { line: line.lineNo, usual }, field };
    }
  }
  return null;
}

const isFar = (each: Ratio, usual: Ratio): boolean =>
  ratios.compare(each, ratios.multiply(usual, ten)) >= 0 || ratios.compare(ratios.multiply(each, ten), usual) <= 0;

/** The middle of a firm's own earlier unit prices (the lower of the two middles), as decimal text. */
export function usualPrice(prices: readonly string[]): string | null {
  const sorted = prices.map(exact).sort(ratios.compare);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  return middle && middle.n > 0n ? ratios.toDecimal(middle, 10) : null;
}
