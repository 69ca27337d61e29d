import { Incoterm, incoterms, needsPort } from "@jizhen/domain-procurement";
import { localDateAt } from "@jizhen/kernel";
import { Controller, useFormContext, useFormState, useWatch } from "react-hook-form";
import { serverNow } from "#lib/clock.ts";
import { useTranslation } from "#lib/translation.tsx";
import { DateField } from "#ui/date-field.tsx";
import { DecimalField, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { Card, Grid, Quiet } from "#ui/layout.tsx";
import { UploadList } from "#ui/upload-list.tsx";
import type { SuppliersRequest } from "../detail/request.ts";
import { allParts, type QuoteForm } from "./form.ts";
import { PricesAre } from "./prices-are.tsx";

/** Money, delivery and time, for the whole quote. */
export function TermFields({ request }: { readonly request: SuppliersRequest }) {
  const { t } = useTranslation();
  return (
    <Card title={t("procurement.quote.form.terms")}>
      <MoneyFields request={request} />
      <DeliveryFields />
      <Charges request={request} />
    </Card>
  );
}

function MoneyFields({ request }: { readonly request: SuppliersRequest }) {
  const { t } = useTranslation();
  const { register, control } = useFormContext<QuoteForm>();
  const { errors } = useFormState<QuoteForm>();
  return (
    <>
      <PricesAre />
      <Grid gap={4} least={180}>
        <DecimalField
          label={t("procurement.quote.form.tax_rate")}
          suffix="%"
          maxLength={7}
          error={errors.taxRate?.message}
          {...register("taxRate")}
        />
        <SelectField
          label={t("procurement.quote.form.currency")}
          choices={request.terms.quoteCurrencies.map((code) => ({ value: code, label: code }))}
          error={errors.currency?.message}
          {...register("currency")}
        />
        <Controller
          control={control}
          name="validUntil"
          render={({ field, fieldState }) => (
            <DateField
              label={t("procurement.quote.form.valid_until")}
              required
              value={field.value}
              min={localDateAt(serverNow())}
              onChange={field.onChange}
              onBlur={field.onBlur}
              error={fieldState.error?.message}
            />
          )}
        />
        <TextField
          label={t("procurement.quote.form.payment_days")}
          hint={t("procurement.quote.form.payment_hint")}
          inputMode="numeric"
          suffix={t("procurement.quote.form.day_unit")}
          maxLength={3}
          error={errors.paymentDays?.message}
          {...register("paymentDays")}
        />
      </Grid>
    </>
  );
}

function DeliveryFields() {
  const { t, i18n } = useTranslation();
  const { register } = useFormContext<QuoteForm>();
  const { errors } = useFormState<QuoteForm>();
  const term = useWatch<QuoteForm, "incoterm">({ name: "incoterm" });
  const sea = Incoterm.safeParse(term).success && needsPort(Incoterm.parse(term));
  const label = (code: Incoterm) => `${code} ${i18n.language === "en" ? incoterms[code].en : incoterms[code].zh}`;
  return (
    <Grid gap={4} least={220}>
      <SelectField
        label={t("procurement.quote.form.incoterm")}
        choices={Incoterm.options.map((code) => ({ value: code, label: label(code) }))}
        error={errors.incoterm?.message}
        {...register("incoterm")}
      />
      <TextField label={t("procurement.quote.form.place")} required maxLength={200} error={errors.place?.message} {...register("place")} />
      {sea && (
        <TextField label={t("procurement.quote.form.port")} required maxLength={80} error={errors.port?.message} {...register("port")} />
      )}
    </Grid>
  );
}

/** Costs on top of the prices, by part: a part left empty is either in the price by the delivery term, or unknown to the buyer. */
function Charges({ request }: { readonly request: SuppliersRequest }) {
  const { t } = useTranslation();
  const { register } = useFormContext<QuoteForm>();
  const { errors } = useFormState<QuoteForm>();
  const [currency, held] = useWatch<QuoteForm, ["currency", "charges"]>({ name: ["currency", "charges"] });
  const stated = allParts.filter((part) => held[part].trim() !== "").length;
  return (
    <details className="q-charges" {...(stated > 0 ? { open: true } : {})}>
      <summary>
        {t("procurement.quote.form.charges")}
        {stated > 0 && <span className="k-count">{stated}</span>}
      </summary>
      <div className="k-stack k-gap-3">
        <Quiet>{t("procurement.quote.form.charges_hint", { term: request.terms.delivery.incoterm ?? "DAP" })}</Quiet>
        <Grid gap={4} least={180}>
          {allParts.map((part) => (
            <DecimalField
              key={part}
              label={t(`procurement.cost.${part}`)}
              suffix={currency}
              maxLength={16}
              error={errors.charges?.[part]?.message}
              {...register(`charges.${part}`)}
            />
          ))}
        </Grid>
      </div>
    </details>
  );
}

export function FilesAndNote() {
  const { t } = useTranslation();
  const { register, control } = useFormContext<QuoteForm>();
  const { errors } = useFormState<QuoteForm>();
  return (
    <Card title={t("procurement.quote.form.files_note")}>
      <Controller
        control={control}
        name="files"
        render={({ field }) => (
          <UploadList
            label={t("procurement.quote.form.files")}
            hint={t("procurement.quote.form.files_hint")}
            purpose="quote"
            value={field.value}
            onChange={field.onChange}
            error={errors.files?.message}
          />
        )}
      />
      <TextArea label={t("procurement.quote.form.note")} rows={2} maxLength={2_000} error={errors.note?.message} {...register("note")} />
    </Card>
  );
}
