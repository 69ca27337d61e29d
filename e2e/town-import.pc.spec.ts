import { readFileSync } from "node:fs";
import { aFirmRow, aWorkbook, faults } from "../packages/api/src/modules/town/import.fixtures.ts";
import { aNumber } from "../packages/api/src/modules/town/town.fixtures.ts";
import { readXlsx } from "../packages/api/src/platform/sheets/read-xlsx.ts";
import { sheetTypes } from "../packages/api/src/platform/sheets/sheet.ts";
import { lookAt } from "./support/clock.ts";
import { idInAddress } from "./support/steps.ts";
import { expect, go, type Screen, test } from "./support/test.ts";

const [firms, faulty] = [500, 37];
/** Numbers that the demo's own firms do not have. */
const from = 30_000;

type Broken = ReadonlyMap<number, string>;

/** A list of 500 firms, every thirteenth of them broken in a way of its own. */
async function aList(): Promise<{ list: Buffer; broken: Broken }> {
  const rows = Array.from({ length: firms }, (_, at) => aFirmRow(from + at));
  const broken = new Map<number, string>();
  for (let n = 0; n < faulty; n += 1) {
    const [code, spoil] = faults[n % faults.length] ?? ["", () => {}];
    const row = rows[7 + n * 13];
    if (!row) throw new Error("the list is too short");
    spoil(row);
    if (code === "town.import.row_duplicate_in_file") row[3] = aNumber(from).toLowerCase();
    broken.set(7 + n * 13 + 3, code); // two rows stand above the first firm
  }
  return { list: await aWorkbook(rows), broken };
}

test("a list of 500 firms with 37 faulty rows: every fault is named, the good rows are written and stand on the roll", async ({ open }) => {
  test.setTimeout(300_000);
  const { list, broken } = await aList();
  const office = await open({ as: "admin.dingxiang", at: "/town/imports" });
  const { page, say } = office;
  await page
    .getByLabel(say("town.import.choose"))
    .setInputFiles({ name: "定襄名录.xlsx", mimeType: sheetTypes.xlsx.mediaType, buffer: list });
  await expect(page).toHaveURL(/\/town\/imports\/rimp_\w+/, { timeout: 60_000 });
  await everyFaultIsNamed(office, broken);
  await reportNames(office, broken);
  await page.getByRole("button", { name: say("town.import.commit"), exact: true }).click();
  await expect(page.getByText(say("town.import.done", { count: firms - faulty }))).toBeVisible({ timeout: 120_000 });
  await go(page, "/town/roll");
  await page.getByRole("searchbox", { name: say("town.roll.search") }).fill(String(aFirmRow(from)[1]));
  await expect(page.getByRole("row").filter({ hasText: aNumber(from) })).toHaveCount(1);
});

/** Each broken row by its number in the file, with the sentence for its own fault. */
async function everyFaultIsNamed({ page, say }: Screen, broken: Broken): Promise<void> {
  const found = await lookAt<{ row: number; code: string; params: Record<string, string | number> | null }>(
    `select row_no as row, finding->'refusal'->>'code' as code, finding->'refusal'->'params' as params from roll_import_row
      where import_id = $1 and result = 'refused' order by row_no`,
    [idInAddress(page)],
  );
  expect(new Map(found.map(({ row, code }) => [row, code]))).toEqual(broken);
  const lines = page.getByRole("row");
  await expect(lines).toHaveCount(faulty + 1);
  const shown = await lines.allInnerTexts();
  for (const { row, code, params } of found) {
    const sentence = say(code as Parameters<typeof say>[0], params ?? {});
    expect(
      shown.some((line) => line.includes(String(row)) && line.includes(sentence)),
      `row ${row}: ${sentence}`,
    ).toBe(true);
  }
}

/** The report is the same list with what became of each row. */
async function reportNames({ page, say }: Screen, broken: Broken): Promise<void> {
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: say("town.import.report_xlsx") }).click();
  const read = readXlsx(readFileSync(await (await waiting).path()), firms + 10);
  if (!("rows" in read)) throw new Error(read.fault);
  const codes = read.rows.map((row) => row.find((cell) => /^town\.(import|organisation)\./.test(cell)) ?? null);
  expect(codes.filter((code) => code !== null)).toEqual([...broken.values()]);
  expect(read.rows).toHaveLength(firms + 1);
}
