import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locale } from "@jizhen/i18n";
import { settled } from "./support/looks.ts";
import { type Spot, spots } from "./support/screens.ts";
import { boxOf, paste, plainLine } from "./support/steps.ts";
import { enter, type Screen, test } from "./support/test.ts";

const folder = join(import.meta.dirname, "../docs/screens");
const most = 60 * 1024;
const looks: readonly { readonly phone: boolean; readonly locale: Locale; readonly dark: boolean }[] = [
  { phone: false, locale: "zh-CN", dark: false },
  { phone: false, locale: "en", dark: false },
  { phone: true, locale: "zh-CN", dark: false },
  { phone: true, locale: "en", dark: false },
];

const nameOf = (spot: Spot, { phone, locale }: (typeof looks)[number]): string =>
  `${spot.name}.${phone ? "phone" : "pc"}.${locale === "en" ? "en" : "zh"}.webp`;

for (const look of looks) {
  test(`pictures, ${look.phone ? "phone" : "pc"} ${look.locale}`, async ({ open }) => {
    test.setTimeout(900_000);
    mkdirSync(folder, { recursive: true });
    const seen = await open(look);
    let as: string | null = null;
    for (const spot of await spots()) {
      if (spot.as !== null && spot.as !== as) await enter(seen.page, spot.as, spot.at);
      else await seen.page.goto(spot.at);
      as = spot.as ?? as;
      await settled(seen.page);
      if (spot.name === "post") await fillIn(seen);
      if (spot.name === "comparison") await toFigures(seen);
      await seen.page.waitForTimeout(1_200);
      await take(seen, join(folder, nameOf(spot, look)));
    }
    writeIndex(await spots());
  });
}

async function fillIn(seen: Screen): Promise<void> {
  await paste(boxOf(seen), plainLine[seen.locale]);
  await seen.page.waitForTimeout(800);
  await seen.page.evaluate(() => window.scrollTo({ top: 0 }));
}

async function toFigures({ page, say }: Screen): Promise<void> {
  await page.getByRole("heading", { name: say("procurement.quote.compare.title") }).evaluate((heading) => {
    window.scrollTo({ top: heading.getBoundingClientRect().top + window.scrollY - 110 });
  });
}

/** Small enough to keep in the repository: the quality falls until the picture fits. */
async function take({ page }: Screen, path: string): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 800 };
  const [x, y] = await page.evaluate(() => [window.scrollX, window.scrollY] as const);
  try {
    for (const quality of [80, 70, 60, 50, 40, 30]) {
      const clip = { x, y, width, height, scale: 1 };
      const { data } = await browser.send("Page.captureScreenshot", { format: "webp", quality, clip });
      const picture = Buffer.from(data, "base64");
      if (picture.length > most) continue;
      writeFileSync(path, picture);
      return;
    }
  } finally {
    await browser.detach();
  }
  throw new Error(`${path} does not fit into ${most} bytes`);
}

function writeIndex(all: readonly Spot[]): void {
  const rows = all.map((spot) => {
    const cells = looks.map((look) => `![${spot.name}](${nameOf(spot, look)})`);
    return `| ${spot.name} | ${cells.join(" | ")} |`;
  });
  const head = ["# 画面 / Screens", "", "演示数据 / invented data. Made by `npm run pictures` from the running product.", ""];
  const table = ["| | PC 中文 | PC English | 手机 中文 | phone English |", "|---|---|---|---|---|", ...rows, ""];
  const path = join(folder, "README.md");
  const text = [...head, ...table].join("\n");
  try {
    if (readFileSync(path, "utf8") === text) return;
  } catch {
    // The first pictures have no index yet.
  }
  writeFileSync(path, text);
}
