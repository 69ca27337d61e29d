import type { CDPSession, Page } from "@playwright/test";

/** A press shows within 200 ms on a processor four times slower; what a press costs is counted in processor time, which no neighbour lengthens. */
const limit = { milliseconds: 200, slowdown: 4 } as const;
export const pressLimit = limit.milliseconds / limit.slowdown;

/** What the browser writes down of a stamp: the processor time that its thread had used by then, in microseconds. */
type Stamp = {
  readonly name: string;
  readonly tts?: number;
  readonly ts: number;
  readonly args: { readonly data?: { readonly message?: string } };
};

/** Stamps each event of a press, and the moment after the frame that shows what the press did. */
function stampPresses(): void {
  // oxlint-disable-next-line no-console -- the only stamp that carries the thread's own time; it prints nothing
  const stamp = (name: "press" | "shown") => console.timeStamp(name);
  const shown = () => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", () => stamp("shown"));
    port1.start();
    port2.postMessage(null);
  };
  for (const type of ["pointerdown", "keydown", "beforeinput"]) addEventListener(type, () => stamp("press"), true);
  for (const type of ["click", "keydown", "input"]) addEventListener(type, () => requestAnimationFrame(shown), true);
}

/** From the first event of each press to the last frame that shows it. A press of two keys may show in two frames. */
function costsOf(stamps: readonly Stamp[]): number[] {
  const costs: number[] = [];
  let [from, to]: [number | null, number | null] = [null, null];
  const close = () => {
    if (from !== null && to !== null) costs.push((to - from) / 1_000);
    [from, to] = [null, null];
  };
  for (const { tts = 0, args } of stamps.toSorted((a, b) => a.ts - b.ts)) {
    if (args.data?.message === "next") close();
    else if (args.data?.message === "press") from ??= tts;
    else if (from !== null) to = tts;
  }
  close();
  return costs;
}

async function traced(link: CDPSession, work: () => Promise<void>): Promise<Stamp[]> {
  const stamps: Stamp[] = [];
  link.on("Tracing.dataCollected", ({ value }) => {
    for (const event of value as unknown as Stamp[]) if (event.name === "TimeStamp") stamps.push(event);
  });
  await link.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: ["devtools.timeline"] } });
  await work();
  const complete = new Promise<void>((resolve) => link.once("Tracing.tracingComplete", () => resolve()));
  await link.send("Tracing.end");
  await complete;
  return stamps;
}

export type Press = () => Promise<unknown>;

/** What each press costs the page's main thread, in milliseconds of its processor time, until the frame that shows it. */
export async function costOfPresses(page: Page, presses: readonly (() => Promise<Press>)[]): Promise<number[]> {
  // Answers wait until the frame is shown: on a machine that others use one may come before it, and is no part of the press.
  let shown: Promise<void> = Promise.resolve();
  await page.route(/\/trpc\//, async (route) => {
    await shown;
    await route.continue();
  });
  const painted = () =>
    page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          requestAnimationFrame(() => setTimeout(resolve));
        }),
    );
  await page.evaluate(stampPresses);
  const link = await page.context().newCDPSession(page);
  const stamps = await traced(link, async () => {
    for (const find of presses) {
      const press = await find();
      await painted();
      // oxlint-disable-next-line no-console -- parts one press from the next in what the browser writes down
      await page.evaluate(() => console.timeStamp("next"));
      let show = (): void => undefined;
      shown = new Promise<void>((resolve) => {
        show = resolve;
      });
      await press();
      await painted();
      show();
    }
  });
  const costs = costsOf(stamps);
  if (costs.length !== presses.length) throw new Error(`of ${presses.length} presses ${costs.length} were shown`);
  return costs;
}
