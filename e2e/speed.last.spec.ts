import { settled } from "./support/looks.ts";
import { type Spot, spots } from "./support/screens.ts";
import { largestPaint, limits, slowdown, slowestPress, slowLink, watch } from "./support/speed.ts";
import { boxOf, plainLine } from "./support/steps.ts";
import { enter, expect, type Screen, test } from "./support/test.ts";

const tries = 3;
const told = (figure: object) => process.stdout.write(`${JSON.stringify(figure)}\n`);

/** Of a few tries the best: a machine that others use can only make a page slower than it is. */
async function best(once: () => Promise<number>, limit: number): Promise<{ readonly best: number; readonly all: readonly number[] }> {
  const all: number[] = [];
  while (all.length < tries && !(Math.min(...all) <= limit)) all.push(await once());
  return { best: Math.min(...all), all };
}

const loaded = ["sign-in", "workbench", "my-requests", "post", "comparison", "make-a-quote", "order"];

test("the largest paint comes in 2.5 s over 1.6 Mbit/s and 150 ms, nothing kept from before", async ({ open }) => {
  test.setTimeout(480_000);
  const byName = new Map((await spots()).map((spot): [string, Spot] => [spot.name, spot]));
  const late: string[] = [];
  for (const name of loaded) {
    const spot = byName.get(name);
    if (spot === undefined) throw new Error(`no screen is called ${name}`);
    const seen = await open({ phone: true });
    if (spot.as !== null) await enter(seen.page, spot.as, spot.at);
    const paint = await best(() => coldPaint(seen, spot.at), limits.largestPaint);
    told({ screen: name, largestPaintMs: paint.all, limit: limits.largestPaint });
    if (paint.best > limits.largestPaint) late.push(`${name}: ${paint.all.join(", ")} ms`);
    await seen.page.context().close();
  }
  expect(late).toEqual([]);
});

async function coldPaint({ page }: Screen, at: string): Promise<number> {
  const fresh = await page.context().newPage();
  const link = await page.context().newCDPSession(fresh);
  await link.send("Network.enable");
  await link.send("Network.setCacheDisabled", { cacheDisabled: true });
  await link.send("Network.emulateNetworkConditions", slowLink);
  await watch(fresh);
  await fresh.goto(at);
  await settled(fresh);
  await fresh.waitForLoadState("networkidle", { timeout: 5_000 }).catch(() => undefined);
  const ms = await largestPaint(fresh);
  await fresh.close();
  return ms;
}

/** What a person does most, by the slowest press of each. */
const presses: Record<string, { readonly as: string; readonly at: string; readonly act: (screen: Screen) => Promise<void> }> = {
  "typing a line of a request": {
    as: "owner.dingxiang",
    at: "/procurement/requests/new",
    act: async (screen) => {
      await boxOf(screen).pressSequentially(plainLine["zh-CN"], { delay: 40 });
    },
  },
  "searching requests": {
    as: "supplier.dingxiang",
    at: "/selling/board",
    act: async ({ page }) => {
      await page.getByRole("searchbox").first().pressSequentially("法兰 DN150", { delay: 60 });
    },
  },
  "going to another page": {
    as: "owner.dingxiang",
    at: "/procurement/requests",
    act: async ({ page }) => {
      await page.getByRole("main").getByRole("link").first().click();
    },
  },
};

test("a press or a key shows within 200 ms on a processor four times slower", async ({ open }) => {
  test.setTimeout(300_000);
  const late: string[] = [];
  for (const [name, { as, at, act }] of Object.entries(presses)) {
    const response = await best(async () => {
      const screen = await open({ as, at });
      await watch(screen.page);
      await screen.page.goto(at);
      await settled(screen.page);
      const link = await screen.page.context().newCDPSession(screen.page);
      await link.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
      await act(screen);
      await screen.page.waitForTimeout(600);
      const { ms, presses: counted } = await slowestPress(screen.page);
      // Chromium reports nothing below 16 ms; that something was pressed is known from the story itself.
      told({ doing: name, slowestMs: ms, reported: counted, limit: limits.response });
      await screen.page.context().close();
      return ms;
    }, limits.response);
    if (response.best > limits.response) late.push(`${name}: ${response.all.join(", ")} ms`);
  }
  expect(late).toEqual([]);
});
