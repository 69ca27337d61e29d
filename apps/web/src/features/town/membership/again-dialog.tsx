import { ApplicantKind } from "@jizhen/domain-town";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type UseFormReturn, useForm } from "react-hook-form";
import { useTranslation } from "#lib/translation.tsx";
import { type Inputs, useTRPC, useTRPCClient } from "#lib/trpc.ts";
import type { Uploaded } from "#lib/upload.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Unread } from "#ui/asked.tsx";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { CheckField, SelectField } from "#ui/field.tsx";
import { Stack } from "#ui/layout.tsx";
import { Notice } from "#ui/states.tsx";
import { ApplicationFields, type ApplicationForm } from "../join/application-fields.tsx";
import { ApplicationSchema, applicationOf, type JoinForm } from "../join/form.ts";
import { mend } from "../parts/mend.ts";
import { formOf } from "./application-form.ts";
import type { Own } from "./membership-page.tsx";

type AgainFields = { kind: ApplicantKind; consent: boolean; application: JoinForm["application"] };
type Props = { readonly townId: string; readonly last: Own | null; readonly onClose: () => void };

/** A further application of a registered organisation; what was written before is in the fields. */
export function AgainDialog({ townId, last, onClose }: Props) {
  const { t } = useTranslation();
  const towns = useQuery(useTRPC().town.town.list.queryOptions());
  const town = towns.data?.find(({ id }) => id === townId) ?? null;
  return (
    <Dialog opened onClose={onClose} title={t("town.membership.apply_again")} size="large">
      <Unread query={towns} />
      {town !== null && <AgainForm town={town} last={last} onDone={onClose} />}
    </Dialog>
  );
}

type TownCard = { readonly id: string; readonly kindsAccepted: readonly string[]; readonly consentEdition: string };

function AgainForm({ town, last, onDone }: { readonly town: TownCard; readonly last: Own | null; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const [licence, setLicence] = useState<Uploaded[]>([]);
  const kind = ApplicantKind.safeParse(last?.membership.kind);
  const form = useForm<AgainFields>({
    defaultValues: { kind: kind.success ? kind.data : "firm", consent: false, application: formOf(last) },
  });
  const applying = useSubmit<Inputs["town"]["membership"]["applyAgain"], unknown, AgainFields>({
    send: (input, call) => client.town.membership.applyAgain.mutate(input, call),
    refresh: ["town", "platform.session"],
    form,
    fieldOf: (path) => (path === "consentEdition" ? "consent" : path),
    onDone,
  });
  const send = (event: React.FormEvent) => {
    event.preventDefault();
    form.clearErrors();
    const values = form.getValues();
    const application = mend(form, ApplicationSchema, applicationOf(values.application, licence), (path) => `application.${path}`);
    if (!values.consent) form.setError("consent", { type: "mend", message: t("town.join.consent_needed") });
    if (application !== null && values.consent)
      void applying.submit({ kind: values.kind, application, consentEdition: town.consentEdition });
  };
  return (
    <form onSubmit={send} noValidate>
      <Stack gap={4}>
        <SelectField
          label={t("town.join.kind")}
          choices={ApplicantKind.options
            .filter((one) => town.kindsAccepted.includes(one))
            .map((value) => ({ value, label: t(`town.kind.${value}`) }))}
          {...form.register("kind")}
        />
        <ApplicationFields
          form={form as unknown as UseFormReturn<ApplicationForm>}
          licence={licence}
          onLicence={setLicence}
          townId={town.id}
        />
        <CheckField
          label={t("town.join.consent", { town: t("town.join.this_town"), edition: town.consentEdition })}
          error={form.formState.errors.consent?.message}
          {...form.register("consent")}
        />
        {applying.problem !== null && <Notice tone="bad">{applying.problem}</Notice>}
        <Button type="submit" kind="primary" busy={applying.busy}>
          {t("town.join.send")}
        </Button>
      </Stack>
    </form>
  );
}
