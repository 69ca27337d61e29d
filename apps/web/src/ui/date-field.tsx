import { Popover } from "@mantine/core";
import { IconCalendar } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "#lib/translation.tsx";
import { Field, type FieldFrame } from "./field.tsx";
import { Spinner } from "./spinner.tsx";

const Calendar = lazy(() => import("./calendar.tsx"));

type DateFieldProps = FieldFrame & {
  /** A calendar date "2026-11-23", or null. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly min?: string;
  readonly max?: string;
  readonly onBlur?: () => void;
};

const asDate = (text: string): string | null => {
  const [, year, month, day] = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(text.normalize("NFKC").trim()) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const instant = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date) ? date : null;
};

/** A date, typed ("2026-12-1", "20261201") or picked; the calendar loads when it is first opened. */
export function DateField({ value, onChange, min, max, onBlur, ...frame }: DateFieldProps) {
  const { t } = useTranslation();
  const [text, setText] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const settle = () => {
    if (text !== null) {
      if (text.trim() === "") onChange(null);
      else if (asDate(text) !== null) onChange(asDate(text));
      setText(null);
    }
    onBlur?.();
  };
  return (
    <Field {...frame}>
      {(wiring) => (
        <div className="k-control">
          <input
            {...wiring}
            className="k-input"
            inputMode="numeric"
            autoComplete="off"
            placeholder={t("ui.date.placeholder")}
            value={text ?? value ?? ""}
            onChange={(event) => setText(event.target.value)}
            onBlur={settle}
            onKeyDown={(event) => event.key === "Enter" && settle()}
          />
          <Popover opened={open} onChange={setOpen} trapFocus returnFocus position="bottom-end" withinPortal>
            <Popover.Target>
              <button type="button" className="k-inside-button" aria-label={t("ui.date.open")} onClick={() => setOpen(!open)}>
                <IconCalendar size={18} aria-hidden="true" />
              </button>
            </Popover.Target>
            <Popover.Dropdown aria-label={t("ui.date.open")}>
              <Suspense fallback={<Spinner />}>
                <Calendar
                  value={value}
                  {...(min === undefined ? {} : { min })}
                  {...(max === undefined ? {} : { max })}
                  onPick={(date) => {
                    setText(null);
                    onChange(date);
                    setOpen(false);
                  }}
                />
              </Suspense>
            </Popover.Dropdown>
          </Popover>
        </div>
      )}
    </Field>
  );
}
