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

/** One value of a list. `aliases` are other ways to write it; `replacedBy` keeps an old code readable for ever. */
export type ListValue = {
  readonly code: string;
  readonly names: Names;
  readonly aliases?: readonly string[];
  readonly replacedBy?: string;
  /** looked-up, common knowledge, check before use, or from the town expert. */
  readonly evidence?: string;
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
