import { LocalDate, plusDays } from "@jizhen/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWorkingDay, plusWorkingDaysIn, standardCalendar, type TownCalendar, workingDaysBetween } from "./calendar.ts";

const date = (text: string) => LocalDate.parse(text);
const first = date("2025-11-01");
const someDate = fc.nat(500).map((days) => plusDays(first, days));
const someCalendar: fc.Arbitrary<TownCalendar> = fc.record({
  holidays: fc.array(someDate, { maxLength: 40 }),
  workdays: fc.array(someDate, { maxLength: 15 }),
});

/** The plain way: look at every day. */
function counted(calendar: TownCalendar, from: LocalDate, to: LocalDate): number {
  let count = 0;
  for (let day = plusDays(from, 1); day <= to; day = plusDays(day, 1)) if (isWorkingDay(calendar, day)) count += 1;
  return count;
}

describe("working days of a town (T18)", () => {
  it("are those that counting day by day finds, on any calendar", () => {
    fc.assert(
      fc.property(someCalendar, someDate, fc.nat(200), (calendar, from, length) => {
        const to = plusDays(from, length);
        expect(workingDaysBetween(calendar, from, to)).toBe(counted(calendar, from, to));
      }),
    );
  });

  it("end a deadline on the first day that completes the count", () => {
    fc.assert(
      fc.property(someCalendar, someDate, fc.integer({ min: 1, max: 40 }), (calendar, from, count) => {
        const due = plusWorkingDaysIn(calendar, from, count);
        expect(counted(calendar, from, due)).toBe(count);
        expect(isWorkingDay(calendar, due)).toBe(true);
      }),
    );
  });

  it.each([
    ["a plain week", "2026-11-23", 5, "2026-11-30"],
    ["the nine days of the spring festival, with the Saturday worked before them", "2026-02-13", 5, "2026-02-27"],
    ["the national holiday", "2026-09-30", 1, "2026-10-08"],
    ["a worked Saturday", "2026-05-08", 1, "2026-05-09"],
  ])("%s", (_, from, count, due) => {
    expect(plusWorkingDaysIn(standardCalendar, date(from), count)).toBe(due);
  });
});
