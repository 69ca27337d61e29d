import type { Page } from "@playwright/test";

/** A press shows within 200 ms on a processor four times slower; what a press costs is counted in processor time, which no neighbour lengthens. */
const limit = { milliseconds: 200, slowdown: 4 } as const;
export const pressLimit = limit.milliseconds / limit.slowdown;

/** The page's main thread in milliseconds of processor time, asked before and after each press. */
export async function pressesOf(page: Page) {
  const link = await page.context().newCDPSession(page);
  await link.send("Performance.enable", { timeDomain: "threadTicks" });
  const spent = async () => {
    const { metrics } = await link.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1_000;
  };
  // Answers wait until the frame is shown: on a machine that others use one may come before it, and is no part of the press.
  let shown: Promise<void> = Promise.resolve();
  await page.route(/\/trpc\//, async (route) => {
    await shown;
    await route.continue();
  });
  /** What comes after the next frame, such as an answer from the server, is no part of the press. */
  const painted = () =>
    page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          requestAnimationFrame(() => setTimeout(resolve));
        }),
    );
  return async (press: () => Promise<unknown>): Promise<number> => {
    await painted();
    let show = (): void => undefined;
    shown = new Promise<void>((resolve) => {
      show = resolve;
    });
    const before = await spent();
    await press();
    await painted();
    const cost = (await spent()) - before;
    show();
    return cost;
  };
}
