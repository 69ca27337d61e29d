// The steps of npm test in their order, and which of them a word chooses.
import { checks } from "./check.mjs";
import { findChromium } from "./chromium.mjs";
import { build, run, tool } from "./lib.mjs";
import { onPostgres15 } from "./postgres15.mjs";
import { prove } from "./prove.mjs";

async function browser() {
  const chromium = await findChromium();
  if (!chromium) {
    process.stderr.write("The browser tests need Chromium. Install the package `chromium` (Debian, Ubuntu) or set CHROMIUM_PATH.\n");
    return 1;
  }
  return tool("playwright", ["test", "--config", "e2e/playwright.config.ts"], { env: { CHROMIUM_PATH: chromium } });
}

/** `built` marks what looks at the built product. */
export const steps = [
  ...checks,
  { name: "vitest: rules, properties, API on a real PostgreSQL", run: () => tool("vitest", ["run"]) },
  { name: "PostgreSQL 15: schema, wall, migrations, views", run: () => onPostgres15() },
  { name: "build", run: build },
  { name: "budgets of the built screens", built: true, run: () => run(process.execPath, ["apps/web/scripts/budgets.mjs"]) },
  { name: "proofs, short form", built: true, run: () => prove({ form: "short" }) },
  { name: "browser: the stories in Chromium", built: true, run: browser },
];

/** The steps whose name holds the word, with what the whole run would have made before them: a fresh clone holds nothing generated. */
export function chosen(word) {
  const wanted = steps.filter(({ name }) => name.includes(word));
  const given = (name) => name === "generate" || (name === "build" && wanted.some(({ built }) => built === true));
  return steps.filter((step) => wanted.includes(step) || (wanted.length > 0 && given(step.name)));
}
