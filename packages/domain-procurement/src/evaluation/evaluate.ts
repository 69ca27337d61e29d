import { type LocalDate, type Minor, type OrgId, type Ratio, ratio, ratios, sum } from "@jizhen/kernel";
import type { OpenedQuote } from "../quote/model.ts";
import { CostPart } from "../request/incoterms.ts";
import type { Criteria, RequestTerms } from "../request/model.ts";
import { type Costed, costLines } from "./landed.ts";
import type { EvaluationResult, LeftOut, LineCost, QuoteTotal } from "./model.ts";
import { scenarioByLine, scenarioWhole } from "./scenario.ts";

export type EvaluationInput = {
  readonly terms: RequestTerms;
  readonly requestVersion: number;
  readonly quotes: readonly OpenedQuote[];
  /** Suppliers that may not be awarded now: suspended, left, or one party with the buyer (P9). */
  readonly notEligible: readonly OrgId[];
  readonly today: LocalDate;
};

/** P15: a pure function of frozen terms and opened quotes; the order in which quotes arrive here makes no difference. */
export function evaluate(input: EvaluationInput): EvaluationResult {
  const { terms, requestVersion } = input;
  const inOrder = [...input.quotes].sort((a, b) => a.sequence - b.sequence);
  const taking = inOrder.filter((quote) => whyLeftOut(quote, input) === null);
  const costed = new Map(taking.map((quote) => [quote, costLines(quote, terms)]));
  const lines = terms.lines.flatMap(({ lineNo }) => rankLine(lineNo, costed, terms.criteria));
  const totals = rankTotals(costed, terms);
  const sequences = new Map(taking.map((quote) => [quote.id as string, quote.sequence]));
  const bestWhole = scenarioWhole(lines, totals);
  const bestByLine = scenarioByLine(lines, sequences);
  return {
    ruleSet: "landed/1",
    requestVersion,
    currency: terms.currency,
    taxIncluded: terms.taxIncluded,
    criteria: terms.criteria,
    awardBy: terms.awardBy,
    lines,
    totals,
    leftOut: inOrder.flatMap((quote) => leftOut(quote, input)),
    bestWhole,
    bestByLine,
    best: terms.awardBy === "whole" ? (bestWhole ?? bestByLine) : bestByLine,
    couldFlip: flips(lines),
    unoffered: terms.lines.map(({ lineNo }) => lineNo).filter((lineNo) => !lines.some((line) => line.lineNo === lineNo)),
  };
}

function whyLeftOut(quote: OpenedQuote, { requestVersion, notEligible, today }: EvaluationInput): LeftOut["reason"] | null {
  if (quote.requestVersion !== requestVersion) return "stale";
  if (quote.judgement?.finding === "rejected") return "rejected";
  if (quote.validUntil < today) return "expired";
  return notEligible.includes(quote.supplierId) ? "not_eligible" : null;
}

function leftOut(quote: OpenedQuote, input: EvaluationInput): LeftOut[] {
  const reason = whyLeftOut(quote, input);
  return reason === null ? [] : [{ quoteId: quote.id, supplierId: quote.supplierId, reason }];
}

type Costs = ReadonlyMap<OpenedQuote, readonly Costed[]>;
type Figures = { readonly quote: OpenedQuote; readonly cost: Minor; readonly leadDays: number | null };

const qualityOf = (quote: OpenedQuote): number => (quote.judgement?.finding === "admitted" ? (quote.judgement.quality ?? 0) : 0);
const one = ratio(1n);

/** best ÷ own, never above one; a cost of nothing is worth all points. */
const share = (best: number, own: number): Ratio => (own <= 0 ? one : best <= 0 ? ratio(0n) : ratio(best, own));

