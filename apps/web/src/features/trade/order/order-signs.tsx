import type { OrderStatus } from "@jizhen/domain-trade";
import { useTranslation } from "#lib/translation.tsx";
import { type StatusSign, StatusTag } from "#ui/tag.tsx";

const signs: Record<OrderStatus, StatusSign> = { issued: "waiting", confirmed: "good", refused: "warning", lapsed: "ended" };

/** A status as sign and word; a time that is over is said even before the timer has rung. */
export function OrderSign({ status, overdue }: { readonly status: OrderStatus; readonly overdue: boolean }) {
  const { t } = useTranslation();
  return overdue ? (
    <StatusTag sign="ended">{t("trade.order.answer_overdue_label")}</StatusTag>
  ) : (
    <StatusTag sign={signs[status]}>{t(`trade.order.status.${status}`)}</StatusTag>
  );
}
