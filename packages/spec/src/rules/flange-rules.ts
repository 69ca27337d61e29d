import { ratios } from "@jizhen/kernel";
import { isoPn, standardOf, supersededBy, systemOf } from "../flange/ratings.ts";
import { gradeOf } from "../grades.ts";
import { heldOf, textOf } from "../held.ts";
import type { Finding, LineSpec } from "../model.ts";
import { finding } from "../parse/findings.ts";
import type { ValidateContext } from "./validate.ts";

function ratingRules(spec: LineSpec): Finding[] {
  const rating = textOf(spec, "rating");
  if (rating === null) return [];
  const found: Finding[] = [];
  const code = textOf(spec, "standard");
  const standard = code === null ? null : standardOf(code);
  const iso = isoPn[rating];
  if (iso !== undefined && standard?.ratings.includes(rating) !== true) {
    found.push(finding("spec.rating.iso_pn_ambiguous", "ask", ["rating"], { rating, class: iso }, [{ attribute: "rating", value: iso }]));
  } else if (standard !== null && standard.system !== systemOf(rating)) {
    found.push(finding("spec.rating.system_mismatch", "stop", ["rating", "standard"], { rating, standard: standard.code }));
  } else if (standard !== null && !standard.ratings.includes(rating)) {
    found.push(finding("spec.rating.not_in_standard", "ask", ["rating", "standard"], { rating, standard: standard.code }));
  } else if (
    standard === null &&
    systemOf(rating) === "Class" &&
    standardOf("ASME B16.5")?.ratings.includes(rating) !== true &&
    rating !== "Class 75"
  ) {
    found.push(finding("spec.rating.not_in_standard", "ask", ["rating"], { rating, standard: "ASME B16.5" }));
  }
  if (standard === null && /^\s*(?:ansi|asme)/i.test(heldOf(spec, "rating")?.asWritten ?? "")) {
    found.push(finding("spec.rating.ansi_150", "ask", ["standard"], { rating }, [{ attribute: "standard", value: "ASME B16.5" }]));
  }
  return found;
}

function sizeRules(spec: LineSpec, { dimensions }: ValidateContext): Finding[] {
  const dn = textOf(spec, "dn");
  if (dn === null || !/^\d+$/.test(dn)) return [];
  const found: Finding[] = [];
  const code = textOf(spec, "standard");
  const sizes = code === null ? null : (standardOf(code)?.sizes ?? null);
  if (sizes !== null && (Number(dn) < sizes.min || Number(dn) > sizes.max)) {
    const other = code === "ASME B16.5" && Number(dn) > sizes.max ? [{ attribute: "standard", value: "ASME B16.47" }] : [];
    found.push(
      finding(
        "spec.size.outside_standard",
        "ask",
        ["dn", "standard"],
        { dn: `DN${dn}`, min: sizes.min, max: sizes.max, standard: code ?? "" },
        other,
      ),
    );
  }
  if (code === "ASME B16.47" && textOf(spec, "bolt_series") === null) {
    const options = ["A", "B"].map((value) => ({ attribute: "bolt_series", value }));
    found.push(finding("spec.size.series_unstated", "ask", ["bolt_series"], { standard: code }, options));
  }
  if (dn === "65" && textOf(spec, "rating") === "PN16" && textOf(spec, "drilling") === null) {
    const options = ["4", "8"].map((value) => ({ attribute: "drilling", value }));
    found.push(finding("spec.drilling.must_be_stated", "ask", ["drilling"], { dn: `DN${dn}`, rating: "PN16" }, options));
  }
  return [...found, ...rowRules(spec, dn, dimensions ?? null)];
}

function rowRules(spec: LineSpec, dn: string, dimensions: ValidateContext["dimensions"]): Finding[] {
  const [rating, type] = [textOf(spec, "rating"), textOf(spec, "type")];
  if (dimensions === null || dimensions === undefined || rating === null || type === null) return [];
  const rows = dimensions.filter((row) => row.dn === dn && row.rating === rating && row.type === type);
  if (rows.length === 0) return [finding("spec.size.no_row", "note", ["dn"], { dn: `DN${dn}`, rating, type })];
  return rows.every((row) => row.secondSource === "unchecked")
    ? [finding("spec.table.unchecked", "note", ["dn"], { dn: `DN${dn}`, rating })]
    : [];
}

function boreRule(spec: LineSpec): Finding[] {
  const type = textOf(spec, "type");
  const stated = ["bore_mm", "schedule", "wall_mm", "pipe_series"].some((attribute) => heldOf(spec, attribute) !== null);
  if ((type !== "WN" && type !== "SW") || stated) return [];
  return [finding("spec.bore.missing", "ask", ["bore_mm", "schedule", "wall_mm"], { type })];
}

function facingRule(spec: LineSpec): Finding[] {
  const facing = textOf(spec, "facing");
  if (facing !== "MFM" && facing !== "TG") return [];
  const halves = facing === "MFM" ? ["M", "FM"] : ["T", "G"];
  return [
    finding(
      "spec.facing.pair_half",
      "ask",
      ["facing"],
      { facing },
      halves.map((value) => ({ attribute: "facing", value })),
    ),
  ];
}

export function supersededRule(spec: LineSpec): Finding[] {
  const code = textOf(spec, "standard");
  const by = code === null ? undefined : supersededBy[code];
  return code === null || by === undefined
    ? []
    : [finding("spec.standard.superseded", "ask", ["standard"], { standard: code, by }, [{ attribute: "standard", value: by }])];
}

/** A declared mass of one piece, or of all, outside the derived interval. */
function massRule(spec: LineSpec, { derivedMass, quantity }: ValidateContext): Finding[] {
  if (derivedMass === null || derivedMass === undefined) return [];
  const [each, total] = [textOf(spec, "mass_kg"), textOf(spec, "mass_t")];
  const pieces = quantity !== null && quantity !== undefined && quantity.unit === "H87" ? Number(quantity.value) : null;
  const declared = each !== null ? Number(each) : total !== null && pieces !== null && pieces > 0 ? (Number(total) * 1_000) / pieces : null;
  if (declared === null || (declared >= Number(derivedMass.low) && declared <= Number(derivedMass.high))) return [];
  const shown = ratios.toDecimal(ratios.parseRatio(declared.toFixed(6)) ?? ratios.ratio(0), 2);
  return [
    finding("spec.mass.disagrees", "ask", [each !== null ? "mass_kg" : "mass_t"], {
      declared: shown,
      low: derivedMass.low,
      high: derivedMass.high,
    }),
  ];
}

export const flangeRules = (spec: LineSpec, context: ValidateContext): Finding[] => [
  ...ratingRules(spec),
  ...sizeRules(spec, context),
  ...boreRule(spec),
  ...facingRule(spec),
  ...supersededRule(spec),
  ...massRule(spec, context),
];

/** A grade outside the table is said; one that is only near another is asked, never replaced. */
export function gradeRules(spec: LineSpec): Finding[] {
  const grade = textOf(spec, "material");
  if (grade === null || !["flange", "forging", "buttweld"].includes(spec.family)) return [];
  const known = gradeOf(grade);
  if (known === null) return [finding("spec.grade.unlisted", "note", ["material"], { grade })];
  if (known.relation !== "near") return [];
  return [
    finding("spec.grade.near_only", "ask", ["material"], { grade, near: known.grade.code }, [
      { attribute: "material", value: known.grade.code },
    ]),
  ];
}
