// npm test: installs what is missing and runs everything. `npm test -- --only vitest` runs the steps whose name contains a word, after what they rest on.
import { home, install, listen, taken } from "./lib.mjs";
import { chosen } from "./steps.mjs";

const only = process.argv.includes("--only") ? (process.argv[process.argv.indexOf("--only") + 1] ?? "") : "";

await install();
process.chdir(home);
listen();
const results = [];
for (const { name, run: step } of chosen(only)) {
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
