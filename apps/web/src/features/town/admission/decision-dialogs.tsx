import { AskPoint, ReasonText, RefusalReason, SuspensionReason } from "@jizhen/domain-town";
import type { TextKey } from "@jizhen/i18n";
import { type ReactNode, useState } from "react";
import { nameIn, useSession } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type CallContext, useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Button } from "#ui/button.tsx";
import { ChipsField } from "#ui/choices.tsx";
import { DateField } from "#ui/date-field.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { CheckField, SelectField, TextArea } from "#ui/field.tsx";
import { Quiet, Stack } from "#ui/layout.tsx";
import { Notice } from "#ui/states.tsx";
import { toast } from "#ui/toasts.tsx";
import { endOf } from "../parts/dates.ts";
import { NumberSigns } from "../parts/number-signs.tsx";
import type { FirmFile } from "./firm-page.tsx";

export type Decision = "takeUp" | "ask" | "admit" | "refuse" | "suspend" | "reinstate";

/** What each decision asks for besides the press itself. */
type Fields = {
  readonly points: readonly AskPoint[];
  readonly reason: string;
  readonly text: string;
  readonly until: string | null;
  readonly confirmsCode: boolean;
};
const blank: Fields = { points: [], reason: "", text: "", until: null, confirmsCode: false };

type Problems = Partial<Record<keyof Fields, TextKey>>;

/** What is missing, by field; the first is focused by the dialog. */
function missing(decision: Decision, fields: Fields, warned: boolean): Problems {
  const needsText = decision === "ask" || decision === "refuse" || decision === "suspend";
  return {
    ...(decision === "ask" && fields.points.length === 0 && { points: "town.decide.points_needed" as const }),
    ...((decision === "refuse" || decision === "suspend") && fields.reason === "" && { reason: "ui.issue.invalid_type" as const }),
    ...(needsText && !ReasonText.safeParse(fields.text).success && { text: "town.decide.text_needed" as const }),
    ...(decision === "admit" && warned && !fields.confirmsCode && { confirmsCode: "town.membership.code_unconfirmed" as const }),
  };
}

type Client = ReturnType<typeof useTRPCClient>;

function send(client: Client, { membership }: FirmFile, decision: Decision, fields: Fields, call: CallContext): Promise<unknown> {
  const on = { membershipId: membership.id, version: membership.version };
  const why = { reasonText: fields.text.trim() };
  const procedures = client.town.membership;
  switch (decision) {
    case "takeUp":
      return procedures.takeUp.mutate(on, call);
    case "reinstate":
      return procedures.reinstate.mutate(on, call);
    case "ask":
      return procedures.ask.mutate({ ...on, points: [...fields.points], text: fields.text.trim() }, call);
    case "admit":
      return procedures.admit.mutate({ ...on, confirmsCode: fields.confirmsCode }, call);
    case "refuse":
      return procedures.refuse.mutate({ ...on, ...why, reasonCode: RefusalReason.parse(fields.reason) }, call);
    case "suspend":
      return procedures.suspend.mutate(
        { ...on, ...why, reasonCode: SuspensionReason.parse(fields.reason), until: fields.until === null ? null : endOf(fields.until) },
        call,
      );
  }
}

