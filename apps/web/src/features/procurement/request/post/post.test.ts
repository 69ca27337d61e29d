import { LocalDate } from "@jizhen/kernel";
import { heldOf, textOf } from "@jizhen/spec";
import { describe, expect, it } from "vitest";
import { emptyForm, type PostForm } from "./blank.ts";
import { cellText, filledDown, pasted, readGrid, withCell } from "./cells.ts";
import { columnsFor } from "./columns.ts";
import { closesAtOf, formFrom, gapsOf, readBox, termsOf, titleOf } from "./form.ts";
import { asText, confirmed, findingsOf, stopsOf } from "./line.ts";

const today = LocalDate.parse("2026-11-23");
const now = new Date("2026-11-23T02:00:00Z");
const keys = () => {
  let last = 0;
  return () => `line-${++last}`;
};
const read = (text: string, place = "定襄县宏道镇"): PostForm => readBox(emptyForm(place), text, now, "flange", keys());
const first = (form: PostForm) => {
  const [line] = form.lines;
  if (line === undefined) throw new Error("no line was read");
  return line;
};

describe("the box", () => {
  it("one pasted line of a clerk is ready to go out without another key", () => {
    const form = read("WN DN150 PN16 20# 200件 30天");
    expect(gapsOf(form, now, today)).toEqual([]);
    expect(first(form)).toMatchObject({ quantity: "200", unit: "H87", wantedDate: "2026-12-23" });
    expect(termsOf(form, "zh-CN")?.lines[0]?.quantity).toEqual({ value: "200", unit: "H87" });
  });

  it("what is missing is named by line, and by-text publishing needs none of it", () => {
    const form = read("DN100 法兰 PN16");
    expect(gapsOf(form, now, today).map(({ kind, line }) => `${kind} ${line}`)).toEqual(["quantity 1", "spec 1", "spec 1"]);
    expect(stopsOf(asText(first(form), true))).toEqual([]);
  });

  it("an Excel block becomes as many lines as it has rows", () => {
    const form = read("名称\t规格\t材质\t数量\n对焊法兰\tDN150 PN16 RF\t20#\t200\n盲板\tDN80 PN10\tQ235\t60");
    expect(form.lines.map(({ quantity }) => quantity)).toEqual(["200", "60"]);
    expect(titleOf(form, "zh-CN")).toContain("等 2 项");
  });

  it("a second paste is added below, nothing typed is lost", () => {
    const form = read("WN DN150 PN16 20# 200件");
    expect(readBox(form, "SO DN80 PN10 Q235B 60件", now, "flange", keys()).lines).toHaveLength(2);
  });
});

it("one day is never less than a day when the publication arrives, and ends on the hour", () => {
  for (const minutes of [0, 29, 54, 55, 59]) {
    const written = new Date(now.getTime() + minutes * 60_000 + 999);
    const closesAt = closesAtOf({ kind: "days", days: 1 }, written);
    expect(closesAt.getTime() - written.getTime()).toBeGreaterThan(24 * 3_600_000 + 4 * 60_000);
    expect(closesAt.getTime() % 3_600_000).toBe(0);
  }
});

describe("cells", () => {
  const form = read("WN DN150 PN16 20# 200件\nSO DN80 PN10 Q235B 60件\nBL DN80 PN10 Q235B 60件");
  const columns = columnsFor(form.lines);
  const at = (code: string) =>
    columns.findIndex((column) => (column.kind === "attribute" ? column.attribute.code : `@${column.kind}`) === code);
  const column = (code: string) => {
    const found = columns[at(code)];
    if (found === undefined) throw new Error(`no column ${code}`);
    return found;
  };

  it("leaving a cell untouched changes nothing", () => {
    for (const each of columns) expect(withCell(first(form), each, cellText(first(form), each, "zh-CN"), "zh-CN")).toBe(first(form));
  });

  it.each([
    ["dn", "200", "200"],
    ["dn", "DN65", "65"],
    ["type", "盲板", "BL"],
    ["type", "slip on flange", "SO"],
    ["rating", "PN25", "PN25"],
  ])("%s typed as %s is %s", (code, typed, value) => {
    const line = withCell(first(form), column(code), typed, "zh-CN");
    expect(textOf(line.spec, code)).toBe(value);
    expect(heldOf(line.spec, code)).toMatchObject({ origin: "typed", state: "sure" });
  });

  it("a pasted column fills the rows below, in their order", () => {
    const next = pasted(form.lines, columns, { row: 0, column: at("@quantity") }, "1\r\n2\r\n3", "zh-CN");
    expect(next.map(({ quantity }) => quantity)).toEqual(["1", "2", "3"]);
  });

  it("filling down touches empty cells only", () => {
    const facing = column("facing");
    const set = [withCell(first(form), facing, "RF", "zh-CN"), ...form.lines.slice(1)];
    expect(filledDown(set, facing, 0, "zh-CN").map(({ spec }) => textOf(spec, "facing"))).toEqual(["RF", "RF", "RF"]);
    expect(filledDown(form.lines, column("type"), 0, "zh-CN").map(({ spec }) => textOf(spec, "type"))).toEqual(["WN", "SO", "BL"]);
  });

  it("a spreadsheet's quoted cell keeps its line break", () =>
    expect(readGrid('a\t"b\nc"\r\nd\te\r\n')).toEqual([
      ["a", "b\nc"],
      ["d", "e"],
    ]));
});

it("a doubt is gone once the person says it is right", () => {
  const form = read("平焊法兰 DN80 PN10 Q235B 60件");
  const line = first(form);
  const doubtful = line.spec.values.filter(({ state }) => state === "doubt");
  expect(doubtful.map(({ attribute }) => attribute)).toContain("type");
  expect(stopsOf(line).length).toBeGreaterThan(0);
  const sure = doubtful.reduce((held, { attribute }) => confirmed(held, attribute), line);
  expect(stopsOf(sure)).toEqual([]);
  expect(findingsOf(sure).some(({ attributes }) => attributes.includes("type"))).toBe(false);
});

it("a stored request comes back into the form as it went out", () => {
  const terms = termsOf({ ...read("WN DN150 PN16 20# 200件 30天"), ceiling: "12000.5", paymentDays: "30" }, "zh-CN");
  if (terms === null) throw new Error("the form was not complete");
  expect(termsOf(formFrom(terms, null, keys()), "zh-CN")).toEqual(terms);
});
