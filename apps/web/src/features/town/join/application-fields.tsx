import { countyChoices } from "@jizhen/domain-town";
import { Controller, type UseFormReturn } from "react-hook-form";
import { useTranslation } from "#lib/translation.tsx";
import type { Uploaded } from "#lib/upload.ts";
import { TextArea, TextField } from "#ui/field.tsx";
import { Grid } from "#ui/layout.tsx";
import { SearchSelect } from "#ui/search-select.tsx";
import { UploadList } from "#ui/upload-list.tsx";
import type { JoinForm } from "./form.ts";

export type ApplicationForm = Pick<JoinForm, "application">;
type Props = {
  readonly form: UseFormReturn<ApplicationForm>;
  readonly licence: readonly Uploaded[];
  readonly onLicence: (files: Uploaded[]) => void;
  /** The town applied to; null while none is chosen, and then nothing can be uploaded. */
  readonly townId: string | null;
};

const counties = countyChoices.map(({ code, name, city }) => ({ value: code, label: `${city} ${name}` }));

/** What the town checks: where, who answers, what is made, and the licence. Applying and answering a question share it. */
export function ApplicationFields({ form, licence, onLicence, townId }: Props) {
  const { t } = useTranslation();
  const errors = form.formState.errors.application;
  return (
    <>
      <TextField
        label={t("town.join.address")}
        required
        maxLength={200}
        autoComplete="street-address"
        error={errors?.address?.message}
        {...form.register("application.address")}
      />
      <Controller
        control={form.control}
        name="application.regionCode"
        render={({ field }) => (
          <SearchSelect
            label={t("town.join.county")}
            hint={t("town.join.county_hint")}
            choices={counties}
            value={field.value}
            onChange={field.onChange}
            error={errors?.regionCode?.message}
          />
        )}
      />
      <Grid gap={4} least={220}>
        <TextField
          label={t("town.join.legal_representative")}
          required
          maxLength={60}
          error={errors?.legalRepresentative?.message}
          {...form.register("application.legalRepresentative")}
        />
        <TextField
          label={t("town.join.contact_name")}
          required
          maxLength={60}
          autoComplete="name"
          error={errors?.contact?.name?.message}
          {...form.register("application.contact.name")}
        />
        <TextField
          label={t("town.join.contact_phone")}
          required
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          maxLength={24}
          error={errors?.contact?.phone?.message}
          {...form.register("application.contact.phone")}
        />
        <TextField
          label={t("town.join.contact_email")}
          type="email"
          inputMode="email"
          autoComplete="email"
          maxLength={160}
          error={errors?.contact?.email?.message}
          {...form.register("application.contact.email")}
        />
      </Grid>
      <TextArea
        label={t("town.join.main_products")}
        hint={t("town.join.main_products_hint")}
        rows={2}
        maxLength={400}
        error={errors?.mainProducts?.message}
        {...form.register("application.mainProducts")}
      />
      <UploadList
        label={t("town.join.licence")}
        hint={t("town.join.licence_hint")}
        purpose="application"
        accept="image/*,application/pdf"
        value={licence}
        onChange={(files) => {
          onLicence(files.slice(-1));
          form.clearErrors("application.licence");
        }}
        error={errors?.licence?.message}
        {...(townId === null ? {} : { town: townId })}
      />
    </>
  );
}
