import { FileId, idOf, LocalDate, OrgId, PersonId, TownId } from "@jizhen/kernel";
import * as z from "zod";

export const DocumentId = idOf("docu");
export type DocumentId = z.infer<typeof DocumentId>;

/** What the state calls a firm, by evidence and for a time: small and micro, above designated size, specialised, little giant. */
export const Grade = z.enum(["small_micro", "above_scale", "specialised", "little_giant"]);
export type Grade = z.infer<typeof Grade>;

/** Papers that a town may require. */
export const PaperType = z.enum([
  "licence",
  "production_licence",
  "special_equipment",
  "quality_system",
  "environment_permit",
  "safety_permit",
  "other",
]);
export type PaperType = z.infer<typeof PaperType>;

export const DocumentType = z.enum([...PaperType.options, ...Grade.options]);
export type DocumentType = z.infer<typeof DocumentType>;

export const isGrade = (type: DocumentType): type is Grade => Grade.safeParse(type).success;

/** What a firm hands in; form, input and domain share it. */
export const DocumentEntry = z.strictObject({
  type: DocumentType,
  /** Null where the paper carries none. */
  number: z.string().trim().min(2).max(80).nullable(),
  /** The last day on which it counts; null is without end. */
  validUntil: LocalDate.nullable(),
  file: FileId,
});
export type DocumentEntry = z.infer<typeof DocumentEntry>;

const Base = DocumentEntry.extend({
  id: DocumentId,
  townId: TownId,
  organisationId: OrgId,
  uploadedBy: PersonId,
  uploadedAt: z.date(),
  version: z.int(),
});
const Decided = Base.extend({ decidedBy: PersonId, decidedAt: z.date() });

/** One shape per state: only a refusal has a reason, only what was replaced names its successor. */
export const MemberDocument = z.discriminatedUnion("state", [
  Base.extend({ state: z.literal("uploaded") }),
  Base.extend({ state: z.literal("withdrawn") }),
  Decided.extend({ state: z.literal("accepted") }),
  Decided.extend({ state: z.literal("refused"), reasonText: z.string() }),
  Decided.extend({ state: z.literal("expired"), expiredAt: z.date() }),
  Decided.extend({ state: z.literal("replaced"), replacedBy: DocumentId }),
]);
export type MemberDocument = z.infer<typeof MemberDocument>;
export type DocumentState = MemberDocument["state"];
export type DocumentIn<S extends DocumentState> = Extract<MemberDocument, { state: S }>;

/** Days before the last day on which the firm is told. */
export const reminderDays = [60, 30, 7] as const;
