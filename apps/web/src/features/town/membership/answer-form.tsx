import { useState } from "react";
import { type UseFormReturn, useForm } from "react-hook-form";
import * as z from "zod";
import { useTranslation } from "#lib/translation.tsx";
import { type Inputs, useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Button } from "#ui/button.tsx";
import { CheckField, TextArea } from "#ui/field.tsx";
import { Stack } from "#ui/layout.tsx";
import { Notice } from "#ui/states.tsx";
import { toast } from "#ui/toasts.tsx";
import { ApplicationFields, type ApplicationForm } from "../join/application-fields.tsx";
import { ApplicationSchema, applicationOf, type JoinForm } from "../join/form.ts";
import { mend } from "../parts/mend.ts";
import { formOf, licenceOf } from "./application-form.ts";
import type { Own } from "./membership-page.tsx";

type AnswerFields = { text: string; corrects: boolean; application: JoinForm["application"] };
const AnswerText = z.object({ text: z.string().trim().min(4).max(500) });

/** Answers what the administration asked, in words, and where needed with corrected facts and a new licence. */
export function AnswerForm({ own }: { readonly own: Own }) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const { membership } = own;
  const form = useForm<AnswerFields>({ defaultValues: { text: "", corrects: false, application: formOf(own) } });
  const [licence, setLicence] = useState(() => licenceOf(own));
  const answering = useSubmit<Inputs["town"]["membership"]["answer"], unknown, AnswerFields>({
    send: (input, call) => client.town.membership.answer.mutate(input, call),
    refresh: ["town"],
    form,
    onDone: () => toast(t("town.membership.answered")),
  });
  const corrects = form.watch("corrects");
  const send = (event: React.FormEvent) => {
    event.preventDefault();
    form.clearErrors();
    const values = form.getValues();
    const read = mend(form, AnswerText, values);
    const application = corrects
      ? mend(form, ApplicationSchema, applicationOf(values.application, licence), (path) => `application.${path}`)
      : null;
    if (read === null || (corrects && application === null)) return;
    void answering.submit({ membershipId: membership.id, version: membership.version, text: read.text, application });
  };
  return (
    <form onSubmit={send} noValidate>
      <Stack gap={4}>
        <TextArea
          label={t("town.membership.answer")}
          required
          maxLength={500}
          error={form.formState.errors.text?.message}
          {...form.register("text")}
        />
        {membership.file.source === "application" && <CheckField label={t("town.membership.corrects")} {...form.register("corrects")} />}
        {corrects && (
          <ApplicationFields
            form={form as unknown as UseFormReturn<ApplicationForm>}
            licence={licence}
            onLicence={setLicence}
            townId={membership.townId}
          />
        )}
        {answering.problem !== null && <Notice tone="bad">{answering.problem}</Notice>}
        <div>
          <Button type="submit" kind="primary" busy={answering.busy}>
            {t("town.membership.answer.do")}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
