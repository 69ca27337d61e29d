import { lookAt } from "./support/clock.ts";
import { sideways } from "./support/looks.ts";
import { boxOf, dialog, fillQuote, paste, placeOf, post, publish, sendQuote } from "./support/steps.ts";
import { expect, go, test } from "./support/test.ts";

const [unplugged, deaf] = [`定襄断网厂 ${Date.now()}`, `定襄丢答复厂 ${Date.now()}`];
const countOf = async (sql: string, params: readonly unknown[]): Promise<number> =>
  Number((await lookAt<{ n: string }>(sql, params))[0]?.n);

test("a double press acts once, and going back does not publish again", async ({ open }) => {
  const title = `重复点击 ${Date.now()}`;
  const buyer = await open({ as: "owner.dingxiang", at: "/procurement/requests/new" });
  const { page, say } = buyer;
  await paste(boxOf(buyer), "带颈对焊法兰 DN125 PN16 RF 20# HG/T 20592 20件 30天");
  await placeOf(buyer).fill("定襄");
  await page.getByText(say("procurement.request.post.more"), { exact: true }).click();
  await page.getByRole("textbox", { name: say("procurement.request.post.heading") }).fill(title);
  await page.getByRole("button", { name: say("procurement.request.post.publish"), exact: true }).click();
  await dialog(page)
    .getByRole("button", { name: say("procurement.request.post.publish_sure") })
    .dblclick();
  await expect(page).toHaveURL(/\/procurement\/requests\/preq_/, { timeout: 60_000 });
  await page.goBack();
  await expect(boxOf(buyer)).toBeVisible();
  expect(await countOf("select count(*) as n from purchase_request where title = $1", [title])).toBe(1);
  await expect(page.getByRole("textbox", { name: say("procurement.request.post.line_of", { line: 1, column: "公称尺寸" }) })).toHaveCount(
    0,
  );
});

test("what is typed survives a reload, a lost line and a retry; the retry acts once", async ({ open, expected }) => {
  expected.patterns.push(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch|net::/);
  const buyer = await open({ as: "buyer.dingxiang", at: "/procurement/requests/new" });
  const { page, say } = buyer;
  await paste(boxOf(buyer), "带颈对焊法兰 DN65 PN16 RF 20# HG/T 20592 31件 30天");
  await placeOf(buyer).fill(unplugged);
  await page.reload();
  await expect(placeOf(buyer)).toHaveValue(unplugged);
  await expect(page.getByText(say("procurement.request.post.restored"))).toBeVisible();
  await page.context().setOffline(true);
  await expect(page.getByText(say("shell.offline"))).toBeVisible();
  await page.getByRole("button", { name: say("procurement.request.post.publish"), exact: true }).click();
  await dialog(page)
    .getByRole("button", { name: say("procurement.request.post.publish_sure") })
    .click();
  await expect(page.getByText(say("ui.offline.sentence")).first()).toBeVisible({ timeout: 60_000 });
  await expect(placeOf(buyer)).toHaveValue(unplugged);
  await page.context().setOffline(false);
  await expect(page.getByText(say("shell.offline"))).toBeHidden();
  const requestId = await publish(buyer);
  expect(await countOf("select count(*) as n from purchase_request where terms::text like '%' || $1 || '%'", [unplugged])).toBe(1);
  expect(requestId).toMatch(/^preq_/);
});

test("what is pasted before the parser has come is read once it has; where it cannot come the words stay", async ({ open, expected }) => {
  expected.patterns.push(/ERR_FAILED|net::/);
  const { page, say } = await open({ as: "buyer.dingxiang", at: "/workbench" });
  const box = page.getByRole("textbox", { name: say("procurement.request.post.box") });
  const line = page.getByRole("textbox", { name: say("procurement.request.post.line_of", { line: 1, column: "公称尺寸" }) });
  const parser = /\/assets\/form-[\w-]+\.js$/;
  let reachable = false;
  let comes = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    comes = resolve;
  });
  await page.route(parser, async (route) => (reachable ? (await held, route.continue()) : route.abort()));
  await page.goto("/procurement/requests/new");
  await box.fill("带颈对焊法兰 DN65 PN16 RF 20# 12件");
  await box.press("Enter");
  await expect(page.getByText(say("procurement.request.post.read_failed"))).toBeVisible();
  await expect(box).toHaveValue("带颈对焊法兰 DN65 PN16 RF 20# 12件");
  reachable = true;
  await box.press("Enter");
  await box.pressSequentially(" 30天");
  await expect(line).toHaveCount(0);
  comes();
  await expect(line).toHaveValue(/65/);
  await expect(box).toHaveValue("");
  // Once, and with what was typed while the parser was under way: the thirty days.
  await expect(page.getByText(say("procurement.request.post.read_done", { count: 1 }))).toBeVisible();
  await expect(page.getByLabel(say("procurement.request.post.default_date"))).toHaveValue(/\d{4}/);
});

test("a sheet of lines wider than the window scrolls in itself, not the page", async ({ open }) => {
  const { page, say } = await open({ as: "buyer.dingxiang", at: "/procurement/requests/new", locale: "en" });
  await page.setViewportSize({ width: 1_000, height: 800 });
  await page.getByRole("button", { name: say("procurement.request.post.example.flange") }).click();
  await expect(
    page.getByRole("textbox", { name: say("procurement.request.post.line_of", { line: 1, column: "Nominal size" }) }),
  ).toBeVisible();
  expect(await sideways(page)).toBe(0);
});

