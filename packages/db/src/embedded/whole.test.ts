import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeWhole } from "./whole.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jizhen-whole-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a file that is replaced", () => {
  it("has the new text, and nothing lies beside it", () => {
    writeFileSync(join(folder, "port"), "4711\n");
    writeWhole(join(folder, "port"), "4712\n");
    expect(readFileSync(join(folder, "port"), "utf8")).toBe("4712\n");
    expect(readdirSync(folder)).toEqual(["port"]);
  });
  it("keeps the old text when the new one cannot be written", () => {
    writeFileSync(join(folder, "port"), "4711\n");
    mkdirSync(join(folder, "port.new"));
    expect(() => writeWhole(join(folder, "port"), "4712\n")).toThrow();
    expect(readFileSync(join(folder, "port"), "utf8")).toBe("4711\n");
  });
});
