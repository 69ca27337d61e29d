import { defineConfig } from "vitest/config";
import "../vitest.polyfill.ts";

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
