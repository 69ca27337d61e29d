import { lastQuarterBefore, Quarter, quarterPlus } from "@jizhen/domain-town";
import { useTranslation } from "#lib/translation.tsx";
import { SelectField } from "#ui/field.tsx";
import { quarterName } from "./words.ts";

type Props = {
  readonly value: Quarter | null;
  /** What stands for all quarters, where a list may show them together. */
  readonly none?: string;
  readonly onChange: (quarter: Quarter | null) => void;
};

/** The last twelve quarters that are over, newest first. */
export function QuarterPicker({ value, none, onChange }: Props) {
  const { t } = useTranslation();
  const newest = lastQuarterBefore(new Date());
  const quarters = Array.from({ length: 12 }, (_, at) => quarterPlus(newest, -at));
  const choices = (value === null || quarters.includes(value) ? quarters : [value, ...quarters]).map((quarter) => ({
    value: quarter as string,
    label: quarterName(quarter, t),
  }));
  return (
    <SelectField
      label={t("figures.declaration.quarter")}
      {...(none !== undefined && { none })}
      choices={choices}
      value={value ?? ""}
      onChange={(event) => onChange(Quarter.safeParse(event.target.value).data ?? null)}
    />
  );
}
