import { stories } from "./support/tellings.ts";
import { expect, test } from "./support/test.ts";

// By keyboard in Chinese, by touch in English; `npm run stories` tells all four and their times.
for (const [story, { mostPresses, tell }] of Object.entries(stories)) {
  test(`${story}: no more presses than it takes`, async ({ open }, info) => {
    test.setTimeout(300_000);
    const phone = info.project.name === "phone";
    const look = { phone, locale: phone ? ("en" as const) : ("zh-CN" as const) };
    const told = await tell({ open, look, nth: phone ? 5 : 4 });
    process.stdout.write(`${JSON.stringify({ story, by: phone ? "touch" : "keyboard", ...told })}\n`);
    expect(told.presses).toBeLessThanOrEqual(mostPresses);
  });
}
