import type { FlangeRow } from "../flange/dimensions.ts";
import type { Finding, LineSpec, SpecValue } from "../model.ts";
import type { Attribute } from "../pack.ts";
import { familyOf } from "../packs/all.ts";
import { finding } from "../parse/findings.ts";
import { flangeRules, gradeRules } from "./flange-rules.ts";
import { admixtureRules, baijiuRules, malleableRules } from "./goods-rules.ts";

/** What a rule may look at beyond the line: the dimension table once it is loaded, a mass derived from it, the line's quantity. */
export type ValidateContext = {
  readonly dimensions?: readonly FlangeRow[] | null;
  /** Mass of one piece in kilograms. */
  readonly derivedMass?: { readonly low: string; readonly high: string } | null;
  readonly quantity?: { readonly value: string; readonly unit: string } | null;
};

const heldOf = (spec: LineSpec, attribute: string): SpecValue | undefined =>
  spec.values.find((one) => one.attribute === attribute && one.value !== null);

/** Where an attribute does not apply (the inside of a disc), its absence says nothing. */
function applies(spec: LineSpec, { onlyWhen }: Attribute): boolean {
  if (onlyWhen === null) return true;
  const held = heldOf(spec, onlyWhen.attribute)?.value;
  return typeof held === "string" && onlyWhen.values.includes(held);
}

function missing(spec: LineSpec): Finding[] {
  if (spec.byText) return [];
  return familyOf(spec.family).attributes.flatMap((attribute) => {
    if (attribute.need === "optional" || !applies(spec, attribute)) return [];
    if ([attribute.code, ...attribute.either].some((code) => heldOf(spec, code) !== undefined)) return [];
    const options = ["enum", "standard"].includes(attribute.type)
      ? attribute.values.slice(0, 12).map((value) => ({ attribute: attribute.code, value: value.code }))
      : [];
    return [
      finding(
        "spec.attribute.missing",
        attribute.need === "required" ? "stop" : "ask",
        [attribute.code],
        { attribute: attribute.code },
        options,
      ),
    ];
  });
}

function doubts(spec: LineSpec): Finding[] {
  return spec.values
    .filter((one) => one.state === "doubt")
    .map((one) => finding("spec.value.in_doubt", "ask", [one.attribute], { attribute: one.attribute, asWritten: one.asWritten }));
}

function numbersOf(value: SpecValue["value"]): number[] {
  if (value === null || Array.isArray(value)) return [];
  if (typeof value === "string") return [Number(value)];
  return [value.low, value.high].filter((end) => end !== null).map(Number);
}

function ranges(spec: LineSpec): Finding[] {
  return familyOf(spec.family).attributes.flatMap((attribute) => {
    const held = heldOf(spec, attribute.code);
    if (held === undefined) return [];
    const wrong = attribute.unit !== null && held.unit !== null && held.unit !== attribute.unit;
    if (wrong)
      return [finding("spec.unit.wrong_dimension", "stop", [attribute.code], { attribute: attribute.code, unit: String(held.unit) })];
    const { usual } = attribute;
    if (usual === null || numbersOf(held.value).every((number) => number >= usual.low && number <= usual.high)) return [];
    const params = { attribute: attribute.code, min: usual.low, max: usual.high };
    return [finding(attribute.code === "abv" ? "spec.abv.unusual" : "spec.value.out_of_range", "ask", [attribute.code], params)];
  });
}

/** A document named as a claim (age, place name, approval) needs the document itself. */
function claims(spec: LineSpec): Finding[] {
  const needing = ["age_claim", "origin_mark"];
  return spec.values
    .filter((one) => needing.includes(one.attribute) && one.value !== null)
    .map((one) => finding("spec.claim.needs_evidence", "ask", [one.attribute], { attribute: one.attribute }));
}

/** Every rule of §5 over a line; the same answer in the browser and on the server. */
export function validate(spec: LineSpec, context: ValidateContext = {}): readonly Finding[] {
  const own =
    spec.family === "flange"
      ? flangeRules(spec, context)
      : spec.family === "baijiu"
        ? baijiuRules(spec, context)
        : spec.family === "admixture"
          ? admixtureRules(spec)
          : spec.family === "malleable"
            ? malleableRules(spec)
            : [];
  return [...missing(spec), ...doubts(spec), ...own, ...gradeRules(spec), ...ranges(spec), ...claims(spec)];
}
