import { normaliseNumber } from "@jizhen/domain-town";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { isRefusal, say } from "#lib/say.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPC } from "#lib/trpc.ts";
import { CheckField, TextField } from "#ui/field.tsx";
import { Notice } from "#ui/states.tsx";
import { NumberSigns } from "../parts/number-signs.tsx";
import { positionsText } from "../parts/signs.ts";
import type { JoinForm } from "./form.ts";

type Checked = Outputs["town"]["organisation"]["checkNumber"];

/** Waits until the typing rests, so that a question is asked for a number and not for every sign. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), 350);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}

/** The registration number with its live check: what cannot be is told with its place, what is doubtful is asked, what is taken is said. */
export function NumberField({ form, country }: { readonly form: UseFormReturn<JoinForm>; readonly country: string }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const written = form.watch("organisation.number");
  const rested = useRested(written);
  const number = normaliseNumber(rested);
  // A number that is still being typed is not yet wrong.
  const complete = country === "CN" ? number.length >= 18 : number.length >= 3;
  const check = useQuery({
    ...trpc.town.organisation.checkNumber.queryOptions({ country, number: rested.slice(0, 60), townId: null }),
    enabled: complete,
    retry: false,
  });
  const own = form.formState.errors.organisation?.number?.message;
  const found = complete && check.isError && isRefusal(check.error) ? say(check.error) : undefined;
  const chinese = country === "CN";
  return (
    <>
      <TextField
        label={t(chinese ? "town.join.number" : "town.join.register_number")}
        hint={chinese ? t("town.join.number_hint", { count: number.length }) : t("town.join.register_hint")}
        required
        spellCheck={false}
        autoCapitalize="characters"
        maxLength={60}
        error={own ?? found}
        {...form.register("organisation.number", { onChange: () => form.setValue("organisation.shownExactly", false) })}
      />
      {complete && check.data !== undefined && <Finding checked={check.data} form={form} />}
    </>
  );
}

function Finding({ checked, form }: { readonly checked: Checked; readonly form: UseFormReturn<JoinForm> }) {
  const { t, i18n } = useTranslation();
  const { number, warned, positions, taken, region, registrar } = checked;
  if (taken) return <Notice tone="bad">{t("town.organisation.code_taken")}</Notice>;
  if (warned.length > 0) {
    return (
      <Notice tone="doubt">
        <p>{t("town.join.doubt", { positions: positionsText(positions, i18n.language) })}</p>
        <NumberSigns number={number} positions={positions} label={number} />
        <CheckField
          label={t("town.join.shown_exactly")}
          error={form.formState.errors.organisation?.shownExactly?.message}
          {...form.register("organisation.shownExactly")}
        />
      </Notice>
    );
  }
  return (
    <Notice tone="good">
      <NumberSigns number={number} positions={[]} label={number} />
      <p>
        {t("town.join.number_good")}
        {region !== null && region.name !== null && ` · ${t("town.join.region", { name: region.name })}`}
        {registrar !== null && ` · ${t(`town.registrar.${registrar}`)}`}
      </p>
    </Notice>
  );
}
