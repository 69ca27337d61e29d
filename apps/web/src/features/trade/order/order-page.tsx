import type { OrderId } from "@jizhen/domain-trade";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPC } from "#lib/trpc.ts";
import { Unread } from "#ui/asked.tsx";
import { CopyId } from "#ui/copy-id.tsx";
import { Countdown } from "#ui/countdown.tsx";
import { Card, Stack, WithAside } from "#ui/layout.tsx";
import { AppLink, LinkButton } from "#ui/link.tsx";
import { Page } from "#ui/page.tsx";
import { Notice } from "#ui/states.tsx";
import { DemoRibbon } from "#ui/tag.tsx";
import { Steps, Timeline } from "#ui/timeline.tsx";
import { ConfirmOrder, RefuseOrder } from "./answer.tsx";
import { OrderLines, OrderSums } from "./order-lines.tsx";
import { OrderPapers } from "./order-papers.tsx";
import { OrderParties, OrderTermsFacts } from "./order-parties.tsx";
import { OrderSign } from "./order-signs.tsx";

export type OrderShown = Outputs["trade"]["order"]["get"];

/** Screen 15: one order as both parties see it, with the one thing that is to be done next. */
export function OrderPage() {
  const { t } = useTranslation();
  const { id }: { id?: string } = useParams({ strict: false });
  const order = useQuery(useTRPC().trade.order.get.queryOptions({ id: id as OrderId }));
  const back = <AppLink to="/orders">{t("trade.order.back")}</AppLink>;
  switch (order.status) {
    case "pending":
    case "error":
      return (
        <Page title={t("trade.order.title")} back={back}>
          <Unread query={order} lines={8} action={<LinkButton to="/orders">{t("trade.order.back")}</LinkButton>} />
        </Page>
      );
    case "success":
      return <OrderScreen order={order.data} onLapse={() => void order.refetch()} />;
  }
}

function OrderScreen({ order, onLapse }: { readonly order: OrderShown; readonly onLapse: () => void }) {
  const { t } = useTranslation();
  const { actions, terms } = order;
  const primary = actions.includes("confirm") ? <ConfirmOrder order={order} /> : order.nextBest ? <NextBest order={order} /> : null;
  return (
    <Page
      title={order.request.title}
      sign={
        <>
          <OrderSign status={order.status} overdue={order.overdue} />
          {(terms.buyer.demo || terms.supplier.demo) && <DemoRibbon />}
        </>
      }
      subtitle={<CopyId text={order.number} />}
      back={<AppLink to="/orders">{t("trade.order.back")}</AppLink>}
      {...(primary !== null && { primary })}
      {...(actions.includes("refuse") && { actions: <RefuseOrder order={order} /> })}
    >
      <WhatNow order={order} onLapse={onLapse} />
      <WithAside
        aside={
          <>
            <OrderPapers orderId={order.id} number={order.number} />
            <Card title={t("trade.order.timeline")}>
              <History order={order} />
            </Card>
          </>
        }
      >
        <Card title={t("trade.order.steps")}>
          <Way order={order} />
        </Card>
        <OrderParties order={order} />
        <Card flush title={t("trade.order.lines")}>
          <OrderLines order={order} />
          <OrderSums order={order} />
        </Card>
        <OrderTermsFacts order={order} />
      </WithAside>
    </Page>
  );
}

function NextBest({ order }: { readonly order: OrderShown }) {
  const { t } = useTranslation();
  return (
    <LinkButton kind="primary" wide to="/procurement/requests/$id" params={{ id: order.request.id }}>
      {t("trade.order.next_best.do")}
    </LinkButton>
  );
}

/** One sentence on whose move it is. */
function WhatNow({ order, onLapse }: { readonly order: OrderShown; readonly onLapse: () => void }) {
  const { t } = useTranslation();
  if (order.status === "issued" && !order.overdue) {
    return (
      <Notice tone={order.side === "supplier" ? "doubt" : "info"}>
        {t(order.side === "supplier" ? "trade.order.waiting.supplier_self" : "trade.order.waiting.supplier_other")}{" "}
        <strong>
          <Countdown to={order.answerBy} over={t("trade.order.answer_overdue_label")} onOver={onLapse} />
        </strong>
      </Notice>
    );
  }
  if (order.status === "confirmed") return <Notice tone="good">{t("trade.order.waiting.confirmed")}</Notice>;
  const reason =
    order.status === "refused" ? (
      <div>
        <strong>{t("trade.order.refused_because", { reason: t(`trade.order.reason.${order.reasonCode}`) })}</strong>
        {order.reasonText !== null && ` — ${order.reasonText}`}
      </div>
    ) : null;
  return (
    <Notice tone={order.side === "buyer" ? "doubt" : "info"}>
      <Stack gap={1}>
        {order.side === "buyer" && <strong>{t("trade.order.next_best.title")}</strong>}
        {reason}
        {order.side === "buyer" ? t("trade.order.next_best.text") : reason === null && t("trade.order.answer_overdue_label")}
      </Stack>
    </Notice>
  );
}

/** Where the order stands; a refusal or a lapse is an end of its own, not a step done. */
function Way({ order }: { readonly order: OrderShown }) {
  const { t } = useTranslation();
  const end = order.status === "refused" || order.status === "lapsed" ? order.status : "confirmed";
  const steps = [
    { key: "issued", label: t("trade.order.step.issued") },
    { key: "answer", label: t("trade.order.step.answer") },
    { key: "end", label: t(`trade.order.step.${end}`) },
  ];
  return <Steps label={t("trade.order.steps")} steps={steps} current={order.status === "issued" ? "answer" : "end"} />;
}

function History({ order }: { readonly order: OrderShown }) {
  const { t, i18n } = useTranslation();
  const supplier = i18n.language === "en" ? (order.terms.supplier.nameEn ?? order.terms.supplier.nameZh) : order.terms.supplier.nameZh;
  const entries = [...order.timeline].reverse().map(({ event, at, person }) => ({
    key: event,
    at,
    title: t(event),
    who: person === null ? t("trade.order.timeline.system") : `${person}, ${supplier}`,
    detail: event === "trade.order.issued.v1" ? <CopyId text={order.request.number} /> : undefined,
  }));
  return <Timeline entries={entries} />;
}
