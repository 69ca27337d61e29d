import { type Act, type Decided, type Result } from "@jizhen/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { permissions, permissionsOf } from "../permission/table.ts";
import type { MembershipRefusal } from "./errors.ts";
import type { MembershipEvent } from "./events.ts";
import { act, aFile, aMembership, anyMembership, everyState, firm, person, town } from "./fixtures.ts";
import { Membership, type MembershipState, noPromises } from "./model.ts";
import { actionsOn } from "./policy.ts";
import * as life from "./transitions.ts";

type Step = life.MembershipStep;
type Outcome = Decided<Membership, MembershipEvent, MembershipRefusal>;

const then = <A>(found: Result<A, MembershipRefusal>, next: (value: A) => Outcome): Outcome => (found.ok ? next(found.value) : found);

/** Each command as the use cases give it: insist on the state, then decide. */
const commands: Record<Step, (membership: Membership, by: Act) => Outcome> = {
  takeUp: (m, by) => then(life.insistState(m, "applied"), (it) => life.takeUp(it, by)),
  withdraw: (m, by) => then(life.insistState(m, "applied", "under_review"), (it) => life.withdraw(it, by)),
  ask: (m) => then(life.insistState(m, "under_review"), (it) => life.ask(it)),
  answer: (m) => then(life.insistState(m, "under_review"), (it) => life.answer({ ...it, waitingFor: "applicant" }, aFile)),
  admit: (m, by) => then(life.insistState(m, "under_review"), (it) => life.admit(it, true, by)),
  refuse: (m, by) =>
    then(life.insistState(m, "under_review"), (it) => life.reject(it, { reasonCode: "other", reasonText: "演示原因" }, by)),
  suspend: (m, by) =>
    then(life.insistState(m, "active"), (it) => life.suspend(it, { reasonCode: "other", reasonText: "演示原因", until: null }, by)),
  suspendWithHome: (m) => then(life.insistState(m, "active"), (it) => life.suspendWithHome(it, null)),
  reinstate: (m) => then(life.insistState(m, "suspended"), (it) => life.reinstate({ ...it, suspendedBy: "host" }, true)),
  reinstateWithHome: (m) => then(life.insistState(m, "suspended"), (it) => life.reinstateWithHome({ ...it, suspendedBy: "home" })),
  leave: (m, by) => then(life.insistState(m, "active", "suspended"), (it) => life.leave(it, noPromises, by)),
  end: (m, by) => then(life.insistState(m, "active", "suspended"), (it) => life.leave(it, noPromises, by)),
  leaveWithHome: (m, by) => then(life.insistState(m, "active", "suspended"), (it) => life.leaveWithHome(it, by)),
};
const steps = Object.keys(commands) as Step[];

describe("the life of a membership", () => {
  it.each(everyState.flatMap((state) => steps.map((step) => [state, step] as const)))(
    "%s: %s does what the table says, or is refused",
    (state, step) => {
      const declared = (life.membershipSteps[state] as Partial<Record<Step, MembershipState>>)[step];
      const outcome = commands[step](anyMembership(state), act());
      if (declared === undefined) {
        expect(outcome.ok ? "taken" : outcome.error.code).toBe("town.membership.wrong_state");
      } else {
        expect(outcome.ok && Membership.parse(outcome.value.next).state).toBe(declared);
      }
    },
  );

  it("keeps who, what and where through every path of commands, and never returns from an end", () => {
    fc.assert(
      fc.property(fc.constantFrom(...everyState), fc.array(fc.constantFrom(...steps), { maxLength: 12 }), (from, path) => {
        let now: Membership = anyMembership(from);
        for (const step of path) {
          const ended = Object.keys(life.membershipSteps[now.state]).length === 0;
          const outcome = commands[step](now, act());
          if (ended) expect(outcome.ok).toBe(false);
          if (!outcome.ok) continue;
          const { next } = outcome.value;
          Membership.parse(next);
          expect([next.id, next.organisationId, next.townId, next.kind, next.appliedBy]).toEqual([
            now.id,
            now.organisationId,
            now.townId,
            now.kind,
            now.appliedBy,
          ]);
          now = next;
        }
      }),
    );
  });
});

