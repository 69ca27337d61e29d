import { useTranslation } from "#lib/translation.tsx";
import { Button } from "#ui/button.tsx";
import { useOpen } from "#ui/dialog.tsx";
import { DateText } from "#ui/moment.tsx";
import { Chip, DemoRibbon, StatusTag } from "#ui/tag.tsx";
import type { OpenQuote } from "../detail/request.ts";
import { FirmName } from "../detail/request-head.tsx";
import { RoundTag } from "../negotiation/asked.tsx";
import type { CompareProps } from "./comparison-tab.tsx";
import { QuoteDetails } from "./quote-details.tsx";

/** Who offers, on which terms, until when, and what the buyer found. */
export function QuoteHead({ quote, request, comparison, onChooseAll, onJudge, choice }: CompareProps & { readonly quote: OpenQuote }) {
  const { t } = useTranslation();
  const reading = useOpen();
  const { content, supplier } = quote;
  const left = comparison.result.leftOut.find(({ quoteId }) => quoteId === quote.id);
  const priced = comparison.result.lines.filter(({ quoteId }) => quoteId === quote.id);
  const all = priced.length > 0 && priced.every(({ lineNo }) => choice.get(lineNo) === quote.id) && choice.size === priced.length;
  return (
    <div className="a-head">
      <strong>
        <FirmName firm={supplier} />
      </strong>
      {supplier.demo && <DemoRibbon />}
      {left !== undefined && (
        <StatusTag sign={left.reason === "expired" ? "warning" : "ended"}>{t(`procurement.quote.left_out.${left.reason}`)}</StatusTag>
      )}
      {quote.judgement?.finding === "admitted" && <StatusTag sign="good">{t("procurement.quote.judge.admitted")}</StatusTag>}
      {quote.negotiation !== null && <RoundTag status={quote.negotiation.status} />}
      {(quote.status === "won" || quote.status === "part_won") && (
        <StatusTag sign="star">{t(`procurement.quote.status.${quote.status}`)}</StatusTag>
      )}
      <span className="k-quiet">
        {content.incoterm} {content.port ?? content.place} · {t("procurement.quote.compare.valid_until")}{" "}
        <DateText date={quote.validUntil} />
      </span>
      <span className="k-quiet">
        {t(content.priceIncludesTax ? "procurement.quote.compare.tax_in" : "procurement.quote.compare.tax_on_top", {
          rate: content.taxRate,
        })}
        {content.paymentDays !== null && <> · {t("procurement.quote.compare.payment", { count: content.paymentDays })}</>}
      </span>
      {left?.reason === "expired" && <span className="k-quiet">{t("procurement.quote.compare.ask_prolong")}</span>}
      <span className="k-row k-gap-1">
        <Button small kind="quiet" onClick={reading.open}>
          {t("procurement.quote.compare.open_quote")}
        </Button>
        {onJudge !== null && (
          <Button small kind="quiet" onClick={() => onJudge(quote.id)}>
            {t("procurement.quote.judge.do")}
          </Button>
        )}
        {onChooseAll !== null && priced.length > 0 && (
          <Button small aria-pressed={all} onClick={() => onChooseAll(quote.id)}>
            {t("procurement.award.pick_all")}
          </Button>
        )}
      </span>
      {content.lines.some(({ deviation }) => deviation !== null) && (
        <Chip tone="doubt">{t("procurement.quote.compare.has_deviation")}</Chip>
      )}
      <QuoteDetails quote={quote} request={request} opened={reading.opened} onClose={reading.close} />
    </div>
  );
}
