import { currencyExponents, exact, type Minor, type Ratio, ratio, ratios, toMinor, total } from "@jizhen/kernel";
import type { OpenedQuote, QuoteContent, QuoteLine } from "../quote/model.ts";
import { goodsOf, reaches, tierFor } from "../quote/rules.ts";
import { acrossBordersOnly, type CostPart, inPrice, partsHeld } from "../request/incoterms.ts";
import type { RequestLine, RequestTerms } from "../request/model.ts";
import { minorRate } from "./fx.ts";
import type { CostLine, LineCost } from "./model.ts";

const { add, multiply, divide } = ratios;
const nothing = ratio(0n);
const hundred = ratio(100n);
const one = ratio(1n);
const daysOfYear = ratio(365n);

type Priced = { readonly asked: RequestLine; readonly line: QuoteLine; readonly goods: Ratio };

/** The lines a quote can be had for, with goods in minor units of its own currency, exact. */
export function pricedLines(content: QuoteContent, terms: RequestTerms): Priced[] {
  const minorPerUnit = ratio(10n ** BigInt(currencyExponents[content.currency]));
  return terms.lines.flatMap((asked) => {
    const line = content.lines.find(({ lineNo, answer }) => lineNo === asked.lineNo && answer === "priced");
    const tier = line && reaches(line, asked.quantity.value) ? tierFor(line.tiers, asked.quantity.value) : null;
    return line && tier ? [{ asked, line, goods: goodsOf(tier, asked.quantity.value, minorPerUnit) }] : [];
  });
}

/** Parts that the buyer will have to pay for somehow: those under the term asked for, or up to its door. */
export function neededParts(terms: RequestTerms, supplierCountry: string): readonly CostPart[] {
  const abroad = supplierCountry !== terms.delivery.country;
  const term = terms.delivery.incoterm ?? (abroad ? "DDP" : "DAP");
  return partsHeld(term).filter((part) => abroad || !acrossBordersOnly.has(part));
}

/** Goods in proportion, so that a charge on the whole quote is carried by its lines; all goods free: in equal parts. */
const shareOf = (goods: Ratio, all: Ratio, count: number): Ratio => (all.n === 0n ? ratio(1n, BigInt(count)) : divide(goods, all));

type Both = { readonly net: Ratio; readonly gross: Ratio };

/** An amount of the quote, net of VAT and with it, as its prices are meant. */
function taxed(amount: Ratio, { taxRate, priceIncludesTax }: QuoteContent): Both {
  const factor = add(one, divide(exact(taxRate), hundred));
  return priceIncludesTax ? { net: divide(amount, factor), gross: amount } : { net: amount, gross: multiply(amount, factor) };
}

/** Days of payment earlier than asked cost interest on what is paid; later ones save it. */
function paymentFactor(terms: RequestTerms, content: QuoteContent): Ratio | null {
  if (terms.paymentRate === null || terms.paymentDays === null || content.paymentDays === null) return null;
  return divide(multiply(divide(exact(terms.paymentRate), hundred), ratio(terms.paymentDays - content.paymentDays)), daysOfYear);
}

const rounded = ({ net, gross }: Both) => ({ net: toMinor(net), gross: toMinor(gross) });
const plus = (a: Both, b: Both): Both => ({ net: add(a.net, b.net), gross: add(a.gross, b.gross) });
const scaled = (a: Both, factor: Ratio): Both => ({ net: multiply(a.net, factor), gross: multiply(a.gross, factor) });

export type Costed = Omit<LineCost, "points" | "rank">;

/** The landed cost of every line a quote prices, in the currency of comparison; each figure is rounded once. */
export function costLines(quote: OpenedQuote, terms: RequestTerms): Costed[] {
  const { content } = quote;
  const rate = minorRate(content.currency, terms);
  if (rate === null) return [];
  const priced = pricedLines(content, terms);
  const all = priced.reduce((sum, { goods }) => add(sum, goods), nothing);
  return priced.map((one) => costLine(quote, terms, one, multiply(shareOf(one.goods, all, priced.length), rate), rate));
}

function costLine(quote: OpenedQuote, terms: RequestTerms, { asked, line, goods }: Priced, chargeShare: Ratio, rate: Ratio): Costed {
  const { content } = quote;
  const tier = tierFor(line.tiers, asked.quantity.value);
  if (tier === null) throw new Error("a priced line has a tier");
  const goodsHere = taxed(multiply(goods, rate), content);
  const charge = (part: CostPart): Both | null => {
    const found = content.charges.find((stated) => stated.part === part);
    return found ? taxed(multiply(ratio(found.amount), chargeShare), content) : null;
  };
  const charges = content.charges.reduce((sum, { part }) => plus(sum, charge(part) ?? sum), { net: nothing, gross: nothing });
  const factor = paymentFactor(terms, content);
  const payment = factor === null ? null : scaled(goodsHere, factor);
  const exWorks = plus(goodsHere, charge("packing") ?? { net: nothing, gross: nothing });
  const delivered = plus(plus(goodsHere, charges), payment ?? { net: nothing, gross: nothing });
  const shown = (both: Both): Minor => toMinor(terms.taxIncluded ? both.gross : both.net);
  const stated = (part: CostLine["part"], both: Both): CostLine => ({ part, state: "stated", amount: shown(both) });
  const missing = neededParts(terms, quote.country)
    .filter((part) => charge(part) === null)
    .map((part): CostLine => ({ part, state: inPrice(content.incoterm, part) ? "in_price" : "unknown", amount: null }));
  return {
    lineNo: asked.lineNo,
    quoteId: quote.id,
    supplierId: quote.supplierId,
    unitPrice: tier.price,
    base: tier.base,
    quotedAmount: total(tier.price, asked.quantity.value, content.currency, tier.base),
    quotedCurrency: content.currency,
    leadDays: line.leadDays,
    deviation: line.deviation,
    parts: [
      stated("goods", goodsHere),
      ...content.charges.flatMap(({ part }) => {
        const both = charge(part);
        return both ? [stated(part, both)] : [];
      }),
      ...missing,
      ...(payment ? [stated("payment", payment)] : []),
    ],
    exWorks: rounded(exWorks),
    delivered: rounded(delivered),
    cost: shown(delivered),
  };
}
