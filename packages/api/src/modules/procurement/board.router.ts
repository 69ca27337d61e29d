import { forMembers } from "../../trpc/procedures.ts";
import { BoardFilter, viewBoard } from "./board.views.ts";

/** What my firm could quote for; part of `procurement.request`. */
export const board = forMembers("procurement.request.read")
  .input(BoardFilter)
  .query(({ ctx, input }) => ctx.town.read((tx) => viewBoard(tx, input)));
