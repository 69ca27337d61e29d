import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { atMost, passwords } from "./passwords.ts";

describe("work that waits its turn", () => {
  it("goes on so many at a time, all of it, in the order it came", async () => {
    const turn = atMost(2);
    let [now, most] = [0, 0];
    const begun: number[] = [];
    const all = Array.from({ length: 20 }, (_, n) =>
      turn(async () => {
        begun.push(n);
        now += 1;
        most = Math.max(most, now);
        await pause(n % 3);
        now -= 1;
        return n;
      }),
    );
    expect(await Promise.all(all)).toEqual(begun);
    expect(begun).toEqual(Array.from({ length: 20 }, (_, n) => n));
    expect(most).toBe(2);
  });
  it("gives its place back when it fails", async () => {
    const turn = atMost(1);
    await expect(turn(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await turn(async () => "next")).toBe("next");
  });
});

it("a password opens what it closed, and no other does", async () => {
  const hash = await passwords.hash("定襄 flange 2026");
  expect(await passwords.verify({ hash, password: "定襄 flange 2026" })).toBe(true);
  expect(await passwords.verify({ hash, password: "定襄 flange 2027" })).toBe(false);
});
