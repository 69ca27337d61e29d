import type { LineCost } from "@jizhen/domain-procurement";
import { summaryOf } from "@jizhen/spec";
import { useTranslation } from "#lib/translation.tsx";
import { localeOf } from "#lib/words.ts";
import { MoneyText, PriceText, QuantityText } from "#ui/figures.tsx";
import { Reading } from "../detail/reading.tsx";
import type { OpenQuote } from "../detail/request.ts";
import type { CompareProps } from "./comparison-tab.tsx";
import { CostParts } from "./cost-parts.tsx";
import { amountOf, currencyOf, isLowest, totalOf, unitPriceOf } from "./figures.ts";
import { QuoteHead } from "./quote-head.tsx";

/** Rows are lines, columns are suppliers in order of rank; a cell is an answer with its parts behind it. */
export function Matrix(props: CompareProps) {
  const { t, i18n } = useTranslation();
  const { request, comparison } = props;
  const columns = inRank(props);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide matrix must be scrolled by keyboard too
    <div className="a-scroll" tabIndex={0} role="region" aria-label={t("procurement.quote.compare.title")}>
      <table className="a-matrix">
        <caption className="k-hidden">{t("procurement.quote.compare.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("procurement.quote.compare.line")}</th>
            {columns.map((quote) => (
              <th key={quote.id} scope="col" className={isOut(quote, props) ? "a-out" : undefined}>
                <QuoteHead quote={quote} {...props} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {request.terms.lines.map((line) => (
            <tr key={line.lineNo}>
              <th scope="row">
                <span className="k-quiet k-figures">{line.lineNo}</span>{" "}
                {line.spec.byText ? line.text : summaryOf(line.spec, localeOf(i18n.language))}
                <div className="k-quiet">
                  <QuantityText value={line.quantity.value} unit={line.quantity.unit} />
                </div>
              </th>
              {columns.map((quote) => (
                <td key={quote.id} className={cellClass(quote, line.lineNo, props)}>
                  <Cell quote={quote} lineNo={line.lineNo} {...props} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("procurement.quote.compare.total")}</th>
            {columns.map((quote) => (
              <td key={quote.id} className={isOut(quote, props) ? "a-out" : undefined}>
                <Total quote={quote} {...props} />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
      <p className="k-hidden">{comparison.result.currency}</p>
    </div>
  );
}

export function inRank({ comparison }: Pick<CompareProps, "comparison">): OpenQuote[] {
  const place = (quote: OpenQuote) => comparison.result.totals.find(({ quoteId }) => quoteId === quote.id);
  const order = (quote: OpenQuote) => {
    const total = place(quote);
    return total === undefined ? 3e9 : (total.rank ?? 1e9 + (1_000 - total.linesPriced) * 1e5 + total.sequence);
  };
  return [...comparison.quotes].sort((a, b) => order(a) - order(b));
}

export const isOut = (quote: OpenQuote, { comparison }: Pick<CompareProps, "comparison">): boolean =>
  comparison.result.leftOut.some(({ quoteId }) => quoteId === quote.id);

const costAt = (quote: OpenQuote, lineNo: number, { comparison }: Pick<CompareProps, "comparison">): LineCost | undefined =>
  comparison.result.lines.find((line) => line.quoteId === quote.id && line.lineNo === lineNo);

function cellClass(quote: OpenQuote, lineNo: number, props: CompareProps): string {
  const chosen = props.choice.get(lineNo) === quote.id;
  return `${isOut(quote, props) ? "a-out" : ""}${chosen ? " a-chosen" : ""}`;
}

type CellProps = CompareProps & { readonly quote: OpenQuote; readonly lineNo: number };

/** One supplier's answer to one line. */
export function Cell({ quote, lineNo, ...props }: CellProps) {
  const { t } = useTranslation();
  const { comparison, shown, request, choice, onChoose } = props;
  const cost = costAt(quote, lineNo, props);
  const answer = quote.content.lines.find((line) => line.lineNo === lineNo);
  if (cost === undefined) {
    if (answer === undefined || answer.answer === "declined")
      return <span className="k-quiet">— {t("procurement.quote.answer.declined")}</span>;
    return <span className="k-quiet">{t("procurement.quote.compare.not_counted")}</span>;
  }
  const lowest = isLowest(cost, comparison.result.lines, shown);
  const currency = currencyOf(cost, shown, comparison.result.currency);
  return (
    <div className="a-cell">
      <div className={lowest ? "a-lowest" : undefined}>
        {lowest && (
          <span aria-label={t("procurement.quote.compare.lowest")} role="img">
            ▼{" "}
          </span>
        )}
        <PriceText price={unitPriceOf(cost, quote.content, request.terms, shown)} currency={currency} />
      </div>
      <div className="k-quiet">
        <MoneyText amount={amountOf(cost, shown)} currency={currency} />
        {cost.leadDays !== null && <> · {t("procurement.request.detail.days", { count: cost.leadDays })}</>}
      </div>
      {cost.deviation !== null && (
        <p className="a-deviation">
          ⚠ {t("procurement.quote.compare.deviation", { text: cost.deviation })}
          <Reading text={cost.deviation} />
        </p>
      )}
      <CostParts cost={cost} currency={comparison.result.currency} points={cost.points} />
      {onChoose !== null && (
        <label className="a-pick">
          <input type="checkbox" checked={choice.get(lineNo) === quote.id} onChange={() => onChoose(lineNo, quote.id)} />
          {t("procurement.award.pick")}
          <span className="k-hidden">
            {lineNo} {quote.supplier.nameZh}
          </span>
        </label>
      )}
    </div>
  );
}

/** The whole quote as shown; a quote that leaves lines out says so. */
export function Total({ quote, ...props }: CompareProps & { readonly quote: OpenQuote }) {
  const { t } = useTranslation();
  const { comparison, shown, request } = props;
  const total = comparison.result.totals.find(({ quoteId }) => quoteId === quote.id);
  if (total === undefined) return <span className="k-quiet">—</span>;
  const currency = shown.currency === "quoted" ? quote.content.currency : comparison.result.currency;
  const lowest =
    total.complete &&
    comparison.result.totals.every(
      (other) => !other.complete || totalOf(total.quoteId, comparison.result, shown) <= totalOf(other.quoteId, comparison.result, shown),
    );
  return (
    <div>
      <span className={lowest && shown.currency === "comparison" ? "a-lowest" : undefined}>
        {lowest && shown.currency === "comparison" && <span aria-hidden="true">▼ </span>}
        <MoneyText amount={totalOf(total.quoteId, comparison.result, shown)} currency={currency} strong />
      </span>
      <div className="k-quiet">
        {total.complete
          ? t("procurement.quote.compare.rank", { rank: total.rank ?? 0 })
          : t("procurement.quote.compare.partial", { priced: total.linesPriced, all: request.terms.lines.length })}
        {total.points !== null && <> · {t("procurement.quote.compare.points", { points: (total.points / 100).toFixed(2) })}</>}
      </div>
    </div>
  );
}
