import { RollEntryId } from "@jizhen/domain-town";
import * as z from "zod";
import { forTown, router } from "../../trpc/procedures.ts";
import * as roll from "./roll.usecases.ts";
import { getRollEntry, listRoll, RollFilter } from "./roll.views.ts";

export const townRoll = router({
  list: forTown("town.roll.read")
    .input(RollFilter)
    .query(({ ctx, input }) => ctx.town.read((tx) => listRoll(tx, input))),
  get: forTown("town.roll.read")
    .input(z.strictObject({ rollEntryId: RollEntryId }))
    .query(({ ctx, input }) => ctx.town.read((tx) => getRollEntry(tx, input.rollEntryId))),
  add: forTown("town.roll.edit")
    .input(roll.AddInput)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => roll.addEntry(tx, input))),
  edit: forTown("town.roll.edit")
    .input(roll.EditInput)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => roll.editEntry(tx, input))),
});
