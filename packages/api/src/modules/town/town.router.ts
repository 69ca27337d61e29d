import { TownId } from "@jizhen/kernel";
import * as z from "zod";
import { forVisitors, router } from "../../trpc/procedures.ts";
import { getTown } from "./town.usecases.ts";
import { listTowns } from "./town.views.ts";

export const townOfTown = router({
  list: forVisitors.query(({ ctx }) => listTowns(ctx.services)),
  get: forVisitors.input(z.strictObject({ townId: TownId })).query(({ ctx, input }) => getTown(ctx.services, input.townId)),
});
