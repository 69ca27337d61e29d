import { type LocalDate, Quantity } from "@jizhen/kernel";
import type { Delivery, Finding, LineSpec, ParsedLine, ParseHints, Span, SpecValue } from "../model.ts";
import { familyOf, packOf } from "../packs/all.ts";
import { validate } from "../rules/validate.ts";
import { type Candidate, type Known, textIn } from "./candidate.ts";
import { chooseFamily } from "./choose.ts";
import { dateOf } from "./dates.ts";
import { finding } from "./findings.ts";
import { type Heading, headed, readingUnder } from "./heading.ts";
import { type Bare, bareNumbers, leftovers, placeAfter } from "./leftover.ts";
import { type Merged, merge } from "./merge.ts";
import { originalSpan, type Prepared } from "./normalise.ts";
import { quantityOf } from "./quantity.ts";
import { resolve, sizesDisagree } from "./resolve.ts";

/** A line ready to be read: where it stands, what its words may mean, and whether a bare number may be its quantity. */
export type Draft = {
  readonly prepared: Prepared;
  readonly original: string;
  readonly candidates: readonly Candidate[];
  readonly bare: Bare;
};

const written = (draft: Draft, one: { start: number; end: number }): string => {
  const span = originalSpan(draft.prepared, one.start, one.end);
  return draft.original.slice(span.start, span.end).trim().slice(0, 200);
};

function valuesOf(draft: Draft, family: LineSpec["family"], known: readonly Known[]): { values: SpecValue[]; findings: Finding[] } {
  const values: SpecValue[] = [];
  const findings: Finding[] = [];
  for (const attribute of familyOf(family).attributes) {
    const mentions = known.filter((one) => one.field === attribute.code);
    const held = merge(mentions);
    if (held === null) continue;
    const asWritten = [...new Set(mentions.map((one) => written(draft, one)))].join(" ").slice(0, 200);
    values.push({
      attribute: attribute.code,
      value: held.value,
      unit: held.unit ?? attribute.unit,
      asWritten,
      origin: held.origin,
      state: held.state,
    });
    if (held.state === "doubt") findings.push(doubt(attribute.code, asWritten, held));
    else if (held.origin === "assumed")
      findings.push(finding("spec.value.assumed", "note", [attribute.code], { attribute: attribute.code, asWritten }));
  }
  return { values, findings };
}

function doubt(attribute: string, asWritten: string, held: Merged): Finding {
  return finding(
    held.contradicts ? "spec.value.contradicts" : "spec.value.in_doubt",
    "ask",
    [attribute],
    { attribute, asWritten },
    held.options.map((value) => ({ attribute, value })),
  );
}

type Terms = { leadDays: number | null; wantedDate: LocalDate | null; delivery: Delivery | null; findings: Finding[] };

/** Lead time, date and delivery: two different ones are asked, never chosen from. */
function termsOf(draft: Draft, known: readonly Known[], hints: ParseHints): Terms {
  const findings: Finding[] = [];
  const ask = (one: Known | undefined, code: "spec.lead.unclear" | "spec.date.unclear"): void => {
    if (one !== undefined) findings.push(finding(code, "ask", [], { asWritten: written(draft, one) }));
  };
  const leads = known.filter((one) => one.field === "@lead");
  const certain = new Set(leads.filter((one) => one.state === "sure").map((one) => one.value));
  const unclear = leads.find((one) => one.state === "doubt") ?? (certain.size > 1 ? leads[0] : undefined);
  ask(unclear, "spec.lead.unclear");
  const dates = known.filter((one) => one.field === "@date");
  const [first] = dates;
  const date = first === undefined ? null : dateOf(textIn(first), hints.today ?? null);
  const several = new Set(dates.map((one) => one.value)).size > 1;
  if (first !== undefined && (date === null || several)) ask(first, "spec.date.unclear");
  else if (date?.yearAssumed) findings.push(finding("spec.date.year_assumed", "note", [], { date: date.date }));
  const terms = known.filter((one) => one.field === "@delivery").map((one) => textIn(one));
  const incoterms = new Set(terms.map((term) => term.slice(0, 3)));
  const term = [...terms].sort((a, b) => b.length - a.length)[0];
  return {
    leadDays: unclear === undefined && certain.size === 1 ? Number([...certain][0]) : null,
    wantedDate: several ? null : (date?.date ?? null),
    delivery: term === undefined || incoterms.size > 1 ? null : { incoterm: term.slice(0, 3), place: term.slice(4) || null },
    findings,
  };
}

