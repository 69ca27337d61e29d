import { readCreditCode } from "@jizhen/domain-town";
import type { UseFormReturn } from "react-hook-form";
import { say } from "#lib/say.ts";
import { useTranslation } from "#lib/translation.tsx";
import { Button } from "#ui/button.tsx";
import { OptionField } from "#ui/choices.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import { Card, Stack } from "#ui/layout.tsx";
import { mend } from "../parts/mend.ts";
import { countryChoices } from "./countries.ts";
import { EntrySchema, entryOf, type JoinForm } from "./form.ts";
import { NumberField } from "./number-field.tsx";

type Entry = JoinForm["organisation"];

/** What the server would refuse later is said here, beside the field: a number of the wrong form, a doubtful one that nobody confirmed. */
function numberTrouble({ number, shownExactly }: Entry): { readonly field: "number" | "shownExactly"; readonly words: string } | null {
  if (number.trim() === "") return null; // said already: the field is empty
  const read = readCreditCode(number);
  if (!read.ok) return { field: "number", words: say({ data: { reason: read.error } }) };
  if (read.value.warned.length === 0 || shownExactly) return null;
  return { field: "shownExactly", words: say({ data: { reason: { code: "town.organisation.code_needs_confirmation" } } }) };
}

/** Who joins: the number first, because it decides whether anything else needs to be typed. */
export function OrganisationStep({ form, onDone }: { readonly form: UseFormReturn<JoinForm>; readonly onDone: () => void }) {
  const { t, i18n } = useTranslation();
  const country = form.watch("organisation.country");
  const errors = form.formState.errors.organisation;
  const chooseHome = (home: "CN" | "abroad") => {
    form.setValue("organisation.country", home === "CN" ? "CN" : "");
    form.setValue("kind", home === "CN" ? "firm" : "foreign_buyer");
    form.clearErrors("organisation");
  };
  const next = (event: React.FormEvent) => {
    event.preventDefault();
    form.clearErrors();
    const fits = mend(form, EntrySchema, entryOf(form.getValues()), (path) => `organisation.${path}`) !== null;
    const trouble = country === "CN" ? numberTrouble(form.getValues("organisation")) : null;
    if (trouble !== null) form.setError(`organisation.${trouble.field}`, { type: "mend", message: trouble.words }, { shouldFocus: true });
    else if (fits) onDone();
  };
  return (
    <Card title={t("town.join.step.organisation")}>
      <form onSubmit={next} noValidate>
        <Stack gap={4}>
          <OptionField
            label={t("town.join.where")}
            choices={[
              { value: "CN", label: t("town.join.in_china") },
              { value: "abroad", label: t("town.join.abroad") },
            ]}
            value={country === "CN" ? "CN" : "abroad"}
            onChange={chooseHome}
          />
          {country !== "CN" && (
            <SelectField
              label={t("town.join.country")}
              required
              none={t("town.join.choose")}
              choices={countryChoices(i18n.language)}
              error={errors?.country?.message}
              {...form.register("organisation.country")}
            />
          )}
          <NumberField form={form} country={country} />
          <TextField
            label={t("town.join.name_zh")}
            hint={t("town.join.name_zh_hint")}
            required
            maxLength={120}
            error={errors?.nameZh?.message}
            {...form.register("organisation.nameZh")}
          />
          <TextField
            label={t("town.join.name_en")}
            maxLength={160}
            error={errors?.nameEn?.message}
            {...form.register("organisation.nameEn")}
          />
          <Button type="submit" kind="primary" wide>
            {t("town.join.next")}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
