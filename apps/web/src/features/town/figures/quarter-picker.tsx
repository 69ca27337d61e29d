import { lastQuarterBefore, type Quarter, quarterPlus } from "@jizhen/domain-town";
import { useTranslation } from "react-i18next";
import { SelectField } from "#ui/field.tsx";
import { quarterName } from "./words.ts";

type Props = { readonly value: Quarter; readonly onChange: (quarter: Quarter) => void };

/** The last twelve quarters that are over, newest first. */
export function QuarterPicker({ value, onChange }: Props) {
  const { t } = useTranslation();
  const newest = lastQuarterBefore(new Date());
  const quarters = Array.from({ length: 12 }, (_, at) => quarterPlus(newest, -at));
  const choices = (quarters.includes(value) ? quarters : [value, ...quarters]).map((quarter) => ({
    value: quarter,
    label: quarterName(quarter, t),
  }));
  return (
    <SelectField
      label={t("figures.declaration.quarter")}
      choices={choices}
      value={value}
      onChange={(event) => onChange(event.target.value as Quarter)}
    />
  );
}
