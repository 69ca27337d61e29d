import { OrgId, PersonId } from "@jizhen/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Quarter } from "../indicator/period.ts";
import { act, town } from "../membership/fixtures.ts";
import { type Report, ReportId } from "./model.ts";
import * as life from "./transitions.ts";

const nth = (prefix: string, n: number) => `${prefix}_${String(n).padStart(26, "0")}`;
const quarter = Quarter.parse("2026-Q3");
const open = (): Extract<Report, { state: "open" }> => ({
  id: ReportId.parse(nth("rprt", 1)),
  townId: town(1),
  reportingTown: town(1),
  quarter,
  state: "open",
  revision: 1,
  submission: 0,
  lockedSubmission: null,
  expected: 0,
  checked: 0,
  missing: [],
  reason: null,
  version: 0,
});
const firm = OrgId.parse(nth("org", 4));
const full: life.Coverage = { expected: 2, checked: 2, waiting: 0, without: [] };
const who = (n: number) => ({ by: PersonId.parse(nth("pers", n)), at: new Date("2026-11-20T00:00:00Z") });

describe("handing in", () => {
  it.each([
    ["a declaration waits to be checked", { ...full, waiting: 1 }, "town.report.lower_level_open"],
    ["nobody declared", { ...full, checked: 0 }, "town.report.empty"],
    ["a missing firm has no reason", { ...full, without: [{ organisationId: firm, nameZh: "甲" }] }, "town.report.missing_unexplained"],
  ])("is refused while %s", (_, coverage, code) => {
    const outcome = life.submit(open(), coverage, new Map(), act());
    expect(outcome.ok ? null : outcome.error.code).toBe(code);
  });

  it("names who is missing, and is approved by somebody else only", () => {
    const coverage = { ...full, without: [{ organisationId: firm, nameZh: "甲" }] };
    const submitted = life.submit(open(), coverage, new Map([[firm, "closed"]]), act({ person: 5 }));
    if (!submitted.ok) throw new Error(submitted.error.code);
    expect(submitted.value.next.missing).toEqual([{ organisationId: firm, nameZh: "甲", reason: "closed" }]);
    expect(life.approve(submitted.value.next, [], act({ person: 5 }))).toMatchObject({
      ok: false,
      error: { code: "town.report.own_submission" },
    });
    expect(life.approve(submitted.value.next, [], act({ person: 6 }))).toMatchObject({ ok: true });
  });
});

type Model = { report: Report; locked: number[] };
const commands = fc.array(fc.constantFrom("submit", "approve", "return", "accept", "lock", "publish", "sendBack", "reopen"), {
  maxLength: 60,
});

/** One command as the use cases give it; a step that the table does not know changes nothing. */
function step({ report }: Model, command: string): Report {
  switch (report.state) {
    case "open": {
      const next = life.submit(report, full, new Map(), act({ person: 5 }));
      return command === "submit" && next.ok ? next.value.next : report;
    }
    case "submitted": {
      const next = life.approve(report, [], act({ person: 6 }));
      if (command === "return") return life.giveBack(report, "因为").next;
      return command === "approve" && next.ok ? next.value.next : report;
    }
    case "approved":
      return command === "accept" ? life.accept(report, who(7)).next : command === "sendBack" ? life.sendBack(report, "因为").next : report;
    case "accepted":
      return command === "lock" ? life.lock(report, who(7)).next : command === "sendBack" ? life.sendBack(report, "因为").next : report;
    case "locked":
      return command === "publish" ? life.publish(report, who(7)).next : command === "reopen" ? life.reopen(report, "因为").next : report;
    case "published":
      return command === "reopen" ? life.reopen(report, "因为").next : report;
  }
}

it("approval goes bottom-up, reopening top-down, and what was locked is never handed in again (T12)", () => {
  fc.assert(
    fc.property(commands, (given) => {
      const model: Model = { report: open(), locked: [] };
      for (const command of given) {
        const before = model.report;
        const after = step(model, command);
        const allowed: Readonly<Record<string, string>> = life.reportSteps[before.state];
        if (after !== before) expect(allowed[command]).toBe(after.state);
        if (after.state === "locked" && before.state !== "locked") model.locked.push(after.submission);
        expect(after.submission).toBeGreaterThanOrEqual(before.submission);
        if (after.state === "submitted") expect(model.locked).not.toContain(after.submission);
        if (before.state === "locked" && after.state === "open") expect(after.revision).toBe(before.revision + 1);
        expect(after.lockedSubmission).toBe(model.locked.at(-1) ?? null);
        model.report = after;
      }
    }),
  );
});

it("the town's row ends where the province's stands, in whatever order its tidings come, and twice changes nothing", () => {
  const submitted = life.submit(open(), full, new Map(), act({ person: 5 }));
  const approved = submitted.ok && life.approve(submitted.value.next, [], act({ person: 6 }));
  if (!approved || !approved.ok) throw new Error("not approved");
  const start = approved.value.next;
  const accepted = life.accept(start, who(7));
  const locked = life.lock(accepted.next, who(7));
  const published = life.publish(locked.next, who(7));
  const reopened = life.reopen(published.next, "因为");
  const steps = [accepted, locked, published, reopened];
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 0, 1, 1, 2, 2, 3, 3], { minLength: 1 }), (order) => {
      const last = Math.max(...order);
      const row = order.reduce<Report>((held, at) => {
        const event = steps[at]?.events[0];
        return event?.type === "town.report.decided.v1" ? (life.follow(held, event) ?? held) : held;
      }, start);
      expect(row).toEqual(steps[last]?.next);
    }),
  );
});
