import { FileId, idOf, LocalDate, OrgId, PersonId, TownId } from "@jizhen/kernel";
import * as z from "zod";

export const ComplaintId = idOf("cmpl");
export type ComplaintId = z.infer<typeof ComplaintId>;

export const ComplaintMatter = z.enum(["quality", "delivery", "payment", "conduct", "service", "other"]);
export type ComplaintMatter = z.infer<typeof ComplaintMatter>;
export const ComplaintOutcome = z.enum(["upheld", "partly", "unfounded"]);
export type ComplaintOutcome = z.infer<typeof ComplaintOutcome>;

/** What a party writes of its complaint; form, input and domain share it. */
export const ComplaintText = z.strictObject({
  matter: ComplaintMatter,
  title: z.string().trim().min(4).max(80),
  text: z.string().trim().min(10).max(4_000),
  /** Without this consent the other side learns neither the name nor the files. */
  nameShown: z.boolean(),
  files: z.array(FileId).max(10),
});
export type ComplaintText = z.infer<typeof ComplaintText>;

/** A member, or the administration itself: of that the province decides. */
export const ComplaintAbout = z.discriminatedUnion("about", [
  z.strictObject({ about: z.literal("member"), organisationId: OrgId }),
  z.strictObject({ about: z.literal("administration") }),
]);
export type ComplaintAbout = z.infer<typeof ComplaintAbout>;

export const PartyText = z.string().trim().min(4).max(4_000);

const Answer = z.strictObject({ outcome: ComplaintOutcome, text: z.string(), by: PersonId, at: z.date() });
export type ComplaintAnswer = z.infer<typeof Answer>;

const Base = ComplaintText.extend({
  id: ComplaintId,
  /** The space that decides: the town, or the province for a complaint about the administration. */
  townId: TownId,
  /** Where the parties are members. */
  originTown: TownId,
  number: z.string(),
  about: z.enum(["member", "administration"]),
  complainantId: OrgId,
  respondentId: OrgId,
  filedBy: PersonId,
  filedAt: z.date(),
  acceptBy: LocalDate,
  /** The answer that did not end it, and why: a complaint is opened again once, and by another person. */
  earlier: z.strictObject({ answer: Answer, reason: z.string(), at: z.date() }).nullable(),
  version: z.int(),
});
const Taken = Base.extend({
  acceptedBy: PersonId,
  acceptedAt: z.date(),
  answerBy: LocalDate,
  extension: z.strictObject({ reason: z.string(), by: PersonId, at: z.date(), before: LocalDate }).nullable(),
});
const Hearing = z.strictObject({
  question: z.string(),
  by: PersonId,
  at: z.date(),
  stateBy: LocalDate,
  statement: z.strictObject({ text: z.string(), by: PersonId, at: z.date() }).nullable(),
});
const Heard = Taken.extend({ hearing: Hearing });
const Answered = Heard.extend({ answer: Answer, reopenBy: LocalDate });

/** One shape per state: only what was heard can be answered, only what was answered can be opened again. */
export const Complaint = z.discriminatedUnion("state", [
  Base.extend({ state: z.literal("filed") }),
  Base.extend({ state: z.literal("declined"), declinedBy: PersonId, declinedAt: z.date(), reason: z.string() }),
  Taken.extend({ state: z.literal("accepted") }),
  Heard.extend({ state: z.literal("hearing") }),
  Answered.extend({ state: z.literal("answered") }),
  Base.extend({ state: z.literal("reopened") }),
  Answered.extend({ state: z.literal("closed"), closedAt: z.date(), closedHow: z.enum(["satisfied", "lapsed"]) }),
]);
export type Complaint = z.infer<typeof Complaint>;
export type ComplaintState = Complaint["state"];
export type ComplaintIn<S extends ComplaintState> = Extract<Complaint, { state: S }>;
