import { IconEdit } from "@tabler/icons-react";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Button } from "#ui/button.tsx";
import { Confirm, useOpen } from "#ui/dialog.tsx";
import { MoneyText } from "#ui/figures.tsx";
import { Card, Row, Stack } from "#ui/layout.tsx";
import { Moment } from "#ui/moment.tsx";
import { Notice } from "#ui/states.tsx";
import { type StatusSign, StatusTag } from "#ui/tag.tsx";
import { toast } from "#ui/toasts.tsx";
import { QuoteSheet } from "../award/quote-details.tsx";
import "../award/award.css";
import { refreshed, type SuppliersRequest } from "../detail/request.ts";
import { Asked } from "../negotiation/asked.tsx";
import { Changes } from "./changes.tsx";
import { Prolong } from "./prolong.tsx";
import type { Mine } from "./quote-screen.tsx";
import { ReceiptCard } from "./receipt.tsx";

export type QuoteState = NonNullable<Mine["quote"]>["status"];
export const quoteSigns: Record<QuoteState, StatusSign> = {
  draft: "draft",
  submitted: "good",
  stale: "warning",
  withdrawn: "ended",
  sealed_in: "sealed",
  void: "ended",
  opened: "waiting",
  rejected: "ended",
  won: "star",
  part_won: "star",
  lost: "ended",
};

type Props = { readonly request: SuppliersRequest; readonly mine: Mine; readonly onReplace: (() => void) | null };

/** The quote as it was sent, what became of it, and what its firm may still do with it. */
export function OwnQuote({ request, mine, onReplace }: Props) {
  const { t } = useTranslation();
  const { quote, sent } = mine;
  if (quote === null) return <></>;
  const title = (
    <span className="k-row k-gap-2">
      {t("procurement.quote.own.title")}{" "}
      <StatusTag sign={quoteSigns[quote.status]}>{t(`procurement.quote.status.${quote.status}`)}</StatusTag>
    </span>
  );
  return (
    <Stack>
      {quote.status === "stale" && <Stale request={request} mine={mine} onReplace={onReplace} />}
      <Asked request={request} mine={mine} onReplace={onReplace} />
      <Outcome mine={mine} />
      {mine.receipt !== null && <ReceiptCard receipt={mine.receipt} fresh={quote.status === "submitted"} />}
      <Card title={title} actions={<Actions request={request} mine={mine} onReplace={onReplace} />}>
        <p className="k-quiet">
          {t("procurement.quote.own.revision", { revision: quote.revision })}
          {quote.submittedAt !== null && (
            <>
              {" · "}
              <Moment at={quote.submittedAt} />
            </>
          )}
        </p>
        {sent === null ? <Notice tone="doubt">{t("procurement.quote.own.no_content")}</Notice> : <Sent mine={mine} request={request} />}
      </Card>
    </Stack>
  );
}

function Sent({ mine, request }: { readonly mine: Mine; readonly request: SuppliersRequest }) {
  const { t } = useTranslation();
  const { sent, quote } = mine;
  if (sent === null || quote === null) return <></>;
  const priced = sent.lines.filter(({ answer }) => answer === "priced").length;
  return (
    <>
      <p>{t("procurement.quote.form.progress", { priced, all: request.terms.lines.length })}</p>
      <QuoteSheet
        quote={{
          content: sent,
          revision: quote.revision,
          validUntil: quote.prolongedUntil ?? sent.validUntil,
          sequence: mine.receipt?.sequence ?? null,
        }}
        files={false}
      />
      {sent.charges.length > 0 && (
        <p className="k-quiet">
          {t("procurement.quote.form.charges")}{" "}
          <MoneyText amount={sent.charges.reduce((sum, { amount }) => sum + amount, 0)} currency={sent.currency} />
        </p>
      )}
    </>
  );
}

function Outcome({ mine }: { readonly mine: Mine }) {
  const { t } = useTranslation();
  const { quote } = mine;
  if (quote?.status === "rejected" && quote.rejection !== null) {
    const { requirement, lineNo, text } = quote.rejection;
    return (
      <Notice tone="doubt">
        {t("procurement.quote.own.rejected", { requirement })}
        {lineNo !== null && ` · ${t("procurement.award.lines", { lines: lineNo })}`}
        {text !== "" && ` · ${text}`}
      </Notice>
    );
  }
  if (quote?.status === "void" && quote.voidReason !== null)
    return <Notice tone="doubt">{t(`procurement.quote.void_reason.${quote.voidReason}`)}</Notice>;
  if (quote?.status === "sealed_in") return <Notice>{t("procurement.quote.own.sealed_in")}</Notice>;
  return <></>;
}

/** The demand moved on: what changed, and one tap when the quote still fits. */
function Stale({ request, mine, onReplace }: Props) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const confirming = useSubmit({
    send: (_input: null, call) =>
      client.procurement.quote.reconfirm.mutate({ requestId: request.id, requestVersion: request.requestVersion }, call),
    refresh: refreshed,
    onDone: () => toast(t("procurement.quote.stale.done")),
  });
  return (
    <Card title={t("procurement.quote.stale.title", { version: request.requestVersion })}>
      <Changes request={request} since={mine.quote?.requestVersion ?? 0} />
      <p>{t("procurement.quote.stale.words")}</p>
      {confirming.problem !== null && <Notice tone="bad">{confirming.problem}</Notice>}
      <Row>
        {mine.actions.includes("reconfirm") && (
          <Button kind="primary" busy={confirming.busy} onClick={() => void confirming.submit(null)}>
            {t("procurement.quote.stale.reconfirm")}
          </Button>
        )}
        {onReplace !== null && <Button onClick={onReplace}>{t("procurement.quote.stale.edit")}</Button>}
      </Row>
    </Card>
  );
}

function Actions({ request, mine, onReplace }: Props) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const sure = useOpen();
  const withdrawing = useSubmit({
    send: (_input: null, call) => client.procurement.quote.withdraw.mutate({ requestId: request.id }, call),
    refresh: refreshed,
    onDone: () => {
      sure.close();
      toast(t("procurement.quote.own.withdrawn"));
    },
  });
  return (
    <Row>
      {onReplace !== null && mine.quote?.status !== "stale" && (
        <Button icon={<IconEdit size={18} aria-hidden="true" />} onClick={onReplace}>
          {t("procurement.quote.own.replace")}
        </Button>
      )}
      {mine.actions.includes("withdraw") && <Button onClick={sure.open}>{t("procurement.quote.own.withdraw")}</Button>}
      {mine.actions.includes("prolong") && mine.sent !== null && (
        <Prolong request={request} until={mine.quote?.prolongedUntil ?? mine.sent.validUntil} />
      )}
      <Confirm
        opened={sure.opened}
        onClose={sure.close}
        title={t("procurement.quote.own.withdraw")}
        confirm={t("procurement.quote.own.withdraw")}
        danger
        busy={withdrawing.busy}
        onConfirm={() => void withdrawing.submit(null)}
      >
        {withdrawing.problem !== null && <Notice tone="bad">{withdrawing.problem}</Notice>}
        <p>{t("procurement.quote.own.withdraw_words")}</p>
      </Confirm>
    </Row>
  );
}
