import { useState } from "react";
import { nameIn } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type CallContext, useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { TextArea, TextField } from "#ui/field.tsx";
import { Quiet, Stack } from "#ui/layout.tsx";
import { Notice } from "#ui/states.tsx";
import { toast } from "#ui/toasts.tsx";
import type { SurveyedTown } from "./towns-page.tsx";

export type TownDecision = SurveyedTown["actions"][number] | "appoint";
type Client = ReturnType<typeof useTRPCClient>;

function send(client: Client, town: SurveyedTown, decision: TownDecision, text: string, call: CallContext): Promise<unknown> {
  const on = { townId: town.id, version: town.version };
  const procedures = client.town.town;
  switch (decision) {
    case "open":
      return procedures.open.mutate(on, call);
    case "resume":
      return procedures.resume.mutate(on, call);
    case "pause":
      return procedures.pause.mutate({ ...on, reason: text }, call);
    case "close":
      return procedures.close.mutate({ ...on, reason: text, successorId: null }, call);
    case "appoint":
      return procedures.appoint.mutate({ townId: town.id, email: text }, call);
  }
}

type DialogProps = { readonly town: SurveyedTown; readonly decision: TownDecision; readonly onClose: () => void };

/** One step of a town's life, what it means, and the reason it needs; a refusal stays beside what was typed. */
export function TownDialog({ town, decision, onClose }: DialogProps) {
  const { t, i18n } = useTranslation();
  const client = useTRPCClient();
  const [text, setText] = useState("");
  const name = nameIn(i18n.language, town);
  const deciding = useSubmit<string, unknown>({
    send: (given, call) => send(client, town, decision, given, call),
    refresh: ["town"],
    onDone: () => {
      toast(t("town.towns.done"));
      onClose();
    },
  });
  const asksReason = decision === "pause" || decision === "close";
  const foot = (
    <>
      <Button onClick={onClose}>{t("ui.cancel")}</Button>
      <Button
        kind={asksReason ? "danger" : "primary"}
        busy={deciding.busy}
        disabled={(asksReason && text.trim().length < 4) || (decision === "appoint" && text.trim() === "")}
        onClick={() => void deciding.submit(text.trim())}
      >
        {t(`town.towns.do.${decision}`)}
      </Button>
    </>
  );
  return (
    <Dialog opened onClose={onClose} title={t(`town.towns.ask.${decision}`, { name })} size="small" foot={foot}>
      <Stack gap={4}>
        <Quiet>{t(`town.towns.what.${decision}`)}</Quiet>
        {asksReason && (
          <TextArea
            label={t("town.towns.reason")}
            required
            maxLength={500}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
        {decision === "appoint" && (
          <TextField
            label={t("town.person.email")}
            type="email"
            required
            maxLength={160}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
        {deciding.problem !== null && <Notice tone="bad">{deciding.problem}</Notice>}
      </Stack>
    </Dialog>
  );
}
