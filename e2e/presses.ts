import type { Locator } from "@playwright/test";
import { settled } from "./support/looks.ts";
import { pressesOf, pressLimit } from "./support/press-cost.ts";
import { boxOf, plainLine } from "./support/steps.ts";
import { enter, type Screen, test } from "./support/test.ts";

// Measures and asserts nothing: a neighbour on the machine makes each press dearer. The recorder would copy the whole page at each press.
test.use({ trace: "off" });
const tellings = 3;

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

/** The slowest press of a story told anew. */
async function slowestOf({ as, at, presses }: Doing, screen: Screen): Promise<number> {
  await enter(screen.page, as, at);
  await settled(screen.page);
  const cost = await pressesOf(screen.page);
  const costs: number[] = [];
  for (const press of await presses(screen)) costs.push(await cost(press));
  return Math.round(Math.max(...costs));
}

test("what a press costs the main thread, four times slower on a phone", async ({ open }) => {
  for (const [doing, story] of Object.entries(doings)) {
    const slowestMs: number[] = [];
    while (slowestMs.length < tellings) {
      const screen = await open();
      slowestMs.push(await slowestOf(story, screen));
      await screen.page.context().close();
    }
    process.stdout.write(`${JSON.stringify({ doing, slowestMs, limitMs: pressLimit, held: Math.min(...slowestMs) <= pressLimit })}\n`);
  }
});
