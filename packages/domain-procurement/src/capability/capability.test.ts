import { LocalDate, type Result, TownId, UnitCode } from "@jizhen/kernel";
import type { Attribute, Family } from "@jizhen/spec";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orgOf } from "../matching/matching.fixtures.ts";
import { type Capability, CapabilityContent, CapabilityId, type CapabilityStatus, capabilityStatuses, isInForce } from "./model.ts";
import { actionsOfTown, actionsOnCapability, type CapabilityAction } from "./policy.ts";
import {
  declareCapability,
  draftCapability,
  insistCapability,
  saveCapability,
  verifyCapability,
  withdrawCapability,
} from "./transitions.ts";

const attribute = (code: string, type: Attribute["type"], parts: Partial<Attribute> = {}): Attribute => ({
  code,
  names: { zh: code, en: code },
  type,
  unit: null,
  values: [],
  need: "optional",
  hard: true,
  evidence: [],
  private: false,
  usual: null,
  matched: true,
  onlyWhen: null,
  either: [],
  ...parts,
});
const valueOf = (code: string) => ({ code, names: { zh: code, en: code }, aliases: [], assumedBy: [], doubtfulBy: [] });
const family: Family = {
  code: "flange",
  pack: "flange",
  names: { zh: "法兰", en: "Flange" },
  words: [],
  hs: [],
  unit: UnitCode.parse("H87"),
  attributes: [
    attribute("type", "enum", { values: ["WN", "SO"].map(valueOf) }),
    attribute("dn", "size"),
    attribute("material", "grade"),
    attribute("bore_mm", "decimal", { unit: UnitCode.parse("MMT") }),
  ],
};

const townId = TownId.parse("town_00000000000000000000000001");
const by = { townId, orgId: orgOf(1), personId: "pers_00000000000000000000000001" as never };
const at = new Date("2026-11-23T02:00:00Z");
const id = CapabilityId.parse("capa_00000000000000000000000001");
const content = (parts: Partial<CapabilityContent> = {}): CapabilityContent =>
  CapabilityContent.parse({
    family: "flange",
    pack: "flange@1.0.0",
    attributes: { type: { kind: "set", values: ["WN"], closed: true } },
    complete: false,
    documents: [],
    leadDays: 20,
    free: null,
    works: "140921",
    validTo: null,
    note: "",
    ...parts,
  });
const capability = (status: CapabilityStatus, parts: Partial<CapabilityContent> = {}): Capability => {
  const base = { id, townId, organisationId: orgOf(1), revision: 3, content: content(parts), updatedAt: at, version: 2 };
  if (status !== "verified") return { ...base, status };
  return { ...base, status, verification: { attributes: ["type"], accredited: [], note: "", personId: by.personId, at } };
};

/** The action as the use cases call it: from any status, with the evidence the transition asks for. */
function act(action: CapabilityAction, before: Capability): Result<Capability, { code: string }> {
  const run = <S extends CapabilityStatus>(
    statuses: readonly S[],
    go: (held: Extract<Capability, { status: S }>) => Result<{ next: Capability }, { code: string }>,
  ) => {
    const held = insistCapability(before, ...statuses);
    if (!held.ok) return held;
    const decided = go(held.value);
    return decided.ok ? { ok: true as const, value: decided.value.next } : decided;
  };
  const live = ["draft", "declared", "verified"] as const;
  switch (action) {
    case "save":
      return run(live, (held) => saveCapability(held, content(), family, { by, at }));
    case "declare":
      return run(["draft"], (held) => declareCapability(held, family, { by, at }));
    case "verify":
      return run(["declared", "verified"], (held) =>
        verifyCapability(held, { attributes: ["type"], accredited: [], note: "" }, { by, at }),
      );
    case "withdraw":
      return run(live, (held) => withdrawCapability(held, { by, at }));
  }
}

const table: Record<CapabilityStatus, Partial<Record<CapabilityAction, CapabilityStatus>>> = {
  draft: { save: "draft", declare: "declared", withdraw: "withdrawn" },
  declared: { save: "declared", verify: "verified", withdraw: "withdrawn" },
  verified: { save: "declared", verify: "verified", withdraw: "withdrawn" },
  withdrawn: {},
};
const actions: readonly CapabilityAction[] = ["save", "declare", "verify", "withdraw"];

