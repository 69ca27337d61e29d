import type { OfferId } from "@jizhen/domain-trade";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { isRefusal, say } from "#lib/say.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPC } from "#lib/trpc.ts";
import { AppLink, LinkButton } from "#ui/link.tsx";
import { Page } from "#ui/page.tsx";
import { Loading, Problem, Refused } from "#ui/states.tsx";
import { OfferEditor } from "./offer-editor.tsx";
import { OfferSheet } from "./offer-sheet.tsx";

export type OfferShown = Outputs["trade"]["offer"]["get"];

export function NewOfferPage() {
  return <OfferEditor offer={null} />;
}

/** One's own offer as a form, another firm's as a sheet. */
export function OfferPage() {
  const { t } = useTranslation();
  const { id }: { id?: string } = useParams({ strict: false });
  const offer = useQuery(useTRPC().trade.offer.get.queryOptions({ id: id as OfferId }));
  if (offer.isSuccess) {
    const { data } = offer;
    // A new version is a new form: what was typed before the save is what the server now holds.
    return data.actions.includes("save") ? <OfferEditor key={data.version} offer={data} /> : <OfferSheet offer={data} />;
  }
  const list = "/selling/offers";
  return (
    <Page title={t("trade.offer.title")} back={<AppLink to={list}>{t("trade.offer.back")}</AppLink>}>
      {offer.isPending && <Loading lines={8} />}
      {offer.isError && isRefusal(offer.error) && (
        <Refused message={say(offer.error)} action={<LinkButton to={list}>{t("trade.offer.back")}</LinkButton>} />
      )}
      {offer.isError && !isRefusal(offer.error) && <Problem message={say(offer.error)} onRetry={() => void offer.refetch()} />}
    </Page>
  );
}
