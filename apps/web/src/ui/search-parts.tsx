import { MultiSelect, Select } from "@mantine/core";
import { useTranslation } from "#lib/translation.tsx";
import { Field } from "./field.tsx";
import "./search.css";
import type { SearchChipsProps, SearchSelectProps } from "./search-select.tsx";

/** One of a long list, found by typing. */
export function SearchSelect({ choices, value, onChange, placeholder, clearable = true, onSearch, ...frame }: SearchSelectProps) {
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

/** Any of a long list, found by typing, kept as removable chips. */
export function SearchChips({ choices, value, onChange, placeholder, ...frame }: SearchChipsProps) {
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
