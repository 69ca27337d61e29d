import { FileId, idOf, LocalDate, OrgId, PersonId, Quantity, TownId } from "@jizhen/kernel";
import { AttributeCode, CapabilityRange, type CapabilityStatement, Evidence, FamilyCode, PackEdition } from "@jizhen/spec";
import * as z from "zod";

export const CapabilityId = idOf("capa");
export type CapabilityId = z.infer<typeof CapabilityId>;

/** A document behind a statement: what it proves, and the file when one was given. */
export const CapabilityDocument = Evidence.extend({ proves: z.array(AttributeCode).max(40), fileId: FileId.nullable() });
export type CapabilityDocument = z.infer<typeof CapabilityDocument>;

/** What a firm can make of one family 能力, as it states it. Form, input and domain share this schema. */
export const CapabilityContent = z.strictObject({
  family: FamilyCode,
  pack: PackEdition,
  attributes: z.record(AttributeCode, CapabilityRange).refine((held) => Object.keys(held).length <= 60),
  /** The firm ticked "these lists are complete": what is not on them it does not make. */
  complete: z.boolean(),
  documents: z.array(CapabilityDocument).max(60),
  /** Typical lead time in days; null: not declared. */
  leadDays: z.int().min(0).max(730).nullable(),
  /** Free capacity for one order, in any unit that converts to the line's; null: not declared. */
  free: Quantity.nullable(),
  /** GB/T 2260 code of the works; null: abroad or not stated. */
  works: z
    .string()
    .regex(/^\d{6}$/)
    .nullable(),
  /** The firm stands by this statement until then; null: until it is changed. */
  validTo: LocalDate.nullable(),
  note: z.string().trim().max(1_000),
});
export type CapabilityContent = z.infer<typeof CapabilityContent>;

/** What the town vouches for: the statements it checked, and which documents are an accredited third party's. */
export const Verification = z.strictObject({
  attributes: z.array(AttributeCode).min(1).max(60),
  accredited: z.array(z.int().min(0).max(59)).max(60),
  note: z.string().trim().max(500),
  personId: PersonId,
  at: z.coerce.date(),
});
export type Verification = z.infer<typeof Verification>;

const Base = z.object({
  id: CapabilityId,
  townId: TownId,
  organisationId: OrgId,
  /** Counts the statements; every change is a new revision and the older ones stay. */
  revision: z.int().min(1),
  content: CapabilityContent,
  updatedAt: z.date(),
  version: z.int().min(0),
});

/** One shape per status; `expired` is not a status but a question of date (`isInForce`). */
export const Capability = z.discriminatedUnion("status", [
  Base.extend({ status: z.literal("draft") }),
  Base.extend({ status: z.literal("declared") }),
  Base.extend({ status: z.literal("verified"), verification: Verification }),
  Base.extend({ status: z.literal("withdrawn") }),
]);
export type Capability = z.infer<typeof Capability>;
export type CapabilityStatus = Capability["status"];
export type CapabilityIn<S extends CapabilityStatus> = Extract<Capability, { status: S }>;
export const capabilityStatuses = ["draft", "declared", "verified", "withdrawn"] as const satisfies readonly CapabilityStatus[];

/** The part of the content that requirements are matched against. */
export const statementOf = (content: CapabilityContent): CapabilityStatement => ({
  family: content.family,
  pack: content.pack,
  attributes: content.attributes,
  complete: content.complete,
  evidence: content.documents.map(({ kind, issuer, number, validTo, state }) => ({ kind, issuer, number, validTo, state })),
});

/** Declared or verified, and its own date not past. */
export const isInForce = (capability: Capability, on: LocalDate): boolean =>
  (capability.status === "declared" || capability.status === "verified") &&
  (capability.content.validTo === null || capability.content.validTo >= on);
