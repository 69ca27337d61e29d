// Rewrites the ground migration from the schema: the generated part, then prisma/ground-constraints.sql.
// Only until the first release. From then on a change of the schema is a migration of its own, written with
// `prisma migrate diff --from-migrations prisma/migrations --to-schema prisma/schema --script` and read before it is kept.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startEmbedded } from "../src/embedded/start.ts";

const home = fileURLToPath(new URL("..", import.meta.url));
const ground = join(home, "prisma/migrations/20261123000000_ground/migration.sql");

const dataDir = mkdtempSync(join(tmpdir(), "jizhen-migration-"));
const server = await startEmbedded({ dataDir });
try {
  const prisma = (...args: string[]) =>
    execFileSync("npx", ["prisma", ...args], { cwd: home, encoding: "utf8", env: { ...process.env, DATABASE_URL: server.ownerUrl } });
  const generated = prisma("migrate", "diff", "--from-empty", "--to-schema", "prisma/schema", "--script");
  const kept = generated.replace(/DEFAULT (to_tsvector\('simple'::regconfig, words\))/g, "GENERATED ALWAYS AS ($1) STORED");
  mkdirSync(join(ground, ".."), { recursive: true });
  writeFileSync(ground, `${kept.trimEnd()}\n\n${readFileSync(join(home, "prisma/ground-constraints.sql"), "utf8")}`);
  prisma("generate");
  console.log(`written: ${ground}`);
} finally {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
