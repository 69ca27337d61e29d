import { FileId } from "@jizhen/kernel";
import * as z from "zod";
import { forTown, router } from "../../trpc/procedures.ts";
import * as imports from "./import.usecases.ts";
import { getImport, ImportRowFilter, listImportRows, listImports } from "./import.views.ts";

const On = z.strictObject({ importId: imports.ImportId });

export const townImport = router({
  list: forTown("town.roll.read").query(({ ctx }) => ctx.town.read(listImports)),
  get: forTown("town.roll.read")
    .input(On)
    .query(({ ctx, input }) => ctx.town.read((tx) => getImport(tx, input.importId))),
  rows: forTown("town.roll.read")
    .input(ImportRowFilter)
    .query(({ ctx, input }) => ctx.town.read((tx) => listImportRows(tx, input))),
  check: forTown("town.import.check")
    .input(z.strictObject({ fileId: FileId }))
    .mutation(({ ctx, input }) => imports.checkFile(ctx.services, ctx.town, input.fileId)),
  decide: forTown("town.import.decide")
    .input(imports.DecideInput)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => imports.decideRows(tx, input))),
  commit: forTown("town.import.commit")
    .input(On)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => imports.commitImport(tx, input.importId))),
});
