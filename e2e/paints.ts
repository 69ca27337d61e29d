import { loadavg } from "node:os";
import { settled } from "./support/looks.ts";
import { type Spot, spots } from "./support/screens.ts";
import { enter, type Screen, test } from "./support/test.ts";

/** The link of the budgets: 1.6 Mbit/s with 150 ms. */
const slowLink = { downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8, latency: 150, offline: false } as const;
const goalMs = 2_500;
const looks = 3;
const screens = [
  "request-by-link",
  "sign-in",
  "workbench",
  "my-requests",
  "post",
  "request-sealed",
  "comparison",
  "board",
  "make-a-quote",
  "order",
];

declare global {
  var largestPaint: number | undefined;
}

type Paint = { readonly ms: number; readonly mainThreadMs: number };

/** The largest paint of an address in a window that holds nothing from before, and the main thread's own time until all was quiet. */
async function coldPaint({ page }: Screen, at: string): Promise<Paint> {
  const fresh = await page.context().newPage();
  const link = await page.context().newCDPSession(fresh);
  await link.send("Network.enable");
  await link.send("Performance.enable", { timeDomain: "threadTicks" });
  await link.send("Network.setCacheDisabled", { cacheDisabled: true });
  await link.send("Network.emulateNetworkConditions", slowLink);
  await fresh.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const { startTime } of list.getEntries()) globalThis.largestPaint = startTime;
    }).observe({ type: "largest-contentful-paint", buffered: true });
  });
  await fresh.goto(at);
  await settled(fresh);
  await fresh.waitForLoadState("networkidle", { timeout: 5_000 }).catch(() => undefined);
  const ms = await fresh.evaluate(() => Math.round(globalThis.largestPaint ?? 0));
  const { metrics } = await link.send("Performance.getMetrics");
  await fresh.close();
  return { ms, mainThreadMs: Math.round((metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1_000) };
}

// Measures and asserts nothing: what `npm test` holds is the weight that the paint follows from.
test("how long the largest paint of a screen takes on a phone's width and link", async ({ open }) => {
  const byName = new Map((await spots()).map((spot): [string, Spot] => [spot.name, spot]));
  for (const screen of screens) {
    const spot = byName.get(screen);
    if (spot === undefined) throw new Error(`no screen is called ${screen}`);
    const seen = await open({ phone: true });
    if (spot.as !== null) await enter(seen.page, spot.as, spot.at);
    const paints: Paint[] = [];
    while (paints.length < looks) paints.push(await coldPaint(seen, spot.at));
    const paintsMs = paints.map(({ ms }) => ms);
    const mainThreadMs = Math.min(...paints.map((paint) => paint.mainThreadMs));
    const load = Number(loadavg()[0]?.toFixed(1));
    process.stdout.write(`${JSON.stringify({ screen, paintsMs, mainThreadMs, goalMs, held: Math.min(...paintsMs) <= goalMs, load })}\n`);
    await seen.page.context().close();
  }
});
