import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readingOf, readingsIn } from "./reading.ts";
import { countedWords, tradeWords } from "./trade-words.ts";

const word = fc.constantFrom(
  ...tradeWords.map(({ zh }) => zh),
  ...Object.keys(countedWords).map((unit) => `15${unit}`),
  "不",
  "，",
  " DN150 ",
  "我厂",
);
const text = fc.oneof(
  fc.array(word, { maxLength: 12 }).map((words) => words.join("")),
  fc.string({ unit: "grapheme", maxLength: 40 }),
);

describe("a reading by dictionary", () => {
  it("never alters, loses or invents a sign of the text", () => {
    fc.assert(
      fc.property(text, (written) => {
        expect(
          readingOf(written)
            .map((piece) => piece.text)
            .join(""),
        ).toBe(written);
      }),
    );
  });

  it("says only what the dictionaries hold, whatever stands around a term", () => {
    expect(readingsIn("密封面水线按厂标加工")).toEqual(["sealing face", "serrated finish", "works standard", "machined"]);
    expect(readingsIn("现货，15天发货，含税不含运费")).toEqual(["in stock", "15 days", "dispatch", "tax included", "freight excluded"]);
    expect(readingsIn("带颈对焊法兰可以做，材质20#")).toContain("Welding neck flange");
  });

  it("never drops a negation", () => {
    expect(readingsIn("不含税")).toEqual(["tax excluded"]);
    expect(readingsIn("非现货")).toEqual(["not: in stock"]);
    expect(readingsIn("未检验")).toEqual(["not: inspection"]);
    fc.assert(
      fc.property(fc.constantFrom("不", "未", "无", "没", "非"), fc.constantFrom(...tradeWords), (no, { zh, en }) => {
        expect(readingsIn(no + zh)).not.toContain(en);
      }),
    );
  });

  it("has nothing to say of a text without Chinese, nor of a number in the middle of another", () => {
    expect(readingsIn("DN150 PN16, ex stock")).toEqual([]);
    expect(readingsIn("GB/T 9124.1")).toEqual([]);
    expect(readingsIn("2026年12月1日")).toEqual([]);
    expect(readingsIn("1天，2周")).toEqual(["1 day", "2 weeks"]);
  });

  it("knows each word once, with a reading", () => {
    expect(new Set(tradeWords.map(({ zh }) => zh)).size).toBe(tradeWords.length);
    expect(tradeWords.filter(({ zh, en }) => zh === "" || en === "")).toEqual([]);
  });
});
