import { expect, it } from "vitest";
import { passwords, turns } from "./passwords.ts";

it("a password opens what it closed, and no other does", async () => {
  const hash = await passwords.hash("定襄 flange 2026");
  expect(await passwords.verify({ hash, password: "定襄 flange 2026" })).toBe(true);
  expect(await passwords.verify({ hash, password: "定襄 flange 2027" })).toBe(false);
});

it("of many passwords at once two are hashed at a time, and the others wait", async () => {
  const all = Array.from({ length: 6 }, (_, n) => passwords.hash(`定襄 flange ${n}`));
  await Promise.resolve();
  expect([turns.activeCount, turns.pendingCount]).toEqual([2, 4]);
  expect(new Set(await Promise.all(all)).size).toBe(6);
  expect([turns.activeCount, turns.pendingCount]).toEqual([0, 0]);
});
