import { readCreditCode } from "@jizhen/domain-town";
import { expect, it } from "vitest";
import { inventedNumber } from "./numbers.ts";

it("the first invented firm of Dingxiang has the number that the design names", () =>
  expect(inventedNumber("140921", 1)).toBe("91140921DEM000014N"));

it("invented numbers are sound, or warned where that is wanted, and none is given twice", () => {
  const counts = Array.from({ length: 300 }, (_, index) => index + 1);
  for (const count of counts) {
    for (const warned of [false, true]) {
      const read = readCreditCode(inventedNumber("140921", count, warned));
      expect(read.ok && read.value.warned.length > 0).toBe(warned);
      expect(read.ok).toBe(true);
    }
  }
  expect(new Set(counts.map((count) => inventedNumber("140727", count))).size).toBe(300);
});
