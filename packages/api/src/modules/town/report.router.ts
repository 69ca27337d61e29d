import { Quarter, ReportId } from "@jizhen/domain-town";
import * as z from "zod";
import { forMembers, forProvince, forTown, router } from "../../trpc/procedures.ts";
import * as report from "./report.usecases.ts";
import { getDesk, getReportFigures, listReports } from "./report.views.ts";

export const townReport = router({
  // Both spaces read what stands in them: a town its own, the province the copies it holds.
  list: forMembers("town.report.read")
    .input(z.strictObject({ quarter: Quarter.nullable() }))
    .query(({ ctx, input }) => ctx.town.read((tx) => listReports(tx, ctx.workspace, input.quarter))),
  figures: forMembers("town.report.read")
    .input(z.strictObject({ reportId: ReportId }))
    .query(({ ctx, input }) => ctx.town.read((tx) => getReportFigures(tx, input.reportId))),
  desk: forTown("town.report.read")
    .input(z.strictObject({ quarter: Quarter.nullable() }))
    .query(({ ctx, input }) => ctx.town.read((tx) => getDesk(tx, ctx.workspace, input.quarter))),
  submit: forTown("town.report.submit")
    .input(report.SubmitReport)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => report.submitReport(tx, input))),
  approve: forTown("town.report.approve")
    .input(report.OnReport)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => report.approveReport(tx, input))),
  return: forTown("town.report.return")
    .input(report.WithReason)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => report.returnReport(tx, input))),
  accept: forProvince("town.report.accept")
    .input(report.OnReport)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => report.acceptReport(tx, input))),
  lock: forProvince("town.report.lock")
    .input(report.OnReport)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => report.lockReport(tx, input))),
  sendBack: forProvince("town.report.sendBack")
    .input(report.WithReason)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => report.sendBackReport(tx, input))),
  reopen: forProvince("town.report.reopen")
    .input(report.WithReason)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => report.reopenReport(tx, input))),
});
