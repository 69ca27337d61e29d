import { defineConfig } from "vitest/config";
import "./vitest.polyfill.ts";

// Two kinds of tests: pure ones start nothing; those on a database share one PostgreSQL per run and get a fresh database per file.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "pure",
          include: ["packages/{kernel,spec,domain-*,i18n}/src/**/*.test.ts", "scripts/**/*.test.ts"],
          environment: "node",
          // Properties run many cases; a busy machine is given its time.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "web",
          include: ["apps/web/src/**/*.test.{ts,tsx}"],
          environment: "node",
        },
      },
      {
        test: {
          name: "database",
          include: ["packages/{db,api}/src/**/*.test.ts", "apps/server/src/**/*.test.ts"],
          environment: "node",
          globalSetup: ["packages/db/src/testing.setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
