import type { LineSpec } from "@jizhen/spec";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { Controller, type UseFormReturn, useFieldArray } from "react-hook-form";
import { unitText } from "#lib/format.ts";
import { useTranslation } from "#lib/translation.tsx";
import { Button, IconButton } from "#ui/button.tsx";
import { OptionField } from "#ui/choices.tsx";
import { DateField } from "#ui/date-field.tsx";
import { CheckField, DecimalField, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { Card, Grid, Row, Stack } from "#ui/layout.tsx";
import { currencies, type OfferForm, specFrom, titleFrom, unitFrom, units } from "./form.ts";
import { SpecChips } from "./spec-chips.tsx";
import "./offer.css";

type FieldsProps = { readonly form: UseFormReturn<OfferForm>; readonly spec: LineSpec; readonly onSpec: (spec: LineSpec) => void };

export function OfferFields({ form, spec, onSpec }: FieldsProps) {
  const { t } = useTranslation();
  const { errors } = form.formState;
  const text = form.watch("text");
  const unit = form.watch("unit");
  /** What is written is read at once; fields nobody has touched follow it. */
  const read = (written: string) => {
    const understood = specFrom(written);
    onSpec(understood);
    if (written.trim() === "") return;
    if (!form.getFieldState("title").isDirty) form.setValue("title", titleFrom(understood, written));
    if (!form.getFieldState("unit").isDirty) form.setValue("unit", unitFrom(understood));
  };
  const written = form.register("text");
  return (
    <>
      <Card>
        <Stack gap={3}>
          <TextArea
            label={t("trade.offer.field.text")}
            hint={t("trade.offer.field.text_hint")}
            placeholder="WN DN150 PN16 RF 20#"
            rows={2}
            required
            maxLength={4_000}
            error={errors.text?.message}
            {...written}
            onChange={(event) => {
              void written.onChange(event);
              read(event.target.value);
            }}
          />
          {text.trim() !== "" && <SpecChips spec={spec} text={text} />}
          <Grid gap={3} least={280}>
            <TextField
              label={t("trade.offer.field.title")}
              required
              maxLength={80}
              error={errors.title?.message}
              {...form.register("title")}
            />
            <SelectField
              label={t("trade.offer.field.unit")}
              error={errors.unit?.message}
              choices={[...new Set([...units, unit])].map((value) => ({ value, label: unitText(value) }))}
              {...form.register("unit")}
            />
          </Grid>
        </Stack>
      </Card>
      <PriceFields form={form} />
      <TermFields form={form} unit={unitText(unit)} />
    </>
  );
}

function TermFields({ form, unit }: { readonly form: UseFormReturn<OfferForm>; readonly unit: string }) {
  const { t } = useTranslation();
  const { errors } = form.formState;
  return (
    <Card>
      <Grid gap={3} least={220}>
        <DecimalField label={t("trade.offer.field.minimum")} suffix={unit} error={errors.minimum?.message} {...form.register("minimum")} />
        <DecimalField
          label={t("trade.offer.field.step")}
          hint={t("trade.offer.field.step_hint")}
          suffix={unit}
          error={errors.step?.message}
          {...form.register("step")}
        />
        <TextField
          label={t("trade.offer.field.lead_days")}
          inputMode="numeric"
          error={errors.leadDays?.message}
          {...form.register("leadDays")}
        />
        <Controller
          name="validUntil"
          control={form.control}
          render={({ field }) => (
            <DateField
              label={t("trade.offer.field.valid_until")}
              required
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              error={errors.validUntil?.message}
            />
          )}
        />
        <TextField label={t("trade.offer.field.packing")} maxLength={400} error={errors.packing?.message} {...form.register("packing")} />
        <TextField label={t("trade.offer.field.place")} maxLength={200} error={errors.place?.message} {...form.register("place")} />
      </Grid>
      <TextArea label={t("trade.offer.field.note")} maxLength={2_000} error={errors.note?.message} {...form.register("note")} />
    </Card>
  );
}

function PriceFields({ form }: { readonly form: UseFormReturn<OfferForm> }) {
  const { t } = useTranslation();
  const kind = form.watch("price.kind");
  const wrong = form.formState.errors.price;
  return (
    <Card title={t("trade.offer.field.price_kind")}>
      <Stack gap={3}>
        <Controller
          name="price.kind"
          control={form.control}
          render={({ field }) => (
            <OptionField
              label={t("trade.offer.field.price_kind")}
              labelHidden
              value={field.value}
              onChange={field.onChange}
              choices={[
                { value: "tiers", label: t("trade.offer.field.price_tiers") },
                { value: "on_request", label: t("trade.offer.field.price_on_request") },
              ]}
            />
          )}
        />
        {kind === "tiers" && (
          <>
            <Grid gap={3} least={180}>
              <SelectField
                label={t("trade.offer.field.currency")}
                choices={currencies.map((value) => ({ value, label: value }))}
                {...form.register("price.currency")}
              />
              <DecimalField label={t("trade.offer.field.tax_rate")} error={wrong?.taxRate?.message} {...form.register("price.taxRate")} />
              <div className="t-check">
                <CheckField label={t("trade.offer.field.price_includes_tax")} {...form.register("price.priceIncludesTax")} />
              </div>
            </Grid>
            <Tiers form={form} />
          </>
        )}
      </Stack>
    </Card>
  );
}

const mostTiers = 10;

function Tiers({ form }: { readonly form: UseFormReturn<OfferForm> }) {
  const { t } = useTranslation();
  const tiers = useFieldArray({ control: form.control, name: "price.tiers" });
  const wrong = form.formState.errors.price?.tiers;
  const unit = unitText(form.watch("unit"));
  return (
    <Stack gap={2}>
      {tiers.fields.map((tier, index) => (
        <div key={tier.id} className="t-tier">
          <DecimalField
            label={t("trade.offer.field.tier_from")}
            labelHidden={index > 0}
            suffix={unit}
            error={wrong?.[index]?.from?.message}
            {...form.register(`price.tiers.${index}.from`)}
          />
          <DecimalField
            label={t("trade.offer.field.tier_price")}
            labelHidden={index > 0}
            suffix={`/ ${unit}`}
            error={wrong?.[index]?.price?.message}
            {...form.register(`price.tiers.${index}.price`)}
          />
          {tiers.fields.length > 1 && (
            <IconButton label={t("trade.offer.field.tier_remove", { no: index + 1 })} onClick={() => tiers.remove(index)}>
              <IconTrash size={18} aria-hidden="true" />
            </IconButton>
          )}
        </div>
      ))}
      {tiers.fields.length < mostTiers && (
        <Row>
          <Button small icon={<IconPlus size={16} aria-hidden="true" />} onClick={() => tiers.append({ from: "", price: "" })}>
            {t("trade.offer.field.tier_add")}
          </Button>
        </Row>
      )}
    </Stack>
  );
}
