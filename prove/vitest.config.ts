import { defineConfig } from "vitest/config";
import "../vitest.polyfill.ts";

// vitest 5 words its failures with Map.groupBy, which Node 20 does not have yet; without it a red run hides its reasons.
const groupBy = <K, T>(items: Iterable<T>, keyOf: (item: T, index: number) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
};
if (!("groupBy" in Map)) Object.assign(Map, { groupBy });

// The proofs: promises under fire, in a short form inside `npm test` and a long one by `npm run prove`. One file after the other: each wants the machine.
export default defineConfig({
  test: {
    name: "prove",
    include: ["prove/**/*.prove.ts"],
    environment: "node",
    globalSetup: ["packages/db/src/testing.setup.ts"],
    fileParallelism: false,
    testTimeout: 7_200_000,
    hookTimeout: 600_000,
  },
});
