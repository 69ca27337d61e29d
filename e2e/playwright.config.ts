import { defineConfig, devices } from "@playwright/test";

const pc = { viewport: { width: 1280, height: 800 }, locale: "zh-CN" } as const;
const phone = { ...devices["Pixel 7"], viewport: { width: 390, height: 844 }, locale: "en-GB" } as const;
/** A file whose stories are told alone: `pictures`, `paints`, `presses.pc.spec` or `stories`. */
const alone = process.env["JIZHEN_ALONE"];

/** The stories in a real Chromium against the built server on a database of its own. A server for each worker: a story moves the clock of its own. */
export default defineConfig({
  testDir: ".",
  globalSetup: "./support/global-setup.ts",
  // A second run beside this one must write elsewhere: the runner empties its folder.
  outputDir: process.env["JIZHEN_E2E_OUTPUT"] ?? "../node_modules/.cache/jizhen-e2e",
  // One server that runs already has one clock.
  workers: alone !== undefined || process.env["JIZHEN_URL"] !== undefined ? 1 : 2,
  fullyParallel: true,
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: [["list"]],
  use: {
    timezoneId: "Asia/Shanghai",
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    // The recorder copies the page at every step, which doubles a story's time: only for who can look at what it recorded, and never where time is told.
    trace: process.env["CI"] === undefined && alone === undefined ? "retain-on-failure" : "off",
    launchOptions: {
      ...(process.env["CHROMIUM_PATH"] === undefined ? {} : { executablePath: process.env["CHROMIUM_PATH"] }),
      args: ["--no-sandbox", "--disable-background-networking"],
    },
  },
  projects:
    alone !== undefined
      ? [{ name: alone, testMatch: `${alone}.ts`, timeout: 1_200_000, use: pc }]
      : [
          { name: "pc", testMatch: /\.pc\.spec\.ts$|\.both\.spec\.ts$/, use: pc },
          { name: "phone", testMatch: /\.phone\.spec\.ts$|\.both\.spec\.ts$/, use: phone },
        ],
});
