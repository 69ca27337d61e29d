import { useTranslation } from "#lib/translation.tsx";
import { useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Button } from "#ui/button.tsx";
import { Confirm, useOpen } from "#ui/dialog.tsx";
import { PriceText } from "#ui/figures.tsx";
import { Card, Facts, Quiet, Row } from "#ui/layout.tsx";
import { Notice } from "#ui/states.tsx";
import { type StatusSign, StatusTag } from "#ui/tag.tsx";
import { toast } from "#ui/toasts.tsx";
import { refreshed, type SuppliersRequest } from "../detail/request.ts";
import type { Mine } from "../quote/quote-screen.tsx";

type Round = NonNullable<Mine["negotiation"]>;
const signs: Record<Round["status"], StatusSign> = { asked: "waiting", requoted: "good", kept: "ended" };

/** Where a round stands, on either side. */
export function RoundTag({ status }: Pick<Round, "status">) {
  const { t } = useTranslation();
  return <StatusTag sign={signs[status]}>{t(`procurement.negotiation.status.${status}`)}</StatusTag>;
}

/** What the buyer wished for, line by line and in words. */
export function WishShown({ wish, currency }: Pick<Round, "wish" | "currency">) {
  const { t } = useTranslation();
  return (
    <>
      {wish.targets.length > 0 && (
        <Facts
          rows={wish.targets.map(({ lineNo, price }) => ({
            name: `${t("procurement.negotiation.wanted")} · ${t("procurement.negotiation.wanted_line", { line: lineNo })}`,
            value: <PriceText price={price} currency={currency} />,
          }))}
        />
      )}
      {wish.text !== "" && <p className="d-text">{wish.text}</p>}
    </>
  );
}

type Props = { readonly request: SuppliersRequest; readonly mine: Mine; readonly onReplace: (() => void) | null };

/** The supplier's side of the round: the wish, and the two answers there are. */
export function Asked({ request, mine, onReplace }: Props) {
  const { t } = useTranslation();
  const { negotiation } = mine;
  if (negotiation === null) return <></>;
  const waiting = negotiation.mayKeep;
  return (
    <Card title={t("procurement.negotiation.asked_title")} actions={<RoundTag status={negotiation.status} />}>
      <WishShown wish={negotiation.wish} currency={negotiation.currency} />
      {waiting && <Quiet>{t("procurement.negotiation.asked_words")}</Quiet>}
      {waiting && (
        <Row>
          {onReplace !== null && (
            <Button kind="primary" onClick={onReplace}>
              {t("procurement.negotiation.requote")}
            </Button>
          )}
          <Keep request={request} />
        </Row>
      )}
    </Card>
  );
}

function Keep({ request }: Pick<Props, "request">) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const sure = useOpen();
  const keeping = useSubmit({
    send: (_input: null, call) => client.procurement.negotiation.keep.mutate({ requestId: request.id }, call),
    refresh: refreshed,
    onDone: () => {
      sure.close();
      toast(t("procurement.negotiation.kept_done"));
    },
  });
  return (
    <>
      <Button onClick={sure.open}>{t("procurement.negotiation.keep")}</Button>
      <Confirm
        opened={sure.opened}
        onClose={sure.close}
        title={t("procurement.negotiation.keep")}
        confirm={t("procurement.negotiation.keep")}
        busy={keeping.busy}
        onConfirm={() => void keeping.submit(null)}
      >
        {keeping.problem !== null && <Notice tone="bad">{keeping.problem}</Notice>}
        <p>{t("procurement.negotiation.keep_words")}</p>
      </Confirm>
    </>
  );
}
