// npm test: installs what is missing and runs everything. `npm test -- --only vitest` runs the steps whose name contains a word.
import { checks } from "./check.mjs";
import { findChromium } from "./chromium.mjs";
import { build, home, install, listen, run, taken, tool } from "./lib.mjs";
import { onPostgres15 } from "./postgres15.mjs";
import { prove } from "./prove.mjs";

const only = process.argv.includes("--only") ? (process.argv[process.argv.indexOf("--only") + 1] ?? "") : "";

async function browser() {
  const chromium = await findChromium();
  if (!chromium) {
    process.stderr.write("The browser tests need Chromium. Install the package `chromium` (Debian, Ubuntu) or set CHROMIUM_PATH.\n");
    return 1;
  }
  return tool("playwright", ["test", "--config", "e2e/playwright.config.ts"], { env: { CHROMIUM_PATH: chromium } });
}

const steps = [
  ...checks,
  { name: "vitest: rules, properties, API on a real PostgreSQL", run: () => tool("vitest", ["run"]) },
  { name: "PostgreSQL 15: schema, wall, migrations, views", run: () => onPostgres15() },
  { name: "build", run: build },
  { name: "budgets of the built screens", run: () => run(process.execPath, ["apps/web/scripts/budgets.mjs"]) },
  { name: "proofs, short form", run: () => prove({ form: "short" }) },
  { name: "browser: the stories in Chromium", run: browser },
].filter(({ name }) => name.includes(only));

await install();
process.chdir(home);
listen();
const results = [];
for (const { name, run: step } of steps) {
  const started = Date.now();
  process.stdout.write(`\n=== ${name}\n`);
  const code = await step();
  results.push({ name, code, told: taken(), seconds: ((Date.now() - started) / 1000).toFixed(1) });
}
process.stdout.write("\n");
// A step that this machine cannot run says so at the end, where nobody overlooks it.
const word = (code) => (code === null ? "NOT RUN" : code === 0 ? "ok     " : "FAILED ");
for (const { name, code, seconds } of results) process.stdout.write(`${word(code)} ${seconds.padStart(7)} s  ${name}\n`);
// And a failure says what it was once more, where the end of a long log is all that is read.
for (const { name, code, told } of results)
  if (code !== 0 && code !== null) process.stdout.write(`\n${name}:\n${told.slice(-12).join("\n")}\n`);
const notRun = results.filter(({ code }) => code === null).length;
const failed = results.filter(({ code }) => code !== 0 && code !== null).length;
process.stdout.write(`\n${results.length - failed - notRun} passed, ${failed} failed${notRun > 0 ? `, ${notRun} not run` : ""}\n`);
process.exit(failed === 0 && results.length > 0 ? 0 : 1);
