import { expect, it } from "vitest";
import { compactMoneyText, dateText, momentText, moneyText, priceText, relativeText } from "./format.ts";

/** Intl separates with several kinds of blank. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

it.each([
  [123_450, "CNY", "zh-CN", "¥1,234.50"],
  [123_450, "CNY", "en", "CNY 1,234.50"],
  [38, "JPY", "en", "JPY 38"],
  [1_500, "KWD", "en", "KWD 1.500"],
] as const)("%d %s in %s reads %s", (amount, currency, locale, text) => expect(plain(moneyText(amount, currency, locale))).toBe(text));

it("a unit price keeps every place it was written with", () => {
  expect(plain(priceText("0.0111051596", "CNY", "zh-CN"))).toBe("¥0.0111051596");
  expect(plain(priceText("12.5", "USD", "en"))).toBe("USD 12.50");
});

it("large amounts are said in 万 and 亿 in Chinese", () => {
  expect(plain(compactMoneyText(345_000_000, "CNY", "zh-CN"))).toBe("¥345万");
  expect(plain(compactMoneyText(12_300_000_000, "CNY", "zh-CN"))).toBe("¥1.2亿");
});

it("an instant is shown in the town's zone, a date is moved by none", () => {
  expect(momentText(new Date("2026-11-23T16:30:00Z"), "zh-CN")).toContain("2026/11/24");
  expect(momentText(new Date("2026-11-23T16:30:00Z"), "zh-CN")).toContain("00:30");
  expect(dateText("2026-12-01", "zh-CN")).toBe("2026/12/01");
  expect(dateText("2026-12-01", "en")).toBe("01 Dec 2026");
});

it("three hours ago is said as such", () =>
  expect(relativeText(new Date("2026-11-23T09:00:00Z"), new Date("2026-11-23T12:10:00Z"), "zh-CN")).toBe("3小时前"));
