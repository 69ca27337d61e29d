import type { Locale } from "@jizhen/i18n";
import { pace } from "./support/hand.ts";
import { stories } from "./support/tellings.ts";
import { test } from "./support/test.ts";

// Each story by keyboard on a PC and by touch at phone width, in both languages. The recorder would copy the page at each step.
test.use({ trace: "off" });

const looks = [false, true].flatMap((phone) => (["zh-CN", "en"] as const satisfies readonly Locale[]).map((locale) => ({ phone, locale })));

for (const [story, { goalSeconds, mostPresses, tell }] of Object.entries(stories)) {
  for (const [nth, look] of looks.entries()) {
    test(`${story}, ${look.phone ? "touch" : "keyboard"} ${look.locale}`, async ({ open }) => {
      const told = await tell({ open, look, nth });
      const held = told.presses <= mostPresses && told.estimateSeconds <= goalSeconds;
      process.stdout.write(
        `${JSON.stringify({ story, by: look.phone ? "touch" : "keyboard", ...look, ...told, pace, goalSeconds, held })}\n`,
      );
    });
  }
}
