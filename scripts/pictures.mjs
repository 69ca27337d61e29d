// npm run pictures: small pictures of every screen into docs/screens, from the built product on a demo of its own.
import { findChromium } from "./chromium.mjs";
import { build, giveUp, install, tool } from "./lib.mjs";

await install();
if ((await build()) !== 0) giveUp("The build failed; the reason stands above. / 构建失败，原因见上。");
const chromium = await findChromium();
if (!chromium) giveUp("Pictures need Chromium: install the package `chromium`, or set CHROMIUM_PATH. / 截图需要 Chromium。");
process.exit(
  await tool("playwright", ["test", "--config", "e2e/playwright.config.ts"], {
    env: { CHROMIUM_PATH: chromium, JIZHEN_PICTURES: "1" },
  }),
);
