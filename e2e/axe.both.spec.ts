import type { Locale } from "@jizhen/i18n";
import { findings, settled, sideways } from "./support/looks.ts";
import { type Spot, spots } from "./support/screens.ts";
import { enter, expect, type Screen, test } from "./support/test.ts";
import { townSpots } from "./support/town-screens.ts";

/** Each look visits every screen; between them both projects see both languages, light and dark. */
const looks: Record<string, readonly { readonly locale: Locale; readonly dark: boolean }[]> = {
  pc: [
    { locale: "zh-CN", dark: false },
    { locale: "en", dark: true },
  ],
  phone: [
    { locale: "en", dark: false },
    { locale: "zh-CN", dark: true },
  ],
};

/** Screens of the market, and of the town hall: two walks, so that none lasts too long on a slow machine. */
const walks = { market: spots, "town hall": townSpots } as const;

for (const at of [0, 1]) {
  for (const [name, screens] of Object.entries(walks)) {
    test(`every screen of the ${name} is free of serious findings, look ${at + 1}`, async ({ open }, info) => {
      test.setTimeout(600_000);
      const look = looks[info.project.name]?.[at];
      if (look === undefined) throw new Error(`no look for ${info.project.name}`);
      const seen = await open(look);
      if (look.dark) await seen.page.addInitScript(() => localStorage.setItem("jizhen.theme", "dark"));
      const wrong: string[] = [];
      let as: string | null = null;
      for (const spot of await screens()) {
        if (spot.as !== null && spot.as !== as) await enter(seen.page, spot.as, spot.at);
        else await seen.page.goto(spot.at);
        as = spot.as ?? as;
        wrong.push(...(await lookAtOne(seen, spot)));
      }
      expect(wrong).toEqual([]);
    });
  }
}

async function lookAtOne({ page }: Screen, { name }: Spot): Promise<string[]> {
  await settled(page);
  const wide = await sideways(page);
  return [...(await findings(page)).map((finding) => `${name}: ${finding}`), ...(wide > 0 ? [`${name}: ${wide} px too wide`] : [])];
}

test("popups are free of serious findings too", async ({ open }) => {
  test.setTimeout(240_000);
  const seen = await open({ as: "owner.dingxiang", at: "/members" });
  const { page, say } = seen;
  const wrong: string[] = [];
  const look = async (what: string) => {
    await page.waitForTimeout(300);
    wrong.push(...(await findings(page)).map((finding) => `${what}: ${finding}`));
    await page.keyboard.press("Escape");
  };
  await settled(page);
  await page.getByRole("button", { name: say("town.invite.do") }).click();
  await look("invitation");
  await page.getByRole("button", { name: new RegExp(say("shell.switch_workspace")) }).click();
  await look("switcher");
  await page.keyboard.press("Control+k");
  await expect(page.getByPlaceholder(say("shell.palette.placeholder"))).toBeVisible();
  await look("palette");
  await page.goto("/procurement/requests/new");
  await page.getByRole("button", { name: say("procurement.request.post.example.flange") }).click();
  await page
    .getByRole("button", { name: say("ui.date.open") })
    .first()
    .click();
  await expect(page.getByRole("button", { name: say("ui.date.next_month") })).toBeVisible();
  await look("calendar");
  await page
    .getByRole("button", { name: new RegExp(say("procurement.request.post.edit_line")) })
    .first()
    .click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await look("line editor");
  expect(wrong).toEqual([]);
});
