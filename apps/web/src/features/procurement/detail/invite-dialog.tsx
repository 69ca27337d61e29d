import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Unread } from "#ui/asked.tsx";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { TextField } from "#ui/field.tsx";
import { Quiet } from "#ui/layout.tsx";
import { Notice } from "#ui/states.tsx";
import { toast } from "#ui/toasts.tsx";
import { refreshed } from "./request.ts";
import { FirmName } from "./request-head.tsx";

type Props = { readonly requestId: string; readonly opened: boolean; readonly onClose: () => void };

/** Firms of the town that were not asked yet, the best match first; any of them may be asked by name. */
export function InviteDialog({ requestId, opened, onClose }: Props) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const inviting = useSubmit({
    send: (suppliers: readonly string[], call) =>
      client.procurement.request.invite.mutate({ requestId: requestId as never, suppliers: [...suppliers] as never[] }, call),
    refresh: refreshed,
    onDone: ({ invited }) => {
      setChosen([]);
      toast(t("procurement.request.invite.done", { count: invited }));
      onClose();
    },
  });
  const foot = (
    <>
      <Button onClick={onClose}>{t("ui.cancel")}</Button>
      <Button kind="primary" busy={inviting.busy} disabled={chosen.length === 0} onClick={() => void inviting.submit(chosen)}>
        {t("procurement.request.invite.send", { count: chosen.length })}
      </Button>
    </>
  );
  return (
    <Dialog opened={opened} onClose={onClose} title={t("procurement.request.invite.more")} foot={foot}>
      {inviting.problem !== null && <Notice tone="bad">{inviting.problem}</Notice>}
      <FirmChoice requestId={requestId} chosen={chosen} onChange={setChosen} />
    </Dialog>
  );
}

function FirmChoice({
  requestId,
  chosen,
  onChange,
}: {
  readonly requestId: string;
  readonly chosen: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const query = useQuery({
    ...useTRPC().procurement.match.others.queryOptions({ requestId: requestId as never, text: useDeferredValue(text).trim().slice(0, 60) }),
    placeholderData: keepPreviousData,
  });
  const toggle = (id: string) => onChange(chosen.includes(id) ? chosen.filter((held) => held !== id) : [...chosen, id]);
  return (
    <>
      <TextField
        label={t("procurement.request.invite.search")}
        value={text}
        maxLength={60}
        onChange={(event) => setText(event.target.value)}
        data-autofocus
      />
      <Unread query={query} lines={3} />
      {query.data?.length === 0 && <Quiet>{t("procurement.request.invite.nobody")}</Quiet>}
      <div className="d-choices">
        {query.data?.map((firm) => (
          <label key={firm.organisationId} className="k-option">
            <input type="checkbox" checked={chosen.includes(firm.organisationId)} onChange={() => toggle(firm.organisationId)} />
            <span>
              <FirmName firm={firm} />
              {firm.score !== null && (
                <small className="k-figures">{t("procurement.request.invite.score", { score: (firm.score / 100).toFixed(2) })}</small>
              )}
            </span>
          </label>
        ))}
      </div>
    </>
  );
}
