import { forMembers, forTown, router } from "../../trpc/procedures.ts";
import * as measure from "./measure.usecases.ts";
import * as seat from "./seat.usecases.ts";
import { listSeats } from "./seat.views.ts";

export const townSeat = router({
  list: forMembers("town.seat.read").query(({ ctx }) => ctx.town.read((tx) => listSeats(tx, ctx.workspace))),
  changeRoles: forMembers("town.seat.changeRoles")
    .input(seat.ChangeRolesInput)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => seat.changeRoles(tx, input))),
  handOver: forMembers("town.seat.handOver")
    .input(seat.HandOverInput)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => seat.handOver(tx, input))),
  recoverOwner: forTown("town.seat.recoverOwner")
    .input(measure.RecoverInput)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => measure.proposeRecovery(tx, input))),
  end: forMembers("town.seat.end")
    .input(seat.EndSeatInput)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => seat.endSeat(tx, input))),
});
