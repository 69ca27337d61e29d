import { heldOf } from "./held.ts";
import type { FamilyCode, LineSpec, SpecContent, SpecValue } from "./model.ts";
import type { Locale, Names } from "./pack.ts";
import { attributeOf, familyOf, isFamily } from "./packs/all.ts";

const pick = (names: Names, locale: Locale): string => (locale === "zh-CN" ? names.zh : names.en);

/** What a person sees for a family, an attribute of it, or one code of that attribute; a code without a name is shown as it is. */
export function nameOf(
  what: { readonly family: FamilyCode; readonly attribute?: string; readonly value?: string },
  locale: Locale,
): string {
  const family = familyOf(what.family);
  if (what.attribute === undefined) return pick(family.names, locale);
  if (what.attribute === "family") return familyName(what.value, locale);
  const attribute = attributeOf(what.family, what.attribute);
  if (attribute === null) return what.attribute;
  if (what.value === undefined) return pick(attribute.names, locale);
  const value = attribute.values.find((one) => one.code === what.value);
  if (value !== undefined && !["standard", "grade"].includes(attribute.type)) return pick(value.names, locale);
  return attribute.code === "dn" && /^\d/.test(what.value) ? `DN${what.value}` : what.value;
}

/** "family" is the one question that is about no attribute: which kind of product a line is. */
function familyName(code: string | undefined, locale: Locale): string {
  if (code === undefined) return locale === "zh-CN" ? "产品种类" : "Kind of product";
  return isFamily(code) ? pick(familyOf(code).names, locale) : code;
}

/** Families in a row, as the finding `spec.family.unclear` names them. */
export const familyNames = (codes: string, locale: Locale): string =>
  codes
    .split(", ")
    .map((code) => familyName(code, locale))
    .join(locale === "zh-CN" ? "、" : ", ");

const units: Readonly<Record<string, string>> = {
  MMT: " mm",
  MLT: " ml",
  GRM: " g",
  KGM: " kg",
  TNE: " t",
  VP: " %vol",
  "60": " %",
  P1: " %",
  "23": " g/cm³",
  MIN: " min",
};

const joined = (value: SpecContent): string =>
  typeof value === "string"
    ? value
    : Array.isArray(value)
      ? value.join(", ")
      : value.low === value.high
        ? (value.low ?? "")
        : `${value.low ?? "…"}–${value.high ?? "…"}`;

/** One value as people read it: "WN 带颈对焊法兰", "DN150", "53 %vol". */
export function shownValue(family: FamilyCode, held: SpecValue, locale: Locale): string {
  if (held.value === null) return "";
  const attribute = attributeOf(family, held.attribute);
  if (Array.isArray(held.value))
    return held.value.map((value) => nameOf({ family, attribute: held.attribute, value }, locale)).join(locale === "zh-CN" ? "、" : ", ");
  if (typeof held.value !== "string") return `${joined(held.value)}${units[held.unit ?? ""] ?? ""}`;
  const named = nameOf({ family, attribute: held.attribute, value: held.value }, locale);
  // Trades with letter codes say the code first; the name alone would not be recognised on a drawing.
  if (held.attribute === "type" && family === "flange" && named !== held.value) return `${held.value} ${named}`;
  if (held.attribute === "facing") return held.value;
  const perCase = perCases[held.attribute];
  if (perCase !== undefined) return `${held.value}${locale === "zh-CN" ? "" : " "}${perCase[locale]}`;
  if (attribute?.code === "nps") return `NPS ${held.value}`;
  return `${named}${units[held.unit ?? ""] ?? ""}`;
}

const perCases: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  pack: { "zh-CN": "瓶/箱", en: "bottles/case" },
  carton_pcs: { "zh-CN": "个/箱", en: "pcs/carton" },
  inner_pack: { "zh-CN": "个/盒", en: "pcs/box" },
};

const inSummary: Readonly<Record<FamilyCode, readonly string[]>> = {
  flange: ["type", "dn", "rating", "facing", "material", "standard"],
  forging: ["shape", "od_mm", "id_mm", "length_mm", "width_mm", "height_mm", "material"],
  buttweld: ["type", "dn", "radius", "schedule", "material", "standard"],
  baijiu: ["type", "abv", "volume_ml", "pack", "grade"],
  glassware: ["type", "volume_ml", "height_mm", "process", "glass", "colour"],
  malleable: ["type", "dn", "finish", "thread"],
  admixture: ["type", "form", "base", "solid_pct"],
  generic: ["name", "size", "material"],
};

/** A line in a few words: "WN 带颈对焊法兰 DN150 PN16 RF 20#"; a line by text is its words. */
export function summaryOf(spec: LineSpec, locale: Locale): string {
  const parts = inSummary[spec.family].map((attribute) => {
    const held = heldOf(spec, attribute);
    return held === null ? "" : shownValue(spec.family, held, locale);
  });
  const words = parts.filter((part) => part !== "");
  const typed = heldOf(spec, "type") ?? heldOf(spec, "shape");
  if (spec.family !== "generic" && (typed === null || ["baijiu", "malleable", "forging"].includes(spec.family)))
    words.unshift(nameOf({ family: spec.family }, locale));
  return words.length === 0 || spec.family === "generic" ? [...words, spec.note].join(" ").trim().slice(0, 120) : words.join(" ");
}
