import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { asvs } from "./asvs/table.ts";
import { figure } from "./support/scale.ts";

const textOf = (path: string) => readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), "utf8");

it("every requirement that is said to be checked names a test that stands (G20)", () => {
  const missing = Object.entries(asvs).filter(([, [file, title]]) => !textOf(file).includes(title));
  figure({ promise: "G20", proof: "ASVS 5.0.0 requirements with a test", seconds: 0, requirements: Object.keys(asvs).length });
  expect(missing).toEqual([]);
});

it("the written answers and the table of tests do not contradict each other (G20)", () => {
  const written = textOf("docs/security.md");
  expect(Object.keys(asvs).filter((id) => !new RegExp(`\\b${id.replaceAll(".", "\\.")}\\b`).test(written))).toEqual([]);
});
