import { describe, expect, it } from "vitest";
import { memoryOf } from "./remember.ts";
import type { Services } from "./services.ts";

const aProcess = (): Services => ({ database: {} }) as Services;

describe("what a process remembers", () => {
  it("goes when it has not been asked for longest", () => {
    const memory = memoryOf<number>(2)(aProcess());
    memory.keep("a", 1);
    memory.keep("b", 2);
    expect(memory.find("a")).toBe(1);
    memory.keep("c", 3);
    expect([memory.find("a"), memory.find("b"), memory.find("c")]).toEqual([1, undefined, 3]);
  });

  it("is another for another database", () => {
    const memory = memoryOf<number>(2);
    const [one, other] = [aProcess(), aProcess()];
    memory(one).keep("a", 1);
    expect(memory(one).find("a")).toBe(1);
    expect(memory(other).find("a")).toBeUndefined();
  });
});
