import { forMembers, forPersons, forVisitors, router } from "../../trpc/procedures.ts";
import * as invitation from "./invitation.usecases.ts";
import { listInvitations } from "./invitation.views.ts";

export const townInvitation = router({
  list: forMembers("town.invitation.read").query(({ ctx }) => ctx.town.read((tx) => listInvitations(tx))),
  send: forMembers("town.invitation.send")
    .input(invitation.SendInput)
    .mutation(({ ctx, input }) => invitation.invite(ctx.town, ctx, input)),
  revoke: forMembers("town.invitation.revoke")
    .input(invitation.RevokeInput)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => invitation.revokeInvitation(tx, input))),
  look: forVisitors.input(invitation.TokenInput).query(({ ctx, input }) => invitation.look(ctx.services, input.token)),
  accept: forPersons
    .input(invitation.TokenInput)
    .mutation(({ ctx, input }) => invitation.acceptInvitation(ctx.services, ctx.openTown, ctx.person, input)),
});
