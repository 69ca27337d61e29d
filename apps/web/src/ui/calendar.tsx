import { DatePicker, DatesProvider } from "@mantine/dates";
import "dayjs/locale/zh-cn";
import "./calendar.css";
import type { Locale } from "@jizhen/i18n";
import { useTranslation } from "#lib/translation.tsx";
import { localeOf } from "#lib/words.ts";

type CalendarProps = {
  readonly value: string | null;
  readonly min?: string;
  readonly max?: string;
  readonly onPick: (date: string | null) => void;
};

/** The day's own number stands alone in its name, so that what is seen is also what is heard and said. */
function dayName(date: string, locale: Locale): string {
  const day = new Date(`${date}T00:00:00Z`);
  const month = new Intl.DateTimeFormat(locale, { timeZone: "UTC", year: "numeric", month: "long" }).format(day);
  return locale === "en" ? `${day.getUTCDate()} ${month}` : `${month} ${day.getUTCDate()} 日`;
}

/** The month sheet behind `DateField`; the only place that loads the dates kit, hence the default export for `lazy`. */
export default function Calendar({ value, min, max, onPick }: CalendarProps) {
  const { t, i18n } = useTranslation();
  return (
    <DatesProvider settings={{ locale: i18n.language === "en" ? "en" : "zh-cn", firstDayOfWeek: 1 }}>
      <DatePicker
        value={value}
        onChange={onPick}
        {...(value === null ? {} : { defaultDate: value })}
        {...(min === undefined ? {} : { minDate: min })}
        {...(max === undefined ? {} : { maxDate: max })}
        size="md"
        getDayAriaLabel={(date) => dayName(date, localeOf(i18n.language))}
        monthLabelFormat={i18n.language === "en" ? "MMMM YYYY" : "YYYY年M月"}
        ariaLabels={{
          previousMonth: t("ui.date.previous_month"),
          nextMonth: t("ui.date.next_month"),
          previousYear: t("ui.date.previous_year"),
          nextYear: t("ui.date.next_year"),
          previousDecade: t("ui.date.previous_years"),
          nextDecade: t("ui.date.next_years"),
        }}
      />
    </DatesProvider>
  );
}
