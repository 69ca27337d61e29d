// Finds a Chromium for the browser tests, or installs one; never skips in silence.
import { existsSync } from "node:fs";
import { found, run, tool } from "./lib.mjs";

const usual = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

function onThisSystem() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : null;
  for (const name of ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"]) {
    const path = found(name);
    if (path) return path;
  }
  return usual.find((path) => existsSync(path)) ?? null;
}

async function playwrightsOwn() {
  const { chromium } = await import("@playwright/test");
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}

async function fromSystemPackages() {
  if (!found("apt-get")) return;
  const asRoot = process.getuid?.() === 0 ? [] : found("sudo") ? ["sudo", "-n"] : null;
  if (!asRoot) return;
  const apt = (...args) => {
    const [command, ...rest] = [...asRoot, "apt-get", "-qq", ...args];
    return run(command, rest, { env: { DEBIAN_FRONTEND: "noninteractive" }, stdio: ["ignore", "ignore", "inherit"], timeout: 600_000 });
  };
  await apt("update");
  await apt("install", "-y", "--no-install-recommends", "chromium", "fonts-noto-cjk");
}

/** The path of a Chromium that can be started, or null with nothing left to try. */
export async function findChromium() {
  const before = onThisSystem() ?? (await playwrightsOwn());
  if (before) return before;
  process.stdout.write("No Chromium found; installing one for the browser tests …\n");
  await tool("playwright", ["install", "chromium"], { timeout: 300_000, stdio: ["ignore", "ignore", "ignore"] });
  const downloaded = await playwrightsOwn();
  if (downloaded) return downloaded;
  await fromSystemPackages();
  return onThisSystem();
}
