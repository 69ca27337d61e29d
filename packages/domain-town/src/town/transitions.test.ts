import { describe, expect, it } from "vitest";
import { act, firm, town as townId } from "../membership/fixtures.ts";
import { defaultTownRules, type Town, type TownEntry, type TownState } from "./model.ts";
import { close, insistTownState, open, pause, prepare, resume, stepsOn, townSteps } from "./transitions.ts";

const entry: TownEntry = {
  slug: "zezhou-castings",
  nameZh: "泽州铸造",
  nameEn: "Zezhou castings",
  countyCode: "140525",
  cityZh: "晋城市",
  category: "manufacturing",
  level: "provincial",
  pack: "generic",
};
const birth = { id: townId(5), administrationId: firm(5), demo: false };
const prepared = (change: Partial<TownEntry> = {}) => prepare({ ...entry, ...change }, birth, ["generic"], act());
const none = { requests: 0, orders: 0 };

function inState(state: TownState): Town {
  const base = { ...entry, ...birth, kind: "town" as const, connected: true, rules: defaultTownRules, createdAt: new Date(0), version: 1 };
  if (state === "paused") return { ...base, state, reason: "检修" };
  if (state === "closed") return { ...base, state, reason: "撤并", successorId: null };
  return { ...base, state };
}

describe("a town", () => {
  it("is prepared with a county in force and a pack that is there", () => {
    const made = prepared();
    expect(made.ok && [made.value.next.state, made.value.next.connected]).toEqual(["prepared", false]);
    expect(prepared({ countyCode: "149999" })).toMatchObject({ ok: false, error: { code: "town.town.county_unknown" } });
    expect(prepared({ pack: "ships" })).toMatchObject({ ok: false, error: { code: "town.town.pack_unknown" } });
    expect(prepared({ countyCode: null }).ok).toBe(true);
  });

  it.each([
    [0, "town.town.administrators_missing"],
    [1, "town.town.administrators_missing"],
    [2, "open"],
    [3, "open"],
  ])("with %i administrators: %s", (administrators, becomes) => {
    const made = prepared();
    if (!made.ok) throw new Error("not prepared");
    const result = open(made.value.next, administrators);
    expect(result.ok ? result.value.next.state : result.error.code).toBe(becomes);
  });

  it("pauses with a reason that goes away when it resumes", () => {
    const paused = pause(inState("open") as never, "检修");
    if (!paused.ok) throw new Error("not paused");
    const resumed = resume(paused.value.next);
    expect(resumed.ok && resumed.value.next).toEqual(inState("open"));
  });

  it.each([
    ["a running request", { requests: 1, orders: 0 }, "town.town.still_running"],
    ["a running order", { requests: 0, orders: 2 }, "town.town.still_running"],
    ["nothing running", none, "closed"],
  ])("closes only when done: %s", (_, running, becomes) => {
    const result = close(inState("paused") as never, { reason: "撤并", successor: null }, running);
    expect(result.ok ? result.value.next.state : result.error.code).toBe(becomes);
  });

  it("is not followed by itself nor by a closed town", () => {
    const closing = (successor: Town) => close(inState("paused") as never, { reason: "撤并", successor }, none);
    expect(closing(inState("open"))).toMatchObject({ error: { code: "town.town.successor_unfit" } });
    expect(closing({ ...inState("closed"), id: townId(6) })).toMatchObject({ error: { code: "town.town.successor_unfit" } });
    expect(closing({ ...inState("open"), id: townId(6) }).ok).toBe(true);
  });

  it.each(Object.keys(townSteps) as TownState[])("%s takes only its own steps", (state) => {
    const allowed = stepsOn(state);
    const from: Record<string, TownState[]> = {
      open: ["prepared"],
      pause: ["open"],
      resume: ["paused"],
      close: ["prepared", "paused"],
    };
    for (const [step, states] of Object.entries(from)) {
      expect([step, insistTownState(inState(state), ...states).ok]).toEqual([step, allowed.some((one) => one === step)]);
    }
  });
});