/** One decision, what it means, and what it needs; a refusal stays in the dialog with everything typed. */
export function DecisionDialog({
  file,
  decision,
  onClose,
}: {
  readonly file: FirmFile;
  readonly decision: Decision;
  readonly onClose: () => void;
}) {
  const { t, i18n } = useTranslation();
  const client = useTRPCClient();
  const [fields, setFields] = useState<Fields>(blank);
  const [shown, setShown] = useState<Problems>({});
  const name = nameIn(i18n.language, file.membership.file);
  const deciding = useSubmit<Fields, unknown>({
    send: (given, call) => send(client, file, decision, given, call),
    refresh: ["town", "platform.notification"],
    onDone: () => {
      toast(t(`town.done.${decision}`, { name }));
      onClose();
    },
  });
  const decide = () => {
    const problems = missing(decision, fields, file.membership.codeWarned);
    setShown(problems);
    if (Object.keys(problems).length === 0) void deciding.submit(fields);
    else
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>("[role=dialog] [aria-invalid=true], [role=dialog] input[type=checkbox]")?.focus(),
      );
  };
  const set = (change: Partial<Fields>) => setFields((held) => ({ ...held, ...change }));
  const foot = (
    <>
      <Button onClick={onClose}>{t("ui.cancel")}</Button>
      <Button kind={decision === "suspend" || decision === "refuse" ? "danger" : "primary"} busy={deciding.busy} onClick={decide}>
        {t(`town.do.${decision}`)}
      </Button>
    </>
  );
  return (
    <Dialog opened onClose={onClose} title={t(`town.decide.${decision}`, { name })} foot={foot}>
      <Stack gap={4}>
        <Quiet>{t(`town.decide.${decision}.what`)}</Quiet>
        <DecisionFields decision={decision} file={file} fields={fields} problems={shown} onChange={set} />
        {deciding.problem !== null && <Notice tone="bad">{deciding.problem}</Notice>}
      </Stack>
    </Dialog>
  );
}

type FieldsProps = {
  readonly decision: Decision;
  readonly file: FirmFile;
  readonly fields: Fields;
  readonly problems: Problems;
  readonly onChange: (change: Partial<Fields>) => void;
};

function DecisionFields({ decision, file, fields, problems, onChange }: FieldsProps): ReactNode {
  const { t } = useTranslation();
  const said = (key: keyof Fields) => (problems[key] === undefined ? undefined : t(problems[key]));
  const text = (label: TextKey) => (
    <TextArea
      label={t(label)}
      required
      maxLength={500}
      value={fields.text}
      error={said("text")}
      onChange={(event) => onChange({ text: event.target.value })}
    />
  );
  const reason = (codes: readonly string[]) => (
    <SelectField
      label={t("town.decide.reason")}
      required
      none={t("town.join.choose")}
      choices={codes.map((value) => ({ value, label: t(`town.reason.${value}` as "town.reason.other") }))}
      value={fields.reason}
      error={said("reason")}
      onChange={(event) => onChange({ reason: event.target.value })}
    />
  );
  switch (decision) {
    case "takeUp":
    case "reinstate":
      return <></>;
    case "ask":
      return (
        <>
          <ChipsField
            label={t("town.decide.points")}
            choices={AskPoint.options.map((value) => ({ value, label: t(`town.point.${value}`) }))}
            value={fields.points}
            onChange={(points) => onChange({ points })}
            error={said("points")}
          />
          {text("town.decide.ask_text")}
        </>
      );
    case "admit":
      return (
        <AdmitFields
          file={file}
          confirms={fields.confirmsCode}
          error={said("confirmsCode")}
          onConfirm={(confirmsCode) => onChange({ confirmsCode })}
        />
      );
    case "refuse":
      return (
        <>
          {reason(RefusalReason.options)}
          {text("town.decide.refuse_text")}
        </>
      );
    case "suspend":
      return (
        <>
          {reason(SuspensionReason.options)}
          {text("town.decide.suspend_text")}
          <DateField
            label={t("town.decide.until")}
            hint={t("town.decide.until_hint")}
            value={fields.until}
            onChange={(until) => onChange({ until })}
          />
        </>
      );
  }
}

type AdmitProps = {
  readonly file: FirmFile;
  readonly confirms: boolean;
  readonly error: string | undefined;
  readonly onConfirm: (confirms: boolean) => void;
};

/** A doubtful number is confirmed by name: the name stands in the question and afterwards in the file. */
function AdmitFields({ file, confirms, error, onConfirm }: AdmitProps) {
  const { t } = useTranslation();
  const { person } = useSession();
  const { membership, number, near } = file;
  return (
    <>
      <NumberSigns number={membership.file.number} positions={number.positions} label={membership.file.number} />
      {near.length > 0 && <Notice tone="doubt">{t("town.file.near", { count: near.length })}</Notice>}
      {membership.codeWarned && (
        <CheckField
          label={t("town.decide.confirm_code", { person: person?.name ?? "" })}
          checked={confirms}
          error={error}
          onChange={(event) => onConfirm(event.target.checked)}
        />
      )}
    </>
  );
}
