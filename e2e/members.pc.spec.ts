import { anEmail, openAccount } from "./support/people.ts";
import { dialog } from "./support/steps.ts";
import { expect, go, type Screen, test } from "./support/test.ts";

test("an owner invites a colleague, who gets exactly the roles given", async ({ open }) => {
  test.setTimeout(240_000);
  const owner = await open({ as: "owner.qixian", at: "/members" });
  const email = anEmail("colleague");
  const address = await invite(owner, email);
  const colleague = await open({ locale: "en" });
  const { page, say } = colleague;
  await page.goto(address);
  await openAccount(colleague, "Li Example", null);
  await page.getByRole("button", { name: /^Join / }).click();
  await expect(page).toHaveURL(/\/workbench$/, { timeout: 60_000 });
  const menu = page.getByRole("navigation", { name: say("shell.menu") });
  await expect(menu.getByRole("link", { name: say("shell.nav.board") })).toBeVisible();
  await expect(menu.getByRole("link", { name: say("shell.nav.post") })).toHaveCount(0);
  await go(page, "/members");
  await expect(page.getByRole("button", { name: say("town.invite.do") })).toHaveCount(0);
  await moreRoles(owner);
  await page.reload();
  await expect(menu.getByRole("link", { name: say("shell.nav.post") })).toBeVisible();
  await page.goto(address);
  await expect(page.getByText(say("town.invitation.spent"))).toBeVisible();
});

async function invite({ page, say }: Screen, email: string): Promise<string> {
  await page.getByRole("button", { name: say("town.invite.do") }).click();
  await dialog(page)
    .getByRole("textbox", { name: say("town.person.email") })
    .fill(email);
  await dialog(page)
    .getByRole("button", { name: say("town.invite.send") })
    .click();
  await expect(dialog(page).getByText(say("town.seat.one_role"))).toBeVisible();
  await dialog(page)
    .getByRole("checkbox", { name: say("town.role.seller") })
    .check();
  await dialog(page)
    .getByRole("button", { name: say("town.invite.send") })
    .click();
  await expect(dialog(page)).toBeHidden();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: `${say("town.invite.copy")} ${email}` }).click();
  await expect(page.getByText(say("town.invite.copied"))).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

async function moreRoles({ page, say }: Screen): Promise<void> {
  await go(page, "/members");
  await page.getByRole("button", { name: `${say("town.seat.change")} Li Example` }).click();
  await dialog(page)
    .getByRole("checkbox", { name: say("town.role.buyer") })
    .check();
  await dialog(page)
    .getByRole("button", { name: say("town.seat.save") })
    .click();
  await expect(dialog(page)).toBeHidden();
}

test("language and colours stay as chosen", async ({ open }) => {
  const { page } = await open({ as: "owner.wanrong" });
  await page.getByRole("button", { name: /Switch to English/ }).click();
  await expect(page.getByRole("link", { name: "Opportunities", exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Dark" }).click();
  await page.reload();
  await expect(page.getByRole("button", { name: "Light" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByRole("button", { name: /Switch to Chinese/ }).click();
  await expect(page.getByRole("link", { name: "商机", exact: true })).toBeVisible();
});

test("two windows keep two workspaces apart", async ({ open }) => {
  test.setTimeout(240_000);
  const first = await open({ as: "supplier.wanrong", at: "/selling/board?tab=market" });
  const { page, say } = first;
  const home = page.getByRole("banner").getByText("万荣外加剂", { exact: false });
  await expect(home.first()).toBeVisible();
  await becomeVisitor(first);
  const second = await page.context().newPage();
  await second.goto("/workbench");
  await switchTo(second, first, /万荣外加剂/);
  await expect(second.getByRole("banner").getByText("万荣外加剂").first()).toBeVisible();
  await page.reload();
  await expect(page.getByRole("banner").getByText(say("shell.visiting")).first()).toBeVisible();
  await expect(page.getByRole("banner").getByText("万荣外加剂")).toHaveCount(0);
  await second.reload();
  await expect(second.getByRole("banner").getByText("万荣外加剂").first()).toBeVisible();
});

/** A second workspace comes by becoming a visiting member of a town whose market shows a request. */
async function becomeVisitor({ page, say }: Screen): Promise<void> {
  const token = await page.evaluate(() => sessionStorage.getItem("jizhen.workspace") ?? localStorage.getItem("jizhen.workspace"));
  expect(token).not.toBeNull();
  const towns = await page.evaluate(async () => {
    const answer = await fetch("/trpc/town.town.list", { headers: { "x-jizhen-client": "web" } });
    const body = (await answer.json()) as { result: { data: { json?: { id: string; nameZh: string }[] } } };
    return body.result.data.json ?? [];
  });
  const town = towns.find(({ nameZh }) => nameZh === "定襄法兰");
  await page.goto(`/selling/requests/preq_00000000000000000000000000?town=${town?.id ?? ""}`);
  await page.getByRole("button", { name: new RegExp(`成为定襄法兰的外镇会员|切换到定襄法兰`) }).click();
  await expect(page.getByRole("banner").getByText(say("shell.visiting")).first()).toBeVisible({ timeout: 60_000 });
}

async function switchTo(page: Screen["page"], { say }: Screen, town: RegExp): Promise<void> {
  await page.getByRole("button", { name: new RegExp(say("shell.switch_workspace")) }).click();
  await page.getByRole("menuitem", { name: town }).click();
}
