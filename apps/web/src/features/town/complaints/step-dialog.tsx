import type { ComplaintOutcome } from "@jizhen/domain-town";
import { useState } from "react";
import { useKept } from "#lib/kept.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type CallContext, useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Button } from "#ui/button.tsx";
import { OptionField } from "#ui/choices.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { TextArea } from "#ui/field.tsx";
import { Quiet, Stack } from "#ui/layout.tsx";
import { Notice } from "#ui/states.tsx";
import { toast } from "#ui/toasts.tsx";
import type { Complaint } from "./complaint-page.tsx";

type Step = Complaint["actions"][number];
type Written = { readonly text: string; readonly outcome: ComplaintOutcome };
type Client = ReturnType<typeof useTRPCClient>;

/** What each step asks for besides the press itself. */
const asks = {
  accept: null,
  close: null,
  decline: "reason",
  extend: "reason",
  reopen: "reason",
  hear: "question",
  state: "statement",
  answer: "answer",
} as const satisfies Record<Step, string | null>;
const outcomes = ["upheld", "partly", "unfounded"] as const;

function send(client: Client, { id, version }: Complaint, step: Step, { text, outcome }: Written, call: CallContext): Promise<unknown> {
  const on = { complaintId: id, version };
  const procedures = client.town.complaint;
  switch (step) {
    case "accept":
    case "close":
      return procedures[step].mutate(on, call);
    case "decline":
    case "extend":
    case "reopen":
      return procedures[step].mutate({ ...on, reason: text }, call);
    case "hear":
    case "state":
      return procedures[step].mutate({ ...on, text }, call);
    case "answer":
      return procedures.answer.mutate({ ...on, outcome, text }, call);
  }
}

/** One step, what it means, and what it needs; a refusal stays in the dialog with everything typed. */
export function StepDialog({
  complaint,
  step,
  onClose,
}: {
  readonly complaint: Complaint;
  readonly step: Step;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const [text, setText, forget] = useKept(`complaint:${complaint.id}:${step}`, "");
  const [outcome, setOutcome] = useState<ComplaintOutcome>("partly");
  const [missing, setMissing] = useState(false);
  const doing = useSubmit<Written, unknown>({
    send: (written, call) => send(client, complaint, step, written, call),
    refresh: ["town.complaint", "town.indicator", "platform.notification"],
    onDone: () => {
      forget();
      toast(t("town.complaint.done"));
      onClose();
    },
  });
  const asked = asks[step];
  const go = () => {
    const short = asked !== null && text.trim().length < 4;
    setMissing(short);
    if (!short) void doing.submit({ text: text.trim(), outcome });
  };
  const foot = (
    <>
      <Button onClick={onClose}>{t("ui.cancel")}</Button>
      <Button kind={step === "decline" ? "danger" : "primary"} busy={doing.busy} onClick={go}>
        {t(`town.complaint.do.${step}`)}
      </Button>
    </>
  );
  return (
    <Dialog opened onClose={onClose} title={t(`town.complaint.do.${step}`)} foot={foot}>
      <Stack gap={4}>
        <Quiet>{t(`town.complaint.what.${step}`)}</Quiet>
        {step === "answer" && (
          <OptionField
            label={t("town.complaint.outcome")}
            choices={outcomes.map((value) => ({ value, label: t(`town.complaint.outcome.${value}`) }))}
            value={outcome}
            onChange={setOutcome}
          />
        )}
        {asked !== null && (
          <TextArea
            label={t(`town.complaint.write.${asked}`)}
            required
            rows={asked === "reason" ? 3 : 6}
            maxLength={asked === "reason" ? 500 : 4000}
            error={missing ? t("town.complaint.text_needed") : undefined}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
        {doing.problem !== null && <Notice tone="bad">{doing.problem}</Notice>}
      </Stack>
    </Dialog>
  );
}
