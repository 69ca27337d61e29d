import type { CancelReason, EndReason } from "@jizhen/domain-procurement";
import { useState } from "react";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { OptionField } from "#ui/choices.tsx";
import { Confirm } from "#ui/dialog.tsx";
import { TextArea } from "#ui/field.tsx";
import { Notice } from "#ui/states.tsx";
import { toast } from "#ui/toasts.tsx";
import { type BuyersRequest, refreshed } from "./request.ts";

type Props = { readonly kind: "end" | "cancel"; readonly request: BuyersRequest; readonly opened: boolean; readonly onClose: () => void };
const endReasons = ["no_admissible_quote", "all_over_ceiling", "need_gone", "other"] as const satisfies readonly EndReason[];
const cancelReasons = ["need_gone", "terms_wrong", "budget_gone", "duplicate", "other"] as const satisfies readonly CancelReason[];

/** Ends a request without an award, with its reason on record; everybody who quoted is told. */
export function EndDialog({ kind, request, opened, onClose }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<EndReason | CancelReason | null>(null);
  const [text, setText] = useState("");
  const [missing, setMissing] = useState(false);
  const ending = useEnding(kind, request, onClose);
  const choices =
    kind === "end"
      ? endReasons.map((value) => ({ value: value as EndReason | CancelReason, label: t(`procurement.request.end_reason.${value}`) }))
      : cancelReasons.map((value) => ({
          value: value as EndReason | CancelReason,
          label: t(`procurement.request.cancel_reason.${value}`),
        }));
  const confirm = () => {
    setMissing(reason === null);
    if (reason !== null) void ending.submit({ reason, text: text.trim() });
  };
  return (
    <Confirm
      opened={opened}
      onClose={onClose}
      title={t(`procurement.request.${kind}.do`)}
      confirm={t(`procurement.request.${kind}.do`)}
      danger
      busy={ending.busy}
      onConfirm={confirm}
    >
      <p>{t(`procurement.request.${kind}.words`)}</p>
      <OptionField
        label={t("procurement.request.end.reason")}
        choices={choices}
        value={reason}
        onChange={setReason}
        {...(missing ? { error: t("ui.issue.invalid_type") } : {})}
      />
      <TextArea
        label={t("procurement.request.end.text")}
        rows={2}
        maxLength={500}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {ending.problem !== null && <Notice tone="bad">{ending.problem}</Notice>}
    </Confirm>
  );
}

function useEnding(kind: Props["kind"], request: BuyersRequest, onClose: () => void) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const seen = { requestId: request.id, version: request.version };
  return useSubmit({
    send: ({ reason, text }: { reason: EndReason | CancelReason; text: string }, call) =>
      kind === "end"
        ? client.procurement.request.end.mutate({ ...seen, reasonCode: reason as EndReason, reasonText: text }, call)
        : client.procurement.request.cancel.mutate({ ...seen, reasonCode: reason as CancelReason, reasonText: text }, call),
    refresh: refreshed,
    onDone: () => {
      onClose();
      toast(t(`procurement.request.${kind}.done`));
    },
  });
}
