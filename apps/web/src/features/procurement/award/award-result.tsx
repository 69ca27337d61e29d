import { summaryOf } from "@jizhen/spec";
import { useQuery } from "@tanstack/react-query";
import { say } from "#lib/say.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPC } from "#lib/trpc.ts";
import { localeOf } from "#lib/words.ts";
import { Unread } from "#ui/asked.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { MoneyText, PriceText, QuantityText } from "#ui/figures.tsx";
import { Card, Facts, Quiet, Row, Stack } from "#ui/layout.tsx";
import { AppLink } from "#ui/link.tsx";
import { Moment } from "#ui/moment.tsx";
import { Empty, Notice, Problem } from "#ui/states.tsx";
import { Chip, type StatusSign, StatusTag } from "#ui/tag.tsx";
import type { BuyersRequest } from "../detail/request.ts";
import { FirmName } from "../detail/request-head.tsx";
import { Objections } from "./objections.tsx";
import { ReplaceButton } from "./replace-button.tsx";
import "./award.css";

type Awards = Extract<Outputs["procurement"]["award"]["get"], { role: "buyer" }>;
export type Round = Awards["rounds"][number];
type Part = Round["parts"][number];

export const partSigns: Record<Part["status"], StatusSign> = {
  standstill: "waiting",
  final: "good",
  refused: "warning",
  replaced: "ended",
  overturned: "ended",
};
const roundSigns: Record<Round["status"], StatusSign> = { standstill: "waiting", final: "good", overturned: "ended" };

/** What was decided, round by round, with everything that came of it. */
export function AwardResult({ request }: { readonly request: BuyersRequest }) {
  const query = useQuery(useTRPC().procurement.award.get.queryOptions({ requestId: request.id }));
  const { t } = useTranslation();
  if (!query.isSuccess) return <Unread query={query} />;
  const rounds = query.data.role === "buyer" ? [...query.data.rounds].reverse() : [];
  if (rounds.length === 0) return <Empty>{t("procurement.award.none")}</Empty>;
  return (
    <Stack>
      {rounds.map((round) => (
        <RoundCard key={round.id} request={request} round={round} />
      ))}
      <Orders request={request} />
      <Quiet>{t("procurement.award.letters_sent")}</Quiet>
    </Stack>
  );
}

function RoundCard({ request, round }: { readonly request: BuyersRequest; readonly round: Round }) {
  const { t } = useTranslation();
  const title = (
    <span className="k-row k-gap-2">
      {round.round === 1 ? t("procurement.award.first_round") : t("procurement.award.later_round", { round: round.round })}
      <StatusTag sign={roundSigns[round.status]}>{t(`procurement.award.status.${round.status}`)}</StatusTag>
    </span>
  );
  const until = round.standstillUntil ?? null;
  return (
    <Card title={title}>
      <Facts
        rows={[
          { name: t("procurement.award.decided_by"), value: round.decidedByName },
          { name: t("procurement.award.decided_at"), value: <Moment at={round.decidedAt} /> },
          ...(until !== null && round.status === "standstill"
            ? [{ name: t("procurement.award.standstill_until"), value: <Moment at={until} /> }]
            : []),
          ...(round.reason === null ? [] : [{ name: t("procurement.award.reason"), value: round.reason }]),
        ]}
      />
      {round.status === "standstill" && <Notice>{t("procurement.award.standstill_words")}</Notice>}
      <Parts request={request} parts={round.parts} />
      <Objections round={round} />
      {round.actions.includes("replace") && <NextBest round={round} />}
    </Card>
  );
}

function Parts({ request, parts }: { readonly request: BuyersRequest; readonly parts: readonly Part[] }) {
  const { t, i18n } = useTranslation();
  return (
    <DataTable
      caption={t("procurement.award.parts")}
      rows={parts}
      rowKey={({ lineNo, quoteId }) => `${lineNo}${quoteId}`}
      empty={<Empty>{t("procurement.award.none")}</Empty>}
      columns={[
        {
          key: "line",
          title: t("procurement.quote.compare.line"),
          lead: true,
          cell: ({ lineNo, terms }) => (
            <>
              <span className="k-quiet k-figures">{lineNo}</span>{" "}
              {terms.spec.byText ? terms.text : summaryOf(terms.spec, localeOf(i18n.language))}
              {terms.deviation !== null && <Chip tone="doubt">{t("procurement.quote.compare.deviation", { text: terms.deviation })}</Chip>}
            </>
          ),
        },
        { key: "supplier", title: t("procurement.award.supplier"), cell: ({ supplier }) => <FirmName firm={supplier} /> },
        { key: "quantity", title: t("procurement.award.quantity"), figures: true, cell: ({ quantity }) => <QuantityText {...quantity} /> },
        {
          key: "price",
          title: t("procurement.award.price"),
          figures: true,
          cell: ({ terms }) => <PriceText price={terms.price} currency={terms.currency} />,
        },
        {
          key: "amount",
          title: t("procurement.award.amount"),
          figures: true,
          cell: ({ terms }) => <MoneyText amount={terms.amount} currency={terms.currency} />,
        },
        {
          key: "status",
          title: t("procurement.award.state"),
          cell: ({ status }) => <StatusTag sign={partSigns[status]}>{t(`procurement.award.part.${status}`)}</StatusTag>,
        },
      ]}
      key={request.id}
    />
  );
}

/** Lines that lost their supplier, and who stands next by the same stored ranking. */
function NextBest({ round }: { readonly round: Round }) {
  const { t } = useTranslation();
  const next = round.nextBest ?? [];
  if (next.length === 0) return <Notice tone="doubt">{t("procurement.award.nobody_next")}</Notice>;
  return (
    <Notice tone="doubt" action={<ReplaceButton round={round} />}>
      {t("procurement.award.next_best")}{" "}
      {next.map((part) => (
        <span key={part.lineNo}>
          <FirmName firm={part} /> ({t("procurement.award.lines", { lines: part.lineNo })}){" "}
        </span>
      ))}
    </Notice>
  );
}

/** Orders carry the request's number, so the list is asked for it. */
function Orders({ request }: { readonly request: BuyersRequest }) {
  const { t } = useTranslation();
  const query = useQuery({
    ...useTRPC().trade.order.list.queryOptions({ side: "buyer", text: request.number ?? "" }),
    enabled: request.number !== null,
  });
  const rows = query.data?.rows ?? [];
  if (query.isError) return <Problem message={say(query.error)} onRetry={() => void query.refetch()} />;
  if (rows.length === 0) return <></>;
  return (
    <Card title={t("procurement.award.orders")}>
      {rows.map((order) => (
        <Row key={order.id} between>
          <AppLink to={`/orders/${order.id}` as string}>
            {order.number} <FirmName firm={order.partner} />
          </AppLink>
          <span className="k-row k-gap-2">
            <MoneyText amount={order.payable} currency={order.currency} />
            <Chip tone="note">{t(`trade.order.status.${order.status}`)}</Chip>
          </span>
        </Row>
      ))}
    </Card>
  );
}
