import type { LineSpec, Requirement, RequirementOp } from "./model.ts";
import type { Attribute } from "./pack.ts";
import { familyOf } from "./packs/all.ts";

function opOf(attribute: Attribute): RequirementOp {
  switch (attribute.type) {
    case "grade":
      return "grade";
    case "standard":
      return "standard";
    case "evidence":
      return "evidence";
    case "integer":
    case "decimal":
      return "within";
    case "range":
    case "set":
      return "covers";
    case "enum":
    case "size":
    case "rating":
    case "boolean":
    case "text":
      return "is";
  }
}

/** The words that allow an equivalent grade: 可用等同牌号, "or equivalent". */
const equivalent = /等同牌号|等效牌号|或等同|或相当|同等材质|or equivalent|equivalent grade|equiv\.?(?![a-z])/i;

/**
 * What a maker must be able to do for this line, in the pack's order; hard or soft by the pack. A line by text asks nothing that a
 * machine could judge.
 */
export function requirementsOf(spec: LineSpec): readonly Requirement[] {
  if (spec.byText) return [];
  return familyOf(spec.family).attributes.flatMap((attribute): Requirement[] => {
    const held = spec.values.find((one) => one.attribute === attribute.code);
    if (!attribute.matched || held === undefined || held.value === null) return [];
    const requirement: Requirement = {
      attribute: attribute.code,
      op: opOf(attribute),
      value: held.value,
      unit: held.unit,
      hard: attribute.hard,
      weight: 1,
      group: null,
      doubt: held.state === "doubt",
      equivalents: attribute.type === "grade" && equivalent.test(spec.note),
    };
    return [requirement];
  });
}
