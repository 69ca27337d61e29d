import { useTranslation } from "#lib/translation.tsx";
import { Drawer } from "#ui/dialog.tsx";
import { MoneyText, PriceText } from "#ui/figures.tsx";
import { Facts } from "#ui/layout.tsx";
import { DateText } from "#ui/moment.tsx";
import { Notice } from "#ui/states.tsx";
import { FileLink } from "../detail/overview.tsx";
import { Reading } from "../detail/reading.tsx";
import type { BuyersRequest, OpenQuote } from "../detail/request.ts";
import { FirmName } from "../detail/request-head.tsx";
import { RoundTag, WishShown } from "../negotiation/asked.tsx";

type Props = { readonly quote: OpenQuote; readonly request: BuyersRequest; readonly opened: boolean; readonly onClose: () => void };

/** One quote as its supplier wrote it. */
export function QuoteDetails({ quote, opened, onClose }: Props) {
  return (
    <Drawer opened={opened} onClose={onClose} title={<FirmName firm={quote.supplier} />}>
      {quote.negotiation !== null && (
        <Notice>
          <RoundTag status={quote.negotiation.status} />
          <WishShown wish={quote.negotiation.wish} currency={quote.negotiation.currency} />
        </Notice>
      )}
      <QuoteSheet quote={quote} />
    </Drawer>
  );
}

type SheetQuote = Pick<OpenQuote, "content" | "revision" | "validUntil"> & { readonly sequence: number | null };

/** The terms and lines of a quote, to read. */
export function QuoteSheet({ quote, files = true }: { readonly quote: SheetQuote; readonly files?: boolean }) {
  const { t } = useTranslation();
  const { content } = quote;
  const rows = [
    ...(quote.sequence === null
      ? []
      : [{ name: t("procurement.quote.receipt.sequence"), value: <span className="k-figures">#{quote.sequence}</span> }]),
    {
      name: t("procurement.quote.form.incoterm"),
      value: [content.incoterm, content.place, content.port].filter((part) => part !== null).join(" · "),
    },
    { name: t("procurement.quote.form.valid_until"), value: <DateText date={quote.validUntil} /> },
    {
      name: t("procurement.quote.form.tax_rate"),
      value: t(content.priceIncludesTax ? "procurement.quote.compare.tax_in" : "procurement.quote.compare.tax_on_top", {
        rate: content.taxRate,
      }),
    },
    ...(content.paymentDays === null
      ? []
      : [{ name: t("procurement.quote.form.payment_days"), value: t("procurement.request.detail.days", { count: content.paymentDays }) }]),
    ...content.charges.map(({ part, amount }) => ({
      name: t(`procurement.cost.${part}`),
      value: <MoneyText amount={amount} currency={content.currency} />,
    })),
  ];
  return (
    <>
      <Facts rows={rows} />
      <ol className="a-sheet">
        {content.lines.map((line) => (
          <li key={line.lineNo}>
            <span className="k-line-no k-figures">{line.lineNo}</span>
            <SheetLine line={line} currency={content.currency} />
          </li>
        ))}
      </ol>
      {content.note !== "" && (
        <p className="d-text">
          {content.note}
          <Reading text={content.note} />
        </p>
      )}
      {content.files.length > 0 && (
        <ul className="k-files">
          {content.files.map(({ fileId, name }) => (
            <li key={fileId}>
              <span>{name}</span>
              {files && <FileLink id={fileId} label={t("procurement.request.detail.download")} />}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function SheetLine({ line, currency }: { readonly line: OpenQuote["content"]["lines"][number]; readonly currency: string }) {
  const { t } = useTranslation();
  if (line.answer === "declined") return <span className="k-quiet">{t("procurement.quote.answer.declined")}</span>;
  return (
    <div className="k-stack k-gap-1">
      {line.tiers.map(({ from, price, base }) => (
        <span key={from}>
          <PriceText price={price} currency={currency} />
          {base !== "1" && <span className="k-quiet"> / {base}</span>}
          {(line.tiers.length > 1 || Number(from) > 1) && (
            <span className="k-quiet"> {t("procurement.quote.form.from_quantity", { from })}</span>
          )}
        </span>
      ))}
      <span className="k-quiet">
        {line.leadDays !== null && t("procurement.quote.form.lead_shown", { count: line.leadDays })}
        {line.minimum !== null && <> · {t("procurement.quote.form.minimum_shown", { minimum: line.minimum })}</>}
      </span>
      {line.deviation !== null && (
        <span className="a-deviation">
          ⚠ {t("procurement.quote.compare.deviation", { text: line.deviation })}
          <Reading text={line.deviation} />
        </span>
      )}
      {line.note !== "" && (
        <span className="k-quiet">
          {line.note}
          <Reading text={line.note} />
        </span>
      )}
    </div>
  );
}
