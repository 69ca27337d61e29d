import { daysBetween, LocalDate, plusDays } from "@jizhen/kernel";
import * as z from "zod";
import { national } from "./holidays.data.ts";

/** Days that differ from the week: weekdays off, and weekend days that are worked in their place. */
export const TownCalendar = z.strictObject({
  holidays: z.array(LocalDate).max(400),
  workdays: z.array(LocalDate).max(100),
});
export type TownCalendar = z.infer<typeof TownCalendar>;

export const standardCalendar: TownCalendar = {
  holidays: national.holidays.map((day) => LocalDate.parse(day)),
  workdays: national.workdays.map((day) => LocalDate.parse(day)),
};

/** A Monday, from which weeks are counted. */
const monday = LocalDate.parse("2024-01-01");
const weekdayOf = (date: LocalDate): number => (((daysBetween(monday, date) % 7) + 7) % 7) + 1;
const isWeekend = (date: LocalDate): boolean => weekdayOf(date) > 5;

export const isWorkingDay = ({ holidays, workdays }: TownCalendar, date: LocalDate): boolean =>
  workdays.includes(date) || (!isWeekend(date) && !holidays.includes(date));

/** Weekdays from the Monday of 2024 up to and including a date. */
function weekdaysUpTo(date: LocalDate): number {
  const days = daysBetween(monday, date) + 1;
  const weeks = Math.floor(days / 7);
  return weeks * 5 + Math.min(days - weeks * 7, 5);
}

/** How many working days lie after `from` up to and including `to`; by weeks and exceptions, not day by day. */
export function workingDaysBetween({ holidays, workdays }: TownCalendar, from: LocalDate, to: LocalDate): number {
  if (to <= from) return 0;
  const within = (date: LocalDate): boolean => date > from && date <= to;
  const worked = new Set(workdays);
  const off = new Set(holidays.filter((date) => within(date) && !isWeekend(date) && !worked.has(date)));
  const made = new Set(workdays.filter((date) => within(date) && isWeekend(date)));
  return weekdaysUpTo(to) - weekdaysUpTo(from) - off.size + made.size;
}

/** The date `count` working days after a date: the day itself does not count. */
export function plusWorkingDaysIn(calendar: TownCalendar, from: LocalDate, count: number): LocalDate {
  let date = from;
  for (let left = count; left > 0; left = count - workingDaysBetween(calendar, from, date)) date = plusDays(date, left);
  return date;
}
