import { idOf, OrgId, PersonId, TownId } from "@jizhen/kernel";
import * as z from "zod";
import { Quarter } from "../indicator/period.ts";

export const ReportId = idOf("rprt");
export type ReportId = z.infer<typeof ReportId>;

export const MissingReason = z.enum(["not_answered", "closed", "refused", "newly_joined", "other"]);
export type MissingReason = z.infer<typeof MissingReason>;
/** A firm without a checked declaration, by name and with the reason; who is left out is part of the figure. */
export const MissingFirm = z.strictObject({ organisationId: OrgId, nameZh: z.string(), reason: MissingReason });
export type MissingFirm = z.infer<typeof MissingFirm>;

const Base = z.strictObject({
  id: ReportId,
  /** The space this row stands in: the town's own, or the province's copy. */
  townId: TownId,
  reportingTown: TownId,
  quarter: Quarter,
  /** Counts reopenings: the locked figures of each stay. */
  revision: z.int().min(1),
  /** Counts hand-ins over all revisions; figures are filed under it. */
  submission: z.int().min(0),
  /** The hand-in that was locked last; it stands while a later one is being worked at. */
  lockedSubmission: z.int().nullable(),
  expected: z.int().min(0),
  checked: z.int().min(0),
  missing: z.array(MissingFirm),
  /** Why it was returned or opened again; null in its first round. */
  reason: z.string().nullable(),
  version: z.int(),
});
const Submitted = Base.extend({ submittedBy: PersonId, submittedAt: z.date() });
const Approved = Submitted.extend({ approvedBy: PersonId, approvedAt: z.date() });
const Accepted = Approved.extend({ acceptedBy: PersonId, acceptedAt: z.date() });
const Locked = Accepted.extend({ lockedAt: z.date() });

export const Report = z.discriminatedUnion("state", [
  Base.extend({ state: z.literal("open") }),
  Submitted.extend({ state: z.literal("submitted") }),
  Approved.extend({ state: z.literal("approved") }),
  Accepted.extend({ state: z.literal("accepted") }),
  Locked.extend({ state: z.literal("locked") }),
  Locked.extend({ state: z.literal("published"), publishedAt: z.date() }),
]);
export type Report = z.infer<typeof Report>;
export type ReportState = Report["state"];
export type ReportIn<S extends ReportState> = Extract<Report, { state: S }>;
