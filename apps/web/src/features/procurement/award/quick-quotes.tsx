import { useTranslation } from "#lib/translation.tsx";
import { Button } from "#ui/button.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { useOpen } from "#ui/dialog.tsx";
import { PriceText } from "#ui/figures.tsx";
import { Card, Stack } from "#ui/layout.tsx";
import { DateText } from "#ui/moment.tsx";
import { Empty, Notice } from "#ui/states.tsx";
import { StatusTag } from "#ui/tag.tsx";
import type { BuyersRequest, OpenQuote } from "../detail/request.ts";
import { FirmName } from "../detail/request-head.tsx";
import { RoundTag } from "../negotiation/asked.tsx";
import { Negotiate } from "../negotiation/negotiate-dialog.tsx";
import { QuoteDetails } from "./quote-details.tsx";
import "./award.css";

/** A quick enquiry: quotes as they come, before they are compared. */
export function QuickQuotes({ request }: { readonly request: BuyersRequest }) {
  const { t } = useTranslation();
  const first = request.terms.lines[0];
  const priceOf = ({ content }: OpenQuote) => content.lines.find(({ lineNo }) => lineNo === first?.lineNo)?.tiers[0] ?? null;
  return (
    <Stack>
      <Notice>{t("procurement.quote.quick.words")}</Notice>
      <Card flush>
        <DataTable
          caption={t("procurement.request.tab.quotes")}
          rows={request.quotes}
          rowKey={({ id }) => id}
          empty={<Empty>{t("procurement.quote.quick.none")}</Empty>}
          columns={[
            { key: "firm", title: t("procurement.quote.quick.firm"), lead: true, cell: (quote) => <FirmName firm={quote.supplier} /> },
            {
              key: "price",
              title: t("procurement.quote.quick.first_price"),
              figures: true,
              cell: (quote) => {
                const tier = priceOf(quote);
                return tier === null ? <>—</> : <PriceText price={tier.price} currency={quote.content.currency} />;
              },
            },
            {
              key: "lines",
              title: t("procurement.quote.quick.lines"),
              figures: true,
              cell: ({ content }) => `${content.lines.filter(({ answer }) => answer === "priced").length} / ${request.terms.lines.length}`,
            },
            { key: "until", title: t("procurement.quote.form.valid_until"), cell: ({ validUntil }) => <DateText date={validUntil} /> },
            { key: "state", title: t("procurement.quote.quick.state"), cell: (quote) => <QuickState quote={quote} /> },
            { key: "open", title: t("procurement.quote.quick.read"), cell: (quote) => <Read quote={quote} request={request} /> },
          ]}
        />
      </Card>
    </Stack>
  );
}

const QuickState = ({ quote }: { readonly quote: OpenQuote }) => {
  const { t } = useTranslation();
  return (
    <span className="k-row k-gap-1">
      <StatusTag sign={quote.status === "stale" ? "warning" : "good"}>{t(`procurement.quote.status.${quote.status}`)}</StatusTag>
      {quote.negotiation !== null && <RoundTag status={quote.negotiation.status} />}
    </span>
  );
};

function Read({ quote, request }: { readonly quote: OpenQuote; readonly request: BuyersRequest }) {
  const { t } = useTranslation();
  const reading = useOpen();
  return (
    <span className="k-row k-gap-1">
      <Button small onClick={reading.open}>
        {t("procurement.quote.compare.open_quote")}
      </Button>
      <Negotiate quote={quote} request={request} />
      <QuoteDetails quote={quote} request={request} opened={reading.opened} onClose={reading.close} />
    </span>
  );
}
