import { ComplaintId } from "@jizhen/domain-town";
import * as z from "zod";
import { forMembers, router } from "../../trpc/procedures.ts";
import * as complaint from "./complaint.usecases.ts";
import { DeskFilter, findParties, listDesk, listOurs, PartySearch, readComplaint } from "./complaint.views.ts";

export const townComplaint = router({
  ours: forMembers("town.complaint.read").query(({ ctx }) => ctx.town.read((tx) => listOurs(tx, ctx.workspace))),
  get: forMembers("town.complaint.read")
    .input(z.strictObject({ complaintId: ComplaintId }))
    .query(({ ctx, input }) => ctx.town.read((tx) => readComplaint(tx, ctx.workspace, input.complaintId))),
  parties: forMembers("town.complaint.file")
    .input(PartySearch)
    .query(({ ctx, input }) => ctx.town.read((tx) => findParties(tx, input))),
  file: forMembers("town.complaint.file")
    .input(complaint.FileInput)
    .mutation(({ ctx, input }) => complaint.fileComplaint(ctx, input)),
  state: forMembers("town.complaint.state")
    .input(complaint.WithText)
    .mutation(({ ctx, input }) => complaint.stateOwnSide(ctx, input)),
  close: forMembers("town.complaint.close")
    .input(complaint.OnComplaint)
    .mutation(({ ctx, input }) => complaint.closeComplaint(ctx, input)),
  reopen: forMembers("town.complaint.reopen")
    .input(complaint.WithReason)
    .mutation(({ ctx, input }) => complaint.reopenComplaint(ctx, input)),

  // The desk stands in two spaces: a town's about its members, the province's about administrations. Roles count where they govern.
  desk: forMembers("town.complaint.review")
    .input(DeskFilter)
    .query(({ ctx, input }) => ctx.town.read((tx) => listDesk(tx, ctx.workspace, input))),
  accept: forMembers("town.complaint.accept")
    .input(complaint.OnComplaint)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => complaint.acceptComplaint(tx, input))),
  decline: forMembers("town.complaint.decline")
    .input(complaint.WithReason)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => complaint.declineComplaint(tx, input))),
  hear: forMembers("town.complaint.hear")
    .input(complaint.WithText)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => complaint.hearComplaint(tx, input))),
  extend: forMembers("town.complaint.extend")
    .input(complaint.WithReason)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => complaint.extendComplaint(tx, input))),
  answer: forMembers("town.complaint.answer")
    .input(complaint.AnswerInput)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => complaint.answerComplaint(tx, input))),
});
