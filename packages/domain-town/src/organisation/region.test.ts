import { expect, it } from "vitest";
import { countyChoices, readRegion, regionName } from "./region.ts";

it.each([
  ["140703", "140703", "county"],
  ["140726", "140703", "former_county"],
  ["140624", "140681", "former_county"],
  ["140727", "140703", "prefecture"],
  ["140700", "140703", "prefecture"],
  ["140921", "140703", "province"],
  ["140000", "140703", "province"],
  ["350100", "140703", "elsewhere"],
  ["990000", "140703", "unknown"],
  ["140403", null, "elsewhere"],
])("%s seen from a town in %s is %s", (code, town, match) => expect(readRegion(code, town).match).toBe(match));

it("names regions of today and of the past", () => {
  expect(["140726", "140703", "350100", "140000"].map(regionName)).toEqual(["太谷县", "太谷区", "福州市", "山西省"]);
  expect(readRegion("140726", "140703").successor).toBe("140703");
});

it("offers the 117 counties of Shanxi and none of the statistical areas", () => {
  expect(countyChoices).toHaveLength(117);
  expect(countyChoices.filter(({ code }) => ["140171", "140271", "140671", "140971"].includes(code))).toEqual([]);
});
