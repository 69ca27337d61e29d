import { findings } from "./support/looks.ts";
import { boxOf, dialog, fillQuote, paste, placeOf, plainLine, publish, sendQuote } from "./support/steps.ts";
import { expect, test } from "./support/test.ts";

test("a quick enquiry: the buyer asks one supplier for a better price, once, and gets it", async ({ open }) => {
  const buyer = await open({ as: "owner.dingxiang", at: "/procurement/requests/new" });
  const { page, say } = buyer;
  await paste(boxOf(buyer), plainLine["zh-CN"]);
  await placeOf(buyer).fill("定襄县 议价厂区");
  await page.getByText(say("procurement.request.post.more"), { exact: true }).click();
  await page.getByRole("radio", { name: new RegExp(say("procurement.request.sealing.none")) }).check();
  const requestId = await publish(buyer);
  const supplier = await open({ as: "supplier.dingxiang", at: `/selling/requests/${requestId}`, locale: "en", phone: true });
  await fillQuote(supplier, [{ price: "88.5", days: "20" }]);
  await sendQuote(supplier);

  await page.goto(`/procurement/requests/${requestId}?tab=quotes`);
  await page.getByRole("button", { name: say("procurement.negotiation.do"), exact: true }).click();
  await dialog(page)
    .getByRole("textbox", { name: say("procurement.negotiation.line", { line: 1 }) })
    .fill("82");
  await dialog(page)
    .getByRole("textbox", { name: say("procurement.negotiation.text") })
    .fill("量大，请再优惠");
  expect(await findings(page)).toEqual([]);
  await dialog(page)
    .getByRole("button", { name: say("procurement.negotiation.send") })
    .dblclick();
  await expect(page.getByText(say("procurement.negotiation.status.asked")).first()).toBeVisible();
  await expect(page.getByRole("button", { name: say("procurement.negotiation.do"), exact: true })).toHaveCount(0);

  await supplier.page.goto(`/selling/requests/${requestId}`);
  await expect(supplier.page.getByText("量大，请再优惠")).toBeVisible();
  expect(await findings(supplier.page)).toEqual([]);
  // The panel of the round and the quote itself both lead to the form.
  await supplier.page
    .getByRole("button", { name: supplier.say("procurement.negotiation.requote"), exact: true })
    .first()
    .click();
  await fillQuote(supplier, [{ price: "81.5", days: "20" }]);
  await sendQuote(supplier);
  await expect(supplier.page.getByText(supplier.say("procurement.negotiation.status.requoted")).first()).toBeVisible();

  await page.reload();
  await expect(page.getByText(say("procurement.negotiation.status.requoted")).first()).toBeVisible();
  await expect(page.getByText(/81\.5/).first()).toBeVisible();
});
