import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useKept } from "#lib/kept.ts";
import { isRefusal, say } from "#lib/say.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Button } from "#ui/button.tsx";
import { Dialog, useOpen } from "#ui/dialog.tsx";
import { SelectField, TextArea } from "#ui/field.tsx";
import { MoneyText } from "#ui/figures.tsx";
import { Card, Facts, Quiet } from "#ui/layout.tsx";
import { LinkButton } from "#ui/link.tsx";
import { Moment } from "#ui/moment.tsx";
import { Loading, Notice, Problem } from "#ui/states.tsx";
import { StatusTag } from "#ui/tag.tsx";
import { toast } from "#ui/toasts.tsx";
import { partSigns } from "../award/award-result.tsx";
import { ObjectionWords } from "../award/objections.tsx";
import { refreshed, type SuppliersRequest } from "../detail/request.ts";
import { FirmName } from "../detail/request-head.tsx";

type Letters = Extract<Outputs["procurement"]["award"]["get"], { role: "supplier" }>;
type Round = Letters["rounds"][number];

/** 结果通知: the own figures, the own rank and what decided; of the others only who was awarded which line. */
export function Letter({ request }: { readonly request: SuppliersRequest }) {
  const query = useQuery(useTRPC().procurement.award.get.queryOptions({ requestId: request.id }));
  if (query.isPending) return <Loading lines={3} />;
  if (query.isError) return isRefusal(query.error) ? <></> : <Problem message={say(query.error)} onRetry={() => void query.refetch()} />;
  if (query.data.role !== "supplier") return <></>;
  return (
    <>
      {query.data.rounds.map((round) => (
        <RoundLetter key={round.id} request={request} round={round} />
      ))}
    </>
  );
}

function RoundLetter({ request, round }: { readonly request: SuppliersRequest; readonly round: Round }) {
  const { t } = useTranslation();
  const { own, awarded } = round;
  const won = awarded.filter(({ mine, status }) => mine && (status === "standstill" || status === "final"));
  return (
    <Card
      title={t("procurement.quote.letter.title", { round: round.round })}
      actions={
        won.length > 0 && round.status === "final" ? (
          <LinkButton to={"/orders" as string}>{t("procurement.quote.letter.to_orders")}</LinkButton>
        ) : undefined
      }
    >
      <Notice tone={won.length > 0 ? "good" : "info"}>
        {won.length > 0
          ? t("procurement.quote.letter.won", { lines: won.map(({ lineNo }) => lineNo).join(", ") })
          : own.leftOut !== null
            ? t("procurement.quote.letter.left_out", { reason: t(`procurement.quote.left_out.${own.leftOut}`) })
            : t("procurement.quote.letter.lost")}
      </Notice>
      <OwnFigures request={request} round={round} />
      <ul className="q-awarded">
        {awarded.map((part) => (
          <li key={part.lineNo} className="k-row k-gap-2">
            <span className="k-figures">{t("procurement.award.lines", { lines: part.lineNo })}</span>
            <FirmName firm={part.supplier as { nameZh: string; nameEn: string | null }} />
            <StatusTag sign={partSigns[part.status]}>{t(`procurement.award.part.${part.status}`)}</StatusTag>
          </li>
        ))}
      </ul>
      {own.objections.map((objection) => (
        <div key={objection.id} className="a-objection">
          <ObjectionWords objection={objection} />
        </div>
      ))}
      {round.actions.includes("object") && <Objecting round={round} />}
      <Quiet>{t("procurement.quote.letter.words")}</Quiet>
    </Card>
  );
}

/** Rank and figures as they were compared; under one criterion it is that which decided. */
function OwnFigures({ request, round }: { readonly request: SuppliersRequest; readonly round: Round }) {
  const { t } = useTranslation();
  const { total, lines } = round.own;
  const { currency, criteria } = request.terms;
  if (total === null) return <></>;
  const ranks = lines.map(({ lineNo, rank }) => t("procurement.quote.letter.line_rank", { line: lineNo, rank })).join(" · ");
  return (
    <Facts
      rows={[
        {
          name: t("procurement.quote.letter.rank"),
          value: total.rank === null ? t("procurement.quote.letter.no_rank") : t("procurement.quote.compare.rank", { rank: total.rank }),
        },
        ...(lines.length > 1 || total.rank === null ? [{ name: t("procurement.quote.letter.line_ranks"), value: ranks }] : []),
        { name: t("procurement.quote.compare.ranking_cost"), value: <MoneyText amount={total.cost} currency={currency} /> },
        ...(total.points === null
          ? []
          : [
              {
                name: t("procurement.quote.compare.points_name"),
                value: <span className="k-figures">{(total.points / 100).toFixed(2)}</span>,
              },
            ]),
        { name: t("procurement.quote.letter.criterion"), value: t(`procurement.request.criteria.${criteria.kind}`) },
        { name: t("procurement.award.decided_at"), value: <Moment at={round.decidedAt} /> },
        ...(round.standstillUntil !== null && round.status === "standstill"
          ? [{ name: t("procurement.award.standstill_until"), value: <Moment at={round.standstillUntil} /> }]
          : []),
      ]}
    />
  );
}

function Objecting({ round }: { readonly round: Round }) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const asking = useOpen();
  const [line, setLine] = useState(String(round.awarded[0]?.lineNo ?? 1));
  const [text, setText, forget] = useKept(`objection:${round.id}`, "");
  const [missing, setMissing] = useState(false);
  const objecting = useSubmit({
    send: (input: { lineNo: number; text: string }, call) =>
      client.procurement.award.object.mutate({ awardId: round.id, ...input } as never, call),
    refresh: refreshed,
    onDone: () => {
      forget();
      asking.close();
      toast(t("procurement.quote.object.done"));
    },
  });
  const send = () => {
    setMissing(text.trim().length < 2);
    if (text.trim().length >= 2) void objecting.submit({ lineNo: Number(line), text: text.trim() });
  };
  const foot = (
    <>
      <Button onClick={asking.close}>{t("ui.cancel")}</Button>
      <Button kind="primary" busy={objecting.busy} onClick={send}>
        {t("procurement.quote.object.do")}
      </Button>
    </>
  );
  return (
    <div>
      <Button onClick={asking.open}>{t("procurement.quote.object.do")}</Button>
      <Dialog opened={asking.opened} onClose={asking.close} title={t("procurement.quote.object.do")} size="small" foot={foot}>
        <Quiet>{t("procurement.quote.object.words")}</Quiet>
        <SelectField
          label={t("procurement.quote.judge.line")}
          choices={round.awarded.map(({ lineNo }) => ({
            value: String(lineNo),
            label: t("procurement.quote.judge.line_number", { line: lineNo }),
          }))}
          value={line}
          onChange={(event) => setLine(event.target.value)}
        />
        <TextArea
          label={t("procurement.quote.object.text")}
          required
          rows={3}
          maxLength={1_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
          error={objecting.problem ?? (missing ? t("ui.issue.too_small") : undefined)}
        />
      </Dialog>
    </div>
  );
}
