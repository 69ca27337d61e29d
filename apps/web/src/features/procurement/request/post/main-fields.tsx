import { isLocalDate } from "@jizhen/kernel";
import { useState } from "react";
import { serverNow } from "#lib/clock.ts";
import { momentText } from "#lib/format.ts";
import { useTranslation } from "#lib/translation.tsx";
import { localeOf } from "#lib/words.ts";
import { OptionField } from "#ui/choices.tsx";
import { DateField } from "#ui/date-field.tsx";
import { TextField } from "#ui/field.tsx";
import { Card, Grid } from "#ui/layout.tsx";
import type { PostForm } from "./blank.ts";
import { closesAtOf } from "./form.ts";
import { withDate } from "./line.ts";

export type FormPart = { readonly form: PostForm; readonly onForm: (change: (form: PostForm) => PostForm) => void };

const days = ["1", "3", "5", "10"] as const;

/** The only four fields besides the lines: when wanted, where to, until when, who may see it. */
export function MainFields({ form, onForm, keptReach }: FormPart & { readonly keptReach: boolean }) {
  const { t, i18n } = useTranslation();
  const locale = localeOf(i18n.language);
  const dates = [...new Set(form.lines.map(({ wantedDate }) => wantedDate))];
  const common = dates.length === 1 ? (dates[0] ?? null) : null;
  const { closing } = form;
  const [kept] = useState(closing.kind === "kept" ? closing : null);
  const closings = [
    ...(kept === null ? [] : [{ value: "kept", label: t("procurement.request.post.closing_kept") }]),
    ...days.map((value) => ({ value, label: t("procurement.request.post.closing_days", { days: value }) })),
    { value: "date", label: t("procurement.request.post.closing_date") },
  ];
  const closingFrom = (value: string): PostForm["closing"] =>
    value === "kept" && kept !== null ? kept : value === "date" ? { kind: "date", date: "" } : { kind: "days", days: Number(value) };
  const closesAt = closesAtOf(closing, serverNow());
  return (
    <Card>
      <Grid least={280}>
        <DateField
          label={t("procurement.request.post.default_date")}
          value={common}
          onChange={(date) =>
            onForm((held) => ({
              ...held,
              lines: held.lines.map((line) => (date === null || isLocalDate(date) ? withDate(line, date) : line)),
            }))
          }
        />
        <div id="field-place">
          <TextField
            label={t("procurement.request.post.place")}
            required
            placeholder={t("procurement.request.post.place_hint")}
            value={form.place}
            maxLength={200}
            onChange={(event) => onForm((held) => ({ ...held, place: event.target.value }))}
          />
        </div>
      </Grid>
      <div id="field-closing" className="k-stack k-gap-2">
        <OptionField
          label={t("procurement.request.post.closing")}
          choices={closings}
          value={closing.kind === "days" ? String(closing.days) : closing.kind}
          onChange={(value) => onForm((held) => ({ ...held, closing: closingFrom(value) }))}
          hint={t("procurement.request.post.closes_at", { at: momentText(closesAt, locale) })}
        />
        {closing.kind === "date" && (
          <DateField
            label={t("procurement.request.post.closing_on")}
            required
            value={closing.date === "" ? null : closing.date}
            onChange={(date) => onForm((held) => ({ ...held, closing: { kind: "date", date: date ?? "" } }))}
          />
        )}
      </div>
      <OptionField
        label={t("procurement.request.post.reach")}
        disabled={keptReach}
        choices={(["town", "province", "invited"] as const).map((value) => ({
          value,
          label: t(`procurement.request.post.reach.${value}`),
        }))}
        value={form.reach}
        onChange={(reach) => onForm((held) => ({ ...held, reach }))}
      />
    </Card>
  );
}
