// npm run bench: every benchmark of scripts/bench, each seeded and on a PostgreSQL of its own; one JSON line per figure.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { home, install, tool } from "./lib.mjs";

await install();
if ((await tool("turbo", ["run", "generate", "--output-logs=errors-only"])) !== 0) process.exit(1);
const wanted = process.argv[2] ?? "";
let failed = 0;
for (const file of readdirSync(join(home, "scripts/bench")).filter((name) => name.endsWith(".ts") && name.includes(wanted))) {
  if ((await tool("tsx", [join("scripts/bench", file)])) !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
