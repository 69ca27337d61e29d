import type { UnitCode } from "@jizhen/kernel";
import { canonical } from "@jizhen/kernel";
import type { FamilyCode, SpecContent } from "../model.ts";

/** What some words may mean. `field` is an attribute code, or a word with @ for what belongs to the line and not to the product. */
export type Fact = {
  readonly field: string;
  readonly value: SpecContent;
  readonly unit: UnitCode | null;
  readonly state: "sure" | "doubt";
  readonly origin: "parsed" | "assumed" | "derived";
  /** The readings in doubt, first one most likely. */
  readonly options: readonly string[];
};

/** Words in a line that a pattern explains. `families` null: any product. */
export type Candidate = {
  readonly start: number;
  readonly end: number;
  readonly facts: readonly Fact[];
  readonly families: readonly FamilyCode[] | null;
  /** Added to the length when candidates compete for the same words. */
  readonly bonus: number;
  /** How much it says about the family, in characters. */
  readonly says: number;
};

export type Known = Fact & { readonly start: number; readonly end: number };

/** The value of a fact as text; what the parser compares is a code or a decimal, anything richer is written out. */
export const textIn = ({ value }: { readonly value: SpecContent }): string => (typeof value === "string" ? value : canonical(value));

export const fact = (field: string, value: SpecContent, more: Partial<Omit<Fact, "field" | "value">> = {}): Fact => ({
  field,
  value,
  unit: null,
  state: "sure",
  origin: "parsed",
  options: [],
  ...more,
});

export const doubtful = (field: string, options: readonly string[], unit: UnitCode | null = null): Fact =>
  fact(field, options[0] ?? "", { state: "doubt", options, unit });

/** Plain decimal text: no leading or trailing zeros, no separators of thousands; null when it does not fit the kernel's decimals. */
export function decimal(text: string): string | null {
  const digits = text.replaceAll(",", "").replaceAll(" ", "");
  const match = /^(\d{1,15})(?:\.(\d{1,9}))?$/.exec(digits);
  if (match === null) return null;
  const whole = (match[1] ?? "").replace(/^0+(?=\d)/, "");
  const fraction = (match[2] ?? "").replace(/0+$/, "");
  if (whole.length > 12 || fraction.length > 6) return null;
  return fraction === "" ? whole : `${whole}.${fraction}`;
}

/** Exact product of decimal text and a power of ten. */
export function shifted(value: string, places: number): string | null {
  const [whole = "", fraction = ""] = value.split(".");
  if (places >= 0) return decimal(`${whole}${fraction.slice(0, places).padEnd(places, "0")}.${fraction.slice(places) || "0"}`);
  const padded = whole.padStart(1 - places, "0");
  return decimal(`${padded.slice(0, places)}.${padded.slice(places)}${fraction}`);
}
