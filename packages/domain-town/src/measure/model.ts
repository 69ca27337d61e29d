import { FileId, idOf, millisecondsIn, OrgId, PersonId, TownId } from "@jizhen/kernel";
import * as z from "zod";
import { InvitedEmail } from "../invitation/model.ts";
import { MembershipId, ReasonText } from "../membership/model.ts";

export const MeasureId = idOf("meas");
export type MeasureId = z.infer<typeof MeasureId>;

/** What an administration may do to a firm only with two persons. */
export const MeasureContent = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("end_membership"), membershipId: MembershipId }),
  /** A new owner where none can be reached: the letter is the firm's authorisation. */
  z.strictObject({ kind: z.literal("recover_owner"), membershipId: MembershipId, email: InvitedEmail, letter: FileId }),
]);
export type MeasureContent = z.infer<typeof MeasureContent>;
export type MeasureKind = MeasureContent["kind"];

const Base = z.strictObject({
  id: MeasureId,
  townId: TownId,
  organisationId: OrgId,
  content: MeasureContent,
  reasonText: ReasonText,
  proposedBy: PersonId,
  proposedAt: z.date(),
  version: z.int(),
});
const Decided = Base.extend({ decidedBy: PersonId, decidedAt: z.date() });

/** Proposed by one; done, or laid aside, by a decision. */
export const Measure = z.discriminatedUnion("state", [
  Base.extend({ state: z.literal("proposed") }),
  Decided.extend({ state: z.literal("confirmed") }),
  Decided.extend({ state: z.literal("declined") }),
]);
export type Measure = z.infer<typeof Measure>;
export type MeasureState = Measure["state"];
export type MeasureIn<S extends MeasureState> = Extract<Measure, { state: S }>;

/** A proposal that nobody confirmed in two weeks is made anew: what it was founded on may have changed. */
export const measureLife = 14 * millisecondsIn.day;
