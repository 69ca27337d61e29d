import { LocalDate, type Quantity, UnitCode } from "@jizhen/kernel";
import * as z from "zod";

/** The packs in the repository; a town without an industry of its own starts with `generic`. */
export const PackCode = z.enum(["flange", "baijiu", "glassware", "malleable", "admixture", "generic"]);
export type PackCode = z.infer<typeof PackCode>;

/** Pack and edition, "flange@1.0.0": what is written in an edition is displayed and judged by it for ever. */
export const PackEdition = z.templateLiteral([PackCode, "@", z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/)]);
export type PackEdition = z.infer<typeof PackEdition>;

/** Product families 品类; a code is never reused. */
export const FamilyCode = z.enum(["flange", "forging", "buttweld", "baijiu", "glassware", "malleable", "admixture", "generic"]);
export type FamilyCode = z.infer<typeof FamilyCode>;

/** Attribute codes are data of the packs: `dn`, `rating`, `solid_pct`. */
export const AttributeCode = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);
export type AttributeCode = z.infer<typeof AttributeCode>;

/** Decimal text that may be negative (a pour point, a temperature); exact, up to six places. */
export const SignedDecimal = z.string().regex(/^-?\d{1,12}(\.\d{1,6})?$/);

/** A closed interval; an end that is null is open. */
export const DecimalRange = z.strictObject({ low: SignedDecimal.nullable(), high: SignedDecimal.nullable() });
export type DecimalRange = z.infer<typeof DecimalRange>;

/**
 * What an attribute holds: a code ("WN", "150" for DN150, "PN16" / "Class 150" / "10K", "20#", "HG/T 20592"), decimal text,
 * several codes, or a range. Null only in the state `missing`.
 */
export const SpecContent = z.union([z.string().min(1).max(200), z.array(z.string().min(1).max(80)).min(1).max(40), DecimalRange]);
export type SpecContent = z.infer<typeof SpecContent>;

export const ValueOrigin = z.enum(["typed", "parsed", "derived", "assumed"]);
export type ValueOrigin = z.infer<typeof ValueOrigin>;
export const ValueState = z.enum(["sure", "doubt", "missing"]);
export type ValueState = z.infer<typeof ValueState>;

/** One attribute of a line, with where it came from; nothing is `sure` unless a pattern or a person gave it. */
export const SpecValue = z
  .strictObject({
    attribute: AttributeCode,
    value: SpecContent.nullable(),
    unit: UnitCode.nullable(),
    asWritten: z.string().max(200),
    origin: ValueOrigin,
    state: ValueState,
  })
  .refine((held) => (held.value === null) === (held.state === "missing"), { path: ["value"] });
export type SpecValue = z.infer<typeof SpecValue>;

/** The typed specification of a line, displayed and judged by its pack edition. `byText`: goes out as words, no attribute is required. */
export const LineSpec = z.strictObject({
  pack: PackEdition,
  family: FamilyCode,
  values: z
    .array(SpecValue)
    .max(60)
    .refine((values) => new Set(values.map((held) => held.attribute)).size === values.length),
  note: z.string().max(4_000),
  byText: z.boolean(),
});
export type LineSpec = z.infer<typeof LineSpec>;

/** `stop`: cannot be published; `ask`: one tap answers; `note`: said, not asked. */
export type FindingLevel = "stop" | "ask" | "note";

/** Every finding of the rules and of the parser; each is a key of the text catalogues. */
export const specFindingCodes = [
  "spec.rating.not_in_standard",
  "spec.rating.system_mismatch",
  "spec.rating.iso_pn_ambiguous",
  "spec.rating.ansi_150",
  "spec.rating.system_unclear",
  "spec.size.outside_standard",
  "spec.size.series_unstated",
  "spec.size.no_row",
  "spec.size.dn_nps_disagree",
  "spec.drilling.must_be_stated",
  "spec.facing.pair_half",
  "spec.bore.missing",
  "spec.grade.unlisted",
  "spec.grade.near_only",
  "spec.standard.superseded",
  "spec.standard.type_mismatch",
  "spec.mass.disagrees",
  "spec.pack.not_divisible",
  "spec.abv.unusual",
  "spec.value.out_of_range",
  "spec.value.in_doubt",
  "spec.value.contradicts",
  "spec.value.assumed",
  "spec.unit.wrong_dimension",
  "spec.claim.needs_evidence",
  "spec.attribute.missing",
  "spec.table.unchecked",
  "spec.family.unclear",
  "spec.family.by_text",
  "spec.quantity.missing",
  "spec.quantity.assumed",
  "spec.quantity.in_doubt",
  "spec.lead.unclear",
  "spec.date.year_assumed",
  "spec.date.unclear",
  "spec.words.kept",
  "spec.column.unknown",
  "spec.line.too_long",
  "spec.paste.too_long",
] as const;
export type SpecFindingCode = (typeof specFindingCodes)[number];

