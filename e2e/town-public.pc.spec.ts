import { dialog } from "./support/steps.ts";
import { expect, test } from "./support/test.ts";

test("a notice is written, published, and read by everybody on the town's public page", async ({ open }) => {
  test.setTimeout(180_000);
  const title = `停水检修通知${Date.now() % 100_000}`;
  const { page, say } = await open({ as: "admin.dingxiang", at: "/town/policies" });
  await page.getByRole("button", { name: say("town.policy.do.write") }).click();
  await dialog(page)
    .getByRole("textbox", { name: new RegExp(say("town.policy.title_zh")) })
    .fill(title);
  await dialog(page)
    .getByRole("textbox", { name: new RegExp(say("town.policy.text_zh")) })
    .fill("本周六停水检修，请各企业提前安排。");
  await dialog(page)
    .getByRole("textbox", { name: new RegExp(say("town.policy.valid_from")) })
    .fill("2026-01-01");
  await dialog(page)
    .getByRole("textbox", { name: new RegExp(say("town.policy.title_zh")) })
    .focus();
  await dialog(page)
    .getByRole("button", { name: say("town.policy.keep") })
    .click();
  const row = page.getByRole("row").filter({ hasText: title });
  await row.getByRole("button", { name: say("town.policy.do.publish") }).click();
  await expect(dialog(page).getByText(/现有 \d+ 家会员/)).toBeVisible();
  await dialog(page)
    .getByRole("button", { name: say("town.policy.do.publish") })
    .click();
  await expect(row.getByText(say("town.policy.state.published"))).toBeVisible();

  const visitor = await open({ at: "/towns", locale: "en" });
  await visitor.page.goto("/towns");
  await expect(visitor.page.getByText(visitor.say("town.towns.state.not_connected")).first()).toBeVisible();
  await expect(visitor.page.getByText("Xinzhou", { exact: true }).first()).toBeVisible();
  await expect(visitor.page.getByText(visitor.say("town.public.cited_source"))).toBeVisible();
  await visitor.page.getByRole("link", { name: "Dingxiang flanges" }).click();
  await expect(visitor.page.getByRole("heading", { level: 1, name: "Dingxiang flanges" })).toBeVisible();
  await expect(visitor.page.getByText(/published by the province on/)).toBeVisible();
  await expect(visitor.page.getByText("People at work", { exact: true })).toBeVisible();
  await visitor.page.getByRole("link", { name: title }).click();
  await expect(visitor.page.getByText(visitor.say("town.policy.not_translated"))).toBeVisible();
  await expect(visitor.page.getByText("本周六停水检修，请各企业提前安排。")).toBeVisible();
});

test("a firm agrees to stand on the public page and takes it back", async ({ open }) => {
  test.setTimeout(120_000);
  const introduction = `法兰锻件专业生产${Date.now() % 100_000}`;
  const { page, say } = await open({ as: "owner.dingxiang", at: "/public-page" });
  await page.getByRole("textbox", { name: new RegExp(say("town.portal.zh")) }).fill(introduction);
  await page.getByRole("button", { name: say("town.portal.update") }).click();
  await expect(page.getByText(say("town.portal.saved"))).toBeVisible();
  const visitor = await open({ at: "/towns/dingxiang" });
  await visitor.page.goto("/towns/dingxiang");
  await expect(visitor.page.getByText(introduction)).toBeVisible();
  await page.getByRole("button", { name: say("town.portal.hide") }).click();
  await expect(page.getByText(say("town.portal.hidden"))).toBeVisible();
  await visitor.page.reload();
  await expect(visitor.page.getByRole("heading", { level: 2, name: visitor.say("town.public.members") })).toBeVisible();
  await expect(visitor.page.getByText(introduction)).toBeHidden();
});

test("the province prepares a listed town with two administrators to be", async ({ open }) => {
  test.setTimeout(120_000);
  const { page, say } = await open({ as: "officer.shanxi", at: "/province/towns" });
  const listed = page.getByRole("row").filter({ hasText: "盐湖水泵" });
  await listed.getByRole("button", { name: say("town.towns.do.prepare") }).click();
  const fill = (label: Parameters<typeof say>[0], text: string) =>
    dialog(page)
      .getByRole("textbox", { name: say(label) })
      .fill(text);
  await fill("town.towns.office", "盐湖区专业镇管理办公室");
  await fill("town.towns.office_number", "11140802DEM99901XX");
  await fill("town.towns.first", "first.yanhu@jizhen.example");
  await fill("town.towns.second", "first.yanhu@jizhen.example");
  await dialog(page)
    .getByRole("button", { name: say("town.towns.send") })
    .click();
  await expect(dialog(page).getByText(say("town.town.same_administrator")).first()).toBeVisible();
});
