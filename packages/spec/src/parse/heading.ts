import type { Finding, LineSpec, ParsedLine, Span, SpecValue } from "../model.ts";
import { familyOf } from "../packs/all.ts";
import type { Candidate } from "./candidate.ts";
import { type Reading, readAs } from "./choose.ts";
import { finding } from "./findings.ts";

/** "带颈对焊 PN16 20#" over "DN50 10片" and "DN80 20片": what the lines below leave unsaid. */
export type Heading = {
  readonly spec: LineSpec;
  readonly span: Span;
  /** A heading of its own, or the first of several requests in one line. */
  readonly isOwnLine: boolean;
};

const ownWords: ReadonlySet<string> = new Set(["type", "@family", "@class", "shape", "@othertype"]);
const counts: ReadonlySet<string> = new Set(["@qty", "@mass"]);
/** What differs from line to line and is never taken from a heading. */
const eachItsOwn: ReadonlySet<string> = new Set([
  "dn",
  "nps",
  "drilling",
  "mass_kg",
  "mass_t",
  "od_mm",
  "id_mm",
  "height_mm",
  "volume_ml",
  "bore_mm",
  "wall_mm",
]);

/** A counted line that names no product of its own is read as the heading's product; any other stands for itself. */
export function readingUnder(heading: Heading, candidates: readonly Candidate[]): Reading | null {
  const facts = candidates.flatMap((one) => one.facts);
  if (facts.some((fact) => ownWords.has(fact.field)) || !facts.some((fact) => counts.has(fact.field))) return null;
  const reading = readAs(heading.spec.family, candidates);
  return reading.chosen.some((one) => one.facts.some((fact) => eachItsOwn.has(fact.field))) ? reading : null;
}

type Read = { readonly values: SpecValue[]; readonly findings: Finding[] };

/** The line's own values, and the heading's for what it leaves unsaid, shown as assumed. */
export function headed(heading: Heading, own: Read): Read {
  const taken = heading.spec.values
    .filter((value) => !eachItsOwn.has(value.attribute) && own.values.every((held) => held.attribute !== value.attribute))
    .map((value): SpecValue => ({ ...value, origin: "assumed" }));
  const order = familyOf(heading.spec.family).attributes.map((attribute) => attribute.code);
  const values = [...own.values, ...taken].sort((a, b) => order.indexOf(a.attribute) - order.indexOf(b.attribute));
  const said = taken.map((value) =>
    value.state === "doubt"
      ? finding("spec.value.in_doubt", "ask", [value.attribute], { attribute: value.attribute, asWritten: value.asWritten })
      : finding("spec.value.assumed", "note", [value.attribute], { attribute: value.attribute, asWritten: value.asWritten }),
  );
  return { values, findings: [...own.findings, ...said] };
}

export const inherits = (line: ParsedLine): boolean => line.read.some((one) => one.field === "@heading");

/** The heading in force behind a line: a product without a quantity begins one; one with a quantity only for the rest of its line. */
export function nextHeading(before: Heading | null, line: ParsedLine, continues: boolean): Heading | null {
  const named = line.spec.family !== "generic" && line.read.some((one) => ownWords.has(one.field));
  if (named) return { spec: line.spec, span: line.span, isOwnLine: line.quantity === null };
  return before !== null && (before.isOwnLine || continues) ? before : null;
}
