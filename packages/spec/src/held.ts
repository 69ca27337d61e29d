import type { AttributeCode, LineSpec, SpecContent, SpecValue } from "./model.ts";

/** The value of an attribute when one is held (sure or in doubt), else null. */
export function valueOf(spec: LineSpec, attribute: AttributeCode): SpecContent | null {
  return heldOf(spec, attribute)?.value ?? null;
}

/** Like `valueOf`, for attributes whose value is one code or number. */
export function textOf(spec: LineSpec, attribute: AttributeCode): string | null {
  const value = valueOf(spec, attribute);
  return typeof value === "string" ? value : null;
}

export function heldOf(spec: LineSpec, attribute: AttributeCode): SpecValue | null {
  return spec.values.find((held) => held.attribute === attribute) ?? null;
}
