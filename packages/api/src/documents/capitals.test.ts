import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inChineseCapitals } from "./capitals.ts";

const values: Readonly<Record<string, number>> = { 零: 0, 壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9 };
const scales: Readonly<Record<string, number>> = { 拾: 10, 佰: 100, 仟: 1_000 };

/** Reads the capitals back, as a cashier does. */
function read(text: string): number {
  let [whole, section, digit, fen] = [0, 0, 0, 0];
  for (const sign of text.replace(/整$/, "")) {
    if (sign in values) digit = values[sign] ?? 0;
    else if (sign in scales) [section, digit] = [section + digit * (scales[sign] ?? 0), 0];
    else if (sign === "万") [whole, section, digit] = [whole + (section + digit) * 10_000, 0, 0];
    else if (sign === "亿") [whole, section, digit] = [(whole + section + digit) * 100_000_000, 0, 0];
    else if (sign === "元") [fen, whole, section, digit] = [(whole + section + digit) * 100, 0, 0, 0];
    else if (sign === "角") [fen, digit] = [fen + digit * 10, 0];
    else if (sign === "分") [fen, digit] = [fen + digit, 0];
  }
  return fen;
}

describe("人民币大写", () => {
  it.each([
    [0, "零元整"],
    [1, "壹分"],
    [10, "壹角整"],
    [105, "壹元零伍分"],
    [170_653, "壹仟柒佰零陆元伍角叁分"],
    [10_000_00, "壹万元整"],
    [10_010_00, "壹万零壹拾元整"],
    [10_000_500_00, "壹仟万零伍佰元整"],
    [600_007_14, "陆拾万零柒元壹角肆分"],
    [168_032_00, "壹拾陆万捌仟零叁拾贰元整"],
    [1_000_000_001_00, "壹拾亿零壹元整"],
    [3_465_000, "叁万肆仟陆佰伍拾元整"],
    [-105, "负壹元零伍分"],
  ])("%i fen is %s", (fen, said) => expect(inChineseCapitals(fen)).toBe(said));

  it("reads back to the same amount, without two zeros beside each other", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (fen) => {
        const said = inChineseCapitals(fen);
        expect(read(said)).toBe(fen);
        expect(said).not.toMatch(/零零|零元|零万|零亿/);
      }),
    );
  });
});
