import type { OfferStatus } from "@jizhen/domain-trade";
import { useTranslation } from "#lib/translation.tsx";
import { type StatusSign, StatusTag } from "#ui/tag.tsx";

const signs: Record<OfferStatus, StatusSign> = { draft: "draft", published: "good", paused: "waiting", withdrawn: "ended" };

export function OfferSign({ status, expired }: { readonly status: OfferStatus; readonly expired: boolean }) {
  const { t } = useTranslation();
  return expired ? (
    <StatusTag sign="warning">{t("trade.offer.status.expired")}</StatusTag>
  ) : (
    <StatusTag sign={signs[status]}>{t(`trade.offer.status.${status}`)}</StatusTag>
  );
}
