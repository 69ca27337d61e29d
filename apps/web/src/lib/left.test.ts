import fc from "fast-check";
import { expect, it } from "vitest";
import { leftOf, nextThreshold, shownLeft } from "./left.ts";

it.each([
  [0, { days: 0, hours: 0, minutes: 0, seconds: 0 }],
  [1, { days: 0, hours: 0, minutes: 0, seconds: 1 }],
  [59_001, { days: 0, hours: 0, minutes: 1, seconds: 0 }],
  [86_400_000 + 3_600_000, { days: 1, hours: 1, minutes: 0, seconds: 0 }],
  [-5_000, { days: 0, hours: 0, minutes: 0, seconds: 0 }],
])("%d ms left reads %j", (milliseconds, shown) => expect(leftOf(milliseconds)).toEqual(shown));

it("tells the last hour once, when it begins", () => {
  expect(nextThreshold(3_600_500, 3_599_500)).toBe(3_600_000);
  expect(nextThreshold(3_599_500, 3_598_500)).toBeNull();
});

it("tells only the end to a device that slept through the last hour", () => expect(nextThreshold(7_200_000, -30_000)).toBe(0));

/** The parts of which words are made: days with hours, hours with minutes, else minutes with seconds. */
const spoken = (milliseconds: number) => {
  const { days, hours, minutes, seconds } = leftOf(milliseconds);
  return days > 0 ? [days, hours] : hours > 0 ? [0, hours, minutes] : [0, 0, minutes, seconds];
};
it("is drawn anew when its words change, and only then", () =>
  fc.assert(
    fc.property(fc.integer({ min: -10_000, max: 200_000_000 }), fc.integer({ min: 0, max: 120_000 }), (left, later) => {
      const [now, then] = [shownLeft(left), shownLeft(left - later)];
      expect(spoken(now)).toEqual(spoken(left));
      expect(now === then).toBe(JSON.stringify(spoken(left)) === JSON.stringify(spoken(left - later)));
    }),
  ));
