// One ESM bundle of the workspace's own code; what npm installed stays outside, by name, and is resolved at run time.
import { cp, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const home = dirname(fileURLToPath(import.meta.url));
const dist = join(home, "dist");
const database = join(home, "../../packages/db/prisma");

/** Bare names are packages. Ours are bundled, all others are left to node. */
const installedStayOutside = {
  name: "installed-stay-outside",
  setup: (bundle) =>
    bundle.onResolve({ filter: /^[^./]/ }, ({ path }) => (path.startsWith("@jizhen/") ? undefined : { path, external: true })),
};

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
  plugins: [installedStayOutside],
});
await cp(join(database, "migrations"), join(dist, "prisma/migrations"), { recursive: true });
await cp(join(database, "after-migrate.sql"), join(dist, "prisma/after-migrate.sql"));
