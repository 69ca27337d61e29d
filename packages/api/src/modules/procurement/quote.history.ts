import { type OwnHistory, QuoteContent, RequestTerms, tierFor, usualPrice } from "@jizhen/domain-procurement";
import { type CurrencyCode, exact, ratios } from "@jizhen/kernel";
import type { Tx } from "../../platform/tx.ts";

type Row = { content: unknown; terms: unknown };

/** What this firm has asked for one unit of the same family before, from its own opened quotes of late; only it is told. */
export async function ownHistory(tx: Tx, terms: RequestTerms, currency: CurrencyCode): Promise<OwnHistory> {
  const rows = await tx.query<Row>(
    `select v.content, r.terms from quote_revision v join purchase_request r on r.town_id = v.town_id and r.id = v.request_id
      where v.town_id = $1 and v.supplier_id = $2 and v.live and v.content is not null order by v.sequence desc limit 20`,
    [tx.by.townId, tx.by.orgId],
  );
  const earlier = rows.flatMap((row) => pricesIn(QuoteContent.parse(row.content), RequestTerms.parse(row.terms), currency));
  return new Map(
    terms.lines.flatMap(({ lineNo, spec, quantity }): [number, string][] => {
      const like = earlier.filter(({ family, unit }) => family === spec.family && unit === quantity.unit);
      const usual = usualPrice(like.map(({ price }) => price));
      return usual === null ? [] : [[lineNo, usual]];
    }),
  );
}

function pricesIn(content: QuoteContent, terms: RequestTerms, currency: CurrencyCode) {
  if (content.currency !== currency) return [];
  return terms.lines.flatMap(({ lineNo, spec, quantity }) => {
    const line = content.lines.find((one) => one.lineNo === lineNo && one.answer === "priced");
    const tier = line ? tierFor(line.tiers, quantity.value) : null;
    if (!tier) return [];
    return [{ family: spec.family, unit: quantity.unit, price: ratios.toDecimal(ratios.divide(exact(tier.price), exact(tier.base)), 10) }];
  });
}
