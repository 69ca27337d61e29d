import { defineConfig } from "vitest/config";

// vitest 5 words its failures with Map.groupBy, which Node 20 does not have yet; without it a red run hides its reasons.
Map.groupBy ??= <K, T>(items: Iterable<T>, keyOf: (item: T, index: number) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
};

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
