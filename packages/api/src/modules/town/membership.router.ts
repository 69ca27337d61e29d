import { MembershipId } from "@jizhen/domain-town";
import * as z from "zod";
import { townFor } from "../../trpc/context.ts";
import { forMembers, forPersons, forTown, router } from "../../trpc/procedures.ts";
import { listMemberships, MembershipFilter } from "./membership.list.views.ts";
import * as membership from "./membership.usecases.ts";
import { listMine } from "./membership.views.ts";

export const townMembership = router({
  // Applicants are not members yet: these stand on the person's seat, and the use case on the seat's roles.
  mine: forPersons.query(({ ctx }) => ctx.openTown(ctx.workspace().actor).read((tx) => listMine(tx, ctx.workspace()))),
  applyAgain: forPersons
    .input(membership.ApplyInput)
    .mutation(({ ctx, input }) => ctx.openTown(ctx.workspace().actor).write((tx) => membership.applyAgain(tx, ctx.workspace(), input))),
  answer: forPersons
    .input(membership.AnswerInput)
    .mutation(({ ctx, input }) => ctx.openTown(ctx.workspace().actor).write((tx) => membership.answerTown(tx, ctx.workspace(), input))),
  withdraw: forPersons
    .input(membership.OnMembership)
    .mutation(({ ctx, input }) => ctx.openTown(ctx.workspace().actor).write((tx) => membership.withdraw(tx, ctx.workspace(), input))),
  joinAsVisitor: forMembers("town.membership.joinAsVisitor")
    .input(membership.VisitInput)
    .mutation(({ ctx, input }) => membership.joinAsVisitor((actor) => townFor(ctx.services, actor, null), ctx.actor, input.townId)),

  list: forTown("town.membership.read")
    .input(MembershipFilter)
    .query(({ ctx, input }) => ctx.town.read((tx) => listMemberships(tx, input))),
  get: forTown("town.membership.read")
    .input(z.strictObject({ membershipId: MembershipId }))
    .query(({ ctx, input }) => membership.openFile(ctx.town, ctx.workspace, input.membershipId)),
  takeUp: forTown("town.membership.takeUp")
    .input(membership.OnMembership)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => membership.takeUp(tx, input))),
  ask: forTown("town.membership.ask")
    .input(membership.AskInput)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => membership.askApplicant(tx, input))),
  admit: forTown("town.membership.admit")
    .input(membership.AdmitInput)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => membership.admit(tx, input))),
  refuse: forTown("town.membership.refuse")
    .input(membership.RefuseInput)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => membership.refuseApplication(tx, input))),
  suspend: forTown("town.membership.suspend")
    .input(membership.SuspendInput)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => membership.suspend(tx, input))),
  reinstate: forTown("town.membership.reinstate")
    .input(membership.OnMembership)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => membership.reinstate(tx, input))),
});
