import { LocalDate } from "@jizhen/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkSign, organisationCheckSign } from "../organisation/credit-code.ts";
import { findColumns } from "./columns.ts";
import { checkRows, rowResults, type Sheet } from "./compare.ts";
import { RollContent, RollEntry, RollEntryId } from "./model.ts";

const today = LocalDate.parse("2026-11-26");
const header = ["企业名称", "统一社会信用代码", "状态", "从业人数", "成立日期"];

/** A sound code of an organisation that nobody has. */
function codeOf(count: number): string {
  const organisation = `T${String(count).padStart(7, "0")}`;
  const body = `91140921${organisation}${organisationCheckSign(organisation)}`;
  return `${body}${checkSign(body)}`;
}

function sheetOf(rows: readonly (readonly string[])[]): Sheet {
  const found = findColumns([header, ...rows]);
  if (found === null) throw new Error("the heading names the firms");
  return { header, columns: found.columns, rows: rows.map((cells, index) => ({ rowNo: index + 2, cells })) };
}

const firms = fc
  .uniqueArray(fc.nat(9_999), { minLength: 1, maxLength: 30 })
  .map((counts) => counts.map((count) => [`定襄试验${count}号锻造厂`, codeOf(count), "在营", "12", "2010-05-06"]));
const ids = (index: number) => RollEntryId.parse(`roll_${String(index).padStart(26, "0")}`);

describe("a list against the roll", () => {
  it("gives each row one result whatever its cells hold, and a row that goes in is a whole entry", () => {
    const cell = fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.constantFrom("", "constructor", "__proto__", "=1+1", "9.114E+17", "在营", "注销", codeOf(7), "2010-13-45", "1e400", "\u0000"),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 20 }), (rows) => {
        const checked = checkRows(sheetOf(rows), [], today);
        expect(checked.map(({ rowNo }) => rowNo)).toEqual(rows.map((_, index) => index + 2));
        for (const row of checked) {
          expect(rowResults).toContain(row.result);
          if ("content" in row) expect(RollContent.safeParse(row.content).error).toBeUndefined();
        }
      }),
    );
  });

  it("written once, the same list again changes nothing", () => {
    fc.assert(
      fc.property(firms, (rows) => {
        const first = checkRows(sheetOf(rows), [], today);
        const roll = first.flatMap((row, index) =>
          "content" in row ? [RollEntry.parse({ ...row.content, id: ids(index), version: 0 })] : [],
        );
        expect(roll).toHaveLength(rows.length);
        expect(new Set(checkRows(sheetOf(rows), roll, today).map(({ result }) => result))).toEqual(new Set(["same"]));
      }),
    );
  });

  it("finds its columns in any order", () => {
    fc.assert(
      fc.property(firms, fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (rows, order) => {
        const found = findColumns([
          order.map((index) => header[index] ?? ""),
          ...rows.map((row) => order.map((index) => row[index] ?? "")),
        ]);
        expect(found?.columns).toEqual({
          nameZh: order.indexOf(0),
          number: order.indexOf(1),
          state: order.indexOf(2),
          employees: order.indexOf(3),
          establishedOn: order.indexOf(4),
        });
      }),
    );
  });

  it.each([
    ["a number that a spreadsheet rounded", ["定襄甲厂", "9.1140921E+17", "", "", ""], "town.import.row_number_damaged"],
    ["no name", ["", codeOf(1), "", "", ""], "town.import.row_name_missing"],
    ["a formula", ["=HYPERLINK(1)", codeOf(1), "", "", ""], "town.import.row_formula"],
    ["a state nobody knows", ["定襄甲厂", codeOf(1), "constructor", "", ""], "town.import.row_state"],
    ["a day to come", ["定襄甲厂", codeOf(1), "", "", "2026-11-27"], "town.import.row_date_future"],
    ["a day that is none", ["定襄甲厂", codeOf(1), "", "", "2026-02-30"], "town.import.row_date"],
  ])("refuses %s", (_, cells, code) => {
    expect(checkRows(sheetOf([cells]), [], today)).toMatchObject([{ result: "refused", refusal: { code } }]);
  });

  it("asks about a doubtful number one sign from a known one, and merges nothing", () => {
    const sound = codeOf(42);
    const spoiled = `${sound.slice(0, -1)}${sound.endsWith("X") ? "W" : "X"}`;
    const rows = [
      ["定襄甲锻造厂", sound, "", "", ""],
      ["太原乙机械厂", spoiled, "", "", ""],
    ];
    expect(checkRows(sheetOf(rows), [], today)).toMatchObject([
      { result: "new" },
      { result: "asks", question: { code: "town.import.row_number_near" }, near: { rowNo: 2 } },
    ]);
  });
});
