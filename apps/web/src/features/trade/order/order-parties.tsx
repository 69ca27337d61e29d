import type { TextKey } from "@jizhen/i18n";
import { nameIn } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { CopyId } from "#ui/copy-id.tsx";
import { Card, Facts, Grid, Row } from "#ui/layout.tsx";
import { AppLink } from "#ui/link.tsx";
import { DateText } from "#ui/moment.tsx";
import type { OrderShown } from "./order-page.tsx";

export function OrderParties({ order }: { readonly order: OrderShown }) {
  const { t } = useTranslation();
  return (
    <Card>
      <Grid least={280}>
        <Party title={t("trade.order.buyer")} party={order.terms.buyer} mine={order.side === "buyer"} />
        <Party title={t("trade.order.supplier")} party={order.terms.supplier} mine={order.side === "supplier"} />
      </Grid>
    </Card>
  );
}

type PartyProps = { readonly title: string; readonly party: OrderShown["terms"]["buyer"]; readonly mine: boolean };

function Party({ title, party, mine }: PartyProps) {
  const { t, i18n } = useTranslation();
  const name = nameIn(i18n.language, party);
  const other = [party.nameZh, party.nameEn].find((one) => one !== null && one !== name) ?? null;
  return (
    <div className="o-party">
      <span className="k-quiet">
        {title}
        {mine && ` · ${t("trade.order.you")}`}
      </span>
      <strong>{name}</strong>
      {other !== null && <span className="k-quiet">{other}</span>}
      <span className="k-quiet">{t(party.country === "CN" ? "trade.order.party_code" : "trade.order.party_register")}</span>
      <CopyId text={party.number} />
    </div>
  );
}

export function OrderTermsFacts({ order }: { readonly order: OrderShown }) {
  const { t } = useTranslation();
  const { incoterm, place, port, deliverTo, paymentDays, validUntil, note } = order.terms;
  const portWords = port === null ? "" : t("trade.order.terms.port", { port });
  const delivery = [incoterm ?? "", place, portWords].filter((part) => part !== "").join(" · ");
  const row = (name: TextKey, value: React.ReactNode) => ({ name: t(name), value });
  return (
    <Card title={t("trade.order.terms")}>
      <Facts
        rows={[
          row(
            "trade.order.terms.delivery",
            <>
              {delivery}
              {deliverTo !== "" && deliverTo !== place && <div>{t("trade.order.terms.deliver_to", { place: deliverTo })}</div>}
            </>,
          ),
          row(
            "trade.order.terms.payment",
            paymentDays === null ? t("trade.order.terms.payment_agreed") : t("trade.order.terms.payment_days", { count: paymentDays }),
          ),
          row(
            "trade.order.request",
            <Row gap={1}>
              <RequestLink order={order} />
              <CopyId text={order.request.number} label="" />
            </Row>,
          ),
          ...(validUntil === null ? [] : [row("trade.order.terms.valid", <DateText date={validUntil} />)]),
          ...(note === "" ? [] : [row("trade.order.terms.note", note)]),
        ]}
      />
    </Card>
  );
}

/** Each party has its own page of the request: the buyer's with all quotes, the supplier's with its own. */
function RequestLink({ order: { side, request } }: { readonly order: OrderShown }) {
  return side === "buyer" ? (
    <AppLink to="/procurement/requests/$id" params={{ id: request.id }}>
      {request.number}
    </AppLink>
  ) : (
    <AppLink to="/selling/requests/$id" params={{ id: request.id }}>
      {request.number}
    </AppLink>
  );
}
