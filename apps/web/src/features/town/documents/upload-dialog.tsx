import { type DocumentEntry, type Grade, isGrade, type PaperType } from "@jizhen/domain-town";
import type { TextKey } from "@jizhen/i18n";
import type { FileId, LocalDate } from "@jizhen/kernel";
import { useState } from "react";
import { failureOf, say } from "#lib/say.ts";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPCClient } from "#lib/trpc.ts";
import type { Uploaded } from "#lib/upload.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Button } from "#ui/button.tsx";
import { DateField } from "#ui/date-field.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import { Stack } from "#ui/layout.tsx";
import { Notice } from "#ui/states.tsx";
import { toast } from "#ui/toasts.tsx";
import { UploadList } from "#ui/upload-list.tsx";

type Fields = {
  readonly type: Grade | PaperType | "";
  readonly number: string;
  readonly validUntil: string | null;
  readonly files: readonly Uploaded[];
};
type Problems = Partial<Record<keyof Fields, TextKey>>;

function missing({ type, number, validUntil, files }: Fields): Problems {
  return {
    ...(type === "" && { type: "ui.required" as const }),
    ...(type !== "" && !isGrade(type) && number.trim().length < 2 && { number: "town.document.number_needed" as const }),
    ...(type !== "" && isGrade(type) && validUntil === null && { validUntil: "town.document.date_needed" as const }),
    ...(files.length === 0 && { files: "town.document.file_needed" as const }),
    ...(files.length > 1 && { files: "town.document.one_file" as const }),
  };
}

type Props = { readonly types: readonly (Grade | PaperType)[]; readonly onClose: () => void };

/** A paper, or the evidence of a grade, with its number and last day: handed in for review. */
export function UploadDialog({ types, onClose }: Props) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const [fields, setFields] = useState<Fields>({ type: "", number: "", validUntil: null, files: [] });
  const [shown, setShown] = useState<Problems>({});
  const sending = useSubmit<DocumentEntry, unknown>({
    send: (entry, call) => client.town.document.upload.mutate(entry, call),
    refresh: ["town.document"],
    onDone: () => {
      toast(t("town.document.sent"));
      onClose();
    },
  });
  const set = (change: Partial<Fields>) => setFields((held) => ({ ...held, ...change }));
  const send = () => {
    const problems = missing(fields);
    setShown(problems);
    const [file] = fields.files;
    if (Object.keys(problems).length > 0 || fields.type === "" || file === undefined) return;
    const number = fields.number.trim() === "" ? null : fields.number.trim();
    void sending.submit({ type: fields.type, number, validUntil: fields.validUntil as LocalDate | null, file: file.id as FileId });
  };
  const refused = failureOf(sending.error).reason?.field;
  const said = (key: keyof Fields, field: string = key) =>
    shown[key] !== undefined ? t(shown[key]) : sending.error !== null && refused === field ? say(sending.error) : undefined;
  const foot = (
    <>
      <Button onClick={onClose}>{t("ui.cancel")}</Button>
      <Button kind="primary" busy={sending.busy} onClick={send}>
        {t("town.document.send")}
      </Button>
    </>
  );
  const grades = types.every((type) => isGrade(type));
  return (
    <Dialog opened onClose={onClose} title={t(grades ? "town.document.claim" : "town.document.upload")} foot={foot}>
      <Stack gap={4}>
        <SelectField
          label={t(grades ? "town.document.grade" : "town.document.type")}
          required
          none={t("town.join.choose")}
          choices={types.map((value) => ({ value, label: t(`town.document.type.${value}`) }))}
          value={fields.type}
          error={said("type")}
          onChange={(event) => set({ type: event.target.value as Fields["type"] })}
        />
        <TextField
          label={t("town.document.number")}
          hint={t("town.document.number_hint")}
          required={!grades}
          maxLength={80}
          value={fields.number}
          error={said("number")}
          onChange={(event) => set({ number: event.target.value })}
        />
        <DateField
          label={t("town.document.until")}
          hint={t("town.document.until_hint")}
          required={grades}
          value={fields.validUntil}
          error={said("validUntil")}
          onChange={(validUntil) => set({ validUntil })}
        />
        <UploadList
          label={t("town.document.file")}
          hint={t("town.document.file_hint")}
          purpose="document"
          accept="image/*,application/pdf"
          value={fields.files}
          error={said("files", "file")}
          onChange={(files) => set({ files })}
        />
        {sending.problem !== null && refused === undefined && <Notice tone="bad">{sending.problem}</Notice>}
      </Stack>
    </Dialog>
  );
}
