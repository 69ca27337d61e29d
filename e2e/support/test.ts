import type { Locale } from "@jizhen/i18n";
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { ownUrl } from "./own-server.ts";
import { type Say, wordsOf } from "./words.ts";

export type Screen = { readonly page: Page; readonly say: Say; readonly locale: Locale; readonly bodies: string[] };
export type ScreenOptions = {
  readonly locale?: Locale;
  readonly phone?: boolean;
  readonly dark?: boolean;
  readonly as?: string;
  readonly at?: string;
};

type Fixtures = {
  /** Opens a window of its own, with its own cookies: one person at one desk. */
  open: (options?: ScreenOptions) => Promise<Screen>;
  /** What a story expects to go wrong, such as "offline": everything else on the console fails it. */
  expected: { patterns: RegExp[] };
};

export const phoneWidth = 390;
const phoneLook = { viewport: { width: phoneWidth, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 } as const;
const pcLook = { viewport: { width: 1280, height: 800 } } as const;

function watch(page: Page, wrong: string[]): void {
  page.on("console", (message) => {
    // A refusal is the platform working; the browser notes every answer from 400 on. Answers from 500 on are caught below.
    if (/Failed to load resource: the server responded with a status of 4\d\d/.test(message.text())) return;
    if (message.type() === "error" || /Content Security Policy/i.test(message.text()))
      wrong.push(`console: ${message.text()} (${page.url()})`);
  });
  page.on("pageerror", (error) => wrong.push(`page error: ${error.message} (${page.url()})`));
  page.on("response", (response) => {
    if (response.status() >= 500) wrong.push(`${response.status()} ${response.url()}`);
  });
}

/** Keeps every text that the server sent to this window, to search it for what must not be there. */
function record(page: Page, bodies: string[]): void {
  page.on("response", (response) => {
    const type = response.headers()["content-type"] ?? "";
    if (!/json|html|event-stream/.test(type) || type.includes("event-stream")) return;
    void response.text().then(
      (text) => bodies.push(text),
      () => undefined,
    );
  });
}

export const test = base.extend<Fixtures>({
  expected: async ({ browserName: _ }, use) => use({ patterns: [] }),
  open: async ({ browser, expected }, use, info) => {
    const wrong: string[] = [];
    const opened: BrowserContext[] = [];
    const onPhone = info.project.name === "phone";
    await use(async ({ locale = onPhone ? "en" : "zh-CN", phone = onPhone, dark = false, as, at = "/workbench" } = {}) => {
      const context = await browser.newContext({
        ...(phone ? phoneLook : pcLook),
        locale: locale === "en" ? "en-GB" : "zh-CN",
        timezoneId: "Asia/Shanghai",
        colorScheme: dark ? "dark" : "light",
        baseURL: ownUrl(),
        acceptDownloads: true,
      });
      opened.push(context);
      context.on("page", (page) => watch(page, wrong));
      const page = await context.newPage();
      const bodies: string[] = [];
      record(page, bodies);
      if (as !== undefined) await enter(page, as, at);
      return { page, say: wordsOf(locale), locale, bodies };
    });
    for (const context of opened) await context.close();
    const left = wrong.filter((line) => !expected.patterns.some((pattern) => pattern.test(line)));
    expect(left, "nothing may go wrong behind the screen").toEqual([]);
  },
});

export { expect };

/** Signs in by the printed link of the demo. */
export async function enter(page: Page, slug: string, to = "/workbench"): Promise<void> {
  await page.goto(`/demo/enter/${slug}?to=${encodeURIComponent(to)}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

/** Goes to another page inside the app without signing in again. */
export async function go(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}