/** Hundredths of a point: cost 100·min/cost, delivery 100·(min days + 1)/(days + 1), the buyer's mark; each rounded half up once. */
function pointsOf(figures: Figures, all: readonly Figures[], criteria: Criteria): number | null {
  if (criteria.kind !== "points") return null;
  const { cost, delivery, quality } = criteria.weights;
  const cheapest = Math.min(...all.map((other) => other.cost));
  const days = all.flatMap(({ leadDays }) => (leadDays === null ? [] : [leadDays]));
  const part = (weight: number, worth: Ratio) => Number(ratios.roundHalfUp(ratios.multiply(ratio(weight * 100), worth)));
  const quick = figures.leadDays === null ? ratio(0n) : ratio(Math.min(...days) + 1, figures.leadDays + 1);
  return part(cost, share(cheapest, figures.cost)) + part(delivery, quick) + part(quality, ratio(qualityOf(figures.quote), 100));
}

/** More points, then lower cost, then the earlier receipt: a total order, because no two receipts share a sequence. */
function ranked<T extends Figures>(all: readonly T[], criteria: Criteria): (T & { points: number | null; rank: number })[] {
  return all
    .map((figures) => ({ ...figures, points: pointsOf(figures, all, criteria) }))
    .sort((a, b) => (b.points ?? 0) - (a.points ?? 0) || a.cost - b.cost || a.quote.sequence - b.quote.sequence)
    .map((figures, index) => ({ ...figures, rank: index + 1 }));
}

function rankLine(lineNo: number, costed: Costs, criteria: Criteria): LineCost[] {
  const offers = [...costed].flatMap(([quote, lines]) =>
    lines.filter((line) => line.lineNo === lineNo).map((line) => ({ quote, cost: line.cost, leadDays: line.leadDays, line })),
  );
  return ranked(offers, criteria).map(({ line, points, rank }) => ({ ...line, points, rank }));
}

const both = (parts: readonly { net: Minor; gross: Minor }[]) => ({
  net: sum(parts.map(({ net }) => net)),
  gross: sum(parts.map(({ gross }) => gross)),
});

const unknownParts = (lines: readonly Pick<LineCost, "parts">[]): CostPart[] =>
  CostPart.options.filter((part) => lines.some((line) => line.parts.some((held) => held.part === part && held.state === "unknown")));

function rankTotals(costed: Costs, terms: RequestTerms): QuoteTotal[] {
  const all = [...costed].map(([quote, lines]) => ({
    quote,
    lines,
    cost: sum(lines.map((line) => line.cost)),
    leadDays: lines.reduce<number | null>(
      (longest, { leadDays }) => (leadDays === null ? longest : Math.max(longest ?? 0, leadDays)),
      null,
    ),
  }));
  const complete = ranked(
    all.filter(({ lines }) => lines.length === terms.lines.length),
    terms.criteria,
  );
  const partial = all.filter(({ lines }) => lines.length < terms.lines.length).map((figures) => ({ ...figures, points: null, rank: null }));
  return [...complete, ...partial].map(({ quote, lines, cost, leadDays, points, rank }) => ({
    quoteId: quote.id,
    supplierId: quote.supplierId,
    sequence: quote.sequence,
    complete: rank !== null,
    linesPriced: lines.length,
    exWorks: both(lines.map((line) => line.exWorks)),
    delivered: both(lines.map((line) => line.delivered)),
    cost,
    maxLeadDays: leadDays,
    points,
    rank,
    unknown: unknownParts(lines),
  }));
}

/** A quote with an unknown part costs more than it shows: where another one stands behind it, the order could change. */
function flips(lines: readonly LineCost[]): EvaluationResult["couldFlip"] {
  const risky = lines.filter(
    (line) => unknownParts([line]).length > 0 && lines.some((other) => other.lineNo === line.lineNo && other.rank > line.rank),
  );
  const quotes = [...new Set(risky.map(({ quoteId }) => quoteId))].sort();
  return quotes.map((quoteId) => ({ quoteId, parts: unknownParts(risky.filter((line) => line.quoteId === quoteId)) }));
}
