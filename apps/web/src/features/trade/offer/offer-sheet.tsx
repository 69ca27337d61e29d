import { nameIn } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { CopyId } from "#ui/copy-id.tsx";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { PriceText, QuantityText } from "#ui/figures.tsx";
import { Card, Facts, Stack } from "#ui/layout.tsx";
import { AppLink } from "#ui/link.tsx";
import { DateText } from "#ui/moment.tsx";
import { Page } from "#ui/page.tsx";
import { DemoRibbon } from "#ui/tag.tsx";
import type { OfferShown } from "./offer-page.tsx";
import { OfferSign } from "./offer-signs.tsx";
import { SpecChips } from "./spec-chips.tsx";

/** An offer to read: another firm's, or one's own that is over. */
export function OfferSheet({ offer }: { readonly offer: OfferShown }) {
  const { t, i18n } = useTranslation();
  const { content, seller } = offer;
  const fact = (name: string, value: React.ReactNode) => (value === null || value === "" ? [] : [{ name, value }]);
  return (
    <Page
      title={content.title}
      sign={
        <>
          <OfferSign status={offer.status} expired={offer.expired} />
          {seller.demo && <DemoRibbon />}
        </>
      }
      {...(offer.number !== null && { subtitle: <CopyId text={offer.number} /> })}
      back={<AppLink to="/selling/offers">{t("trade.offer.back")}</AppLink>}
    >
      <Card title={nameIn(i18n.language, seller)}>
        <Stack>
          <SpecChips spec={content.spec} text={content.text} />
          <Facts
            rows={[
              ...fact(
                t("trade.offer.field.minimum"),
                content.minimum === null ? null : <QuantityText value={content.minimum} unit={content.unit} />,
              ),
              ...fact(
                t("trade.offer.field.step"),
                content.step === null ? null : <QuantityText value={content.step} unit={content.unit} />,
              ),
              ...fact(t("trade.offer.field.lead_days"), content.leadDays),
              ...fact(t("trade.offer.field.packing"), content.packing),
              ...fact(t("trade.offer.field.place"), content.place),
              ...fact(t("trade.offer.field.valid_until"), content.validUntil === null ? null : <DateText date={content.validUntil} />),
              ...fact(t("trade.offer.field.note"), content.note),
            ]}
          />
        </Stack>
      </Card>
      <Card flush title={t("trade.offer.field.price_kind")}>
        <Prices offer={offer} />
      </Card>
    </Page>
  );
}

type Tier = { readonly from: string; readonly price: string };

function Prices({ offer: { content } }: { readonly offer: OfferShown }) {
  const { t } = useTranslation();
  const { price } = content;
  const columns = useColumns(content);
  if (price.kind === "on_request") return <div className="k-card-body">{t("trade.offer.field.price_on_request")}</div>;
  return (
    <DataTable<Tier>
      caption={t("trade.offer.field.price_tiers")}
      rows={price.tiers}
      rowKey={({ from }) => from}
      empty={null}
      columns={columns}
    />
  );
}

function useColumns({ price, unit }: OfferShown["content"]): readonly Column<Tier>[] {
  const { t } = useTranslation();
  if (price.kind === "on_request") return [];
  const tax = t(price.priceIncludesTax ? "trade.order.terms.price_inclusive" : "trade.order.terms.price_exclusive");
  return [
    { key: "from", title: t("trade.offer.field.tier_from"), lead: true, cell: ({ from }) => <QuantityText value={from} unit={unit} /> },
    {
      key: "price",
      title: t("trade.offer.field.tier_price"),
      figures: true,
      cell: (tier) => <PriceText price={tier.price} currency={price.currency} />,
    },
    { key: "tax", title: t("trade.offer.field.tax_rate"), figures: true, cell: () => `${price.taxRate} · ${tax}` },
  ];
}
