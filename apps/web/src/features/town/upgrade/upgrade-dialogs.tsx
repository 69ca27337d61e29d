import { stepTextLeast } from "@jizhen/domain-town";
import { localDateAt } from "@jizhen/kernel";
import { useState } from "react";
import { serverNow } from "#lib/clock.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type CallContext, type Inputs, useTRPCClient } from "#lib/trpc.ts";
import type { Uploaded } from "#lib/upload.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Button } from "#ui/button.tsx";
import { DateField } from "#ui/date-field.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { DecimalField, SelectField, TextArea } from "#ui/field.tsx";
import { Quiet, Stack } from "#ui/layout.tsx";
import { Notice } from "#ui/states.tsx";
import { toast } from "#ui/toasts.tsx";
import { UploadList } from "#ui/upload-list.tsx";
import type { Step, Upgrade } from "./parts.tsx";

type Decision = Exclude<Step, "baseline" | "measure" | "reportStep">;
type Client = ReturnType<typeof useTRPCClient>;
const withReason: readonly Step[] = ["return", "reopen", "stop"];

function send(client: Client, { id, version }: Upgrade, step: Decision, reason: string, call: CallContext): Promise<unknown> {
  const on = { projectId: id, version };
  const procedures = client.town.upgrade;
  switch (step) {
    case "return":
    case "reopen":
    case "stop":
      return procedures[step].mutate({ ...on, reason }, call);
    case "seeBaseline":
    case "approve":
    case "start":
    case "verify":
    case "close":
      return procedures[step].mutate(on, call);
  }
}

type DialogProps = { readonly project: Upgrade; readonly onClose: () => void };

/** One decision and what it means; a refusal stays in the dialog. */
export function DecisionDialog({ project, step: given, onClose }: DialogProps & { readonly step: Step }) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const [reason, setReason] = useState("");
  const step = given as Decision;
  const deciding = useSubmit<string, unknown>({
    send: (why, call) => send(client, project, step, why, call),
    refresh: ["town.upgrade"],
    onDone: () => {
      toast(t("town.upgrade.done"));
      onClose();
    },
  });
  const asked = withReason.includes(step);
  const foot = (
    <>
      <Button onClick={onClose}>{t("ui.cancel")}</Button>
      <Button
        kind={step === "stop" ? "danger" : "primary"}
        busy={deciding.busy}
        disabled={asked && reason.trim().length < 4}
        onClick={() => void deciding.submit(reason.trim())}
      >
        {t(`town.upgrade.do.${step}`)}
      </Button>
    </>
  );
  return (
    <Dialog opened onClose={onClose} title={t(`town.upgrade.do.${step}`)} foot={foot}>
      <Stack gap={4}>
        <Quiet>{t(`town.upgrade.what.${step}`)}</Quiet>
        {asked && (
          <TextArea
            label={t("town.upgrade.reason")}
            required
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
        {deciding.problem !== null && <Notice tone="bad">{deciding.problem}</Notice>}
      </Stack>
    </Dialog>
  );
}

type Report = Inputs["town"]["upgrade"]["reportStep"]["report"];

/** A step that was taken, with its date, its spend and its papers; what is reported stays as it was. */
export function StepReportDialog({ project, onClose }: DialogProps) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const open = project.plan.steps.findIndex((_, at) => !project.steps.some(({ step }) => step === at));
  const [step, setStep] = useState(String(Math.max(0, open)));
  const [doneOn, setDoneOn] = useState<string | null>(null);
  const [spend, setSpend] = useState("");
  const [text, setText] = useState("");
  const [files, setFiles] = useState<readonly Uploaded[]>([]);
  const reporting = useSubmit<Report, unknown>({
    send: (report, call) => client.town.upgrade.reportStep.mutate({ projectId: project.id, version: project.version, report }, call),
    refresh: ["town.upgrade"],
    onDone: () => {
      toast(t("town.upgrade.done"));
      onClose();
    },
  });
  const ready = doneOn !== null && spend !== "" && Number(spend) >= 0 && text.trim().length >= stepTextLeast;
  const report = () =>
    void reporting.submit({
      step: Number(step),
      doneOn: doneOn as Report["doneOn"],
      spend: Math.round(Number(spend) * 100) as Report["spend"],
      text: text.trim(),
      files: files.map(({ id }) => id as Report["files"][number]),
    });
  const foot = (
    <>
      <Button onClick={onClose}>{t("ui.cancel")}</Button>
      <Button kind="primary" busy={reporting.busy} disabled={!ready} onClick={report}>
        {t("town.upgrade.do.reportStep")}
      </Button>
    </>
  );
  return (
    <Dialog opened onClose={onClose} title={t("town.upgrade.do.reportStep")} foot={foot}>
      <Stack gap={4}>
        <SelectField
          label={t("town.upgrade.plan.steps")}
          choices={project.plan.steps.map(({ name }, at) => ({ value: String(at), label: name }))}
          value={step}
          onChange={(event) => setStep(event.target.value)}
        />
        <DateField label={t("town.upgrade.step.done_on")} required max={localDateAt(serverNow())} value={doneOn} onChange={setDoneOn} />
        <DecimalField label={t("town.upgrade.step.spend")} required value={spend} onChange={(event) => setSpend(event.target.value)} />
        <TextArea
          label={t("town.upgrade.step.text")}
          required
          maxLength={1000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <UploadList label={t("town.upgrade.evidence")} purpose="upgrade" value={files} onChange={setFiles} />
        {reporting.problem !== null && <Notice tone="bad">{reporting.problem}</Notice>}
      </Stack>
    </Dialog>
  );
}
