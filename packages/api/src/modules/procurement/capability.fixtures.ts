import { CapabilityContent, type RequestTerms } from "@jizhen/domain-procurement";
import { emptySpec, type SpecValue } from "@jizhen/spec";
import type { Someone, World } from "../../testing/index.ts";
import { lineOf, someTerms as plainTerms } from "./story.fixtures.ts";

export const aStatement = (parts: Partial<CapabilityContent> = {}): CapabilityContent =>
  CapabilityContent.parse({
    family: "flange",
    pack: "flange@1.0.0",
    attributes: {
      type: { kind: "set", values: ["WN", "SO"], closed: true },
      rating: { kind: "set", values: ["PN16", "PN25"], closed: true },
      dn: { kind: "interval", low: "15", high: "600", unit: null },
    },
    complete: false,
    documents: [],
    leadDays: 20,
    free: { value: "1000", unit: "H87" },
    works: "140921",
    validTo: null,
    note: "",
    ...parts,
  });

/** A statement of a firm, as a draft. */
export async function aDraftCapability(world: World, who: Someone, parts: Partial<CapabilityContent> = {}) {
  const { id, version } = await world.as(who).procurement.capability.save({ seen: null, content: aStatement(parts) });
  return { id, version };
}

/** A statement by which a firm is found. */
export async function aDeclaredCapability(world: World, who: Someone, parts: Partial<CapabilityContent> = {}) {
  const { id, version } = await world.as(who).procurement.capability.declare(await aDraftCapability(world, who, parts));
  return { id, version };
}

const typed = (attribute: string, value: string): SpecValue => ({
  attribute,
  value,
  unit: null,
  asWritten: value,
  origin: "typed",
  state: "sure",
});

/** 200 WN DN150 PN16 20#: one line, open to the whole town. */
export const someTerms = (
  parts: Partial<RequestTerms> = {},
  values: Record<string, string> = { type: "WN", dn: "150", rating: "PN16", material: "20#" },
): RequestTerms =>
  plainTerms({
    title: "带颈对焊法兰",
    lines: [
      {
        ...lineOf(1),
        spec: { ...emptySpec("flange"), values: Object.entries(values).map(([attribute, value]) => typed(attribute, value)) },
        text: `带颈对焊法兰 ${Object.values(values).join(" ")} 200件`,
        splittable: true,
      },
    ],
    ...parts,
  });
