import { convert, type LocalDate, type Ratio, ratios, sameDimension } from "@jizhen/kernel";
import type { Attribute, CapabilityRange, Family } from "@jizhen/spec";
import type { CapabilityRefusal } from "./errors.ts";
import type { CapabilityContent } from "./model.ts";

const listed = new Set<Attribute["type"]>(["enum", "set", "boolean", "evidence"]);
const measured = new Set<Attribute["type"]>(["integer", "decimal", "range", "size"]);

/** Whether a statement speaks the language of its pack. Grades, standards and ratings may be written that no list holds. */
export function statementRefusal(content: CapabilityContent, family: Family, today: LocalDate): CapabilityRefusal | null {
  if (content.validTo !== null && content.validTo < today) {
    return { kind: "rule", code: "procurement.capability.expired", params: { validTo: content.validTo }, field: "validTo" };
  }
  for (const [code, range] of Object.entries(content.attributes)) {
    const attribute = family.attributes.find((one) => one.code === code);
    const refusal = attribute ? rangeRefusal(attribute, range) : unknownAttribute(code);
    if (refusal) return refusal;
  }
  const strange = content.documents.flatMap(({ proves }) => proves).find((code) => !family.attributes.some((one) => one.code === code));
  return strange === undefined ? null : unknownAttribute(strange);
}

const unknownAttribute = (attribute: string): CapabilityRefusal => ({
  kind: "rule",
  code: "procurement.capability.attribute_unknown",
  params: { attribute },
  field: `attributes.${attribute}`,
});

function rangeRefusal(attribute: Attribute, range: CapabilityRange): CapabilityRefusal | null {
  const field = `attributes.${attribute.code}`;
  const params = { attribute: attribute.code };
  if (range.kind === "any") return null;
  if (range.kind === "set") {
    if (!listed.has(attribute.type) || attribute.values.length === 0) return null;
    const value = range.values.find((one) => !attribute.values.some(({ code }) => code === one));
    return value === undefined ? null : { kind: "rule", code: "procurement.capability.value_unknown", params: { ...params, value }, field };
  }
  if (!measured.has(attribute.type)) return { kind: "rule", code: "procurement.capability.wrong_kind", params, field };
  if (range.unit !== null && attribute.unit !== null && !sameDimension(range.unit, attribute.unit)) {
    return { kind: "rule", code: "procurement.capability.unit_mismatch", params: { ...params, unit: range.unit }, field };
  }
  const [low, high] = [range.low, range.high].map((end) => (end === null ? null : ratios.parseRatio(end)));
  if (low && high && ratios.compare(low, high) > 0) return { kind: "rule", code: "procurement.capability.range_reversed", params, field };
  return null;
}

/** Intervals in the pack's own units, so that a length written in inches is matched like one in millimetres. */
export function inPackUnits(content: CapabilityContent, family: Family): CapabilityContent {
  const attributes = Object.entries(content.attributes).map(([code, range]): [string, CapabilityRange] => {
    const unit = family.attributes.find((one) => one.code === code)?.unit ?? null;
    if (range.kind !== "interval" || range.unit === null || unit === null || range.unit === unit) return [code, range];
    const { unit: from } = range;
    const turned = (end: string | null): string | null => {
      const value = end === null ? null : ratios.parseRatio(end);
      const answer = value && convert(value, from, unit);
      return answer?.ok ? ratios.toDecimal(answer.value, 6) : end;
    };
    return [code, { kind: "interval", low: turned(range.low), high: turned(range.high), unit }];
  });
  return { ...content, attributes: Object.fromEntries(attributes) };
}

/** How much of a need a free capacity covers, as a share; null when nothing was declared or the units do not convert. */
export function coveredShare(free: CapabilityContent["free"], needed: { readonly value: string; readonly unit: string }): Ratio | null {
  if (free === null) return null;
  const [value, need] = [ratios.parseRatio(free.value), ratios.parseRatio(needed.value)];
  if (!value || !need || need.n === 0n) return null;
  const answer = convert(value, free.unit, needed.unit);
  return answer.ok ? ratios.divide(answer.value, need) : null;
}
