import { UnitCode } from "@jizhen/kernel";
import { pnNumbers, ratingCode, standardOf, systemOf } from "../flange/ratings.ts";
import type { FamilyCode } from "../model.ts";
import { type Fact, type Known, shifted, textIn } from "./candidate.ts";

const only = (known: readonly Known[], field: string): readonly Known[] => known.filter((one) => one.field === field);
const become = (one: Known, more: Partial<Fact>): Known => ({ ...one, ...more });

/** GB/T 9124 without its part is part 1 beside a PN and part 2 beside a Class. */
function partOf9124(one: Known, known: readonly Known[]): Known {
  const systems = new Set(only(known, "rating").map((rating) => systemOf(textIn(rating))));
  if (only(known, "@mpa").length > 0) systems.add("PN");
  const parts =
    systems.has("PN") && !systems.has("Class")
      ? ["GB/T 9124.1"]
      : systems.has("Class") && !systems.has("PN")
        ? ["GB/T 9124.2"]
        : ["GB/T 9124.1", "GB/T 9124.2"];
  return become(one, { field: "standard", value: parts[0] ?? "", state: parts.length === 1 ? "sure" : "doubt", options: parts });
}

/** MPa times ten is a PN when a PN standard is named; without one it is asked. */
function ratingOfMegapascal(one: Known, known: readonly Known[]): Known {
  const tenfold = shifted(textIn(one), 1) ?? textIn(one);
  const rating = ratingCode("PN", tenfold);
  const standards = only(known, "standard").map((standard) => standardOf(textIn(standard)));
  const member = standards.some((standard) => standard?.system === "PN" && standard.ratings.includes(rating));
  if (!pnNumbers.includes(tenfold)) return become(one, { field: "rating", value: rating, state: "doubt", options: [] });
  return become(one, { field: "rating", value: rating, state: member ? "sure" : "doubt", options: [rating] });
}

/** A rating in doubt between systems is settled by the system of the standard. */
function bySystem(one: Known, known: readonly Known[]): Known {
  if (one.state === "sure" || one.options.length < 1) return one;
  const standards = only(known, "standard").filter((standard) => standard.state === "sure");
  const [standard] = standards.map((held) => standardOf(textIn(held)));
  if (standard === undefined || standard === null || standards.length > 1) return one;
  const fitting = one.options.filter((option) => standard.ratings.includes(option));
  const [rating] = fitting;
  return rating !== undefined && fitting.length === 1 && one.options.length > 1
    ? become(one, { value: rating, state: "sure", options: [] })
    : one;
}

function flangeFacts(known: readonly Known[]): readonly Known[] {
  const standards = known.map((one) => (one.field === "@gb9124" ? partOf9124(one, known) : one));
  const rated = standards.map((one) => (one.field === "@mpa" ? ratingOfMegapascal(one, standards) : one));
  return rated
    .map((one) => (one.field === "rating" ? bySystem(one, rated) : one))
    .map((one) => (one.field === "type" ? typeBySystem(one, rated) : one));
}

/** 平焊 with a Class standard can only be the hubbed slip-on: those standards have no plate type. Said as assumed. */
function typeBySystem(one: Known, known: readonly Known[]): Known {
  if (one.state === "sure" || !one.options.includes("SO") || !one.options.includes("PL")) return one;
  const [standard] = only(known, "standard").map((held) => standardOf(textIn(held)));
  return standard?.system === "Class" ? become(one, { value: "SO", options: ["SO"], state: "sure", origin: "assumed" }) : one;
}

const millimetre = UnitCode.parse("MMT");

/** Three numbers without a diameter sign: sides of a block, or diameters and height of a ring; unknown shape is asked. */
function forgingFacts(known: readonly Known[]): readonly Known[] {
  const shapes = only(known, "shape").map((one) => one.value);
  return known.flatMap((one) => {
    if (one.field !== "@dims" || !Array.isArray(one.value)) return [one];
    const [a = "", b = "", c = ""] = one.value;
    const isBlock = shapes.includes("block");
    const fields = isBlock ? ["length_mm", "width_mm", "height_mm"] : ["od_mm", "id_mm", "height_mm"];
    const certain = isBlock || (shapes.includes("ring") && Number(b) < Number(a));
    return [a, b, c].map((value, at) =>
      become(one, { field: fields[at] ?? "height_mm", value, unit: millimetre, state: certain ? "sure" : "doubt", options: [] }),
    );
  });
}

const variants: Readonly<Record<string, readonly string[]>> = { HPWR: ["S", "A", "R"], HWR: ["S", "R"], WR: ["S", "A", "R"] };

/** Class and variant of a water reducer make its code; without the variant each code of the class is asked. */
function admixtureFacts(known: readonly Known[]): readonly Known[] {
  const classes = only(known, "@class");
  const certain = classes.filter((one) => one.state === "sure");
  const held = certain[0] ?? classes[0];
  const variant = only(known, "@variant")[0];
  const rest = known.filter((one) => one.field !== "@class" && one.field !== "@variant");
  if (held === undefined || only(rest, "type").some((one) => one.state === "sure")) return rest;
  const names = new Set(certain.map((one) => textIn(one)));
  const candidates = names.size === 1 ? [...names] : held.options.length > 0 ? held.options : [...names];
  const codes = candidates.flatMap((name) =>
    (variants[name] ?? []).filter((letter) => variant === undefined || letter === variant.value).map((letter) => `${name}-${letter}`),
  );
  const [code] = codes;
  if (code === undefined) return rest;
  const type = become(held, { field: "type", value: code, state: codes.length === 1 ? "sure" : "doubt", options: codes });
  return [...rest, type];
}

/** How many to a case or box: bottles in a case of baijiu; pieces in an inner box or a carton of glass. */
function packFacts(family: FamilyCode, known: readonly Known[]): readonly Known[] {
  return known.flatMap((one) => {
    if (one.field !== "@packsize") return [one];
    const holder = one.options[0] ?? "";
    const boxed = holder === "盒" || holder === "box";
    const field = family === "baijiu" ? "pack" : boxed ? "inner_pack" : "carton_pcs";
    return [become(one, { field, options: [], unit: UnitCode.parse(family === "baijiu" ? "XBO" : "H87") })];
  });
}

/** The size as DN when it was written as NPS, checked against each other when both were written. */
export function sizesDisagree(known: readonly Known[]): boolean {
  const written = only(known, "dn").filter((one) => one.origin === "parsed" && one.state === "sure");
  const derived = only(known, "dn").filter((one) => one.origin === "derived" && one.state === "sure");
  return written.length > 0 && derived.some((one) => written.some((other) => other.value !== one.value));
}

/** What the facts of a family mean together. */
export function resolve(family: FamilyCode, known: readonly Known[]): readonly Known[] {
  switch (family) {
    case "flange":
      return flangeFacts(known);
    case "forging":
      return forgingFacts(known);
    case "admixture":
      return admixtureFacts(known);
    case "baijiu":
    case "glassware":
      return packFacts(family, known);
    case "buttweld":
    case "malleable":
    case "generic":
      return known;
  }
}
