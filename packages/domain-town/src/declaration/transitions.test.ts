import { type PersonId, ratios } from "@jizhen/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstDefinitions } from "../indicator/catalogue.ts";
import { inForce } from "../indicator/model.ts";
import { Quarter } from "../indicator/period.ts";
import { decimal } from "../indicator/value.ts";
import { act, firm, town } from "../membership/fixtures.ts";
import type { Permission } from "../permission/table.ts";
import { cellsAsked, type Declaration, type DeclarationCell, DeclarationId, type DeclarationIn, type DeclarationState } from "./model.ts";
import { type DeclarationAction, declarationActions } from "./policy.ts";
import * as life from "./transitions.ts";

const quarter = Quarter.parse("2026-Q3");
const definitions = inForce(firstDefinitions, quarter);
const filled = (amount: number, remark = ""): DeclarationCell[] =>
  cellsAsked(definitions, quarter).map((place) => ({
    ...place,
    amount: place.part === null ? decimal(ratios.ratio(amount)) : null,
    remark,
  }));
const begun = () => life.begin({ id: DeclarationId.parse(`decl_${"0".repeat(25)}1`), townId: town(1), organisationId: firm(1), quarter });
const must = <T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const codeOf = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? "ok" : result.error?.code);
const handedIn = (open: DeclarationIn<"open"> = begun()) =>
  must(life.submit(open, { definitions, cells: filled(100), earlier: [] }, act({ person: 1, firm: 1 }))).next;

describe("a quarter", () => {
  it.each([
    ["still running", new Date("2026-09-30T15:59:59Z"), true, "town.declaration.too_early"],
    ["just over, by the town's clock", new Date("2026-09-30T16:00:00Z"), true, "ok"],
    ["handed on by the town", new Date("2026-10-20T00:00:00Z"), false, "town.declaration.locked"],
  ])("%s", (_, at, reportOpen, code) => expect(codeOf(life.insistOpen(quarter, reportOpen, at))).toBe(code));
});

describe("handing in", () => {
  it("counts a revision, says who and when, and forgets why it was given back", () => {
    const again = handedIn(life.giveBack(handedIn(), "请核对七月产值").next);
    expect(again).toMatchObject({ state: "submitted", revision: 2, submittedBy: act({ person: 1 }).by.personId });
    expect(again).not.toHaveProperty("returned");
  });

  it("asks for a remark where a figure left its usual range, and takes it with one", () => {
    const earlier = [{ ...(filled(100).find(({ period }) => period === "2026-Q3") as DeclarationCell), period: Quarter.parse("2026-Q2") }];
    const given = (remark: string) => life.submit(begun(), { definitions, cells: filled(1_000, remark), earlier }, act());
    expect(codeOf(given(""))).toBe("town.declaration.remark_needed");
    expect(codeOf(given("新厂投产后产量增加"))).toBe("ok");
  });

  it("a draft keeps what was typed, also half of it", () => {
    const cells = filled(100).slice(2);
    expect(must(life.save(begun(), definitions, cells)).next.cells).toEqual(cells);
  });
});

describe("checking", () => {
  const submitted = handedIn();
  it.each([
    ["a stranger of the administration", act({ person: 7, firm: 9 }), false, "ok"],
    ["who has a seat in the firm", act({ person: 7, firm: 9 }), true, "town.declaration.own_declaration"],
    ["the firm itself", act({ person: 7, firm: 1 }), false, "town.declaration.own_declaration"],
    ["who handed it in, for whomever", act({ person: 1, firm: 9 }), false, "town.declaration.own_declaration"],
  ])("by %s", (_, who, hasSeat, code) => expect(codeOf(life.insistStranger(submitted, who, hasSeat))).toBe(code));
});

type Step = "submit" | "check" | "return";
const nexts: Readonly<Record<DeclarationState, Partial<Record<Step, DeclarationState>>>> = life.declarationSteps;

/** As a use case does it: the state is insisted on, then the step is taken. */
function step(held: Declaration, name: Step): Declaration {
  if (name === "submit") {
    const open = life.insistState(held, "open");
    return open.ok ? handedIn(open.value) : held;
  }
  if (name === "check") {
    const submitted = life.insistState(held, "submitted");
    return submitted.ok ? must(life.check(submitted.value, act({ person: 7 }))).next : held;
  }
  const declared = life.insistState(held, "submitted", "checked");
  return declared.ok ? life.giveBack(declared.value, "请核对").next : held;
}

it("leaves its table by no order of steps, and never loses a cell or a revision", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom<Step>("submit", "check", "return"), { maxLength: 30 }), (steps) => {
      let held: Declaration = begun();
      for (const name of steps) {
        const after = step(held, name);
        expect(after.state).toBe(nexts[held.state][name] ?? held.state);
        expect(after.revision).toBe(held.revision + (name === "submit" && held.state === "open" ? 1 : 0));
        if (held.revision > 0) expect(after.cells).toEqual(held.cells);
        held = after;
      }
    }),
  );
});

describe("what is offered", () => {
  const every = new Set<Permission>(
    (["save", "submit", "check", "return"] as const).map((name) => `town.declaration.${name}` as Permission),
  );
  const states: Readonly<Record<DeclarationState, Declaration>> = {
    open: begun(),
    submitted: handedIn(),
    checked: must(life.check(handedIn(), act({ person: 7 }))).next,
  };
  const offered = (state: DeclarationState, orgId: number, reportOpen = true): DeclarationAction[] =>
    declarationActions(states[state], reportOpen, act({ firm: orgId, person: 7 }).by, every);
  it.each([
    ["open", 1, ["save", "submit"]],
    ["submitted", 1, []],
    ["checked", 1, []],
    ["open", 9, []],
    ["submitted", 9, ["check", "return"]],
    ["checked", 9, ["return"]],
  ] as const)("%s, to organisation %s: %j", (state, orgId, actions) => {
    expect(offered(state, orgId)).toEqual(actions);
    expect(offered(state, orgId, false), "the town has handed its report on").toEqual([]);
  });

  it("is nothing to whom nothing is permitted", () => {
    const nobody = act({ firm: 1 }).by;
    expect(declarationActions(states.open, true, { ...nobody, personId: nobody.personId as PersonId }, new Set())).toEqual([]);
  });
});
