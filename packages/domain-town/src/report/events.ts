import { eventOf, PersonId, TownId } from "@jizhen/kernel";
import * as z from "zod";
import { IndicatorKey } from "../indicator/model.ts";
import { Month, Quarter } from "../indicator/period.ts";
import { Decimal, FigureValue } from "../indicator/value.ts";
import { ReportId } from "./model.ts";

/** One computed figure as it travels: sums and how many stand behind them, never a firm. */
export const FiledFigure = z.strictObject({
  key: IndicatorKey,
  version: z.int(),
  period: z.union([Month, Quarter]),
  value: FigureValue,
  contributors: z.int(),
  largest: Decimal,
  largestTwo: Decimal,
  /** Sums over the firms that stand in this period and in the same one a year before; null where there is no year before. */
  likeNow: Decimal.nullable(),
  likeBefore: Decimal.nullable(),
  inputsHash: z.string(),
});
export type FiledFigure = z.infer<typeof FiledFigure>;

const about = { reportId: ReportId, townId: TownId, quarter: Quarter, revision: z.int(), submission: z.int() };

export const ReportSubmitted = eventOf("town.report.submitted.v1", about);
/** From the town to the province: everything the province will hold. */
export const ReportApproved = eventOf("town.report.approved.v1", {
  ...about,
  expected: z.int(),
  checked: z.int(),
  submittedBy: PersonId,
  submittedAt: z.iso.datetime(),
  approvedBy: PersonId,
  approvedAt: z.iso.datetime(),
  figures: z.array(FiledFigure),
});
/** From the province to the town: where its report stands now, whole, so that two tidings may come in either order. */
export const ReportDecided = eventOf("town.report.decided.v1", {
  ...about,
  state: z.enum(["open", "accepted", "locked", "published"]),
  reason: z.string().nullable(),
  lockedSubmission: z.int().nullable(),
  acceptedBy: PersonId.nullable(),
  acceptedAt: z.iso.datetime().nullable(),
  lockedAt: z.iso.datetime().nullable(),
  publishedAt: z.iso.datetime().nullable(),
});
export type ReportEvent = z.infer<typeof ReportSubmitted> | z.infer<typeof ReportApproved> | z.infer<typeof ReportDecided>;
