import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { loadKeys } from "./keys.ts";

const folder = mkdtempSync(join(tmpdir(), "jizhen-keys-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("keys", () => {
  it("are made once, for their owner only, and stay the same", () => {
    const first = loadKeys(folder);
    expect(loadKeys(folder)).toEqual(first);
    const files = readdirSync(join(folder, "keys"));
    expect(files.sort()).toEqual(["auth.key", "idempotency.key", "receipt-signing.key", "seal-master.key"]);
    for (const file of files) expect(statSync(join(folder, "keys", file)).mode & 0o777).toBe(0o600);
    expect(new Set(Object.values(first).map((key) => Buffer.from(key).toString("hex"))).size).toBe(4);
  });
  it("may be given by settings", () => {
    expect(Buffer.from(loadKeys(folder, { KEY_AUTH: "ab".repeat(32) }).auth).toString("hex")).toBe("ab".repeat(32));
    expect(() => loadKeys(folder, { KEY_AUTH: "short" })).toThrow(/KEY_AUTH must hold 32 bytes/);
  });
  it("a damaged file is not replaced by a new key", () => {
    writeFileSync(join(folder, "keys", "seal-master.key"), "");
    expect(() => loadKeys(folder)).toThrow(/seal-master/);
  });
});
