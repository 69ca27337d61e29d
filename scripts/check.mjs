// npm run check: everything that can be said without running the product. Each check is an error, none a warning.
import { pathToFileURL } from "node:url";
import { generate, home, install, run, tool } from "./lib.mjs";

const node = (...args) => run(process.execPath, args);

export const checks = [
  { name: "generate", run: generate },
  { name: "types", run: () => tool("turbo", ["run", "typecheck", "--output-logs=errors-only", "--concurrency=2"]) },
  { name: "types of the browser stories", run: () => tool("tsc", ["-p", "e2e"]) },
  { name: "types of the proofs", run: () => tool("tsc", ["-p", "prove"]) },
  { name: "types of the benchmarks", run: () => tool("tsc", ["-p", "scripts/bench"]) },
  { name: "format", run: () => tool("biome", ["check", "--error-on-warnings", home]) },
  { name: "lint", run: () => tool("oxlint", ["--type-aware", "--deny-warnings", "packages", "apps", "scripts", "e2e", "prove"]) },
  { name: "boundaries", run: () => node("scripts/checks/boundaries.mjs") },
  { name: "house rules", run: () => node("scripts/checks/house.mjs") },
  { name: "unused code", run: () => tool("knip", ["--no-progress", "--no-config-hints"]) },
];

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await install();
  let failed = 0;
  for (const { name, run: check } of checks) {
    const code = await check();
    process.stdout.write(`${code === 0 ? "ok    " : "FAILED"} ${name}\n`);
    if (code !== 0) failed += 1;
  }
  process.exit(failed === 0 ? 0 : 1);
}
