import { LocalDate, localDateAt, plusDays, startOf } from "@jizhen/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { act, firm, person, town } from "../membership/fixtures.ts";
import { permissionsOf } from "../permission/table.ts";
import { isWorkingDay, standardCalendar, type TownCalendar } from "../town/calendar.ts";
import { complaintDays, dueOn, isOverdue } from "./deadlines.ts";
import { aComplaint, anyComplaint, everyComplaintState } from "./fixtures.ts";
import type { ComplaintIn } from "./model.ts";
import { complaintActions, sideOf } from "./policy.ts";
import * as life from "./transitions.ts";

const date = (text: string) => LocalDate.parse(text);
const on = (day: string) => new Date(`${day}T04:00:00Z`);
const code = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? "done" : result.error?.code);
const national = standardCalendar;

describe("deadlines count working days of the town's calendar (T18)", () => {
  const someDate = fc.nat(500).map((days) => plusDays(date("2025-11-01"), days));
  const someCalendar: fc.Arbitrary<TownCalendar> = fc.record({
    holidays: fc.array(someDate, { maxLength: 40 }),
    workdays: fc.array(someDate, { maxLength: 15 }),
  });
  /** The plain way: walk day by day until enough of them were worked. */
  const walked = (calendar: TownCalendar, from: LocalDate, count: number): LocalDate => {
    let [day, left] = [from, count];
    while (left > 0) {
      day = plusDays(day, 1);
      if (isWorkingDay(calendar, day)) left -= 1;
    }
    return day;
  };

  it("as walking day by day finds them, for every step that sets one", () => {
    fc.assert(
      fc.property(someCalendar, someDate, (calendar, day) => {
        const at = startOf(day);
        const { by } = act({ person: 9 });
        const accepted = life.accept(aComplaint("filed"), calendar, { by, at });
        const hearing = life.hear(aComplaint("accepted"), "请说明", calendar, { by, at });
        const answered = life.answer(aComplaint("hearing"), { outcome: "partly", text: "已核" }, calendar, { by, at });
        const extended = life.extend(aComplaint("accepted", { answerBy: day }), "需检测", calendar, { by, at });
        const reopened = life.reopen(aComplaint("answered", { reopenBy: day }), "仍未更换", calendar, { by, at });
        expect(accepted).toMatchObject({ value: { next: { answerBy: walked(calendar, day, complaintDays.answer) } } });
        expect(hearing).toMatchObject({ value: { next: { hearing: { stateBy: walked(calendar, day, complaintDays.state) } } } });
        expect(answered).toMatchObject({ value: { next: { reopenBy: walked(calendar, day, complaintDays.reopen) } } });
        expect(extended).toMatchObject({ value: { next: { answerBy: walked(calendar, day, complaintDays.extend) } } });
        expect(reopened).toMatchObject({ value: { next: { acceptBy: walked(calendar, day, complaintDays.accept) } } });
      }),
    );
  });

  it("the administration is late from the day after, a party that lets its days pass is not", () => {
    const filed = aComplaint("filed");
    expect(isOverdue(filed, filed.acceptBy)).toBe(false);
    expect(isOverdue(filed, plusDays(filed.acceptBy, 1))).toBe(true);
    expect(isOverdue(aComplaint("answered"), date("2099-01-01"))).toBe(false);
    expect(everyComplaintState.filter((state) => dueOn(anyComplaint(state)) === null).sort()).toEqual(["closed", "declined"]);
  });
});

describe("who decides", () => {
  it.each([
    ["the one who filed it", { person: 1, firm: 9 }, false],
    ["somebody of the complainant", { person: 5, firm: 1 }, false],
    ["somebody of the other side", { person: 5, firm: 2 }, false],
    ["somebody with a seat in a party", { person: 9, firm: 9 }, true],
  ])("not %s", (_, who, sits) => {
    expect(code(life.insistUnconcerned(aComplaint("filed"), act(who), sits))).toBe("town.complaint.own_concern");
  });

  it("what was opened again goes to another person, from acceptance to answer", () => {
    const again = aComplaint("reopened");
    expect(code(life.accept(again, national, act({ person: 8 })))).toBe("town.complaint.same_person");
    expect(code(life.accept(again, national, act({ person: 9 })))).toBe("done");
    const heard = aComplaint("hearing", { earlier: again.earlier });
    const given = { outcome: "upheld", text: "应予更换" } as const;
    expect(code(life.answer(heard, given, national, act({ person: 8 })))).toBe("town.complaint.same_person");
    expect(code(life.answer(heard, given, national, act({ person: 9 })))).toBe("done");
  });
});

