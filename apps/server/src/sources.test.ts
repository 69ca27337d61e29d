import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, it } from "vitest";
import { inSources } from "./sources.ts";

let folder = "";
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "jizhen-sources-"));
  writeFileSync(
    join(folder, "lamp.ts"),
    'type Lamp = { lit: boolean };\n\nexport const light = (lamp: Lamp | null) => {\n  if (lamp === null) throw new Error("no lamp");\n};\n',
  );
  await build({
    entryPoints: [join(folder, "lamp.ts")],
    outfile: join(folder, "lamp.js"),
    sourcemap: true,
    format: "esm",
    minify: true,
    logLevel: "error",
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("a fault of the bundle is told by the places of its sources", async () => {
  // In a process of its own: the runner of tests puts the sources' places into stacks by itself.
  const call = `import(${JSON.stringify(join(folder, "lamp.js"))}).then(({ light }) => light(null)).catch((error) => console.log(error.stack))`;
  const words = execFileSync(process.execPath, ["--eval", call], { encoding: "utf8", env: {} });
  expect(words).toMatch(/lamp\.js:\d+:/);
  expect(inSources(words)).toContain("lamp.ts:4:");
});

it("places without a map, and words without places, stay as they are", () => {
  for (const words of ["at start (file:///nowhere/at-all.js:3:7)", "at /nowhere/at-all.js:3:7", "no places", ""])
    expect(inSources(words)).toBe(words);
});