/** A one-tap answer to an `ask`: taking it sets the attribute, as typed and sure. */
export type FindingOption = { readonly attribute: AttributeCode; readonly value: SpecContent };

/** Something to say or ask about a line. `params` feed the words of the code; values in them are codes, named by `nameOf`. */
export type Finding = {
  readonly code: SpecFindingCode;
  readonly level: FindingLevel;
  readonly attributes: readonly AttributeCode[];
  readonly params: Readonly<Record<string, string | number>>;
  readonly options: readonly FindingOption[];
};

/** Where in the pasted text; UTF-16 offsets, end exclusive. */
export type Span = { readonly start: number; readonly end: number };

/** A number that a person sees as understood, assumed (a bare last number) or in doubt. */
export type Stated<T> = { readonly value: T; readonly origin: ValueOrigin; readonly state: "sure" | "doubt"; readonly asWritten: string };

export type Delivery = { readonly incoterm: string; readonly place: string | null };

/** One line as the parser understood it. Words that nothing explains are in `spec.note`, never lost. */
export type ParsedLine = {
  readonly span: Span;
  readonly text: string;
  readonly spec: LineSpec;
  /** Null when no quantity was found; pieces when packs × pack size gave them. */
  readonly quantity: Quantity | null;
  readonly quantityOrigin: ValueOrigin | null;
  readonly quantityState: ValueState;
  /** 2000 cases of 6: `count` in `unit`, each of `size` pieces (null when not stated). */
  readonly packs: { readonly count: string; readonly unit: UnitCode; readonly size: string | null } | null;
  readonly leadDays: number | null;
  readonly wantedDate: LocalDate | null;
  readonly delivery: Delivery | null;
  /** Which words gave which field, in original offsets; everything else that is not blank is in the note. */
  readonly read: readonly { readonly span: Span; readonly field: string }[];
  readonly findings: readonly Finding[];
};

export type ParseHints = {
  /** The pack of the town or firm: breaks a tie between families, nothing else. */
  readonly pack?: PackCode | null;
  /** Lets a date without a year be read; without it such a date is asked. */
  readonly today?: LocalDate | null;
};

/** `frame`: heads and sum rows of a pasted table, and headings over several lines: understood, and not lines of their own. */
export type ParseAnswer = { readonly lines: readonly ParsedLine[]; readonly frame: readonly Span[]; readonly findings: readonly Finding[] };

export type RequirementOp = "is" | "within" | "covers" | "grade" | "standard" | "evidence" | "tolerance";

/** What a line asks of a maker. Requirements of one `group` are alternatives (OR); the rest are AND. */
export type Requirement = {
  readonly attribute: AttributeCode;
  readonly op: RequirementOp;
  readonly value: SpecContent;
  readonly unit: UnitCode | null;
  readonly hard: boolean;
  readonly weight: number;
  readonly group: string | null;
  /** A requirement in doubt is answered "unknown", never "violated". */
  readonly doubt: boolean;
  /** 可用等同牌号: equivalent grades count as the same. */
  readonly equivalents: boolean;
};

export const EvidenceState = z.enum(["held", "in_progress", "lapsed", "not_available"]);
/** A document that backs a statement: EN 10204 3.1, ISO 9001, a test report, the right to a place name. */
export const Evidence = z.strictObject({
  kind: z.string().trim().min(1).max(60),
  issuer: z.string().trim().max(120),
  number: z.string().trim().max(80),
  validTo: LocalDate.nullable(),
  state: EvidenceState,
});
export type Evidence = z.infer<typeof Evidence>;

/** What a firm can make of one attribute. `closed`: nothing else; otherwise "among others". */
export const CapabilityRange = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("set"), values: z.array(z.string().min(1).max(80)).max(300), closed: z.boolean() }),
  z.strictObject({ kind: z.literal("interval"), low: SignedDecimal.nullable(), high: SignedDecimal.nullable(), unit: UnitCode.nullable() }),
  z.strictObject({ kind: z.literal("any") }),
]);
export type CapabilityRange = z.infer<typeof CapabilityRange>;

/** What a firm can make of one family, stated once. `complete`: the firm ticked "this list is complete" (closed world). */
export const CapabilityStatement = z.strictObject({
  family: FamilyCode,
  pack: PackEdition,
  attributes: z.record(AttributeCode, CapabilityRange),
  evidence: z.array(Evidence).max(60),
  complete: z.boolean(),
});
export type CapabilityStatement = z.infer<typeof CapabilityStatement>;
