import { describe, expect, it } from "vitest";
import { readEnv } from "./env.ts";
import { limiter } from "./rate-limit.ts";

describe("settings", () => {
  it("have safe defaults", () =>
    expect(readEnv({})).toMatchObject({
      PORT: 4000,
      HOST: "127.0.0.1",
      publicUrl: "http://127.0.0.1:4000",
      demo: true,
      secure: false,
      ROLE: "all",
    }));
  it("the demo is off in production unless asked for", () => {
    expect(readEnv({ NODE_ENV: "production" }).demo).toBe(false);
    expect(readEnv({ NODE_ENV: "production", DEMO: "1" }).demo).toBe(true);
  });
  it("an address that is given is the only origin", () =>
    expect(readEnv({ PUBLIC_URL: "https://a.example/" }).origins).toEqual(["https://a.example"]));
  it.each([
    [{ PORT: "http" }, /^PORT must be/],
    [{ PORT: "70000" }, /^PORT must be/],
    [{ PUBLIC_URL: "a.example" }, /^PUBLIC_URL must be/],
    [{ DATABASE_URL: "mysql://x" }, /^DATABASE_URL must look/],
    [{ DEMO: "maybe" }, /^DEMO must be/],
    [{ ROLE: "both" }, /^ROLE must be/],
    [{ SMTP_URL: "mail.example" }, /^SMTP_URL must look/],
    [{ S3_BUCKET: "b" }, /^S3_BUCKET needs/],
  ])("%j is refused with one sentence", (source, sentence) => expect(() => readEnv(source)).toThrow(sentence));
});

describe("the rate limit", () => {
  it("counts operations, refills over the minute, and keeps people apart", () => {
    let now = 0;
    const limit = limiter(60, () => now);
    expect(limit.spend("a", 50)).toBe(0);
    expect(limit.spend("a", 20)).toBe(10);
    expect(limit.spend("b", 60)).toBe(0);
    now += 10_000;
    expect(limit.spend("a", 20)).toBe(0);
  });
});
