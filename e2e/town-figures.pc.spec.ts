import { readFileSync } from "node:fs";
import { readXlsx } from "../packages/api/src/platform/sheets/read-xlsx.ts";
import { lookAt } from "./support/clock.ts";
import { expect, go, type Screen, test } from "./support/test.ts";

/** The quarter that the demo's first town is still at work at. */
async function quarterAtWork(): Promise<string> {
  const [row] = await lookAt<{ quarter: string }>(
    "select max(d.quarter) as quarter from declaration d join town t on t.id = d.town_id where t.slug = 'dingxiang'",
  );
  if (!row) throw new Error("nobody has declared anything");
  return row.quarter;
}

const nameOf = ({ say }: Screen, quarter: string): string =>
  say("figures.declaration.quarter_name", { year: quarter.slice(0, 4), nth: quarter.slice(6) });

test("a quarter's figures, from a firm's declaration to the locked table of the province", async ({ open }) => {
  test.setTimeout(360_000);
  const quarter = await quarterAtWork();
  await declares(await open({ as: "owner.dingxiang", at: `/declarations?quarter=${quarter}` }));
  await handsIn(await open({ as: "reviewer.dingxiang", at: `/town/reports?quarter=${quarter}` }));
  const administrator = await open({ as: "admin.dingxiang", at: `/town/reports?quarter=${quarter}` });
  await administrator.page.getByRole("button", { name: administrator.say("figures.desk.approve") }).click();
  await expect(administrator.page.getByText(administrator.say("figures.state.approved")).first()).toBeVisible();
  const officer = await open({ as: "officer.shanxi", at: "/province/reports" });
  await locks(officer, quarter);
  await standsOnBoard(officer, quarter);
});

/** The first firm writes the same as the quarter before, and says why where a figure is unusual all the same. */
async function declares({ page, say }: Screen): Promise<void> {
  const fields = page.locator("form input[inputmode=decimal]");
  await expect(fields.first()).toBeVisible();
  for (const field of await fields.all()) await field.fill("450");
  const remarks = page.locator("form input[maxlength='300']");
  for (const remark of await remarks.all()) await remark.fill("演示：按实际发生填报");
  await page.getByRole("button", { name: say("figures.declaration.submit"), exact: true }).click();
  await expect(page.getByText(say("figures.state.submitted")).first()).toBeVisible();
}

/** The reviewer takes in what waits, names why others are missing, and hands the quarter in. */
async function handsIn({ page, say }: Screen): Promise<void> {
  const waiting = page.getByRole("row").filter({ hasText: say("figures.state.submitted") });
  await expect(waiting).toHaveCount(3);
  for (let left = 2; left >= 0; left -= 1) {
    await waiting
      .first()
      .getByRole("button", { name: say("figures.desk.look") })
      .click();
    await page.getByRole("button", { name: say("figures.desk.check"), exact: true }).click();
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(waiting).toHaveCount(left);
  }
  await page.getByLabel(say("figures.desk.all_reasons")).selectOption("not_answered");
  await page.getByRole("button", { name: say("figures.desk.submit"), exact: true }).click();
  await expect(page.getByText(say("figures.state.submitted")).first()).toBeVisible();
}

/** The report has come up by its event; the officer accepts and locks it. */
async function locks(officer: Screen, quarter: string): Promise<void> {
  const { page, say } = officer;
  const line = page
    .getByRole("row")
    .filter({ hasText: "定襄法兰" })
    .filter({ hasText: nameOf(officer, quarter) });
  await expect(async () => {
    await page.reload();
    await expect(line).toHaveCount(1, { timeout: 10_000 });
  }).toPass({ timeout: 90_000 });
  await line.getByRole("button", { name: say("figures.reports.accept"), exact: true }).click();
  await line.getByRole("button", { name: say("figures.reports.lock"), exact: true }).click();
  await expect(line.getByText(say("figures.state.locked"))).toBeVisible();
}

/** The board shows the town locked with the very sum of what its firms declared, and the file says the same. */
async function standsOnBoard({ page, say }: Screen, quarter: string): Promise<void> {
  const [sum] = await lookAt<{ jobs: string; firms: number }>(
    `select sum((c->>'amount')::numeric)::text as jobs, count(*)::int as firms from declaration d join town t on t.id = d.town_id, jsonb_array_elements(d.cells) c
      where t.slug = 'dingxiang' and d.quarter = $1 and d.state = 'checked' and c->>'key' = 'jobs'`,
    [quarter],
  );
  const jobs = Number(sum?.jobs);
  await go(page, `/province/board?period=${quarter}`);
  const row = page.getByRole("row").filter({ hasText: "定襄法兰" });
  await expect(row.getByText(say("figures.state.locked"))).toBeVisible();
  await expect(row).toContainText(new Intl.NumberFormat("zh-CN").format(jobs));
  await expect(page.getByText(say("figures.value.not_connected")).first()).toBeVisible();
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: say("figures.file.xlsx") }).click();
  const read = readXlsx(readFileSync(await (await waiting).path()), 2_000);
  if (!("rows" in read)) throw new Error(read.fault);
  expect(read.rows.find((cells) => cells[0] === "dingxiang" && cells[2] === "jobs")?.[8]).toBe(String(jobs));
}
