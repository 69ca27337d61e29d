import { boxOf, paste, placeOf, publish } from "./support/steps.ts";
import { expect, test } from "./support/test.ts";

const most = 200;
const types = ["带颈对焊法兰", "带颈平焊法兰", "板式平焊法兰", "法兰盖"];
const sizes = [50, 80, 100, 150, 200, 250, 300];
const ratings = ["PN10", "PN16", "PN25", "PN40"];

/** A block as a clerk copies it from a workbook: a heading row, then as many rows as a request may have. */
const block = [
  "名称\t规格\t材质\t数量\t交期",
  ...Array.from({ length: most }, (_, at) => {
    const of = <T>(from: readonly T[], step: number): T => from[Math.floor(at / step) % from.length] as T;
    return `${of(types, 1)}\tDN${of(sizes, 4)} ${of(ratings, 28)} RF\t20#\t${10 + at}件\t30天`;
  }),
].join("\n");

test("a clerk pastes two hundred lines, looks, and publishes them in six presses", async ({ open }) => {
  test.setTimeout(600_000);
  const buyer = await open({ as: "owner.dingxiang", at: "/procurement/requests/new" });
  const { page, say } = buyer;
  let presses = 0;
  await page.exposeFunction("pressed", () => {
    presses += 1;
  });
  await page.evaluate(() => document.addEventListener("click", () => (globalThis as unknown as { pressed(): void }).pressed(), true));
  const started = Date.now();
  await paste(boxOf(buyer), block);
  const quantityOf = (line: number) =>
    page.getByRole("textbox", { name: say("procurement.request.post.line_of", { line, column: "数量" }), exact: true });
  await expect(quantityOf(most)).toHaveValue("209");
  await quantityOf(most).fill("210");
  await placeOf(buyer).fill("定襄县 两百行厂区");
  const requestId = await publish(buyer);
  // How fast the machine is says nothing about the clerk; the figure is told, the presses are held to.
  process.stdout.write(`${JSON.stringify({ story: "200 pasted lines to published", ms: Date.now() - started, presses })}\n`);
  expect(presses).toBeLessThanOrEqual(6);

  await page.goto(`/procurement/requests/${requestId}`);
  const lines = page.getByRole("main").getByRole("listitem").filter({ hasText: /DN\d+/ });
  await expect(lines).toHaveCount(most, { timeout: 60_000 });
  await expect(lines.last()).toContainText("210");
});
