// npm run bench: every benchmark of scripts/bench, each seeded and on a PostgreSQL of its own; one JSON line per figure.
// `npm run bench -- --file=members` runs one file; `npm run bench -- search` runs the scenarios whose name holds the word; `-- --size=10000` one size; `-- --full` adds a million to matching.
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build as bundle } from "esbuild";
import { build, home, install, run } from "./lib.mjs";

await install();
process.chdir(home);
if ((await build()) !== 0) process.exit(1);

/** What is measured in this process is bundled as the product is: run from source, a loader's help would be measured with it. */
const asBuilt = join(home, "node_modules/.cache/jizhen-bench");
const inPlace = {
  name: "files know where their source lies",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/(packages|scripts)\/.*\.ts$/ }, ({ path }) => ({
      loader: "ts",
      contents: readFileSync(path, "utf8")
        .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href))
        .replaceAll("import.meta.dirname", JSON.stringify(dirname(path))),
    })),
};
mkdirSync(asBuilt, { recursive: true });
const files = readdirSync(join(home, "scripts/bench")).filter((name) => name.endsWith(".ts"));
await bundle({
  entryPoints: files.map((name) => join(home, "scripts/bench", name)),
  outdir: asBuilt,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  // Our own packages are sources and come into the bundle; everything else stays where npm has put it.
  plugins: [
    inPlace,
    {
      name: "others stay outside",
      setup: ({ onResolve }) =>
        onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
          kind === "entry-point" || path.startsWith("@jizhen/") || path.startsWith("#") ? null : { external: true },
        ),
    },
  ],
});

let failed = 0;
const one = process.argv.find((word) => word.startsWith("--file="))?.slice("--file=".length);
for (const name of files.filter((file) => one === undefined || file === `${one}.ts`)) {
  const code = await run(process.execPath, [join(asBuilt, name.replace(/\.ts$/, ".mjs")), ...process.argv.slice(2)]);
  if (code !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
