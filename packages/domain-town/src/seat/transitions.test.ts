import { SeatId } from "@jizhen/kernel";
import { describe, expect, it } from "vitest";
import { act, firm, person } from "../membership/fixtures.ts";
import { grantableBy, grantableRoles, keeps, rolesByKind } from "../permission/grant.ts";
import { type Role, roles } from "../permission/table.ts";
import type { SeatIn } from "./model.ts";
import { type Company, changeRoles, endSeat, handOver, insistActive, openSeat, seatSteps } from "./transitions.ts";

const seatOf = (held: Role[]): SeatIn<"active"> =>
  openSeat({ id: SeatId.parse(`seat_${"0".repeat(26)}`), personId: person(2), organisationId: firm(1), roles: held }, act().at).next;
const company = (change: Partial<Company> = {}): Company => ({
  otherKeepers: 1,
  actorRoles: ["owner"],
  grantable: grantableRoles(["owner"], ["firm"]),
  ...change,
});
const codeOf = (outcome: { ok: true } | { ok: false; error: { code: string } }) => (outcome.ok ? "taken" : outcome.error.code);

it("an ended seat takes no further step, as its table says", () => {
  const ended = endSeat(seatOf(["buyer"]), company(), act());
  expect(ended.ok && codeOf(insistActive(ended.value.next))).toBe("town.seat.ended");
  expect(Object.keys(seatSteps.ended)).toEqual([]);
});

describe("nobody grants a role above their own", () => {
  it.each(roles.flatMap((giver) => roles.map((given) => [giver, given] as const)))("%s giving %s", (giver, given) => {
    const everyKind = Object.keys(rolesByKind) as (keyof typeof rolesByKind)[];
    const outcome = changeRoles(
      seatOf(["buyer"]),
      ["buyer", given],
      company({ actorRoles: [giver], grantable: grantableRoles([giver], everyKind) }),
      act(),
    );
    const may = keeps([giver]) && (given === "buyer" || grantableBy[giver].includes(given));
    expect(outcome.ok).toBe(may);
  });

  it("an owner of a firm cannot make a town administrator, nor a role that a firm does not have", () => {
    expect(grantableRoles(["owner"], ["firm"])).toEqual(["owner", "buyer", "seller", "finance"]);
    expect(grantableRoles(["town_administrator"], ["administration"])).not.toContain("province_officer");
    expect(grantableRoles(["buyer", "seller"], ["firm"])).toEqual([]);
  });

  it("one's own roles only go downwards", () => {
    const own = act({ person: 2 });
    expect(codeOf(changeRoles(seatOf(["owner", "buyer"]), ["owner"], company(), own))).toBe("taken");
    expect(codeOf(changeRoles(seatOf(["owner"]), ["owner", "finance"], company(), own))).toBe("town.seat.role_above_own");
  });
});

describe("the last owner", () => {
  const alone = company({ otherKeepers: 0 });
  it.each([
    ["gives up the role", () => changeRoles(seatOf(["owner", "buyer"]), ["buyer"], alone, act({ person: 2 }))],
    ["leaves", () => endSeat(seatOf(["owner"]), alone, act({ person: 2 }))],
    ["is removed", () => endSeat(seatOf(["owner"]), alone, act())],
  ])("%s: refused", (_how, run) => expect(codeOf(run())).toBe("town.seat.last_owner"));
  it("may leave when another owner stays", () => expect(endSeat(seatOf(["owner"]), company(), act({ person: 2 })).ok).toBe(true));
});

it("a colleague without the owner's role ends only their own seat", () => {
  const buyer = company({ actorRoles: ["buyer"], grantable: [] });
  expect(codeOf(endSeat(seatOf(["seller"]), buyer, act()))).toBe("town.seat.not_yours");
  expect(codeOf(endSeat(seatOf(["seller"]), buyer, act({ person: 2 })))).toBe("taken");
});

describe("handing over", () => {
  const heir: SeatIn<"active"> = { ...seatOf(["buyer"]), id: SeatId.parse(`seat_${"0".repeat(25)}7`), personId: person(7) };
  it.each([
    [["owner"], [], "active:buyer,owner ended:owner"],
    [["owner"], ["buyer"], "active:buyer,owner active:buyer"],
    [["owner"], ["owner"], "town.seat.role_above_own"],
    [["owner"], ["town_administrator"], "town.seat.role_above_own"],
    [["buyer"], ["buyer"], "town.seat.not_yours"],
  ] as const)("a person with %j who keeps %j → %s", (held, keep, becomes) => {
    const outcome = handOver(seatOf([...held]), heir, keep, company(), act());
    const told = (seat: { state: string; roles: readonly string[] }) => `${seat.state}:${seat.roles.join(",")}`;
    expect(outcome.ok ? `${told(outcome.value.heir.next)} ${told(outcome.value.own.next)}` : outcome.error.code).toBe(becomes);
    if (outcome.ok)
      expect([outcome.value.heir.next, outcome.value.own.next].some(({ state, roles: all }) => state === "active" && keeps(all))).toBe(
        true,
      );
  });
  it("is nothing to do with oneself", () =>
    expect(codeOf(handOver(seatOf(["owner"]), seatOf(["owner"]), [], company(), act()))).toBe("town.seat.heir_self"));
});
