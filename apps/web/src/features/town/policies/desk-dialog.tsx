import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { say } from "#lib/say.ts";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { TextArea } from "#ui/field.tsx";
import { Quiet, Stack } from "#ui/layout.tsx";
import { Loading, Notice } from "#ui/states.tsx";
import { toast } from "#ui/toasts.tsx";
import type { DeskLine } from "./desk-page.tsx";
import { PolicyText } from "./policy-text.tsx";

type DialogProps = { readonly line: DeskLine; readonly step: "publish" | "withdraw"; readonly onClose: () => void };

/** Before anything is published it is read once more, with how many members it would concern. */
export function DeskDialog({ line: { policy }, step, onClose }: DialogProps) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const [reason, setReason] = useState("");
  const content = policy.state === "published" && policy.amendment !== null ? policy.amendment : policy.content;
  const deciding = useSubmit<string, unknown>({
    send: (why, call) => {
      const on = { policyId: policy.id, version: policy.version };
      return step === "publish"
        ? client.town.policy.publish.mutate(on, call)
        : client.town.policy.withdraw.mutate({ ...on, reason: why }, call);
    },
    refresh: ["town.policy"],
    onDone: () => {
      toast(t("town.policy.done"));
      onClose();
    },
  });
  const foot = (
    <>
      <Button onClick={onClose}>{t("ui.cancel")}</Button>
      <Button
        kind={step === "publish" ? "primary" : "danger"}
        busy={deciding.busy}
        disabled={step === "withdraw" && reason.trim().length < 4}
        onClick={() => void deciding.submit(reason.trim())}
      >
        {t(`town.policy.do.${step}`)}
      </Button>
    </>
  );
  return (
    <Dialog opened onClose={onClose} title={t(`town.policy.ask.${step}`, { title: content.titleZh })} foot={foot}>
      <Stack gap={4}>
        <Quiet>{t(`town.policy.what.${step}`)}</Quiet>
        {step === "publish" ? (
          <>
            <PolicyText content={content} />
            <Tested rules={content.rules} />
          </>
        ) : (
          <TextArea
            label={t("town.towns.reason")}
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

/** How many of today's members these rules would concern. */
export function Tested({ rules }: { readonly rules: readonly { readonly fact: string; readonly [key: string]: unknown }[] }) {
  const { t } = useTranslation();
  const tested = useQuery(useTRPC().town.policy.test.queryOptions({ rules: [...rules] }));
  if (tested.isPending) return <Loading lines={1} />;
  if (tested.isError) return <Notice tone="bad">{say(tested.error)}</Notice>;
  return <Notice tone={tested.data.concerns + tested.data.perhaps === 0 ? "doubt" : "info"}>{t("town.policy.tested", tested.data)}</Notice>;
}