test("an answer that got lost on the way back is not done twice", async ({ open, expected }) => {
  expected.patterns.push(/ERR_FAILED|ERR_CONNECTION|net::/);
  const buyer = await open({ as: "buyer.dingxiang", at: "/procurement/requests/new" });
  const { page, say } = buyer;
  await paste(boxOf(buyer), "带颈对焊法兰 DN50 PN16 RF 20# HG/T 20592 17件 30天");
  await placeOf(buyer).fill(deaf);
  let lost = 0;
  await page.route(/procurement\.request\.publish/, async (route) => {
    // The page sends once more by itself after silence; that answer is lost as well, so that the person has to.
    if (lost > 1) return route.continue();
    lost += 1;
    await route.fetch();
    return route.abort("connectionreset");
  });
  await page.getByRole("button", { name: say("procurement.request.post.publish"), exact: true }).click();
  await dialog(page)
    .getByRole("button", { name: say("procurement.request.post.publish_sure") })
    .click();
  await expect(
    page
      .getByText(say("ui.no_answer"))
      .or(page.getByText(say("ui.offline.sentence")))
      .first(),
  ).toBeVisible({ timeout: 60_000 });
  await expect(dialog(page)).toBeHidden();
  await publish(buyer);
  expect(lost).toBe(2);
  expect(await countOf("select count(*) as n from purchase_request where terms::text like '%' || $1 || '%'", [deaf])).toBe(1);
});

test("a stale page is told, and shows the newer truth", async ({ open }) => {
  test.setTimeout(240_000);
  const buyer = await open({ as: "owner.dingxiang" });
  const requestId = await post(buyer, "带颈对焊法兰 DN80 PN16 RF 20# HG/T 20592 55件 30天");
  const seller = await open({ as: "supplier.dingxiang", at: `/selling/requests/${requestId}` });
  await fillQuote(seller, [{ price: "51.5", days: "20" }]);
  await seller.page.context().setOffline(false);
  await buyer.page.goto(`/procurement/requests/${requestId}/edit`);
  const quantity = buyer.page.getByRole("textbox", { name: buyer.say("procurement.request.post.line_of", { line: 1, column: "数量" }) });
  await quantity.fill("66");
  await quantity.blur();
  await buyer.page.getByRole("button", { name: buyer.say("procurement.request.post.amend"), exact: true }).click();
  await dialog(buyer.page)
    .getByRole("button", { name: buyer.say("procurement.request.post.publish_sure") })
    .click();
  await expect(buyer.page).toHaveURL(new RegExp(`${requestId}(\\?|$)`), { timeout: 60_000 });
  // The seller's open page follows the amendment; what was typed is kept.
  await expect(seller.page.getByText(/66\s*件/).first()).toBeVisible({ timeout: 30_000 });
  await expect(seller.page.getByRole("textbox", { name: `${seller.say("procurement.quote.form.price")} 1` })).toHaveValue("51.5");
  await sendQuote(seller);
  expect(await countOf("select count(*) as n from quote where request_id = $1 and status = 'submitted'", [requestId])).toBe(1);
});

test("a quote sent with a double press is one quote, and its draft survives a reload", async ({ open }) => {
  const buyer = await open({ as: "owner.dingxiang" });
  const requestId = await post(buyer, "带颈对焊法兰 DN40 PN16 RF 20# HG/T 20592 44件 30天");
  const seller = await open({ as: "seller.dingxiang", at: `/selling/requests/${requestId}` });
  await fillQuote(seller, [{ price: "231.25", days: "18" }]);
  await seller.page.reload();
  await expect(seller.page.getByRole("textbox", { name: `${seller.say("procurement.quote.form.price")} 1` })).toHaveValue("231.25");
  await seller.page.getByRole("button", { name: seller.say("procurement.quote.form.submit") }).click();
  await dialog(seller.page)
    .getByRole("button", { name: seller.say("procurement.quote.form.submit") })
    .dblclick();
  await expect(seller.page.getByText(seller.say("procurement.quote.receipt.fresh"))).toBeVisible({ timeout: 60_000 });
  await expect(seller.page.getByText(seller.say("procurement.quote.own.revision", { revision: 1 })).first()).toBeVisible();
});

test("a complaint and an offer half written survive a reload; taken back, they do not come again", async ({ open }) => {
  const { page, say } = await open({ as: "supplier.dingxiang", at: "/complaints/new" });
  const title = page.getByRole("textbox", { name: new RegExp(`^${say("town.complaint.title")}`) });
  await title.fill("到货法兰密封面划伤");
  await page.reload();
  await expect(title).toHaveValue("到货法兰密封面划伤");
  await title.fill("");
  await page.reload();
  await expect(title).toHaveValue("");
  await go(page, "/selling/offers/new");
  const note = page.getByRole("textbox", { name: say("trade.offer.field.note"), exact: true });
  await note.fill("可配对供货");
  await page.reload();
  await expect(note).toHaveValue("可配对供货");
});
