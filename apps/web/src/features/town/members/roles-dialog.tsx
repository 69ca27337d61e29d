import type { Role } from "@jizhen/domain-town";
import { useState } from "react";
import { useTranslation } from "#lib/translation.tsx";
import { type Inputs, useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Button } from "#ui/button.tsx";
import { ChipsField } from "#ui/choices.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { Notice } from "#ui/states.tsx";
import { toast } from "#ui/toasts.tsx";
import type { Seat } from "./seat-table.tsx";

type Props = { readonly seat: Seat; readonly grantable: readonly Role[]; readonly onClose: () => void };

/** Gives and takes roles: of others what one may give, of oneself only less. */
export function RolesDialog({ seat, grantable, onClose }: Props) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const [roles, setRoles] = useState<Role[]>([...seat.roles]);
  const offered = seat.you ? seat.roles : [...new Set([...grantable, ...seat.roles])];
  const changing = useSubmit<Inputs["town"]["seat"]["changeRoles"], unknown>({
    send: (input, call) => client.town.seat.changeRoles.mutate(input, call),
    refresh: ["town.seat", "town.audit", "platform.session"],
    onDone: () => {
      toast(t("town.seat.changed", { name: seat.name }));
      onClose();
    },
  });
  const foot = (
    <>
      <Button onClick={onClose}>{t("ui.cancel")}</Button>
      <Button
        kind="primary"
        busy={changing.busy}
        disabled={roles.length === 0}
        onClick={() => void changing.submit({ seatId: seat.id, version: seat.version, roles })}
      >
        {t("town.seat.save")}
      </Button>
    </>
  );
  return (
    <Dialog opened onClose={onClose} title={t("town.seat.change_of", { name: seat.name })} size="small" foot={foot}>
      <ChipsField
        label={t("town.members.roles")}
        choices={offered.map((role) => ({ value: role, label: t(`town.role.${role}`) }))}
        value={roles}
        onChange={setRoles}
        hint={roles.length === 0 ? t("town.seat.one_role") : seat.you ? t("town.seat.own_hint") : t("town.seat.at_once")}
      />
      {changing.problem !== null && <Notice tone="bad">{changing.problem}</Notice>}
    </Dialog>
  );
}
