// Stories that are told alone, from the built product on a demo of its own. npm run pictures: small pictures of every screen into
// docs/screens. npm run paints: how long the first paint of a screen takes over a phone's link. npm run presses: what a press costs the
// page's main thread. npm run stories: what people do most, by keyboard and by touch, in both languages. All but pictures print one JSON line a figure.
import { findChromium } from "./chromium.mjs";
import { build, giveUp, install, tool } from "./lib.mjs";

/** What `npm test` tells too is a story like the others. */
const files = { pictures: "pictures", paints: "paints", presses: "presses.pc.spec", stories: "stories" };

await install();
if ((await build()) !== 0) giveUp("The build failed; the reason stands above. / 构建失败，原因见上。");
const chromium = await findChromium();
if (!chromium) giveUp("Screens need Chromium: install the package `chromium`, or set CHROMIUM_PATH. / 需要 Chromium。");
process.exit(
  await tool("playwright", ["test", "--config", "e2e/playwright.config.ts"], {
    env: { CHROMIUM_PATH: chromium, JIZHEN_ALONE: files[process.argv[2]] ?? "pictures" },
  }),
);
