import type { Role } from "@jizhen/domain-town";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "#lib/translation.tsx";
import { type Inputs, useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Button } from "#ui/button.tsx";
import { ChipsField } from "#ui/choices.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { TextField } from "#ui/field.tsx";
import { Stack } from "#ui/layout.tsx";
import { Notice } from "#ui/states.tsx";
import { toast } from "#ui/toasts.tsx";

/** One address, some roles, a link for seven days: mailed where mail is set up, and always there to copy. */
export function InviteDialog({ grantable, onClose }: { readonly grantable: readonly Role[]; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const form = useForm({ defaultValues: { email: "" } });
  const [roles, setRoles] = useState<Role[]>([]);
  const [missing, setMissing] = useState(false);
  const inviting = useSubmit<Inputs["town"]["invitation"]["send"], { mailed: boolean }, { email: string }>({
    send: (input, call) => client.town.invitation.send.mutate(input, call),
    refresh: ["town.invitation", "town.audit"],
    form,
    onDone: ({ mailed }) => {
      toast(t(mailed ? "town.invite.mailed" : "town.invite.made"));
      onClose();
    },
  });
  const send = form.handleSubmit(({ email }) => {
    setMissing(roles.length === 0);
    if (roles.length > 0) void inviting.submit({ email: email.trim(), roles });
  });
  return (
    <Dialog opened onClose={onClose} title={t("town.invite.do")} size="small">
      <form onSubmit={(event) => void send(event)} noValidate>
        <Stack gap={4}>
          <TextField
            label={t("town.person.email")}
            type="email"
            inputMode="email"
            required
            data-autofocus
            hint={t("town.invite.hint")}
            error={form.formState.errors.email?.message}
            {...form.register("email", { validate: (text) => /^\S+@\S+\.\S+$/.test(text.trim()) || t("town.person.email_invalid") })}
          />
          <ChipsField
            label={t("town.members.roles")}
            choices={grantable.map((role) => ({ value: role, label: t(`town.role.${role}`) }))}
            value={roles}
            onChange={setRoles}
            error={missing && roles.length === 0 ? t("town.seat.one_role") : undefined}
          />
          {inviting.problem !== null && <Notice tone="bad">{inviting.problem}</Notice>}
          <Button type="submit" kind="primary" wide busy={inviting.busy}>
            {t("town.invite.send")}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
