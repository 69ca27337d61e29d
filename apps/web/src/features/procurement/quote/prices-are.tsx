import { Controller, useFormContext } from "react-hook-form";
import { useTranslation } from "#lib/translation.tsx";
import { OptionField } from "#ui/choices.tsx";
import type { QuoteForm } from "./form.ts";

/** Whether the prices that are typed hold the tax. */
export function PricesAre() {
  const { t } = useTranslation();
  const { control } = useFormContext<QuoteForm>();
  return (
    <Controller
      control={control}
      name="priceIncludesTax"
      render={({ field }) => (
        <OptionField
          label={t("procurement.quote.form.prices_are")}
          choices={[
            { value: "yes" as const, label: t("procurement.quote.compare.with_tax") },
            { value: "no" as const, label: t("procurement.quote.compare.without_tax") },
          ]}
          value={field.value ? "yes" : "no"}
          onChange={(value) => field.onChange(value === "yes")}
        />
      )}
    />
  );
}
