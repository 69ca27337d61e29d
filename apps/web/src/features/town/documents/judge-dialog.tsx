import { isGrade, ReasonText } from "@jizhen/domain-town";
import type { LocalDate } from "@jizhen/kernel";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { nameIn } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Button } from "#ui/button.tsx";
import { DateField } from "#ui/date-field.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { TextArea, TextField } from "#ui/field.tsx";
import { Facts, Quiet, Stack } from "#ui/layout.tsx";
import { Notice } from "#ui/states.tsx";
import { toast } from "#ui/toasts.tsx";
import { StoredFile } from "../parts/stored-file.tsx";
import type { DocumentLine } from "./documents-page.tsx";

/** The paper beside what was typed of it: accepted as it reads, or sent back with a reason. */
export function JudgeDialog({ line, onClose }: { readonly line: DocumentLine; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const client = useTRPCClient();
  // Asked for anew: the look stands in the log that the firm reads.
  const seen = useQuery(useTRPC().town.document.get.queryOptions({ documentId: line.document.id }));
  const { document, organisation, file } = seen.data ?? line;
  const [number, setNumber] = useState(document.number ?? "");
  const [validUntil, setValidUntil] = useState<string | null>(document.validUntil);
  const [reason, setReason] = useState<string | null>(null);
  const [short, setShort] = useState(false);
  const words = { name: nameIn(i18n.language, organisation), paper: t(`town.document.type.${document.type}`) };
  const on = { documentId: document.id, version: document.version };
  const judging = useSubmit<"accept" | "refuse", unknown>({
    send: (decision, call) =>
      decision === "accept"
        ? client.town.document.accept.mutate(
            { ...on, number: number.trim() === "" ? null : number.trim(), validUntil: validUntil as LocalDate | null },
            call,
          )
        : client.town.document.refuse.mutate({ ...on, reasonText: (reason ?? "").trim() }, call),
    refresh: ["town.document", "town.membership", "platform.notification"],
    onDone: () => {
      toast(t(reason === null ? "town.document.accepted_toast" : "town.document.refused_toast", words));
      onClose();
    },
  });
  const refuse = () => {
    if (reason === null) {
      setReason("");
      return;
    }
    const sound = ReasonText.safeParse(reason).success;
    setShort(!sound);
    if (sound) void judging.submit("refuse");
  };
  const foot = (
    <>
      <Button onClick={reason === null ? onClose : () => setReason(null)}>{t("ui.cancel")}</Button>
      <Button kind="danger" busy={judging.busy} onClick={refuse}>
        {t("town.document.refuse")}
      </Button>
      {reason === null && (
        <Button kind="primary" busy={judging.busy} onClick={() => void judging.submit("accept")}>
          {t("town.document.accept")}
        </Button>
      )}
    </>
  );
  return (
    <Dialog opened onClose={onClose} title={t("town.document.look_at", words)} foot={foot} size="medium">
      <Stack gap={4}>
        <Facts rows={[{ name: t("town.file.number"), value: <span className="k-figures">{organisation.number}</span> }]} />
        {file === null ? (
          <Notice tone="doubt">{t("town.file.licence_missing")}</Notice>
        ) : (
          <StoredFile file={file} alt={t("town.document.save_file", { name: file.name })} />
        )}
        {reason === null ? (
          <>
            <Quiet>{t("town.document.reading")}</Quiet>
            <TextField
              label={t("town.document.number")}
              required={!isGrade(document.type)}
              maxLength={80}
              value={number}
              onChange={(event) => setNumber(event.target.value)}
            />
            <DateField
              label={t("town.document.until")}
              hint={t("town.document.until_hint")}
              required={isGrade(document.type)}
              value={validUntil}
              onChange={setValidUntil}
            />
          </>
        ) : (
          <TextArea
            label={t("town.document.reason")}
            required
            maxLength={500}
            value={reason}
            error={short ? t("town.document.reason_needed") : undefined}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
        {judging.problem !== null && <Notice tone="bad">{judging.problem}</Notice>}
      </Stack>
    </Dialog>
  );
}