/** Reads one line. Everything that nothing explains goes to the note, in the buyer's own words. */
export function readLine(draft: Draft, hints: ParseHints, heading: Heading | null = null): ParsedLine {
  const under = heading === null ? null : readingUnder(heading, draft.candidates);
  const { reading, rivals } = under === null ? chooseFamily(draft.candidates, hints.pack ?? null) : { reading: under, rivals: [] };
  const family = familyOf(reading.family);
  const flat: readonly Known[] = reading.chosen.flatMap((one) => one.facts.map((fact) => ({ ...fact, start: one.start, end: one.end })));
  const placed = flat.map((one) => (one.field === "@delivery" ? placeAfter(draft.prepared, one, reading.chosen) : one));
  const meant = resolve(reading.family, placed);
  const kept = new Set(["@note", "@othertype"]);
  // "@delivery" may have grown over the place behind it; two terms of delivery are kept as words.
  const terms = termsOf(draft, meant, hints);
  if (terms.delivery === null) kept.add("@delivery");
  if (terms.findings.some((one) => one.code === "spec.lead.unclear")) kept.add("@lead");
  if (terms.wantedDate === null) kept.add("@date");
  const used = placed.filter((one) => !kept.has(one.field));
  const bare = bareNumbers(draft.prepared, placed, draft.bare, family, meant);
  const amount = quantityOf(family, [...meant, ...bare]);
  const read = valuesOf(draft, reading.family, [...meant, ...bare, ...amount.checks]);
  const { values, findings } = under === null || heading === null ? read : headed(heading, read);
  const byText = reading.family === "generic";
  const covered = [...used, ...bare];
  const own = leftovers(draft.prepared, draft.original, covered);
  const note = under === null || heading === null ? own : `${heading.spec.note} ${own}`.trim();
  const spec: LineSpec = { pack: packOf(family.pack).edition, family: reading.family, values, note: note.slice(0, 4_000), byText };
  const quantity = amount.quantity === null ? null : Quantity.safeParse(amount.quantity);
  const whole = originalSpan(draft.prepared, 0, draft.prepared.text.length);
  const said: Finding[] = [...findings, ...amount.findings, ...terms.findings];
  if (sizesDisagree(meant)) said.push(finding("spec.size.dn_nps_disagree", "ask", ["dn", "nps"], {}));
  if (rivals.length > 0)
    said.push(
      finding(
        "spec.family.unclear",
        "ask",
        ["family"],
        { families: rivals.join(", ") },
        rivals.map((value) => ({ attribute: "family", value })),
      ),
    );
  if (byText) said.push(finding("spec.family.by_text", "note", [], {}));
  if (note !== "" && !byText) said.push(finding("spec.words.kept", "note", [], { words: note.slice(0, 200) }));
  return {
    span: whole,
    text: draft.original.slice(whole.start, whole.end),
    spec,
    quantity: quantity?.success === true ? quantity.data : null,
    quantityOrigin: quantity?.success === true ? amount.origin : null,
    quantityState: quantity?.success === true ? amount.state : "missing",
    packs: amount.packs,
    leadDays: terms.leadDays,
    wantedDate: terms.wantedDate,
    delivery: terms.delivery,
    read: [
      ...covered.map((one) => ({ span: originalSpan(draft.prepared, one.start, one.end) satisfies Span, field: one.field })),
      ...(under === null || heading === null ? [] : [{ span: heading.span, field: "@heading" }]),
    ],
    findings: together(said, spec),
  };
}

/** The parser's findings know the readings in doubt, so they stand for those of the rules. */
function together(own: readonly Finding[], spec: LineSpec): readonly Finding[] {
  const answered = new Set(
    own.filter((one) => one.options.length > 0 || one.code === "spec.value.contradicts").flatMap((one) => one.attributes),
  );
  const rules = validate(spec).filter(
    (one) => !(one.code === "spec.value.in_doubt" && one.attributes.some((attribute) => answered.has(attribute))),
  );
  return [
    ...rules,
    ...own.filter((one) => !rules.some((other) => other.code === one.code && other.attributes.join() === one.attributes.join())),
  ];
}
