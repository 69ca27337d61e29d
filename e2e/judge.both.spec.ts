import { afterClose } from "./support/clock.ts";
import { award, dialog, fillQuote, openQuotes, post, sendQuote } from "./support/steps.ts";
import { expect, test } from "./support/test.ts";

test("an award refused for an alternative that nobody has judged leads to that quote, and back", async ({ open }) => {
  test.setTimeout(420_000);
  const buyer = await open({ as: "foreign-buyer.dingxiang", at: "/procurement/requests" });
  const requestId = await post(buyer);
  const plain = await open({ as: "owner.dingxiang", at: `/selling/requests/${requestId}`, phone: false });
  await fillQuote(plain, [{ price: "81.5", days: "20" }]);
  await sendQuote(plain);
  const other = await open({ as: "supplier.dingxiang", at: `/selling/requests/${requestId}`, phone: false });
  await fillQuote(other, [{ price: "88.5", days: "20" }]);
  await other.page.getByRole("checkbox", { name: other.say("procurement.quote.form.alternative") }).check();
  await other.page.getByRole("textbox", { name: other.say("procurement.quote.form.deviation") }).fill("材质 Q355B");
  await sendQuote(other);

  const { page, say } = buyer;
  const refused = page.getByRole("alert").filter({ hasText: say("procurement.award.deviation_unjudged", { count: 1 }) });
  await afterClose(requestId, async () => {
    await page.goto(`/procurement/requests/${requestId}`);
    await openQuotes(buyer);
    await page.getByRole("button", { name: say("procurement.award.do") }).click();
    await dialog(page)
      .getByRole("button", { name: say("procurement.award.do") })
      .click();
    await expect(refused).toBeVisible();
    await refused.getByRole("button").click();
    // On a phone the card of another quote is on the screen; the judgement opens over it all the same.
    await expect(dialog(page).getByText("材质 Q355B")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(refused.getByRole("button"), "the focus comes back to what led away").toBeFocused();
    await refused.getByRole("button").click();
    await dialog(page)
      .getByRole("button", { name: say("procurement.quote.judge.admit"), exact: true })
      .click();
    await expect(dialog(page)).toBeHidden();
    await expect(refused).toBeHidden();
    await award(buyer);
  });
});
