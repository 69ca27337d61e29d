import { CurrencyCode } from "@jizhen/kernel";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { type ClipboardEvent, type ReactNode, useState } from "react";
import { useFieldArray, useFormContext, useFormState, useWatch } from "react-hook-form";
import { unitText } from "#lib/format.ts";
import { useTranslation } from "#lib/translation.tsx";
import { Button, IconButton } from "#ui/button.tsx";
import { CheckField, DecimalField, TextArea, TextField } from "#ui/field.tsx";
import { MoneyText } from "#ui/figures.tsx";
import { toast } from "#ui/toasts.tsx";
import type { RequestLineShown } from "../detail/request.ts";
import { amountOf, type LineForm, pastedColumn, type QuoteForm } from "./form.ts";

type Line = Pick<RequestLineShown, "lineNo" | "quantity">;
type Props = { readonly line: Line; readonly index: number; readonly several: boolean };

/** One line: the fixed specification, a price and days; everything rarer is folded away. */
export function LineFields({ line, index, several, what }: Props & { /** What the line asks for. */ readonly what: ReactNode }) {
  const { t } = useTranslation();
  const { register, control } = useFormContext<QuoteForm>();
  const held = useWatch({ control, name: `lines.${index}` }) as LineForm;
  const [more, setMore] = useState(() => held.tiers.length > 0 || held.minimum !== "" || held.note !== "");
  const errors = useFormState<QuoteForm>({ name: `lines.${index}` }).errors.lines?.[index];
  return (
    <fieldset className={`q-line${held.declined ? " q-declined" : ""}`}>
      <legend>
        <span className="k-line-no k-figures">{line.lineNo}</span>
        {what}
      </legend>
      {!held.declined && (
        <div className="q-price">
          <PriceField line={line} index={index} error={errors?.price?.message} />
          <LeadField line={line} index={index} several={several} error={errors?.leadDays?.message} />
          <LineAmount line={line} held={held} />
        </div>
      )}
      {!held.declined && held.alternative && (
        <TextArea
          label={t("procurement.quote.form.deviation")}
          hint={t("procurement.quote.form.deviation_hint")}
          rows={2}
          maxLength={1_000}
          error={errors?.deviation?.message}
          {...register(`lines.${index}.deviation`)}
        />
      )}
      {!held.declined && more && <MoreFields line={line} index={index} />}
      <div className="q-line-foot">
        <CheckField label={t("procurement.quote.form.decline")} {...register(`lines.${index}.declined`)} />
        {!held.declined && <CheckField label={t("procurement.quote.form.alternative")} {...register(`lines.${index}.alternative`)} />}
        {!held.declined && (
          <Button kind="quiet" small aria-expanded={more} onClick={() => setMore(!more)}>
            {t(more ? "procurement.quote.form.less" : "procurement.quote.form.more")}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

const nameOfLine = (label: string, { lineNo }: Line) => (
  <>
    {label}
    <span className="k-hidden"> {lineNo}</span>
  </>
);

function PriceField({ line, index, error }: { readonly line: Line; readonly index: number; readonly error: string | undefined }) {
  const { t } = useTranslation();
  const { register, getValues, setValue } = useFormContext<QuoteForm>();
  // A column copied from a sheet fills this line and those below it.
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const column = pastedColumn(event.clipboardData.getData("text/plain"));
    if (column === null) return;
    event.preventDefault();
    const lines = getValues("lines").slice(index, index + column.length);
    for (const [at, { price, leadDays }] of column.entries()) {
      if (lines[at] === undefined) break;
      setValue(`lines.${index + at}.price`, price, { shouldDirty: true });
      if (leadDays !== "") setValue(`lines.${index + at}.leadDays`, leadDays, { shouldDirty: true });
    }
    toast(t("procurement.quote.form.pasted", { count: lines.length }), "info");
  };
  return (
    <DecimalField
      label={nameOfLine(t("procurement.quote.form.price"), line)}
      suffix={`/ ${unitText(line.quantity.unit)}`}
      enterKeyHint="next"
      maxLength={23}
      error={error}
      onPaste={paste}
      {...register(`lines.${index}.price`)}
    />
  );
}

function LeadField({ line, index, several, error }: Props & { readonly error: string | undefined }) {
  const { t } = useTranslation();
  const { register, getValues, setValue } = useFormContext<QuoteForm>();
  const toAll = () => {
    const days = getValues(`lines.${index}.leadDays`);
    getValues("lines").forEach((_, at) => setValue(`lines.${at}.leadDays`, days, { shouldDirty: true, shouldValidate: false }));
    toast(t("procurement.quote.form.lead_copied"), "info");
  };
  return (
    <div className="q-lead">
      <TextField
        label={nameOfLine(t("procurement.quote.form.lead"), line)}
        inputMode="numeric"
        suffix={t("procurement.quote.form.day_unit")}
        enterKeyHint="next"
        maxLength={4}
        error={error}
        {...register(`lines.${index}.leadDays`)}
      />
      {several && index === 0 && (
        <Button kind="quiet" small onClick={toAll}>
          {t("procurement.quote.form.lead_to_all")}
        </Button>
      )}
    </div>
  );
}

function LineAmount({ line, held }: { readonly line: Line; readonly held: LineForm }) {
  const { t } = useTranslation();
  const read = CurrencyCode.safeParse(useWatch<QuoteForm, "currency">({ name: "currency" }));
  const amount = read.success ? amountOf(held, line.quantity.value, read.data) : null;
  return (
    <div className="q-line-amount">
      <span className="k-label">{t("procurement.quote.form.amount")}</span>
      <span>{amount === null || !read.success ? "—" : <MoneyText amount={amount} currency={read.data} strong />}</span>
    </div>
  );
}

function MoreFields({ line, index }: { readonly line: Line; readonly index: number }) {
  const { t } = useTranslation();
  const { register, control } = useFormContext<QuoteForm>();
  const { fields, append, remove } = useFieldArray({ control, name: `lines.${index}.tiers` });
  const errors = useFormState<QuoteForm>({ name: `lines.${index}` }).errors.lines?.[index];
  const unit = unitText(line.quantity.unit);
  return (
    <div className="q-more">
      {fields.map((field, tier) => (
        <div key={field.id} className="q-tier">
          <DecimalField
            label={t("procurement.quote.form.tier_from")}
            suffix={unit}
            maxLength={19}
            error={errors?.tiers?.[tier]?.from?.message}
            {...register(`lines.${index}.tiers.${tier}.from`)}
          />
          <DecimalField
            label={t("procurement.quote.form.tier_price")}
            maxLength={23}
            error={errors?.tiers?.[tier]?.price?.message}
            {...register(`lines.${index}.tiers.${tier}.price`)}
          />
          <IconButton label={t("procurement.quote.form.tier_remove")} onClick={() => remove(tier)}>
            <IconTrash size={18} aria-hidden="true" />
          </IconButton>
        </div>
      ))}
      <div>
        <Button small icon={<IconPlus size={16} aria-hidden="true" />} onClick={() => append({ from: "", price: "" })}>
          {t("procurement.quote.form.tier_add")}
        </Button>
      </div>
      <DecimalField
        label={t("procurement.quote.form.minimum")}
        suffix={unit}
        maxLength={19}
        error={errors?.minimum?.message}
        {...register(`lines.${index}.minimum`)}
      />
      <TextField
        label={t("procurement.quote.form.line_note")}
        maxLength={1_000}
        error={errors?.note?.message}
        {...register(`lines.${index}.note`)}
      />
    </div>
  );
}
