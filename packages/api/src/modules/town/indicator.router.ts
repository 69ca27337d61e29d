import { forMembers, forProvince, forTown, router } from "../../trpc/procedures.ts";
import { FigureInput, getCockpit, openFigure } from "./cockpit.views.ts";
import { allDefinitions } from "./indicator.store.ts";
import { DefineInput, define } from "./indicator.usecases.ts";

export const townIndicator = router({
  // What indicators mean is published: towns and the province read the same words.
  definitions: forMembers("town.indicator.read").query(({ ctx }) => ctx.town.read((tx) => allDefinitions(tx))),
  define: forProvince("town.indicator.define")
    .input(DefineInput)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => define(tx, input))),
  cockpit: forTown("town.indicator.read").query(({ ctx }) => ctx.town.read((tx) => getCockpit(tx))),
  open: forTown("town.indicator.read")
    .input(FigureInput)
    .query(({ ctx, input }) => ctx.town.read((tx) => openFigure(tx, input))),
});
