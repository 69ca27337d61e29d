import type { CapabilityContent } from "@jizhen/domain-procurement";
import { type Attribute, type CapabilityRange, type FamilyCode, familyOf, flangeStandards, packOf } from "@jizhen/spec";

/** An empty statement of a family in its pack's current edition. */
export const emptyStatement = (family: FamilyCode): CapabilityContent => ({
  family,
  pack: packOf(familyOf(family).pack).edition,
  attributes: {},
  complete: false,
  documents: [],
  leadDays: null,
  free: null,
  works: null,
  validTo: null,
  note: "",
});

const figure = (rating: string): number => Number(/[\d.]+/.exec(rating)?.[0] ?? 0);
const system = (rating: string): string => rating.replace(/[\d.\s]+/g, "");
/** PN, then Class, then K; each by its figure. */
const ratings = [...new Set(flangeStandards.flatMap(({ ratings: held }) => held))].sort(
  (a, b) => ["PN", "Class", "K"].indexOf(system(a)) - ["PN", "Class", "K"].indexOf(system(b)) || figure(a) - figure(b),
);
const measured = new Set<Attribute["type"]>(["integer", "decimal", "range", "size"]);

export type Editing =
  | { readonly kind: "chips"; readonly choices: readonly { readonly code: string; readonly zh: string; readonly en: string }[] }
  | { readonly kind: "search"; readonly choices: readonly { readonly code: string; readonly zh: string; readonly en: string }[] }
  | { readonly kind: "interval" };

/** How an attribute is stated; null for what is no matter of capability (notes, drawings, certificates, which stand among the documents). */
export function editingOf(attribute: Attribute): Editing | null {
  if (!attribute.matched || attribute.private || attribute.type === "evidence" || attribute.type === "text") return null;
  if (attribute.type === "rating" && attribute.values.length === 0) {
    return { kind: "chips", choices: ratings.map((code) => ({ code, zh: code, en: code })) };
  }
  if (measured.has(attribute.type)) return { kind: "interval" };
  const codesOnly = attribute.type === "grade" || attribute.type === "standard";
  const choices = attribute.values.map(({ code, names }) => ({ code, zh: codesOnly ? code : names.zh, en: codesOnly ? code : names.en }));
  return choices.length === 0 ? null : { kind: choices.length > 14 ? "search" : "chips", choices };
}

/** Nothing chosen and nothing ticked is nothing stated. */
export const orNothing = (range: CapabilityRange): CapabilityRange | null => {
  if (range.kind === "set") return range.values.length === 0 ? null : range;
  if (range.kind === "interval") return range.low === null && range.high === null ? null : range;
  return range;
};
