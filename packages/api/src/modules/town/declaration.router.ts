import { DeclarationId, Quarter } from "@jizhen/domain-town";
import * as z from "zod";
import { forMembers, forTown, router } from "../../trpc/procedures.ts";
import * as declaration from "./declaration.usecases.ts";
import { declarationById, listOwn, ownDeclaration } from "./report.views.ts";

export const townDeclaration = router({
  mine: forMembers("town.declaration.read").query(({ ctx }) => ctx.town.read((tx) => listOwn(tx))),
  own: forMembers("town.declaration.read")
    .input(z.strictObject({ quarter: Quarter.nullable() }))
    .query(({ ctx, input }) => ctx.town.read((tx) => ownDeclaration(tx, ctx.workspace, input.quarter))),
  save: forMembers("town.declaration.save")
    .input(declaration.SaveDeclaration)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => declaration.saveDeclaration(tx, input))),
  submit: forMembers("town.declaration.submit")
    .input(declaration.SaveDeclaration)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => declaration.submitDeclaration(tx, input))),
  get: forTown("town.declaration.read")
    .input(z.strictObject({ declarationId: DeclarationId }))
    .query(({ ctx, input }) => ctx.town.read((tx) => declarationById(tx, ctx.workspace, input.declarationId))),
  check: forTown("town.declaration.check")
    .input(declaration.OnDeclaration)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => declaration.checkDeclaration(tx, input))),
  return: forTown("town.declaration.return")
    .input(declaration.ReturnDeclaration)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => declaration.returnDeclaration(tx, input))),
});
