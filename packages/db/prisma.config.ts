import { fileURLToPath } from "node:url";
import { defineConfig } from "prisma/config";

// The native schema engine is a download; the bridge runs the same engine from an installed package.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(new URL("./tools/schema-engine.mjs", import.meta.url));

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://none:none@127.0.0.1:1/none" },
});