describe("admission", () => {
  const codeOf = (outcome: Outcome | Result<null, MembershipRefusal>) => (outcome.ok ? "taken" : outcome.error.code);
  it.each([
    { warned: false, confirms: false, becomes: "taken" },
    { warned: true, confirms: false, becomes: "town.membership.code_unconfirmed" },
    { warned: true, confirms: true, becomes: "taken" },
  ])("warned: $warned, confirmed: $confirms → $becomes", ({ warned, confirms, becomes }) =>
    expect(codeOf(life.admit(aMembership("under_review", { codeWarned: warned }), confirms, act()))).toBe(becomes),
  );

  it("names who confirmed a doubtful number, and nobody for a sound one", () => {
    const named = (warned: boolean) => {
      const outcome = life.admit(aMembership("under_review", { codeWarned: warned }), true, act({ person: 7 }));
      return outcome.ok && outcome.value.next.codeConfirmedBy;
    };
    expect([named(true), named(false)]).toEqual([person(7), null]);
  });

  it("needs the licence", () => {
    if (aFile.source !== "application") throw new Error("fixture");
    const without = aMembership("under_review", { file: { ...aFile, licence: null } });
    expect(codeOf(life.admit(without, true, act()))).toBe("town.membership.documents_missing");
  });

  it.each([
    { who: "the applicant's own person", by: act({ person: 1 }), seat: false },
    { who: "somebody acting for the applicant", by: act({ firm: 1 }), seat: false },
    { who: "a reviewer with a seat in the applicant", by: act(), seat: true },
  ])("is not decided by $who", ({ by, seat }) =>
    expect(codeOf(life.insistStranger(aMembership("under_review"), by, seat))).toBe("town.membership.own_application"),
  );
});

describe("suspension", () => {
  it("is lifted only where it was set", () => {
    const codes = (["host", "home"] as const).map((suspendedBy) => {
      const m = aMembership("suspended", { suspendedBy, visiting: true });
      return [life.reinstate(m, true).ok, life.reinstateWithHome(m).ok];
    });
    expect(codes).toEqual([
      [true, false],
      [false, true],
    ]);
  });
  it("of a visitor is not lifted while home is not active", () =>
    expect(life.reinstate(aMembership("suspended", { visiting: true }), false)).toMatchObject({
      error: { code: "town.membership.not_verified_at_home" },
    }));
  it("ends in the future or not at all", () => {
    const until = new Date("2026-11-23T08:00:00Z");
    expect(life.suspend(aMembership("active"), { reasonCode: "other", reasonText: "演示原因", until }, act()).ok).toBe(false);
  });
});

it("nobody leaves who is still bound to somebody, and the refusal counts by function", () => {
  fc.assert(
    fc.property(fc.nat(3), fc.nat(3), fc.constantFrom("active", "suspended" as const), (procurement, trade, state) => {
      const outcome = life.leave(aMembership(state), { procurement, trade }, act());
      if (procurement + trade === 0) expect(outcome.ok && outcome.value.next.state).toBe("left");
      else
        expect(outcome).toMatchObject({
          error: { code: "town.membership.open_promises", params: { count: procurement + trade, procurement, trade } },
        });
    }),
  );
});

it("a visitor joins in one step only from an active membership at home, with the name that confirmed a doubtful number", () => {
  const birth = { ...aMembership("applied"), kind: "firm", visiting: true, codeWarned: true } as const;
  const home = { townId: town(2), codeConfirmedBy: person(7) };
  expect(life.joinAsVisitor(birth, { ...home, active: false }, act()).ok).toBe(false);
  expect(life.joinAsVisitor(birth, { ...home, active: true, codeConfirmedBy: null }, act()).ok).toBe(false);
  const joined = life.joinAsVisitor(birth, { ...home, active: true }, act());
  expect(joined.ok && joined.value.next.codeConfirmedBy).toBe(person(7));
  expect(joined.ok && joined.value.events.map(({ type }) => type)).toContain("town.membership.visiting_joined.v1");
});

it("every action that is offered leads somewhere in the table, and only to whom the permission belongs", () => {
  const everything = new Set(Object.keys(permissions)) as ReturnType<typeof permissionsOf>;
  for (const state of everyState) {
    for (const by of [act(), act({ firm: 1, person: 1 })]) {
      const offered = actionsOn(anyMembership(state), by.by, everything);
      expect(offered.filter((action) => !(action in life.membershipSteps[state]))).toEqual([]);
      expect(actionsOn(anyMembership(state), by.by, new Set())).toEqual([]);
    }
  }
  expect(actionsOn(anyMembership("under_review"), { ...act().by, orgId: firm(2) }, permissionsOf(["reviewer"], false))).toEqual(["ask"]);
});
