import type { Locator } from "@playwright/test";
import { settled } from "./support/looks.ts";
import { pressesOf, pressLimit } from "./support/presses.ts";
import { boxOf, plainLine } from "./support/steps.ts";
import { enter, expect, type Screen, test } from "./support/test.ts";

// The recorder copies the whole page at each press, on the thread that is measured.
test.use({ trace: "off" });

type Doing = {
  readonly as: string;
  readonly at: string;
  /** The presses of the story, one after the other. */
  readonly presses: (screen: Screen) => Promise<readonly (() => Promise<unknown>)[]>;
};

/** Where to press: finding it is the story's work, not the page's. */
const pressAt = async ({ page }: Screen, target: Locator) => {
  const box = await target.boundingBox();
  if (box === null) throw new Error("there is nothing to press");
  return () => page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
};
const keys = (screen: Screen, text: string) => [...text].map((key) => () => screen.page.keyboard.insertText(key));

/** What a person does most. */
const doings: Record<string, Doing> = {
  "typing a line of a request": {
    as: "owner.dingxiang",
    at: "/procurement/requests/new",
    presses: async (screen) => {
      await boxOf(screen).focus();
      return keys(screen, plainLine["zh-CN"]);
    },
  },
  "searching the board": {
    as: "supplier.dingxiang",
    at: "/selling/board",
    presses: async (screen) => {
      await screen.page.getByRole("searchbox").first().focus();
      return keys(screen, "法兰 DN150");
    },
  },
  "turning to the other tab of the board": {
    as: "supplier.dingxiang",
    at: "/selling/board",
    presses: async (screen) => {
      const tabs = screen.page.getByRole("tab");
      return [await pressAt(screen, tabs.nth(1)), await pressAt(screen, tabs.first())];
    },
  },
  "opening a request from the list": {
    as: "owner.dingxiang",
    at: "/procurement/requests",
    presses: async (screen) => [await pressAt(screen, screen.page.getByRole("main").getByRole("table").getByRole("link").first())],
  },
  "opening and closing the palette": {
    as: "owner.dingxiang",
    at: "/workbench",
    presses: ({ page }) => Promise.resolve([() => page.keyboard.press("Control+k"), () => page.keyboard.press("Escape")]),
  },
};

const tries = 3;

/** The slowest press of a story told anew. */
async function slowestOf({ as, at, presses }: Doing, screen: Screen): Promise<number> {
  await enter(screen.page, as, at);
  await settled(screen.page);
  const cost = await pressesOf(screen.page);
  const costs: number[] = [];
  for (const press of await presses(screen)) costs.push(await cost(press));
  return Math.max(...costs);
}

for (const [doing, story] of Object.entries(doings)) {
  test(`${doing}: each press costs so little that it shows within 200 ms on a slow phone`, async ({ open }) => {
    const all: number[] = [];
    // Whoever shares the machine makes a press dearer than it is, never cheaper: the best of a few tellings counts.
    while (all.length < tries && !(Math.min(...all) <= pressLimit)) all.push(await slowestOf(story, await open()));
    process.stdout.write(`${JSON.stringify({ doing, slowestMs: all.map(Math.round), limitMs: pressLimit })}\n`);
    expect(Math.min(...all)).toBeGreaterThan(0);
    expect(Math.min(...all)).toBeLessThanOrEqual(pressLimit);
  });
}
