import { incoterms, needsPort } from "@jizhen/domain-procurement";
import { CurrencyCode } from "@jizhen/kernel";
import { useTranslation } from "#lib/translation.tsx";
import { OptionField } from "#ui/choices.tsx";
import { CheckField, DecimalField, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { Grid } from "#ui/layout.tsx";
import { UploadList } from "#ui/upload-list.tsx";
import { titleOf } from "./form.ts";
import type { FormPart } from "./main-fields.tsx";

const isTerm = (text: string): text is keyof typeof incoterms => text in incoterms;

type MoreProps = FormPart & {
  /** The request is on the market: what suppliers relied on stays. */
  readonly kept: boolean;
};

/** Everything that most requests do without, behind one fold. */
export function MoreFields({ form, onForm, kept }: MoreProps) {
  const { t, i18n } = useTranslation();
  const locale = i18n.language === "en" ? "en" : "zh-CN";
  return (
    <details className="p-more" id="field-port">
      <summary>
        <strong>{t("procurement.request.post.more")}</strong>
        <span className="k-quiet">{t("procurement.request.post.more_summary")}</span>
      </summary>
      <div className="k-stack k-gap-4">
        <TextField
          label={t("procurement.request.post.heading")}
          hint={t("procurement.request.post.heading_hint")}
          placeholder={titleOf({ ...form, title: "" }, locale)}
          maxLength={120}
          value={form.title}
          onChange={(event) => onForm((held) => ({ ...held, title: event.target.value }))}
        />
        <UploadList
          label={t("procurement.request.post.attachments")}
          hint={t("procurement.request.post.attachments_hint")}
          purpose="request"
          accept="image/*,.pdf,.dwg,.dxf,.xlsx,.docx"
          value={form.attachments}
          onChange={(attachments) => onForm((held) => ({ ...held, attachments }))}
        />
        <OptionField
          label={t("procurement.request.post.sealing")}
          disabled={kept}
          choices={(["at_rest", "none"] as const).map((value) => ({
            value,
            label: t(`procurement.request.sealing.${value}`),
            hint: t(`procurement.request.sealing.${value}_words`),
          }))}
          value={form.sealing}
          onChange={(sealing) => onForm((held) => ({ ...held, sealing }))}
        />
        <OptionField
          label={t("procurement.request.post.award_by")}
          choices={(["whole", "line"] as const).map((value) => ({ value, label: t(`procurement.request.post.award_by.${value}`) }))}
          value={form.awardBy}
          onChange={(awardBy) => onForm((held) => ({ ...held, awardBy }))}
        />
        <TradeFields form={form} onForm={onForm} kept={kept} />
        <Wishes form={form} onForm={onForm} kept={kept} />
        <TextArea
          label={t("procurement.request.post.other_note")}
          maxLength={4_000}
          value={form.note}
          onChange={(event) => onForm((held) => ({ ...held, note: event.target.value }))}
        />
      </div>
    </details>
  );
}

function TradeFields({ form, onForm, kept }: MoreProps) {
  const { t, i18n } = useTranslation();
  const terms = Object.entries(incoterms).map(([value, names]) => ({
    value,
    label: `${value} ${i18n.language === "en" ? names.en : names.zh}`,
  }));
  return (
    <Grid least={220}>
      <SelectField
        label={t("procurement.request.post.incoterm")}
        none={t("procurement.request.post.incoterm_none")}
        choices={terms}
        value={form.incoterm}
        onChange={(event) => onForm((held) => ({ ...held, incoterm: event.target.value }))}
      />
      {isTerm(form.incoterm) && needsPort(form.incoterm) && (
        <TextField
          label={t("procurement.request.post.port")}
          required
          value={form.port}
          maxLength={80}
          onChange={(event) => onForm((held) => ({ ...held, port: event.target.value }))}
        />
      )}
      <SelectField
        label={t("procurement.request.post.currency")}
        disabled={kept}
        choices={CurrencyCode.options.map((value) => ({ value, label: value }))}
        value={form.currency}
        onChange={(event) => onForm((held) => ({ ...held, currency: CurrencyCode.parse(event.target.value) }))}
      />
      <DecimalField
        label={t("procurement.request.post.ceiling")}
        suffix={form.currency}
        value={form.ceiling}
        onChange={(event) => onForm((held) => ({ ...held, ceiling: event.target.value }))}
      />
      <DecimalField
        label={t("procurement.request.post.payment_days")}
        value={form.paymentDays}
        onChange={(event) => onForm((held) => ({ ...held, paymentDays: event.target.value }))}
      />
    </Grid>
  );
}

function Wishes({ form, onForm, kept }: MoreProps) {
  const { t } = useTranslation();
  return (
    <div>
      <CheckField
        label={t("procurement.request.post.show_ceiling")}
        checked={form.showCeiling}
        onChange={(event) => onForm((held) => ({ ...held, showCeiling: event.target.checked }))}
      />
      <CheckField
        label={t("procurement.request.post.firm_date")}
        checked={form.firmDate}
        onChange={(event) => onForm((held) => ({ ...held, firmDate: event.target.checked }))}
      />
      <CheckField
        label={t("procurement.request.post.buyer_hidden")}
        disabled={kept}
        checked={form.buyerHidden}
        onChange={(event) => onForm((held) => ({ ...held, buyerHidden: event.target.checked }))}
      />
    </div>
  );
}
