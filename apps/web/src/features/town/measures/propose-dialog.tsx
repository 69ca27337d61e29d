import { InvitedEmail, ReasonText } from "@jizhen/domain-town";
import type { TextKey } from "@jizhen/i18n";
import type { FileId } from "@jizhen/kernel";
import { useState } from "react";
import { nameIn } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPCClient } from "#lib/trpc.ts";
import type { Uploaded } from "#lib/upload.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { TextArea, TextField } from "#ui/field.tsx";
import { Quiet, Stack } from "#ui/layout.tsx";
import { Notice } from "#ui/states.tsx";
import { toast } from "#ui/toasts.tsx";
import { UploadList } from "#ui/upload-list.tsx";
import type { FirmFile } from "../admission/firm-page.tsx";

type Fields = { readonly reason: string; readonly email: string; readonly files: readonly Uploaded[] };
type Problems = Partial<Record<keyof Fields, TextKey>>;
export type Proposal = "end" | "recover";

function missing(proposal: Proposal, { reason, email, files }: Fields): Problems {
  return {
    ...(!ReasonText.safeParse(reason).success && { reason: "town.measure.reason_needed" as const }),
    ...(proposal === "recover" && !InvitedEmail.safeParse(email).success && { email: "town.measure.email_needed" as const }),
    ...(proposal === "recover" && files.length === 0 && { files: "town.measure.letter_needed" as const }),
    ...(files.length > 1 && { files: "town.document.one_file" as const }),
  };
}

type Props = { readonly file: FirmFile; readonly proposal: Proposal; readonly onClose: () => void };

/** What one administrator asks for and another confirms; nothing happens to the firm before that. */
export function ProposeDialog({ file: { membership }, proposal, onClose }: Props) {
  const { t, i18n } = useTranslation();
  const client = useTRPCClient();
  const [fields, setFields] = useState<Fields>({ reason: "", email: "", files: [] });
  const [shown, setShown] = useState<Problems>({});
  const on = { membershipId: membership.id, version: membership.version };
  const proposing = useSubmit<Fields, unknown>({
    send: ({ reason, email, files: [letter] }, call) =>
      proposal === "end"
        ? client.town.membership.end.mutate({ ...on, reasonText: reason.trim() }, call)
        : client.town.seat.recoverOwner.mutate({ ...on, reasonText: reason.trim(), email, letter: (letter?.id ?? "") as FileId }, call),
    refresh: ["town"],
    onDone: () => {
      toast(t("town.measure.proposed_toast"));
      onClose();
    },
  });
  const set = (change: Partial<Fields>) => setFields((held) => ({ ...held, ...change }));
  const said = (key: keyof Fields) => (shown[key] === undefined ? undefined : t(shown[key]));
  const propose = () => {
    const problems = missing(proposal, fields);
    setShown(problems);
    if (Object.keys(problems).length === 0) void proposing.submit(fields);
  };
  const foot = (
    <>
      <Button onClick={onClose}>{t("ui.cancel")}</Button>
      <Button kind="danger" busy={proposing.busy} onClick={propose}>
        {t("town.measure.propose")}
      </Button>
    </>
  );
  return (
    <Dialog opened onClose={onClose} title={t(`town.measure.${proposal}_of`, { name: nameIn(i18n.language, membership.file) })} foot={foot}>
      <Stack gap={4}>
        <Quiet>{t(`town.measure.${proposal}_what`)}</Quiet>
        {proposal === "recover" && (
          <>
            <TextField
              label={t("town.measure.email")}
              type="email"
              required
              maxLength={160}
              value={fields.email}
              error={said("email")}
              onChange={(event) => set({ email: event.target.value })}
            />
            <UploadList
              label={t("town.measure.letter")}
              hint={t("town.document.file_hint")}
              purpose="measure"
              accept="image/*,application/pdf"
              value={fields.files}
              error={said("files")}
              onChange={(files) => set({ files })}
            />
          </>
        )}
        <TextArea
          label={t("town.measure.reason")}
          hint={t("town.measure.reason_hint")}
          required
          maxLength={500}
          value={fields.reason}
          error={said("reason")}
          onChange={(event) => set({ reason: event.target.value })}
        />
        {proposing.problem !== null && <Notice tone="bad">{proposing.problem}</Notice>}
      </Stack>
    </Dialog>
  );
}
