import { TownId } from "@jizhen/kernel";
import * as z from "zod";
import { forProvince, forTown, forVisitors, router } from "../../trpc/procedures.ts";
import { listDirectory, readSettings, surveyTowns } from "./town.survey.views.ts";
import * as town from "./town.usecases.ts";
import { listTowns } from "./town.views.ts";

export const townOfTown = router({
  list: forVisitors.query(({ ctx }) => listTowns(ctx.services)),
  directory: forVisitors.query(({ ctx }) => listDirectory(ctx.services)),
  get: forVisitors
    .input(z.strictObject({ townId: TownId }))
    .query(({ ctx, input }) => town.getTown(ctx.services, ctx.identity, input.townId)),

  survey: forProvince("town.town.survey").query(({ ctx }) => ctx.town.read((tx) => surveyTowns(tx))),
  prepare: forProvince("town.town.prepare")
    .input(town.PrepareInput)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => town.prepareTown(tx, input))),
  appoint: forProvince("town.town.appoint")
    .input(town.AppointInput)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => town.appoint(tx, input))),
  open: forProvince("town.town.open")
    .input(town.OnTown)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => town.openForBusiness(tx, input))),
  pause: forProvince("town.town.pause")
    .input(town.PauseInput)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => town.pauseTown(tx, input))),
  resume: forProvince("town.town.resume")
    .input(town.OnTown)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => town.resumeTown(tx, input))),
  close: forProvince("town.town.close")
    .input(town.CloseInput)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => town.closeTown(tx, input))),

  settings: forTown("town.town.read").query(({ ctx }) => ctx.town.read((tx) => readSettings(tx))),
  saveRules: forTown("town.town.saveRules")
    .input(town.RulesInput)
    .mutation(({ ctx, input }) => town.saveRules(ctx.town, input)),
});
