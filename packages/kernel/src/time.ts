import * as z from "zod";

export const millisecondsIn = { second: 1_000, minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

/** A calendar date without a time, in the town's zone: "2026-11-23". */
export const LocalDate = z.iso.date().brand<"LocalDate">();
export type LocalDate = z.infer<typeof LocalDate>;

/** Every town of a deployment keeps this zone; it has had no daylight saving since 1991, so the offset is fixed. */
export const townZone = "Asia/Shanghai";
const townOffset = 8 * millisecondsIn.hour;

/** The town's calendar date at an instant. */
export const localDateAt = (at: Date): LocalDate => LocalDate.parse(new Date(at.getTime() + townOffset).toISOString().slice(0, 10));

/** The instant at which a date begins in the town. */
export const startOf = (date: LocalDate): Date => new Date(Date.parse(`${date}T00:00:00.000Z`) - townOffset);

export const plus = (at: Date, milliseconds: number): Date => new Date(at.getTime() + milliseconds);

export const plusDays = (date: LocalDate, days: number): LocalDate =>
  LocalDate.parse(new Date(Date.parse(`${date}T00:00:00.000Z`) + days * millisecondsIn.day).toISOString().slice(0, 10));

/** Whole calendar days from one date to another; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(`${to}T00:00:00.000Z`) - Date.parse(`${from}T00:00:00.000Z`)) / millisecondsIn.day);

/** The instant `days` working days (Monday to Friday) later, at the same time of day. */
export function plusWorkingDays(at: Date, days: number): Date {
  let result = at;
  let left = days;
  while (left > 0) {
    result = plus(result, millisecondsIn.day);
    const weekday = new Date(result.getTime() + townOffset).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return result;
}
