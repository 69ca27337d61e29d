import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./test.ts";

/** Content has come: a heading, and nothing that says it is still loading. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/^(正在加载…|Loading…)$/)).toHaveCount(0, { timeout: 60_000 });
}

/**
 * Serious and critical findings as readable lines; an empty list is the promise. One document is looked at in one go: the product frames
 * no other, and gathering frames in a window of their own takes longer than looking.
 */
export async function findings(page: Page): Promise<string[]> {
  if (page.frames().length > 1) throw new Error("a frame inside the page would not be looked at");
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .setLegacyMode(true)
    .analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.slice(0, 4).map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary ?? ""}`),
    );
}

/** How far the page can be scrolled sideways, in CSS pixels. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
