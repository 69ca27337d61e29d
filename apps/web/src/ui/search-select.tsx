import { MultiSelect, Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type Choice, Field, type FieldFrame } from "./field.tsx";

type One = FieldFrame & {
  readonly choices: readonly Choice[];
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly placeholder?: string;
  readonly clearable?: boolean;
  readonly onSearch?: (text: string) => void;
};

/** One of a long list, found by typing. */
export function SearchSelect({ choices, value, onChange, placeholder, clearable = true, onSearch, ...frame }: One) {
  const { t } = useTranslation();
  return (
    <Field {...frame}>
      {(wiring) => (
        <Select
          {...wiring}
          data={choices.map(({ value: code, label }) => ({ value: code, label }))}
          value={value}
          onChange={onChange}
          searchable
          clearable={clearable}
          clearButtonProps={{ "aria-label": t("ui.clear") }}
          nothingFoundMessage={t("ui.nothing_found")}
          limit={100}
          error={frame.error !== undefined}
          {...(placeholder === undefined ? {} : { placeholder })}
          {...(onSearch === undefined ? {} : { onSearchChange: onSearch })}
        />
      )}
    </Field>
  );
}

type Some = FieldFrame & {
  readonly choices: readonly Choice[];
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
  readonly placeholder?: string;
};

/** Any of a long list, found by typing, kept as removable chips. */
export function SearchChips({ choices, value, onChange, placeholder, ...frame }: Some) {
  const { t } = useTranslation();
  return (
    <Field {...frame}>
      {(wiring) => (
        <MultiSelect
          {...wiring}
          data={choices.map(({ value: code, label }) => ({ value: code, label }))}
          value={[...value]}
          onChange={onChange}
          searchable
          clearable
          clearButtonProps={{ "aria-label": t("ui.clear") }}
          nothingFoundMessage={t("ui.nothing_found")}
          limit={100}
          error={frame.error !== undefined}
          {...(placeholder === undefined || value.length > 0 ? {} : { placeholder })}
        />
      )}
    </Field>
  );
}
