import { forMembers, forTown, router } from "../../trpc/procedures.ts";
import * as document from "./document.usecases.ts";
import { DocumentFilter, listDocuments, listOwnDocuments } from "./document.views.ts";

export const townDocument = router({
  own: forMembers("town.document.read").query(({ ctx }) => ctx.town.read((tx) => listOwnDocuments(tx, ctx.workspace))),
  upload: forMembers("town.document.upload")
    .input(document.UploadInput)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => document.uploadDocument(tx, input))),
  withdraw: forMembers("town.document.withdraw")
    .input(document.OnDocument)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => document.withdrawDocument(tx, input))),
  list: forTown("town.document.accept")
    .input(DocumentFilter)
    .query(({ ctx, input }) => ctx.town.read((tx) => listDocuments(tx, ctx.workspace, input))),
  get: forTown("town.document.accept")
    .input(document.OneDocument)
    .query(({ ctx, input }) => document.openDocument(ctx.town, ctx.workspace, input.documentId)),
  accept: forTown("town.document.accept")
    .input(document.AcceptInput)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => document.acceptDocument(tx, input))),
  refuse: forTown("town.document.refuse")
    .input(document.RefuseInput)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => document.refuseDocument(tx, input))),
});
