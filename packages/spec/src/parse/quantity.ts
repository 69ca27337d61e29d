import { type Quantity, ratio, ratios, UnitCode as Unit, type UnitCode } from "@jizhen/kernel";
import type { Finding, ParsedLine, ValueOrigin, ValueState } from "../model.ts";
import type { Family } from "../pack.ts";
import { fact, type Known, shifted, textIn } from "./candidate.ts";
import { finding } from "./findings.ts";

export type Amount = {
  readonly quantity: Quantity | { value: string; unit: UnitCode } | null;
  readonly origin: ValueOrigin | null;
  readonly state: ValueState;
  readonly packs: ParsedLine["packs"];
  /** Masses that stand beside a count: a check, not the quantity. */
  readonly checks: readonly Known[];
  readonly findings: readonly Finding[];
};

const tonne = Unit.parse("TNE");
const bottle = Unit.parse("XBO");
const piece = Unit.parse("H87");
const holders: ReadonlySet<string> = new Set(["XCT", "XBX"]);

const times = (a: string, b: string): string =>
  ratios.toDecimal(ratios.multiply(ratios.parseRatio(a) ?? ratio(0), ratios.parseRatio(b) ?? ratio(0)), 6);

/** A mass beside a count, in tonnes, checks the count. */
const massCheck = (one: Known): Known => {
  const value = one.unit === tonne ? textIn(one) : shifted(textIn(one), -3);
  return { ...one, ...fact("mass_t", value ?? "0", { unit: tonne, state: one.state, options: one.options }) };
};

function pick(counts: readonly Known[]): { chosen: Known | null; clash: boolean } {
  const [first] = counts;
  if (first === undefined) return { chosen: null, clash: false };
  const same = counts.every((one) => one.value === first.value && (one.unit === first.unit || one.unit === null || first.unit === null));
  return { chosen: counts.find((one) => one.unit !== null) ?? first, clash: !same };
}

/** Pieces from packs, when a pack size was stated; the count of packs is kept beside it. */
function inPieces(family: Family, chosen: Known, known: readonly Known[]): Pick<Amount, "quantity" | "packs"> | null {
  const [size] = known.filter(
    (one) => (one.field === "pack" || one.field === "carton_pcs" || one.field === "inner_pack") && one.state === "sure",
  );
  if (chosen.unit === null || !holders.has(chosen.unit)) return null;
  const count = textIn(chosen);
  const holds = size === undefined || typeof size.value !== "string" ? null : size.value;
  const packs = { count, unit: chosen.unit, size: holds };
  if (holds === null) return { quantity: { value: count, unit: chosen.unit }, packs };
  return { quantity: { value: times(count, holds), unit: family.code === "baijiu" ? bottle : piece }, packs };
}

/** The quantity of a line: a count beats a mass, packs times pack gives pieces, two counts that differ are asked. */
export function quantityOf(family: Family, known: readonly Known[]): Amount {
  const masses = known.filter((one) => one.field === "@mass");
  const counts = known.filter((one) => one.field === "@qty");
  const { chosen, clash } = pick(counts.length > 0 ? counts : masses);
  const checks = counts.length > 0 && family.attributes.some((one) => one.code === "mass_t") ? masses.map(massCheck) : [];
  const extra = counts.length > 0 && checks.length === 0 && masses.length > 0;
  if (chosen === null)
    return {
      quantity: null,
      origin: null,
      state: "missing",
      packs: null,
      checks,
      findings: [finding("spec.quantity.missing", "ask", [], {})],
    };
  const unsure = clash || extra || chosen.state === "doubt" || (family.code === "baijiu" && chosen.unit === piece);
  const packed = inPieces(family, chosen, known);
  const plain = { value: textIn(chosen), unit: chosen.unit ?? (family.code === "baijiu" ? bottle : family.unit) };
  const params = { asWritten: [...counts, ...(extra ? masses : [])].map((one) => textIn(one)).join(" / ") || textIn(chosen) };
  const findings = unsure
    ? [finding("spec.quantity.in_doubt", "ask", [], params)]
    : chosen.origin === "assumed"
      ? [finding("spec.quantity.assumed", "note", [], { value: textIn(chosen) })]
      : [];
  return {
    quantity: packed?.quantity ?? plain,
    origin: chosen.origin,
    state: unsure ? "doubt" : "sure",
    packs: packed?.packs ?? null,
    checks,
    findings,
  };
}
