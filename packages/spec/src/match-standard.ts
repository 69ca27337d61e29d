import { supersededBy } from "./flange/ratings.ts";
import { type Judged, judged } from "./match-verdict.ts";
import type { CapabilityRange } from "./model.ts";

type Edition = { readonly code: string; readonly year: string | null };

/** "GB/T 9124.1-2019" and "ISO 49:1994": the year behind the code is its edition; the part number of "EN 1092-1" is not. */
export function editionOf(text: string): Edition {
  const plain = text.normalize("NFKC").trim().toUpperCase().replace(/\s+/g, " ");
  const found = /^(.*?)\s*[-:—]\s*((?:19|20)\d{2})$/.exec(plain);
  return found ? { code: found[1] ?? plain, year: found[2] ?? null } : { code: plain, year: null };
}

/** Equivalences that a source declares; others are only a question. */
const declared: readonly { readonly a: string; readonly b: string; readonly source: string }[] = [
  { a: "GB/T 3287-2000", b: "ISO 49:1994", source: "record of GB/T 3287-2000: equivalent (eqv) to ISO 49:1994" },
];

const same = (wanted: Edition, made: Edition): boolean => wanted.code === made.code && (wanted.year === null || wanted.year === made.year);
/** A successor, known without a statement of what changed. */
const follows = (wanted: Edition, made: Edition): boolean =>
  Object.entries(supersededBy).some(([old, next]) => {
    const pair = [editionOf(old).code, editionOf(next).code];
    return pair.includes(wanted.code) && pair.includes(made.code) && wanted.code !== made.code;
  });

const equivalent = (wanted: Edition, made: Edition): boolean =>
  declared.some(({ a, b }) => {
    const [one, two] = [editionOf(a), editionOf(b)];
    return (same(wanted, one) && same(made, two)) || (same(wanted, two) && same(made, one));
  });

/** Who asks for a code without its year takes any edition of it. */
export function matchStandard(wanted: string, { range, closed }: { readonly range: CapabilityRange; readonly closed: boolean }): Judged {
  if (range.kind === "any") return judged("satisfied", "makes_any");
  if (range.kind === "interval") return judged("unknown", "units_differ");
  const asked = editionOf(wanted);
  const find = (relation: (asked: Edition, made: Edition) => boolean) =>
    range.values.find((one) => relation(asked, editionOf(one))) ?? null;
  const exact = find(same);
  if (exact !== null) return judged("satisfied", "same_standard", exact);
  const equal = find(equivalent);
  if (equal !== null) return judged("satisfied", "equivalent_standard", equal);
  const edition = find((a, b) => a.code === b.code);
  if (edition !== null) return judged("unknown", "other_edition", edition);
  const successor = find(follows);
  if (successor !== null) return judged("unknown", "equivalence_without_source", successor);
  return closed ? judged("violated", "not_in_closed_set") : judged("unknown", "among_others");
}
