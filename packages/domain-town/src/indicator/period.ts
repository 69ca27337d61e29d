import { LocalDate, localDateAt, startOf } from "@jizhen/kernel";
import * as z from "zod";

/**
 * Reporting periods in the town's zone: a month, a quarter, a year, or a year to date. What may be asked for lies in these
 * centuries; what is reckoned from it may lie a few years beside them, so that arithmetic does not go through these patterns.
 */
export const Month = z
  .string()
  .regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/)
  .brand<"Month">();
export type Month = z.infer<typeof Month>;
export const Quarter = z
  .string()
  .regex(/^(19|20|21)\d{2}-Q[1-4]$/)
  .brand<"Quarter">();
export type Quarter = z.infer<typeof Quarter>;
export const Year = z
  .string()
  .regex(/^(19|20|21)\d{2}$/)
  .brand<"Year">();
export type Year = z.infer<typeof Year>;
export const ToDate = z
  .string()
  .regex(/^(19|20|21)\d{2}-01\.\.(0[1-9]|1[0-2])$/)
  .brand<"ToDate">();
export type ToDate = z.infer<typeof ToDate>;
export const Period = z.union([Month, Quarter, Year, ToDate]);
export type Period = z.infer<typeof Period>;

export type PeriodKind = "month" | "quarter" | "year" | "to_date";

const two = (month: number): string => String(month).padStart(2, "0");
const monthIn = (year: string, month: number): Month => `${year}-${two(month)}` as Month;
const quarterIn = (year: string, nth: number): Quarter => `${year}-Q${nth}` as Quarter;

export function kindOfPeriod(period: Period): PeriodKind {
  if (period.includes("..")) return "to_date";
  if (period.includes("Q")) return "quarter";
  return period.length === 4 ? "year" : "month";
}

/** The months of a period, in order. */
export function monthsOf(period: Period): Month[] {
  const year = period.slice(0, 4);
  const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, at) => monthIn(year, first + at));
  switch (kindOfPeriod(period)) {
    case "month":
      return [period as Month];
    case "quarter": {
      const first = Number(period.slice(6)) * 3 - 2;
      return from(first, first + 2);
    }
    case "year":
      return from(1, 12);
    case "to_date":
      return from(1, Number(period.slice(9)));
  }
}

export const quarterOf = (month: Month): Quarter => quarterIn(month.slice(0, 4), Math.ceil(Number(month.slice(5)) / 3));
export const quartersOf = (year: Year): Quarter[] => [1, 2, 3, 4].map((nth) => quarterIn(year, nth));
export const yearOf = (period: Period): Year => period.slice(0, 4) as Year;

/** The same stretch a year earlier, which is what growth is measured against. */
export const aYearBefore = <P extends Period>(period: P): P => `${Number(period.slice(0, 4)) - 1}${period.slice(4)}` as P;

/** The quarter `steps` later; earlier when negative. */
export function quarterPlus(quarter: Quarter, steps: number): Quarter {
  const count = Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1 + steps;
  return quarterIn(String(Math.floor(count / 4)), (count % 4) + 1);
}

export function monthPlus(month: Month, steps: number): Month {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + steps;
  return monthIn(String(Math.floor(count / 12)), (count % 12) + 1);
}

/** First day, and the first day that no longer belongs to it: a business date is in when `from <= date < until`. */
export function daysOf(period: Period): { readonly from: LocalDate; readonly until: LocalDate } {
  const months = monthsOf(period);
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError(`a period without months: ${period}`);
  return { from: LocalDate.parse(`${first}-01`), until: LocalDate.parse(`${monthPlus(last, 1)}-01`) };
}

/** The instants between which something happened "in" the period: midnight to midnight in the town. */
export function instantsOf(period: Period): { readonly from: Date; readonly until: Date } {
  const { from, until } = daysOf(period);
  return { from: startOf(from), until: startOf(until) };
}

export const monthAt = (at: Date): Month => Month.parse(localDateAt(at).slice(0, 7));
/** The newest quarter that is over: the one to declare now. */
export const lastQuarterBefore = (at: Date): Quarter => quarterPlus(quarterOf(monthAt(at)), -1);
export const isOver = (period: Period, at: Date): boolean => instantsOf(period).until <= at;
