import { IconLock, IconLockOpen } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { nameIn } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPC } from "#lib/trpc.ts";
import { CopyId } from "#ui/copy-id.tsx";
import { Countdown } from "#ui/countdown.tsx";
import { Card } from "#ui/layout.tsx";
import { Moment } from "#ui/moment.tsx";
import { Notice } from "#ui/states.tsx";
import { StatusTag } from "#ui/tag.tsx";
import { Steps } from "#ui/timeline.tsx";
import { type BuyersRequest, type RequestStep, type SeenRequest, signOf, stepFor } from "./request.ts";

const steps: readonly RequestStep[] = ["quoting", "opened", "awarded", "orders"];

export const StateTag = ({ request }: { readonly request: Pick<SeenRequest, "shownStatus"> }) => {
  const { t } = useTranslation();
  return <StatusTag sign={signOf[request.shownStatus]}>{t(`procurement.request.status.${request.shownStatus}`)}</StatusTag>;
};

export const HeadSign = ({ request }: { readonly request: BuyersRequest }) => (
  <>
    <StateTag request={request} />
    {request.number !== null && <CopyId text={request.number} />}
  </>
);

/** Where the request stands, how long it still takes quotes, and which seal protects them. */
export function RequestHead({ request, onOver }: { readonly request: BuyersRequest; readonly onOver: () => void }) {
  const { t } = useTranslation();
  const hasOrders = useHasOrders(request);
  return (
    <Card>
      <div className="d-head">
        <Steps
          label={t("procurement.request.detail.steps")}
          steps={steps.map((key) => ({ key, label: t(`procurement.request.step.${key}`) }))}
          current={stepFor(request.shownStatus, hasOrders)}
        />
        <Close request={request} onOver={onOver} />
      </div>
      <Ended request={request} />
      {request.status === "draft" ? (
        <Notice>{t("procurement.request.detail.draft_words")}</Notice>
      ) : (
        <SealWords request={request} count={request.quoteCount} />
      )}
    </Card>
  );
}

function useHasOrders(request: BuyersRequest): boolean {
  const trpc = useTRPC();
  const awards = useQuery({ ...trpc.procurement.award.get.queryOptions({ requestId: request.id }), enabled: request.status === "awarded" });
  return awards.data?.rounds.some(({ status }) => status === "final") ?? false;
}

/** The close as an instant and as what is left of it by the server's clock. */
export function Close({
  request,
  onOver,
}: {
  readonly request: Pick<SeenRequest, "closesAt" | "status" | "shownStatus">;
  readonly onOver: () => void;
}) {
  const { t } = useTranslation();
  if (request.closesAt === null) return <></>;
  return (
    <div className="d-close">
      <span className="k-quiet">
        {t("procurement.request.detail.closes_at")} <Moment at={request.closesAt} />
      </span>
      {request.status === "quoting" && (
        <strong className="d-left">
          <Countdown to={request.closesAt} over={t("procurement.request.status.closed")} onOver={onOver} />
        </strong>
      )}
    </div>
  );
}

/** What the seal keeps off, and what it does not: said before anybody relies on it. */
export function SealWords({
  request,
  count,
}: {
  readonly request: Pick<SeenRequest, "terms" | "openedAt" | "shownStatus">;
  readonly count: number | null;
}) {
  const { t } = useTranslation();
  const { sealing } = request.terms;
  const Sign = sealing === "none" || request.openedAt !== null ? IconLockOpen : IconLock;
  const waiting = sealing === "at_rest" && request.openedAt === null && ["closed", "frozen"].includes(request.shownStatus);
  return (
    <div className="d-seal">
      <Sign size={22} aria-hidden="true" />
      <div>
        <strong>{t(`procurement.request.sealing.${sealing}`)}</strong>
        {count !== null && <span className="k-quiet"> · {t("procurement.request.detail.quote_count", { count })}</span>}
        <p className="k-quiet">
          {request.openedAt !== null && sealing === "at_rest"
            ? t("procurement.request.detail.seal_opened")
            : t(`procurement.request.sealing.${sealing}_words`)}
        </p>
        {waiting && <p className="k-quiet">{t("procurement.request.detail.seal_waiting")}</p>}
      </div>
    </div>
  );
}

function Ended({ request }: { readonly request: BuyersRequest }) {
  const { t } = useTranslation();
  const { status, reasonCode, reasonText } = request;
  if ((status !== "unsuccessful" && status !== "cancelled") || reasonCode === null) return <></>;
  const reason =
    status === "cancelled"
      ? t(`procurement.request.cancel_reason.${reasonCode}` as "procurement.request.cancel_reason.other")
      : t(`procurement.request.end_reason.${reasonCode}` as "procurement.request.end_reason.other");
  return (
    <Notice tone="doubt">
      {t("ui.pair", { name: t(`procurement.request.status.${status}`), value: reason })}
      {reasonText !== null && reasonText !== "" && <> · {reasonText}</>}
    </Notice>
  );
}

/** A firm's name in the reader's language. */
export function FirmName({ firm }: { readonly firm: { readonly nameZh: string; readonly nameEn: string | null } }) {
  const { i18n } = useTranslation();
  return <>{nameIn(i18n.language, firm)}</>;
}
