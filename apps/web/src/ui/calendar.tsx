import { DatePicker, DatesProvider } from "@mantine/dates";
import "dayjs/locale/zh-cn";
import "./calendar.css";
import { useTranslation } from "react-i18next";
import { dateText } from "#lib/format.ts";
import { localeOf } from "#lib/words.ts";

type CalendarProps = {
  readonly value: string | null;
  readonly min?: string;
  readonly max?: string;
  readonly onPick: (date: string | null) => void;
};

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
        getDayAriaLabel={(date) => dateText(date, localeOf(i18n.language))}
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
