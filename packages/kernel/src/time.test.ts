import fc from "fast-check";
import { expect, it } from "vitest";
import { daysBetween, LocalDate, localDateAt, plusDays, plusWorkingDays, startOf } from "./time.ts";

it("a day begins at midnight in the town and ends before the next", () => {
  expect(localDateAt(new Date("2026-11-23T15:59:59.999Z"))).toBe("2026-11-23");
  expect(localDateAt(new Date("2026-11-23T16:00:00.000Z"))).toBe("2026-11-24");
  expect(startOf(LocalDate.parse("2026-11-24")).toISOString()).toBe("2026-11-23T16:00:00.000Z");
});

it("adding days and counting them agree", () => {
  fc.assert(
    fc.property(fc.integer({ min: -4000, max: 4000 }), (days) => {
      const from = LocalDate.parse("2026-02-28");
      expect(daysBetween(from, plusDays(from, days))).toBe(days);
    }),
  );
});

it("two working days after a Friday afternoon is Tuesday", () => {
  const friday = new Date("2026-11-20T08:00:00.000Z");
  expect(plusWorkingDays(friday, 2).toISOString()).toBe("2026-11-24T08:00:00.000Z");
});
