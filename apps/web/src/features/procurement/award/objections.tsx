import { useState } from "react";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Button } from "#ui/button.tsx";
import { OptionField } from "#ui/choices.tsx";
import { TextArea } from "#ui/field.tsx";
import { Row } from "#ui/layout.tsx";
import { Moment } from "#ui/moment.tsx";
import { StatusTag } from "#ui/tag.tsx";
import { toast } from "#ui/toasts.tsx";
import { refreshed } from "../detail/request.ts";
import type { Round } from "./award-result.tsx";

type Objection = Round["objections"][number];

/** What suppliers object to within the standstill, and the buyer's answers. */
export function Objections({ round }: { readonly round: Round }) {
  const { t } = useTranslation();
  if (round.objections.length === 0) return <></>;
  return (
    <section className="k-stack k-gap-3">
      <h3>{t("procurement.award.objections", { count: round.objections.length })}</h3>
      {round.objections.map((objection) => (
        <div key={objection.id} className="a-objection">
          <ObjectionWords objection={objection} />
          {objection.settled === null && round.actions.includes("settle") && <Settle awardId={round.id} objectionId={objection.id} />}
        </div>
      ))}
    </section>
  );
}

export function ObjectionWords({ objection }: { readonly objection: Objection }) {
  const { t } = useTranslation();
  const { settled } = objection;
  return (
    <>
      <p className="d-text">
        <strong>{t("procurement.award.lines", { lines: objection.lineNo })}</strong> {objection.text}
      </p>
      <p className="k-quiet">
        <Moment at={objection.at} />
      </p>
      {settled === null ? (
        <StatusTag sign="waiting">{t("procurement.award.objection_waiting")}</StatusTag>
      ) : (
        <p className="d-answer d-text">
          <StatusTag sign={settled.outcome === "upheld" ? "good" : "ended"}>{t(`procurement.award.outcome.${settled.outcome}`)}</StatusTag>{" "}
          {settled.answer}
        </p>
      )}
    </>
  );
}

function Settle({ awardId, objectionId }: { readonly awardId: string; readonly objectionId: string }) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const [outcome, setOutcome] = useState<"upheld" | "dismissed" | null>(null);
  const [answer, setAnswer] = useState("");
  const [missing, setMissing] = useState(false);
  const settling = useSubmit({
    send: (input: { outcome: "upheld" | "dismissed"; answer: string }, call) =>
      client.procurement.award.settle.mutate({ awardId, objectionId, ...input } as never, call),
    refresh: refreshed,
    onDone: () => toast(t("procurement.award.settled")),
  });
  const send = () => {
    const incomplete = outcome === null || answer.trim() === "";
    setMissing(incomplete);
    if (outcome !== null && !incomplete) void settling.submit({ outcome, answer: answer.trim() });
  };
  return (
    <div className="k-stack k-gap-2">
      <OptionField
        label={t("procurement.award.outcome")}
        choices={[
          {
            value: "dismissed" as const,
            label: t("procurement.award.outcome.dismissed"),
            hint: t("procurement.award.outcome.dismissed_hint"),
          },
          { value: "upheld" as const, label: t("procurement.award.outcome.upheld"), hint: t("procurement.award.outcome.upheld_hint") },
        ]}
        value={outcome}
        onChange={setOutcome}
        {...(missing && outcome === null ? { error: t("ui.issue.invalid_type") } : {})}
      />
      <TextArea
        label={t("procurement.award.answer")}
        rows={2}
        maxLength={1_000}
        required
        value={answer}
        onChange={(event) => setAnswer(event.target.value)}
        error={settling.problem ?? (missing && answer.trim() === "" ? t("ui.issue.invalid_type") : undefined)}
      />
      <Row>
        <Button kind="primary" busy={settling.busy} onClick={send}>
          {t("procurement.award.settle")}
        </Button>
      </Row>
    </div>
  );
}
