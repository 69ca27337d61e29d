import type { Page } from "@playwright/test";
import { boxOf, dialog, paste } from "./support/steps.ts";
import { expect, test } from "./support/test.ts";

type Focus = { readonly name: string; readonly outline: string; readonly inside: boolean };

const focused = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return { name: "", outline: "", inside: false };
    const label = element.getAttribute("aria-label") ?? (element as HTMLInputElement).labels?.[0]?.textContent ?? element.textContent ?? "";
    const shown =
      element instanceof HTMLInputElement && ["radio", "checkbox"].includes(element.type) ? (element.closest("label") ?? element) : element;
    const style = [getComputedStyle(element), getComputedStyle(shown)].find(
      ({ outlineStyle, boxShadow }) => outlineStyle !== "none" || boxShadow !== "none",
    );
    return {
      name: label.trim(),
      outline: style === undefined ? "" : `${style.outlineWidth} ${style.outlineStyle} ${style.boxShadow}`,
      inside: element.closest("[role=dialog]") !== null,
    };
  });

/** Presses Tab until the element with this name has the focus; every stop on the way must show where it is. */
async function tabTo(page: Page, name: string, most = 80): Promise<void> {
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press("Tab");
    const now = await focused(page);
    expect(now.outline, `focus on “${now.name}” must be visible`).not.toBe("");
    if (now.name.startsWith(name)) return;
  }
  throw new Error(`“${name}” was not reached by ${most} presses of Tab`);
}

test("a request is published without a mouse", async ({ open }) => {
  test.setTimeout(240_000);
  const buyer = await open({ as: "owner.dingxiang", at: "/procurement/requests/new" });
  const { page, say } = buyer;
  await paste(boxOf(buyer), "带颈对焊法兰 DN32 PN16 RF 20# HG/T 20592 25件 30天");
  const cell = (column: string) => page.getByRole("textbox", { name: say("procurement.request.post.line_of", { line: 1, column }) });
  await expect(cell("数量")).toHaveValue("25");
  await cell("公称尺寸").focus();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowRight");
  await expect(cell("压力等级")).toBeFocused();
  await tabTo(page, say("procurement.request.post.place"));
  await page.keyboard.type("定襄键盘厂");
  await page.getByRole("heading", { level: 1 }).focus();
  await tabTo(page, say("procurement.request.post.publish"));
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toBeVisible();
  await expect.poll(async () => (await focused(page)).inside).toBe(true);
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await expect.poll(async () => (await focused(page)).name).toBe(say("procurement.request.post.publish"));
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toBeVisible();
  await expect.poll(async () => (await focused(page)).name).toBe(say("procurement.request.post.publish_sure"));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/procurement\/requests\/preq_/, { timeout: 60_000 });
});

test("the first stop of Tab skips to the content, and a menu gives the focus back", async ({ open }) => {
  const { page, say } = await open({ as: "owner.dingxiang" });
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: say("shell.skip") })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#content")).toBeFocused();
  const switcher = page.getByRole("button", { name: new RegExp(say("shell.switch_workspace")) });
  await switcher.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menu")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(switcher).toBeFocused();
});
