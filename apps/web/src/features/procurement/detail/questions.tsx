import { useState } from "react";
import { useKept } from "#lib/kept.ts";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Button } from "#ui/button.tsx";
import { TextArea } from "#ui/field.tsx";
import { Card, Row, Stack } from "#ui/layout.tsx";
import { Moment } from "#ui/moment.tsx";
import { Empty, Notice } from "#ui/states.tsx";
import { StatusTag } from "#ui/tag.tsx";
import { toast } from "#ui/toasts.tsx";
import { Reading } from "./reading.tsx";
import { refreshed, type SeenRequest } from "./request.ts";

/** Questions and answers, the same for everybody; the buyer answers in place, a supplier asks at the foot. */
export function Questions({ request }: { readonly request: SeenRequest }) {
  const { t } = useTranslation();
  const unanswered = request.questions.filter(({ answer }) => answer === null).length;
  return (
    <Stack>
      {request.status === "quoting" && <HoldRule request={request} unanswered={unanswered} />}
      <Card>
        {request.questions.length === 0 && (
          <Empty>{t(request.role === "buyer" ? "procurement.request.question.none_buyer" : "procurement.request.question.none")}</Empty>
        )}
        <ol className="d-questions">
          {request.questions.map((question) => (
            <li key={question.id}>
              <QuestionItem request={request} question={question} />
            </li>
          ))}
        </ol>
        {request.actions.includes("ask") && <Ask requestId={request.id} />}
      </Card>
    </Stack>
  );
}

function HoldRule({ request, unanswered }: { readonly request: SeenRequest; readonly unanswered: number }) {
  const { t } = useTranslation();
  return (
    <Notice tone={unanswered > 0 && request.role === "buyer" ? "doubt" : "info"}>
      {request.questionsUntil !== null && (
        <>
          {t("procurement.request.question.until")} <Moment at={request.questionsUntil} />
          {" · "}
        </>
      )}
      {t("procurement.request.question.hold_rule")} {request.holds > 0 && t("procurement.request.question.held", { count: request.holds })}
    </Notice>
  );
}

type Question = SeenRequest["questions"][number];

function QuestionItem({ request, question }: { readonly request: SeenRequest; readonly question: Question }) {
  const { t } = useTranslation();
  const mine = "mine" in question && question.mine;
  return (
    <>
      <p className="d-text">
        <strong>{t("procurement.request.question.q")}</strong> {question.text}
        <Reading text={question.text} />
      </p>
      <p className="k-quiet">
        <Moment at={question.askedAt} />
        {mine && <> · {t("procurement.request.question.mine")}</>}
      </p>
      {question.answer !== null ? (
        <p className="d-answer d-text">
          <strong>{t("procurement.request.question.a")}</strong> {question.answer}
          {question.answeredAt !== null && (
            <span className="k-quiet">
              {" "}
              · <Moment at={question.answeredAt} />
            </span>
          )}
          <Reading text={question.answer} />
        </p>
      ) : request.role === "buyer" && request.actions.includes("answer") ? (
        <Answer requestId={request.id} questionId={question.id} />
      ) : (
        <StatusTag sign="waiting">{t("procurement.request.question.waiting")}</StatusTag>
      )}
    </>
  );
}

function Answer({ requestId, questionId }: { readonly requestId: string; readonly questionId: string }) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  return (
    <WordsForm
      label={t("procurement.request.question.answer")}
      draft={`answer:${questionId}`}
      hint={t("procurement.request.question.answer_hint")}
      button={t("procurement.request.question.send_answer")}
      least={1}
      send={(text, call) =>
        client.procurement.request.answer.mutate({ requestId: requestId as never, questionId: questionId as never, text }, call)
      }
      done={t("procurement.request.question.answered")}
    />
  );
}

function Ask({ requestId }: { readonly requestId: string }) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  return (
    <WordsForm
      label={t("procurement.request.question.ask")}
      draft={`ask:${requestId}`}
      hint={t("procurement.request.question.ask_hint")}
      button={t("procurement.request.question.send")}
      least={2}
      send={(text, call) => client.procurement.request.ask.mutate({ requestId: requestId as never, text }, call)}
      done={t("procurement.request.question.asked")}
    />
  );
}

type WordsFormProps = {
  readonly label: string;
  /** What it is about, so that the words come back to the same box. */
  readonly draft: string;
  readonly hint: string;
  readonly button: string;
  readonly least: number;
  readonly send: Parameters<typeof useSubmit<string, unknown>>[0]["send"];
  readonly done: string;
};

/** One box and one button; a refusal keeps what was written. */
function WordsForm({ label, draft, hint, button, least, send, done }: WordsFormProps) {
  const { t } = useTranslation();
  const [text, setText, forget] = useKept(draft, "");
  const [missing, setMissing] = useState(false);
  const sending = useSubmit({
    send,
    refresh: refreshed,
    onDone: () => {
      forget();
      toast(done);
    },
  });
  const submit = () => {
    const short = text.trim().length < least;
    setMissing(short);
    if (!short) void sending.submit(text.trim());
  };
  const error = missing ? t("ui.issue.too_small") : (sending.problem ?? undefined);
  return (
    <div className="k-stack k-gap-2 d-words-form">
      <TextArea
        label={label}
        hint={hint}
        rows={2}
        maxLength={1_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={error}
      />
      <Row>
        <Button kind="primary" busy={sending.busy} onClick={submit}>
          {button}
        </Button>
      </Row>
    </div>
  );
}
