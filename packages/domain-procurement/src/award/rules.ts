import { minor, ratios, split, sum, toMinor } from "@jizhen/kernel";
import { pricedLines } from "../evaluation/landed.ts";
import type { EvaluationResult, LineCost, Scenario } from "../evaluation/model.ts";
import type { OpenedQuote } from "../quote/model.ts";
import { tierFor } from "../quote/rules.ts";
import type { RequestRefusal } from "../request/errors.ts";
import type { RequestLine, RequestTerms } from "../request/model.ts";
import type { AwardRefusal } from "./errors.ts";
import type { AwardChoice, AwardedTerms, AwardPart } from "./model.ts";

export type Choice = Pick<AwardChoice, "parts" | "reason">;
type No = AwardRefusal | RequestRefusal;

/** Whether the choice is exactly the best scenario of the frozen rules. */
export const isBest = (parts: Choice["parts"], best: Scenario | null): boolean =>
  best !== null &&
  best.parts.length === parts.length &&
  parts.every(({ lineNo, quoteId }) => best.parts.some((part) => part.lineNo === lineNo && part.quoteId === quoteId));

/** What a choice lacks before it can be an award; null when it stands. */
export function choiceRefusal(
  choice: Choice,
  terms: RequestTerms,
  evaluation: EvaluationResult,
  quotes: readonly OpenedQuote[],
): No | null {
  const taking = quotes.filter(({ id }) => evaluation.totals.some(({ quoteId }) => quoteId === id));
  const unjudged = taking.filter((quote) => quote.judgement === null && quote.content.lines.some((line) => line.deviation !== null));
  if (unjudged.length > 0) return { kind: "rule", code: "procurement.award.deviation_unjudged", ...toSettle(unjudged) };
  const unmarked = needsQuality(terms)
    ? taking.filter(({ judgement }) => judgement?.finding !== "admitted" || judgement.quality === null)
    : [];
  if (unmarked.length > 0) return { kind: "rule", code: "procurement.award.quality_unmarked", ...toSettle(unmarked) };
  const chosen: LineCost[] = [];
  for (const [index, part] of choice.parts.entries()) {
    const offer = evaluation.lines.find(({ lineNo, quoteId }) => lineNo === part.lineNo && quoteId === part.quoteId);
    if (!offer) return { kind: "rule", code: "procurement.award.line_not_offered", params: { line: part.lineNo }, field: `parts.${index}` };
    chosen.push(offer);
  }
  const amount = sum(chosen.map(({ cost }) => cost));
  if (terms.ceiling !== null && amount > terms.ceiling) {
    return { kind: "rule", code: "procurement.request.over_ceiling", params: { amount, ceiling: terms.ceiling, currency: terms.currency } };
  }
  const explained = choice.reason !== null && choice.reason.trim() !== "";
  if (!explained && !(isBest(choice.parts, evaluation.best) && choice.parts.length === terms.lines.length)) {
    return { kind: "rule", code: "procurement.award.reason_missing", field: "reason" };
  }
  return null;
}

const toSettle = (quotes: readonly OpenedQuote[]) => ({ params: { count: quotes.length }, about: quotes.map(({ id }) => id) });

export const needsQuality = ({ criteria }: RequestTerms): boolean => criteria.kind === "points" && criteria.weights.quality > 0;

/** Shares of the quote's charges for each of its priced lines, in its own minor units; the shares of a part add up to that part. */
function chargeShares(quote: OpenedQuote, terms: RequestTerms): Map<number, AwardedTerms["charges"]> {
  const priced = pricedLines(quote.content, terms);
  const goods = priced.map(({ goods }) => Number(ratios.roundHalfUp(goods)));
  const weights = goods.every((amount) => amount === 0) ? goods.map(() => 1) : goods;
  const shares = quote.content.charges.map(({ part, amount }) => ({ part, amounts: split(amount, weights) }));
  return new Map(
    priced.map(({ asked }, index) => [
      asked.lineNo,
      shares.map(({ part, amounts }) => ({ part, amount: amounts[index] ?? minor(0) })).filter(({ amount }) => amount > 0),
    ]),
  );
}

/** P13: the part copies price and every term from request and quote. */
export function partOf(asked: RequestLine, quote: OpenedQuote, terms: RequestTerms, status: AwardPart["status"]): AwardPart {
  const offered = quote.content.lines.find(({ lineNo }) => lineNo === asked.lineNo);
  const priced = pricedLines(quote.content, terms).find(({ line }) => line === offered);
  const tier = offered ? tierFor(offered.tiers, asked.quantity.value) : null;
  if (!offered || !priced || !tier) throw new Error("an award names a line that the quote does not price");
  const { currency, taxRate, priceIncludesTax, incoterm, place, port, paymentDays, note } = quote.content;
  return {
    lineNo: asked.lineNo,
    quoteId: quote.id,
    supplierId: quote.supplierId,
    quantity: asked.quantity,
    status,
    terms: {
      spec: asked.spec,
      text: asked.text,
      lineNote: offered.note,
      wantedDate: asked.wantedDate,
      price: tier.price,
      base: tier.base,
      amount: toMinor(priced.goods),
      charges: chargeShares(quote, terms).get(asked.lineNo) ?? [],
      currency,
      taxRate,
      priceIncludesTax,
      incoterm,
      place,
      port,
      leadDays: offered.leadDays,
      paymentDays,
      deviation: offered.deviation,
      deliverTo: terms.delivery.place,
      quoteNote: note,
      validUntil: quote.validUntil,
    },
  };
}
