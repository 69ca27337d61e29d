import type { UseFormReturn } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { OptionField } from "#ui/choices.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import { Card, Stack } from "#ui/layout.tsx";
import { mend } from "../parts/mend.ts";
import { countryChoices } from "./countries.ts";
import { EntrySchema, entryOf, type JoinForm } from "./form.ts";
import { NumberField } from "./number-field.tsx";

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
    if (mend(form, EntrySchema, entryOf(form.getValues()), (path) => `organisation.${path}`) !== null) onDone();
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
