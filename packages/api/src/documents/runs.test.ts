import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { everyday, fontsFor } from "./fonts.ts";
import { recorder, typesetter } from "./runs.ts";

const plain = (text: string) => Array.from(text, (sign) => sign.codePointAt(0) ?? 0);
const small = typesetter([
  { name: "small", covers: new Set(plain("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz +/.-〓Ø法兰")) },
]);
const said = (text: string) =>
  small
    .set(text)
    .map((run) => run.text)
    .join("");

describe("text on a paper", () => {
  it("never leaves a hole: a sign the fonts lack is shown with its number", () => {
    expect(said("法兰𠮷")).toBe("法兰〓U+20BB7 ");
    expect(small.replaced()).toBe(true);
  });

  it("writes a diameter as a diameter and a roman numeral in letters", () => expect(said("φ219 Ⅲ")).toBe("Ø219 III"));

  it("keeps the name of a standard in one piece and lets a word without an end break", () => {
    expect(small.set("HG/T 20592")).toContainEqual({ text: "HG/T 20592", font: "small", noWrap: true });
    expect(small.set("A".repeat(60))).toContainEqual({ text: "A".repeat(60), font: "small", wordBreak: "break-all" });
  });

  it("loses no sign of any text, and draws only what its fonts hold", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (text) => {
        for (const run of small.set(text)) for (const sign of run.text.replaceAll("\n", "")) expect(said(sign)).toBe(sign);
        const drawn = said(text).length;
        expect(drawn).toBeGreaterThanOrEqual(Array.from(text.normalize("NFC")).filter((sign) => /[A-Z]/.test(sign)).length);
      }),
    );
  });
});

describe("the fonts of a paper", () => {
  it("are the everyday cut alone for everyday text, and a further cut for a rarer sign that occurs", async () => {
    expect((await fontsFor("采购订单 Purchase order ±0.5 ×")).map((font) => font.name)).toEqual([everyday]);
    const more = await fontsFor("±0.5℃ ≤ ①");
    expect(more.length).toBeGreaterThan(1);
    const set = typesetter(more);
    expect(
      set
        .set("℃≤①")
        .map((run) => run.text)
        .join(""),
    ).toBe("℃≤①");
    expect(set.replaced()).toBe(false);
  });

  it("are asked for every sign that will stand there, also those that stand for another", () => {
    const read = recorder();
    read.type.set("φ25");
    expect(Array.from(read.text())).toEqual(expect.arrayContaining(["Ø", "2", "5"]));
  });
});
