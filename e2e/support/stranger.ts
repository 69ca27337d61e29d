import { type Hand, handOf, type Told } from "./hand.ts";
import { aNumber, anEmail, aPicture, password } from "./people.ts";
import { dialog, postShown } from "./steps.ts";
import type { Telling } from "./tellings.ts";
import { expect, type Screen } from "./test.ts";

const boxIn = ({ page, say }: Screen, key: Parameters<Screen["say"]>[0]) => page.getByRole("textbox", { name: say(key) });
const button = ({ page, say }: Screen, key: Parameters<Screen["say"]>[0]) => page.getByRole("button", { name: say(key), exact: true });

/**
 * Nobody the platform knows gets a link: reads the request, opens an account, names the firm, applies to the town and writes the prices. The
 * administrator's decision lies between and is not counted; then the same page is the quote, with what was typed, and it goes out.
 */
export async function strangerQuotes({ open, look }: Telling): Promise<Told> {
  const buyer = await open({ as: "owner.dingxiang", phone: false, locale: "zh-CN" });
  const requestId = await postShown(buyer);
  const screen = await open(look);
  const hand = handOf(screen, look.phone);
  const { page, say } = screen;
  const quote = page.getByRole("link", { name: say("procurement.link.quote"), exact: true });
  await hand.open(`/r/${requestId}`, quote);
  await hand.press(quote);
  const name = await joining(screen, hand);
  const price = page.getByRole("textbox", { name: `${say("procurement.quote.form.price")} 1` });
  await hand.wait(price);
  await hand.type(price, "91.5");
  await hand.type(page.getByRole("textbox", { name: `${say("procurement.quote.form.lead")} 1` }), "20");
  await hand.press(button(screen, "procurement.link.keep"));
  await hand.wait(page.getByText(say("procurement.link.kept")));
  await page.reload();
  await expect(price).toHaveValue("91.5");
  await admit(await open({ as: "admin.dingxiang", phone: false, locale: "zh-CN" }), name);
  await hand.wait(button(screen, "procurement.quote.form.submit"));
  await expect(price).toHaveValue("91.5");
  await hand.press(button(screen, "procurement.quote.form.submit"));
  const sure = dialog(page).getByRole("button", { name: say("procurement.quote.form.submit"), exact: true });
  await hand.wait(sure);
  await hand.press(sure);
  await hand.wait(page.getByText(say("procurement.quote.receipt.fresh")));
  return hand.told();
}

/** Account, firm and application, one after the other; what is typed outlives a reload in the middle. */
async function joining(screen: Screen, hand: Hand): Promise<string> {
  const { page, say } = screen;
  const name = `远来法兰${Date.now() % 1_000_000}有限公司`;
  await hand.type(boxIn(screen, "town.person.name"), "李远来");
  await hand.type(boxIn(screen, "town.person.email"), anEmail("far"));
  await hand.type(page.getByLabel(say("town.person.password")), password);
  await hand.press(button(screen, "town.person.open"));
  const number = boxIn(screen, "town.join.number");
  await hand.wait(number);
  await hand.type(number, aNumber());
  await hand.type(boxIn(screen, "town.join.name_zh"), name);
  await hand.press(button(screen, "town.join.next"));
  const address = boxIn(screen, "town.join.address");
  await hand.wait(address);
  await hand.type(address, "运城市盐湖区某路 1 号");
  await hand.type(boxIn(screen, "town.join.legal_representative"), "李远来");
  await hand.type(boxIn(screen, "town.join.contact_phone"), "13800000000");
  const picking = page.waitForEvent("filechooser");
  await hand.press(page.getByRole("main").locator("button", { hasText: say("ui.file.add") }));
  await (await picking).setFiles({ name: "licence.png", mimeType: "image/png", buffer: aPicture });
  await hand.wait(page.getByRole("listitem").filter({ hasText: "licence.png" }));
  await page.reload();
  await expect(address).toHaveValue("运城市盐湖区某路 1 号");
  await expect(page.getByRole("listitem").filter({ hasText: "licence.png" })).toBeVisible();
  await hand.press(page.getByRole("checkbox", { name: /2026-1/ }));
  await hand.press(button(screen, "town.join.send"));
  return name;
}

async function admit({ page, say }: Screen, name: string): Promise<void> {
  await page.goto("/town/members?sort=newest");
  await page.getByRole("link", { name }).first().click();
  for (const step of ["town.do.takeUp", "town.do.admit"] as const) {
    await page.getByRole("button", { name: say(step) }).click();
    await dialog(page)
      .getByRole("button", { name: say(step) })
      .click();
    await expect(dialog(page)).toBeHidden();
  }
}
