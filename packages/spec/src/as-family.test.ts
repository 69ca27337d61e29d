import { expect, it } from "vitest";
import { asFamily } from "./as-family.ts";
import { textOf } from "./held.ts";
import { nameOf, summaryOf } from "./names.ts";
import { allPacks } from "./packs/all.ts";
import { parse } from "./parse/parse.ts";

const specOf = (text: string) => {
  const [line] = parse(text, allPacks, { pack: "flange" }).lines;
  if (line === undefined) throw new Error(text);
  return line.spec;
};

it("keeps what the other family also knows and gives the rest back as words", () => {
  const fitting = asFamily(specOf("同心异径管 DN25×20 20# SCH40 10个"), "malleable");
  expect(textOf(fitting, "dn")).toBe("25×20");
  expect(textOf(fitting, "type")).toBeNull();
  expect(fitting.note).toContain("同心异径管");
  expect(fitting.note).toContain("20#");
});

it("never carries a code into a list that has another meaning for it", () => {
  expect(textOf(asFamily(specOf("WN DN150 PN16 20# 10片"), "malleable"), "type")).toBeNull();
});

it("says a line in a few words of the reader's language", () => {
  const spec = specOf("WN DN150 PN16 RF 20# 10片");
  expect(summaryOf(spec, "zh-CN")).toBe("WN 带颈对焊法兰 DN150 PN16 RF 20#");
  expect(summaryOf(spec, "en")).toBe("WN Welding neck flange DN150 PN16 RF 20#");
  expect(summaryOf(specOf("清香型白酒 53度 500ml 2000箱(6瓶/箱)"), "zh-CN")).toBe("白酒 清香型 53 %vol 500 ml 6瓶/箱");
  expect(nameOf({ family: "flange", attribute: "rating" }, "zh-CN")).toBe("压力等级");
  expect(nameOf({ family: "flange", attribute: "family", value: "malleable" }, "en")).toBe("Malleable fitting");
});
