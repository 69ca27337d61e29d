import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { act, aMembership, firm, town } from "../membership/fixtures.ts";
import { Measure, MeasureId, measureLife } from "./model.ts";
import * as life from "./transitions.ts";

const proposedAt = new Date("2026-11-23T08:00:00Z");
const proposer = act({ person: 3 }, proposedAt);
const { next: proposed } = life.propose(
  {
    id: MeasureId.parse(`meas_${"0".repeat(25)}1`),
    townId: town(1),
    organisationId: firm(1),
    content: { kind: "end_membership", membershipId: aMembership("active").id },
    reasonText: "企业已注销",
  },
  proposer,
);
const at = (milliseconds: number) => new Date(proposedAt.getTime() + milliseconds);

describe("a measure of two persons", () => {
  it("is confirmed by anybody but its proposer, and only within two weeks", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: -2, max: 2 }), (person, shift) => {
        const now = at(measureLife + shift);
        const outcome = life.confirm(proposed, act({ person }, now));
        const becomes = person === 3 ? "town.measure.same_person" : shift >= 0 ? "town.measure.lapsed" : "confirmed";
        expect(outcome.ok ? outcome.value.next.state : outcome.error.code).toBe(becomes);
        if (outcome.ok) Measure.parse(outcome.value.next);
        expect(life.measureActionsOn(proposed, act({ person }).by.personId, now).includes("confirm")).toBe(outcome.ok);
      }),
    );
  });

  it("is laid aside by either of them, and then stays as it is", () => {
    for (const person of [3, 4]) {
      const outcome = life.decline(proposed, act({ person }, at(1)));
      if (!outcome.ok) throw new Error(outcome.error.code);
      const again = life.insistProposed(outcome.value.next);
      expect(again.ok ? "open" : again.error.code).toBe("town.measure.wrong_state");
      expect(life.measureActionsOn(outcome.value.next, "pers_x", at(1))).toEqual([]);
    }
  });

  it("is not for those who have a seat in the firm", () => {
    expect([life.insistStranger(false).ok, life.insistStranger(true).ok]).toEqual([true, false]);
  });
});
