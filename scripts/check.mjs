// npm run check: everything that can be said without running the product. Each check is an error, none a warning.
import { pathToFileURL } from "node:url";
import { home, install, run, tool } from "./lib.mjs";

const node = (...args) => run(process.execPath, args);

export const checks = [
  ["generate", () => tool("turbo", ["run", "generate", "--output-logs=errors-only"])],
  ["types", () => tool("turbo", ["run", "typecheck", "--output-logs=errors-only", "--concurrency=2"])],
  ["format", () => tool("biome", ["check", "--error-on-warnings", home])],
  ["lint", () => tool("oxlint", ["--type-aware", "--deny-warnings", "packages", "apps", "scripts", "e2e"])],
  ["boundaries", () => node("scripts/checks/boundaries.mjs")],
  ["house rules", () => node("scripts/checks/house.mjs")],
  ["unused code", () => tool("knip", ["--no-progress", "--no-config-hints"])],
];

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await install();
  let failed = 0;
  for (const [name, check] of checks) {
    const code = await check();
    process.stdout.write(`${code === 0 ? "ok    " : "FAILED"} ${name}\n`);
    if (code !== 0) failed += 1;
  }
  process.exit(failed === 0 ? 0 : 1);
}
