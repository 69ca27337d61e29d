import type { Page } from "@playwright/test";

/** The link and the phone of the budgets: 1.6 Mbit/s with 150 ms, and a processor four times slower. */
export const slowLink = { downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8, latency: 150, offline: false } as const;
export const slowdown = 4;
export const limits = { largestPaint: 2_500, response: 200 } as const;

type Watched = { paint: number; presses: Map<number, number> };
declare global {
  var watched: Watched | undefined;
}

/** What Chromium itself reports of each page from now on: the largest paint, and how long each press or key took to show. */
export const watch = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const seen: Watched = { paint: 0, presses: new Map() };
    globalThis.watched = seen;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.paint = entry.startTime;
    }).observe({ type: "largest-contentful-paint", buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[]) {
        const { interactionId = 0, duration } = entry as PerformanceEventTiming & { interactionId?: number };
        if (interactionId > 0) seen.presses.set(interactionId, Math.max(seen.presses.get(interactionId) ?? 0, duration));
      }
    }).observe({ type: "event", buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
  });
};

export const largestPaint = (page: Page): Promise<number> => page.evaluate(() => Math.round(globalThis.watched?.paint ?? 0));

/** The slowest press or key since the page came; under fifty of them that is what INP means. */
export const slowestPress = (page: Page): Promise<{ readonly ms: number; readonly presses: number }> =>
  page.evaluate(() => {
    const all = [...(globalThis.watched?.presses.values() ?? [])];
    return { ms: Math.max(0, ...all), presses: all.length };
  });
