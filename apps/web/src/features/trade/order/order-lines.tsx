import { summaryOf } from "@jizhen/spec";
import { unitText } from "#lib/format.ts";
import { useTranslation } from "#lib/translation.tsx";
import { localeOf } from "#lib/words.ts";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { MoneyText, PriceText, QuantityText } from "#ui/figures.tsx";
import { Quiet, Row, Stack } from "#ui/layout.tsx";
import { DateText } from "#ui/moment.tsx";
import { Chip } from "#ui/tag.tsx";
import type { OrderShown } from "./order-page.tsx";
import "./order.css";

type Line = OrderShown["lines"][number];

export function OrderLines({ order }: { readonly order: OrderShown }) {
  const { t } = useTranslation();
  const columns = useColumns(order.terms.currency);
  return (
    <DataTable caption={t("trade.order.lines")} columns={columns} rows={order.lines} rowKey={({ lineNo }) => String(lineNo)} empty={null} />
  );
}

function useColumns(currency: string): readonly Column<Line>[] {
  const { t } = useTranslation();
  return [
    { key: "spec", title: t("trade.order.line.spec"), lead: true, cell: (line) => <Goods line={line} /> },
    {
      key: "quantity",
      title: t("trade.order.line.quantity"),
      figures: true,
      cell: ({ quantity }) => <QuantityText value={quantity.value} unit={quantity.unit} />,
    },
    {
      key: "price",
      title: t("trade.order.line.price"),
      figures: true,
      cell: ({ price, base, quantity }) => (
        <>
          <PriceText price={price} currency={currency} />
          {base !== "1" && <Quiet>{t("trade.order.line.price_per", { base: `${base} ${unitText(quantity.unit)}` })}</Quiet>}
        </>
      ),
    },
    {
      key: "amount",
      title: t("trade.order.line.amount"),
      figures: true,
      cell: ({ amount }) => <MoneyText amount={amount} currency={currency} strong />,
    },
    { key: "lead", title: t("trade.order.line.lead"), cell: (line) => <Lead line={line} /> },
  ];
}

function Goods({ line }: { readonly line: Line }) {
  const { t, i18n } = useTranslation();
  const { spec, text, note, deviation, lineNo } = line;
  const title = spec.byText ? text : summaryOf(spec, localeOf(i18n.language));
  return (
    <Stack gap={1}>
      <span className="o-goods">
        <span className="k-quiet">{lineNo}</span> {title === "" ? text : title}
      </span>
      {!spec.byText && text !== "" && <Quiet>{text}</Quiet>}
      {note !== "" && <Quiet>{note}</Quiet>}
      {deviation !== null && (
        <Row>
          <Chip tone="doubt" name={t("trade.order.line.deviation")}>
            {deviation}
          </Chip>
        </Row>
      )}
    </Stack>
  );
}

function Lead({ line: { leadDays, promised, wantedDate } }: { readonly line: Line }) {
  const { t } = useTranslation();
  if (promised === null) return wantedDate === null ? <>—</> : <DateText date={wantedDate} />;
  return (
    <>
      <DateText date={promised} />
      <Quiet>{t("trade.order.line.lead_days", { count: leadDays ?? 0 })}</Quiet>
    </>
  );
}

/** The sums under the lines, as on the paper. */
export function OrderSums({ order }: { readonly order: OrderShown }) {
  const { t, i18n } = useTranslation();
  const { currency, charges, priceIncludesTax } = order.terms;
  return (
    <dl className="o-sums">
      {charges.map(({ part, amount }) => (
        <div key={part}>
          <dt>{i18n.exists(`trade.order.charge.${part}`) ? t(`trade.order.charge.${part}` as "trade.order.charge.other") : part}</dt>
          <dd>
            <MoneyText amount={amount} currency={currency} />
          </dd>
        </div>
      ))}
      <div>
        <dt>{t("trade.order.net")}</dt>
        <dd>
          <MoneyText amount={order.net} currency={currency} />
        </dd>
      </div>
      {order.taxCategories.map(({ taxRate, tax }) => (
        <div key={taxRate}>
          <dt>{t("trade.order.tax", { rate: taxRate })}</dt>
          <dd>
            <MoneyText amount={tax} currency={currency} />
          </dd>
        </div>
      ))}
      <div className="o-payable">
        <dt>
          {t("trade.order.payable")}
          <span className="k-quiet">
            {" "}
            {t(priceIncludesTax ? "trade.order.terms.price_inclusive" : "trade.order.terms.price_exclusive")}
          </span>
        </dt>
        <dd>
          <MoneyText amount={order.payable} currency={currency} strong />
        </dd>
      </div>
    </dl>
  );
}
