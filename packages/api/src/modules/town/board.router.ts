import { Quarter, Year } from "@jizhen/domain-town";
import * as z from "zod";
import { forProvince, router } from "../../trpc/procedures.ts";
import { getBoard } from "./board.views.ts";
import { listPublications, PublishInput, publishQuarter } from "./publication.usecases.ts";

export const townBoard = router({
  get: forProvince("town.board.compare")
    .input(z.strictObject({ period: z.union([Quarter, Year]).nullable() }))
    .query(({ ctx, input }) => ctx.town.read((tx) => getBoard(tx, input.period))),
});

export const townPublication = router({
  list: forProvince("town.board.compare").query(({ ctx }) => ctx.town.read((tx) => listPublications(tx))),
  publish: forProvince("town.publication.publish")
    .input(PublishInput)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => publishQuarter(tx, input))),
});
