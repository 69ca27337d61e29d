import { forTown, router } from "../../trpc/procedures.ts";
import * as measure from "./measure.usecases.ts";
import { listMeasures, MeasureFilter } from "./measure.views.ts";

export const townMeasure = router({
  list: forTown("town.measure.read")
    .input(MeasureFilter)
    .query(({ ctx, input }) => ctx.town.read((tx) => listMeasures(tx, ctx.workspace, input))),
  confirm: forTown("town.measure.confirm")
    .input(measure.OnMeasure)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => measure.confirmMeasure(tx, input))),
  decline: forTown("town.measure.decline")
    .input(measure.OnMeasure)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => measure.declineMeasure(tx, input))),
});
