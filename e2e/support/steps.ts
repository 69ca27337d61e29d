import type { Locator, Page } from "@playwright/test";
import { expect, type Screen } from "./test.ts";

/** Puts text on an element as a paste does, so that the page reads it at once. */
export async function paste(field: Locator, text: string): Promise<void> {
  await field.focus();
  await field.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

export const excelBlock =
  "名称\t规格\t材质\t数量\t交期\n带颈平焊法兰\tDN80 PN10 RF\tQ235B\t60件\t30天\n法兰盖\tDN80 PN10 RF\tQ235B\t60件\t30天";
export const plainLine = {
  "zh-CN": "带颈对焊法兰 DN150 PN16 RF 20# HG/T 20592 200件 30天",
  en: "WN flange DN150 PN16 RF 20# HG/T 20592 200 pcs, 30 days",
};

export const dialog = (page: Page): Locator => page.getByRole("dialog");
export const boxOf = ({ page, say }: Screen): Locator => page.getByRole("textbox", { name: say("procurement.request.post.box") });
export const placeOf = ({ page, say }: Screen): Locator => page.getByRole("textbox", { name: say("procurement.request.post.place") });

/** The id in the address of a request or an order. */
export const idInAddress = (page: Page): string => new URL(page.url()).pathname.split("/").at(-1) ?? "";

export async function publish({ page, say }: Screen): Promise<string> {
  await page.getByRole("button", { name: say("procurement.request.post.publish"), exact: true }).click();
  await dialog(page)
    .getByRole("button", { name: say("procurement.request.post.publish_sure") })
    .click();
  // Two hundred lines take their time on a machine that others use.
  await expect(page).toHaveURL(/\/procurement\/requests\/preq_\w+/, { timeout: 180_000 });
  return idInAddress(page);
}

/** One pasted line, published with the closing time that the form proposes. */
export async function post(buyer: Screen, text: string = plainLine[buyer.locale]): Promise<string> {
  await buyer.page.goto("/procurement/requests/new");
  await paste(boxOf(buyer), text);
  await placeOf(buyer).fill("定襄县 e2e 厂区");
  return publish(buyer);
}

/** The same, shown to the whole province: whoever holds its link reads it. */
export async function postShown(buyer: Screen): Promise<string> {
  const { page, say } = buyer;
  await page.goto("/procurement/requests/new");
  await paste(boxOf(buyer), plainLine[buyer.locale]);
  await placeOf(buyer).fill("定襄县 e2e 厂区");
  await page.getByRole("radio", { name: say("procurement.request.post.reach.province") }).check();
  return publish(buyer);
}

export type Price = { readonly price: string; readonly days: string };

export async function fillQuote({ page, say }: Screen, prices: readonly Price[]): Promise<void> {
  for (const [index, { price, days }] of prices.entries()) {
    await page.getByRole("textbox", { name: `${say("procurement.quote.form.price")} ${index + 1}` }).fill(price);
    await page.getByRole("textbox", { name: `${say("procurement.quote.form.lead")} ${index + 1}` }).fill(days);
  }
}

/** Looks the quote over and sends it; a price that looks like a slip is confirmed. */
export async function sendQuote({ page, say }: Screen): Promise<void> {
  await page.getByRole("button", { name: say("procurement.quote.form.submit") }).click();
  await dialog(page)
    .getByRole("button", { name: say("procurement.quote.form.submit") })
    .click();
  const sure = page.getByRole("button", { name: say("procurement.quote.form.sure") });
  const receipt = page.getByText(say("procurement.quote.receipt.fresh"));
  await expect(sure.or(receipt).first()).toBeVisible({ timeout: 60_000 });
  if (await sure.isVisible()) await sure.click();
  await expect(receipt).toBeVisible({ timeout: 60_000 });
}

export async function openQuotes({ page, say }: Screen): Promise<void> {
  await page.getByRole("button", { name: say("procurement.request.open.do") }).click();
  await dialog(page)
    .getByRole("button", { name: say("procurement.request.open.do") })
    .click();
  await expect(dialog(page)).toBeHidden();
}

export async function award({ page, say }: Screen): Promise<void> {
  await page.getByRole("button", { name: say("procurement.award.do") }).click();
  await dialog(page)
    .getByRole("button", { name: say("procurement.award.do") })
    .click();
  await expect(dialog(page)).toBeHidden({ timeout: 60_000 });
  await expect(page.getByRole("tab", { name: say("procurement.request.tab.result") })).toHaveAttribute("aria-selected", "true");
  await expect(page.getByText(say("procurement.award.decided_by")).first()).toBeVisible();
}

/** The order that came of the award, opened from the result; orders are made by a reaction, so the page is looked at again until it is there. */
export async function openOrder({ page, say }: Screen, before: readonly string[] = []): Promise<string> {
  const known = before.map((id) => `:not([href$="${id}"])`).join("");
  const link = page.locator(`main a[href^="/orders/ordr_"]${known}`);
  await expect(async () => {
    await page.reload();
    await expect(link).toHaveCount(1, { timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
  await link.click();
  await expect(page.getByRole("heading", { name: say("trade.order.lines") })).toBeVisible();
  return idInAddress(page);
}

export async function answerOrder({ page, say }: Screen, orderId: string, answer: "confirm" | "refuse"): Promise<void> {
  await page.goto(`/orders/${orderId}`);
  await page.getByRole("button", { name: say(`trade.order.${answer}.do`) }).click();
  await dialog(page)
    .getByRole("button", { name: say(`trade.order.${answer}.do`) })
    .click();
  await expect(dialog(page)).toBeHidden();
  await expect(
    page.getByText(say(answer === "confirm" ? "trade.order.status.confirmed" : "trade.order.status.refused")).first(),
  ).toBeVisible();
}

/** Downloads the order's paper as a person does and answers its bytes. */
export async function paper({ page, say }: Screen, lang: "zh" | "en"): Promise<Buffer> {
  const waiting = page.waitForEvent("download", { timeout: 60_000 });
  await page.getByRole("link", { name: say(`trade.order.pdf.${lang}`), exact: true }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await waiting).createReadStream()) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
