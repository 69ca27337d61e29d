import fc from "fast-check";
import { expect, it } from "vitest";
import { LocalDate } from "./time.schema.ts";
import { daysBetween, isLocalDate, localDateAt, plusDays, plusWorkingDays, startOf } from "./time.ts";

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

it("tells a calendar date as the schema does, without it", () => {
  const part = (most: number, length: number) => fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(length, "0"));
  const written = fc.tuple(part(9_999, 4), part(14, 2), part(33, 2)).map((parts) => parts.join("-"));
  fc.assert(
    fc.property(fc.oneof(written, fc.string(), fc.constantFrom("2024-02-29", "2023-02-29", "2026-04-31", "2026-11-23\n")), (text) => {
      expect(isLocalDate(text)).toBe(LocalDate.safeParse(text).success);
    }),
    { numRuns: 2_000 },
  );
});
