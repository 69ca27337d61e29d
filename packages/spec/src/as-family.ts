import type { FamilyCode, LineSpec, SpecValue } from "./model.ts";
import type { Attribute } from "./pack.ts";
import { attributeOf, emptySpec } from "./packs/all.ts";

/** Grades and standards may be outside their lists; codes of an enumeration may not. */
const isClosed = ({ type }: Attribute): boolean => type === "enum" || type === "set" || type === "boolean" || type === "evidence";

function fits(held: SpecValue, family: FamilyCode): boolean {
  const attribute = attributeOf(family, held.attribute);
  if (attribute === null || (held.unit !== null && attribute.unit !== null && held.unit !== attribute.unit)) return false;
  if (!isClosed(attribute) || attribute.values.length === 0) return true;
  const codes = Array.isArray(held.value) ? held.value : [held.value];
  return codes.every((code) => attribute.values.some((value) => value.code === code));
}

/** The same line as another kind of product: what that family also knows is kept, the rest goes back to the note as it was written. */
export function asFamily(spec: LineSpec, family: FamilyCode): LineSpec {
  const kept = spec.values.filter((held) => fits(held, family));
  const dropped = spec.values.filter((held) => !kept.includes(held)).map((held) => held.asWritten);
  const note = [...new Set([...dropped, spec.note])].filter((words) => words !== "").join(" ");
  return { ...emptySpec(family), values: kept, note: note.slice(0, 4_000), byText: family === "generic" };
}
