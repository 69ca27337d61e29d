import { afterClose } from "./support/clock.ts";
import { postShown } from "./support/steps.ts";
import { expect, type Screen, test } from "./support/test.ts";

const quoteLink = ({ page, say }: Screen) => page.getByRole("link", { name: say("procurement.link.quote"), exact: true });
/** Whoever follows the link of a request that has just been published finds it at the first look. */
const arrive = async (screen: Screen, requestId: string): Promise<void> => {
  await screen.page.goto(`/r/${requestId}`);
  await expect(quoteLink(screen).or(screen.page.getByText(screen.say("procurement.link.unknown")))).toBeVisible();
  await expect(quoteLink(screen)).toBeVisible({ timeout: 1 });
};

test("a stranger reads a public request from its link, in either language, until it closes", async ({ open }) => {
  test.setTimeout(300_000);
  const buyer = await open({ as: "owner.dingxiang", phone: false, locale: "zh-CN" });
  const requestId = await postShown(buyer);
  const stranger = await open();
  const { page, say } = stranger;
  await arrive(stranger, requestId);
  await expect(page).toHaveURL(new RegExp(`/r/${requestId}$`));
  await expect(page.getByText(/CG-\d{4}-\d{6}/)).toBeVisible();
  await expect(page.getByText("DN150", { exact: true })).toBeVisible();
  await expect(page.getByText(say("procurement.request.sealing.at_rest_words"))).toBeVisible();
  await page.getByRole("button", { name: say("shell.language_label") }).click();
  await expect(page.getByText(stranger.locale === "en" ? "公称尺寸" : "Nominal size")).toBeVisible();
  await page.getByRole("button", { name: /Switch to/ }).click();
  await expect(page.getByText(stranger.locale === "en" ? "Nominal size" : "公称尺寸")).toBeVisible();

  const supplier = await open({ as: "supplier.dingxiang" });
  await supplier.page.goto(`/r/${requestId}`);
  await expect(supplier.page).toHaveURL(new RegExp(`/selling/requests/${requestId}`));

  await afterClose(requestId, async () => {
    await page.reload();
    await expect(page.getByText(say("procurement.link.closed"))).toBeVisible();
    await expect(quoteLink(stranger)).toBeHidden();
  });
});

test("a link that leads nowhere says so, and a broken line can be tried again", async ({ open, expected }) => {
  test.setTimeout(180_000);
  expected.patterns.push(/ERR_FAILED/);
  const { page, say } = await open();
  await page.goto("/r/preq_01m8c86bt8f6c830m9jg5zvs6y");
  await expect(page.getByText(say("procurement.link.unknown"))).toBeVisible();
  await page.goto("/r/nonsense");
  await expect(page.getByText(say("procurement.link.unknown"))).toBeVisible();
  await page.route("**/trpc/procurement.market.get*", (route) => route.abort());
  await page.goto("/r/preq_01m8c86bt8f6c830m9jg5zvs6y");
  await expect(page.getByText(say("ui.no_answer"))).toBeVisible();
  await page.unroute("**/trpc/procurement.market.get*");
  await page.getByRole("button", { name: say("ui.retry") }).click();
  await expect(page.getByText(say("procurement.link.unknown"))).toBeVisible();
});
