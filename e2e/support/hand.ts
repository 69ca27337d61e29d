import type { Locator } from "@playwright/test";
import { paste } from "./steps.ts";
import { expect, type Screen } from "./test.ts";

/** A person's pace, as stated beside every estimate: looking, deciding and pressing; typing a sign or pressing Tab. */
export const pace = { pressMs: 3_000, keyMs: 250 } as const;
const mostTabs = 150;

export type Told = { readonly presses: number; readonly keys: number; readonly waitedMs: number; readonly estimateSeconds: number };

/** One person at one screen, by keyboard alone or by touch alone: what is pressed and typed is counted, and the product's share of the time. */
export type Hand = {
  press(target: Locator): Promise<void>;
  /** Takes one of a group of radios. */
  choose(option: Locator): Promise<void>;
  type(field: Locator, text: string): Promise<void>;
  paste(field: Locator, text: string): Promise<void>;
  /** Until this is there the person waits for the product. */
  wait(what: Locator): Promise<void>;
  open(path: string, what: Locator): Promise<void>;
  told(): Told;
};

export function handOf(screen: Screen, touch: boolean): Hand {
  const { page } = screen;
  const count = { presses: 0, keys: 0, waitedMs: 0 };
  const waiting = async (work: () => Promise<unknown>) => {
    const from = performance.now();
    await work();
    count.waitedMs += performance.now() - from;
  };
  const key = async (name: string) => {
    count.keys += 1;
    await page.keyboard.press(name);
  };
  const typed = async (text: string) => {
    count.keys += text.length;
    await page.keyboard.insertText(text);
  };
  /** To a field or a button as the kind of hand does it. */
  const reach = async (target: Locator) => {
    await target.waitFor();
    if (touch) {
      count.presses += 1;
      await target.tap();
    } else await tabTo(target, key);
  };
  return {
    async press(target) {
      await reach(target);
      if (touch) return;
      count.presses += 1;
      await page.keyboard.press((await target.getAttribute("type")) === "checkbox" ? "Space" : "Enter");
    },
    async choose(option) {
      if (touch) return reach(option);
      await tabTo(option, key, "group");
      for (let step = 0; step < 12 && !(await option.isChecked()); step += 1) await key("ArrowRight");
      count.presses += 1;
      await expect(option).toBeChecked();
    },
    async type(field, text) {
      await reach(field);
      await field.selectText();
      await typed(text);
    },
    async paste(field, text) {
      await reach(field);
      if (!touch) count.presses += 1;
      await paste(field, text);
    },
    wait: (what) => waiting(() => what.first().waitFor({ timeout: 180_000 })),
    open: (path, what) =>
      waiting(async () => {
        await page.goto(path);
        await what.first().waitFor();
      }),
    told: () => {
      const waitedMs = Math.round(count.waitedMs);
      const person = count.presses * pace.pressMs + count.keys * pace.keyMs;
      return { presses: count.presses, keys: count.keys, waitedMs, estimateSeconds: Math.round((person + waitedMs) / 1_000) };
    },
  };
}

type Stop = "there" | "on" | "back";

/** Where the focus is, seen from the target; for a radio, any of its group is as good, because arrows go on from there. */
const stopAt = (target: Locator, reach: "self" | "group"): Promise<Stop> =>
  target.evaluate((element, wanted): Stop => {
    const now = document.activeElement;
    const group = (one: Element | null) => (one instanceof HTMLInputElement && one.type === "radio" ? one.name : null);
    if (now === element || (wanted === "group" && group(now) !== null && group(now) === group(element))) return "there";
    if (now === null || now === document.body) return "on";
    return now.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING ? "back" : "on";
  }, reach);

/** By Tab to the target and no further; every stop on the way shows where the focus is. */
async function tabTo(target: Locator, key: (name: string) => Promise<void>, reach: "self" | "group" = "self"): Promise<void> {
  for (let step = 0; step < mostTabs; step += 1) {
    const stop = await stopAt(target, reach);
    if (stop === "there") return;
    await key(stop === "on" ? "Tab" : "Shift+Tab");
  }
  throw new Error(`${String(target)} was not reached by ${mostTabs} presses of Tab`);
}
