import type { CapabilityRange, CapabilityStatement, LineSpec, SpecValue } from "@jizhen/spec";

/** What an offer says its firm can make: exactly these values and no others. Null for an offer by text, which says nothing that could be matched. */
export function supplyOf(spec: LineSpec): CapabilityStatement | null {
  if (spec.byText) return null;
  const attributes: Record<string, CapabilityRange> = {};
  for (const held of spec.values) {
    const range = rangeOf(held);
    // A value in doubt promises nothing: unknown is asked, a wrong promise is not.
    if (range !== null && held.state === "sure") attributes[held.attribute] = range;
  }
  return { family: spec.family, pack: spec.pack, attributes, evidence: [], complete: false };
}

function rangeOf({ value, unit }: SpecValue): CapabilityRange | null {
  if (value === null) return null;
  if (typeof value === "string") return { kind: "set", values: [value.slice(0, 80)], closed: true };
  if (Array.isArray(value)) return { kind: "set", values: value, closed: true };
  return { kind: "interval", low: value.low, high: value.high, unit };
}
