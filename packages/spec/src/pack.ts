import type { UnitCode } from "@jizhen/kernel";
import type { AttributeCode, FamilyCode, PackCode, PackEdition } from "./model.ts";

export type Locale = "zh-CN" | "en";
export type Names = { readonly zh: string; readonly en: string };

export type AttributeType =
  | "enum"
  | "set"
  | "integer"
  | "decimal"
  | "range"
  | "size"
  | "rating"
  | "grade"
  | "standard"
  | "evidence"
  | "text"
  | "boolean";

/** One value of a list, with the words that give it in a text. Codes are kept for ever. */
export type ListValue = {
  readonly code: string;
  readonly names: Names;
  /** Other ways to write it: read as sure. */
  readonly aliases: readonly string[];
  /** Words that usually mean it: read, shown as assumed, removed by one tap. */
  readonly assumedBy: readonly string[];
  /** Words that may mean it or another value: asked. */
  readonly doubtfulBy: readonly string[];
};

/** `required` ● to publish, `asked` ○, `optional` –. `hard` is the default of the requirement it becomes. */
export type Attribute = {
  readonly code: AttributeCode;
  readonly names: Names;
  readonly type: AttributeType;
  readonly unit: UnitCode | null;
  readonly values: readonly ListValue[];
  readonly need: "required" | "asked" | "optional";
  readonly hard: boolean;
  /** Kinds of document that prove it. */
  readonly evidence: readonly string[];
  /** Shown to others only after a confidentiality tap. */
  readonly private: boolean;
  /** Usual range; outside is asked, not refused. */
  readonly usual: { readonly low: number; readonly high: number } | null;
  /** Never part of matching (notes, derived masses). */
  readonly matched: boolean;
  /** Required only when another attribute has one of these values. */
  readonly onlyWhen: { readonly attribute: AttributeCode; readonly values: readonly string[] } | null;
  /** One of these is enough: "volume or size". */
  readonly either: readonly AttributeCode[];
};

export type Family = {
  readonly code: FamilyCode;
  readonly pack: PackCode;
  readonly names: Names;
  /** Words that say the family and nothing else. */
  readonly words: readonly string[];
  /** HS headings (6 digits), a hint and no customs advice. */
  readonly hs: readonly string[];
  readonly unit: UnitCode;
  readonly attributes: readonly Attribute[];
};

export type Source = { readonly title: string; readonly licence: string; readonly date: string };

export type Pack = {
  readonly code: PackCode;
  readonly edition: PackEdition;
  readonly names: Names;
  readonly families: readonly Family[];
  readonly sources: readonly Source[];
};
