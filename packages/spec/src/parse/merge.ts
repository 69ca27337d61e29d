import type { SpecContent } from "../model.ts";
import type { Known } from "./candidate.ts";

/** Several mentions of one attribute as one: what they agree on, or a doubt with every reading. */
export type Merged = Known & { readonly contradicts: boolean };

const key = (value: SpecContent): string => JSON.stringify(value);
const distinct = (values: readonly SpecContent[]): readonly SpecContent[] => [
  ...new Map(values.map((value) => [key(value), value])).values(),
];
const readings = (one: Known): readonly string[] =>
  one.options.length > 0 ? one.options : typeof one.value === "string" ? [one.value] : [key(one.value)];

export function merge(known: readonly Known[]): Merged | null {
  const [first] = known;
  if (first === undefined) return null;
  if (Array.isArray(first.value)) {
    const codes = [...new Set(known.flatMap((one) => (Array.isArray(one.value) ? one.value : [])))].sort();
    return { ...first, value: codes, contradicts: false };
  }
  const certain = known.filter((one) => one.state === "sure" && one.origin !== "assumed");
  const values = distinct(certain.map((one) => one.value));
  const [winner] = certain.filter((one) => one.origin === "parsed").concat(certain);
  if (winner !== undefined && values.length === 1) {
    const others = known.filter((one) => !certain.includes(one) && key(one.value) !== key(winner.value));
    const agree = others.every((one) => one.origin === "assumed" || readings(one).some((option) => key(option) === key(winner.value)));
    if (agree) return { ...winner, contradicts: false };
  }
  if (certain.length === 0) {
    const shared = known.map(readings).reduce((kept, next) => kept.filter((option) => next.includes(option)));
    const [only] = shared;
    if (only !== undefined) {
      // An assumption that nothing contradicts stays an assumption.
      const told = known.length > 1 && shared.length === 1 && known.every((one) => one.options.length > 1);
      // Two words that each leave a choice, with one reading in common: that reading is certain.
      if (told) return { ...first, value: only, state: "sure", options: [], contradicts: false };
      const assumed = known.every((one) => one.origin === "assumed" && one.state === "sure");
      return { ...first, value: assumed || known.length > 1 ? only : first.value, options: shared, contradicts: false };
    }
  }
  return { ...first, state: "doubt", options: [...new Set(known.flatMap(readings))], contradicts: true };
}