describe("the life of a capability", () => {
  it.each(capabilityStatuses.flatMap((status) => actions.map((action) => [status, action] as const)))("%s: %s", (status, action) => {
    const answer = act(action, capability(status));
    const expected = table[status][action];
    if (expected === undefined) expect(answer).toMatchObject({ ok: false, error: { code: "procurement.capability.wrong_status" } });
    else expect(answer).toMatchObject({ ok: true, value: { status: expected, revision: 4 } });
  });

  it("offers a button exactly where the table has a row, and to nobody else's firm", () => {
    for (const status of capabilityStatuses) {
      const held = capability(status);
      expect([...actionsOnCapability(held, { orgId: orgOf(1) }), ...actionsOfTown(held)].sort()).toEqual(Object.keys(table[status]).sort());
      expect(actionsOnCapability(held, { orgId: orgOf(2) })).toEqual([]);
    }
  });

  it("counts a new revision for every change and never leaves the table, whatever the order of actions", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...actions), { maxLength: 12 }), (steps) => {
        let held: Capability = capability("draft");
        for (const step of steps) {
          const answer = act(step, held);
          const expected = table[held.status][step];
          expect(answer.ok).toBe(expected !== undefined);
          if (!answer.ok) continue;
          expect(answer.value).toMatchObject({ status: expected, revision: held.revision + 1, id, organisationId: orgOf(1) });
          expect("verification" in answer.value).toBe(answer.value.status === "verified");
          held = answer.value;
        }
      }),
    );
  });
});

describe("a statement", () => {
  const refusal = (parts: Partial<CapabilityContent>) => {
    const answer = draftCapability(id, content(parts), family, { by, at });
    return answer.ok ? null : answer.error.code.split(".").at(-1);
  };
  const interval = (low: string, high: string, unit: string | null = null) => ({
    kind: "interval" as const,
    low,
    high,
    unit: unit === null ? null : UnitCode.parse(unit),
  });
  it.each<[string, Partial<CapabilityContent>, string | null]>([
    ["what the pack holds", { attributes: { dn: interval("15", "600") } }, null],
    ["a grade of no list", { attributes: { material: { kind: "set", values: ["XM-19"], closed: true } } }, null],
    ["inches for millimetres", { attributes: { bore_mm: interval("1", "6", "INH") } }, null],
    ["an attribute of no pack", { attributes: { colour: { kind: "any" } } }, "attribute_unknown"],
    ["a value of no list", { attributes: { type: { kind: "set", values: ["XX"], closed: true } } }, "value_unknown"],
    ["an interval of codes", { attributes: { type: interval("1", "2") } }, "wrong_kind"],
    ["ends the wrong way round", { attributes: { dn: interval("600", "15") } }, "range_reversed"],
    ["kilograms for millimetres", { attributes: { bore_mm: interval("1", "6", "KGM") } }, "unit_mismatch"],
    ["a date that has passed", { validTo: LocalDate.parse("2026-11-22") }, "expired"],
    ["today as the last day", { validTo: LocalDate.parse("2026-11-23") }, null],
  ])("%s", (_, parts, code) => {
    expect(refusal(parts)).toBe(code);
  });

  it("is kept in the pack's own units", () => {
    const answer = draftCapability(id, content({ attributes: { bore_mm: interval("1", "6", "INH") } }), family, { by, at });
    expect(answer).toMatchObject({
      value: { next: { content: { attributes: { bore_mm: { low: "25.4", high: "152.4", unit: "MMT" } } } } },
    });
  });

  it("cannot be declared empty, nor verified beyond what was stated", () => {
    expect(act("declare", capability("draft", { attributes: {} }))).toMatchObject({
      error: { code: "procurement.capability.nothing_stated" },
    });
    const held = insistCapability(capability("declared"), "declared");
    if (!held.ok) expect.fail("the fixture is declared");
    const verified = (attributes: string[], accredited: number[]) =>
      verifyCapability(held.value, { attributes, accredited, note: "" }, { by, at });
    expect(verified(["dn"], [])).toMatchObject({ error: { code: "procurement.capability.unverifiable", params: { attribute: "dn" } } });
    expect(verified(["type"], [0])).toMatchObject({ error: { code: "procurement.capability.document_unknown" } });
    expect(verified(["type"], [])).toMatchObject({
      value: { events: [{ type: "procurement.capability.verified.v1", attributes: ["type"] }] },
    });
  });

  it("is in force while declared or verified, to the end of its last day", () => {
    const last = LocalDate.parse("2026-12-31");
    expect(isInForce(capability("declared", { validTo: last }), last)).toBe(true);
    expect(isInForce(capability("declared", { validTo: last }), LocalDate.parse("2027-01-01"))).toBe(false);
    expect(isInForce(capability("draft"), last)).toBe(false);
    expect(isInForce(capability("withdrawn"), last)).toBe(false);
  });
});
