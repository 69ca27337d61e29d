import { describe, expect, it } from "vitest";
import { isStorable } from "./well-formed.ts";

const nested = (levels: number): unknown => Array.from({ length: levels }).reduce<unknown>((inner) => [inner], 1);

describe("an input that the database could not keep", () => {
  it.each([
    ["a text with NUL", { note: "a\0b" }],
    ["the first half of a pair alone", ["\ud800"]],
    ["the second half alone", ["x\udc00"]],
    ["halves in the wrong order", "\udc00\ud800"],
    ["NUL in the name of a field", { "a\0": 1 }],
    ["a nest of a hundred thousand", nested(100_000)],
  ])("%s is known", (_, input) => expect(isStorable(input)).toBe(false));

  it.each([
    ["nothing", undefined],
    ["signs outside the first plane", { note: "𠮷野家 👩‍👩‍👧" }],
    ["line breaks and marks of direction", "a\r\n\u202eb"],
    ["dates, numbers and nests of use", [new Date(), 1, null, nested(20)]],
  ])("%s may pass", (_, input) => expect(isStorable(input)).toBe(true));
});
