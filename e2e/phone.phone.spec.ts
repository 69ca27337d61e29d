import { afterClose } from "./support/clock.ts";
import { answerOrder, award, fillQuote, openOrder, openQuotes, paper, post, sendQuote } from "./support/steps.ts";
import { expect, test } from "./support/test.ts";

test("the main job in English on a phone", async ({ open }) => {
  test.setTimeout(420_000);
  const buyer = await open({ as: "foreign-buyer.dingxiang", at: "/procurement/requests" });
  const requestId = await post(buyer, "WN flange DN200 PN16 RF 20# HG/T 20592 120 pcs, 30 days");
  const first = await open({ as: "supplier.dingxiang", at: `/selling/requests/${requestId}` });
  await fillQuote(first, [{ price: "151.4477", days: "20" }]);
  await sendQuote(first);
  const second = await open({ as: "owner.dingxiang", at: `/selling/requests/${requestId}`, locale: "zh-CN" });
  await fillQuote(second, [{ price: "149.8823", days: "24" }]);
  await sendQuote(second);

  const { page, say, bodies } = buyer;
  await page.goto(`/procurement/requests/${requestId}`);
  await expect(page.getByText(say("procurement.request.sealing.at_rest")).first()).toBeVisible();
  await expect(page.getByRole("tab", { name: say("procurement.request.tab.quotes") })).toHaveCount(0);
  expect(bodies.join("\n")).not.toMatch(/151\.4477|149\.8823/);

  await afterClose(requestId, async () => {
    await page.goto(`/procurement/requests/${requestId}`);
    await openQuotes(buyer);
    await expect(page.getByText(/149\.8823/).first()).toBeVisible();
    await award(buyer);
    const orderId = await openOrder(buyer);
    const bytes = await paper(buyer, "en");
    expect(bytes.subarray(0, 4).toString()).toBe("%PDF");
    await answerOrder(second, orderId, "confirm");
    await page.reload();
    await expect(page.getByText(say("trade.order.waiting.confirmed"))).toBeVisible();
  });
});
