import type { LocalDate } from "./time.schema.ts";

export const millisecondsIn = { second: 1_000, minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

/** Every town of a deployment keeps this zone; it has had no daylight saving since 1991, so the offset is fixed. */
export const townZone = "Asia/Shanghai";
const townOffset = 8 * millisecondsIn.hour;

/** A text that `LocalDate` admits, for screens that load no schemas. */
export const isLocalDate = (text: string | null): text is LocalDate => {
  const midnight = text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00.000Z`) : Number.NaN;
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(`${text}T`);
};

/** The date in an instant's text; years of more than four digits have none. */
function dateIn(text: string): LocalDate {
  if (!/^\d{4}-/.test(text)) throw new RangeError(`no calendar date: ${text}`);
  return text.slice(0, 10) as LocalDate;
}

/** The town's calendar date at an instant. */
export const localDateAt = (at: Date): LocalDate => dateIn(new Date(at.getTime() + townOffset).toISOString());

/** The instant at which a date begins in the town. */
export const startOf = (date: LocalDate): Date => new Date(Date.parse(`${date}T00:00:00.000Z`) - townOffset);

export const plus = (at: Date, milliseconds: number): Date => new Date(at.getTime() + milliseconds);

export const plusDays = (date: LocalDate, days: number): LocalDate =>
  dateIn(new Date(Date.parse(`${date}T00:00:00.000Z`) + days * millisecondsIn.day).toISOString());

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
