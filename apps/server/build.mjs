// One ESM bundle of the server and of what it imports: to find and read many small files took half of a start.
import { cp, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const home = dirname(fileURLToPath(import.meta.url));
const dist = join(home, "dist");
const database = join(home, "../../packages/db/prisma");

await rm(dist, { recursive: true, force: true });
await build({
  entryPoints: [join(home, "src/main.ts")],
  outdir: dist,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  sourcemap: true,
  sourcesContent: false,
  legalComments: "none",
  logLevel: "warning",
  external: ["pg-native"], // pg asks for it only where somebody installed it
  // CommonJS inside the bundle asks for Node's own modules by `require`.
  banner: { js: 'import { createRequire as requiring } from "node:module"; const require = requiring(import.meta.url);' },
});
await cp(join(database, "migrations"), join(dist, "prisma/migrations"), { recursive: true });
await cp(join(database, "after-migrate.sql"), join(dist, "prisma/after-migrate.sql"));
