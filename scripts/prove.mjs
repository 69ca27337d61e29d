// npm run prove: the promises of docs/reliability.md in their long form. `-- kill` runs the proofs whose path holds the word;
// PROVE=short runs the form that `npm test` runs, PROVE_PART=0.1 a tenth of the long one, PROVE_SEED replays a run.
// `-- postgres15` runs every database test on PostgreSQL 15.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, generate, home, install, tool } from "./lib.mjs";
import { onPostgres15 } from "./postgres15.mjs";

/** Runs proofs and prints what they measured, one JSON line a figure. */
export async function prove({ form, only = [] }) {
  const folder = mkdtempSync(join(tmpdir(), "jizhen-figures-"));
  const figures = join(folder, "figures.jsonl");
  writeFileSync(figures, "");
  try {
    const env = { PROVE: form, PROVE_FIGURES: figures };
    const code = await tool("vitest", ["run", "--config", "prove/vitest.config.ts", "--root", home, ...only], { env });
    process.stdout.write(readFileSync(figures, "utf8"));
    return code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await install();
  process.chdir(home);
  if (process.argv[2] === "postgres15") {
    if ((await generate()) !== 0) process.exit(1);
    process.exit((await onPostgres15({ whole: true })) ?? 1);
  }
  if ((await build()) !== 0) process.exit(1);
  process.exit(await prove({ form: process.env.PROVE ?? "long", only: process.argv.slice(2) }));
}