describe("nobody is judged unheard", () => {
  const silent = (): ComplaintIn<"hearing"> => {
    const heard = aComplaint("hearing");
    return { ...heard, hearing: { ...heard.hearing, statement: null } };
  };
  it.each([
    ["before the statement is in", silent(), "2026-11-24", "town.complaint.not_heard"],
    ["on the last day for it", silent(), "2026-11-25", "town.complaint.not_heard"],
    ["when the days for it are over", silent(), "2026-11-26", "done"],
    ["with the statement in", aComplaint("hearing"), "2026-11-19", "done"],
  ])("%s", (_, complaint, day, becomes) => {
    expect(code(life.answer(complaint, { outcome: "partly", text: "已核实" }, national, act({}, on(day))))).toBe(becomes);
  });

  it("and speaks once", () => {
    expect(code(life.state(aComplaint("hearing"), "再说一次", act()))).toBe("town.complaint.already_stated");
    expect(code(life.state(silent(), "情况如下", act()))).toBe("done");
  });
});

describe("after the answer", () => {
  it.each([
    ["on the tenth working day", null, "2026-12-04", "done"],
    ["a day later", null, "2026-12-05", "town.complaint.past_deadline"],
    ["a second time", aComplaint("reopened").earlier, "2026-12-01", "town.complaint.already_reopened"],
  ])("opened again %s", (_, earlier, day, becomes) => {
    expect(code(life.reopen(aComplaint("answered", { earlier }), "没有更换", national, act({}, on(day))))).toBe(becomes);
  });

  it("the clock closes it once the complainant's days are over", () => {
    expect(code(life.lapse(aComplaint("answered"), on("2026-12-04")))).toBe("town.complaint.not_due");
    expect(life.lapse(aComplaint("answered"), on("2026-12-05"))).toMatchObject({ value: { next: { closedHow: "lapsed" } } });
  });

  it("an extension comes once, and before the day has passed", () => {
    const accepted = aComplaint("accepted");
    expect(code(life.extend(accepted, "等检测报告", national, act({}, on("2026-12-08"))))).toBe("done");
    expect(code(life.extend(accepted, "等检测报告", national, act({}, on("2026-12-09"))))).toBe("town.complaint.past_deadline");
    const extension = { reason: "等检测", by: person(8), at: on("2026-12-01"), before: date("2026-12-08") };
    expect(code(life.extend(aComplaint("accepted", { extension }), "再等", national, act()))).toBe("town.complaint.already_extended");
  });
});

describe("whose complaint it is", () => {
  const reviewer = permissionsOf(["reviewer"], false);
  const owner = permissionsOf(["owner"], false);
  const seenBy = (n: number) => everyComplaintState.filter((state) => sideOf(anyComplaint(state), act({ firm: n }).by, owner) !== null);

  it("exists for its complainant always, for the other side from the hearing on, for no third firm", () => {
    expect(seenBy(1)).toEqual(everyComplaintState);
    expect(seenBy(2)).toEqual(["hearing", "answered", "reopened", "closed"]);
    expect(seenBy(3)).toEqual([]);
  });

  it("a complaint that the province holds is not on the town's desk", () => {
    const above = aComplaint("filed", { townId: town(2), originTown: town(1), about: "administration" });
    expect(sideOf(above, act({ firm: 9 }).by, reviewer)).toBeNull();
    expect(sideOf(aComplaint("filed"), act({ firm: 9 }).by, reviewer)).toBe("desk");
  });

  it("offers only steps that the life has, and every step to somebody", () => {
    const everything = new Set([...reviewer, ...owner, ...permissionsOf(["town_administrator"], false)]);
    const offered = everyComplaintState.flatMap((state) => {
      const silent = aComplaint("hearing");
      const complaint = state === "hearing" ? { ...silent, hearing: { ...silent.hearing, statement: null } } : anyComplaint(state);
      return [1, 2, 9].flatMap((n) =>
        complaintActions(complaint, { ...act({ firm: n, person: n === 9 ? 7 : n }).by, orgId: firm(n) }, everything).map(
          (step) => `${state} ${step}`,
        ),
      );
    });
    const known = Object.entries(life.complaintSteps).flatMap(([state, steps]) => Object.keys(steps).map((step) => `${state} ${step}`));
    // The clock lets a complaint lapse, nobody else.
    expect([...new Set(offered), "answered lapse"].sort()).toEqual(known.sort());
  });

  it("is filed against somebody else", () => {
    const birth = {
      id: aComplaint("filed").id,
      townId: town(1),
      originTown: town(1),
      number: "TS-2026-000002",
      about: "member",
      respondentId: firm(1),
    } as const;
    const { matter, title, text, nameShown, files } = aComplaint("filed");
    const entry = { matter, title, text, nameShown, files };
    expect(code(life.file(birth, entry, national, act({ firm: 1 })))).toBe("town.complaint.about_oneself");
    const filed = life.file({ ...birth, respondentId: firm(2) }, entry, national, act({ firm: 1, person: 1 }, on("2026-11-23")));
    expect(filed).toMatchObject({ value: { next: { state: "filed", acceptBy: "2026-11-30" } } });
    expect(localDateAt(on("2026-11-23"))).toBe("2026-11-23");
  });
});
