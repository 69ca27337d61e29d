import type { Role } from "@jizhen/domain-town";
import { useState } from "react";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Button } from "#ui/button.tsx";
import { ChipsField } from "#ui/choices.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { Stack } from "#ui/layout.tsx";
import { Notice } from "#ui/states.tsx";
import { toast } from "#ui/toasts.tsx";
import type { Seat } from "./seat-table.tsx";

type Props = { readonly heir: Seat; readonly grantable: readonly Role[]; readonly onClose: () => void };

/** Ownership to a colleague in one step; what one goes on doing here is chosen with it. */
export function HandOverDialog({ heir, grantable, onClose }: Props) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const [keep, setKeep] = useState<readonly Role[]>([]);
  const handing = useSubmit({
    send: (kept: readonly Role[], call) =>
      client.town.seat.handOver.mutate({ seatId: heir.id, version: heir.version, keep: [...kept] }, call),
    refresh: ["town", "platform.session"],
    onDone: () => {
      toast(t("town.handover.done", { name: heir.name }));
      onClose();
    },
  });
  const foot = (
    <>
      <Button onClick={onClose}>{t("ui.cancel")}</Button>
      <Button kind="danger" busy={handing.busy} onClick={() => void handing.submit(keep)}>
        {t("town.handover.do")}
      </Button>
    </>
  );
  return (
    <Dialog opened onClose={onClose} title={t("town.handover.ask", { name: heir.name })} foot={foot}>
      <Stack gap={4}>
        <p>{t("town.handover.what", { name: heir.name })}</p>
        <ChipsField
          label={t("town.handover.keep")}
          hint={t("town.handover.keep_hint")}
          choices={grantable.filter((role) => role !== "owner").map((value) => ({ value, label: t(`town.role.${value}`) }))}
          value={keep}
          onChange={setKeep}
        />
        {handing.problem !== null && <Notice tone="bad">{handing.problem}</Notice>}
      </Stack>
    </Dialog>
  );
}
