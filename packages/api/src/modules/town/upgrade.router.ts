import { UpgradeId, UpgradePlan } from "@jizhen/domain-town";
import * as z from "zod";
import { forMembers, forTown, router } from "../../trpc/procedures.ts";
import * as upgrade from "./upgrade.usecases.ts";
import { BoardFilter, getUpgradeBoard, listOwnUpgrades, readUpgrade } from "./upgrade.views.ts";

export const townUpgrade = router({
  mine: forMembers("town.upgrade.read").query(({ ctx }) => ctx.town.read((tx) => listOwnUpgrades(tx))),
  get: forMembers("town.upgrade.read")
    .input(z.strictObject({ projectId: UpgradeId }))
    .query(({ ctx, input }) => ctx.town.read((tx) => readUpgrade(tx, ctx.workspace, input.projectId))),
  propose: forMembers("town.upgrade.propose")
    .input(UpgradePlan)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => upgrade.proposeUpgrade(tx, input))),
  baseline: forMembers("town.upgrade.baseline")
    .input(upgrade.MeasureOn)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => upgrade.handInBaseline(tx, input))),
  start: forMembers("town.upgrade.start")
    .input(upgrade.OnUpgrade)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => upgrade.startUpgrade(tx, input))),
  reportStep: forMembers("town.upgrade.reportStep")
    .input(upgrade.StepOn)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => upgrade.reportStep(tx, input))),
  measure: forMembers("town.upgrade.measure")
    .input(upgrade.MeasureOn)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => upgrade.handInEffect(tx, input))),
  stop: forMembers("town.upgrade.stop")
    .input(upgrade.ReasonOn)
    .mutation(({ ctx, input }) =>
      ctx.town.write((tx) => upgrade.stopUpgrade(tx, ctx.workspace.permissions.has("town.upgrade.review"), input)),
    ),

  board: forTown("town.upgrade.review")
    .input(BoardFilter)
    .query(({ ctx, input }) => ctx.town.read((tx) => getUpgradeBoard(tx, input))),
  seeBaseline: forTown("town.upgrade.seeBaseline")
    .input(upgrade.OnUpgrade)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => upgrade.seeBaseline(tx, input))),
  approve: forTown("town.upgrade.approve")
    .input(upgrade.OnUpgrade)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => upgrade.approveUpgrade(tx, input))),
  verify: forTown("town.upgrade.verify")
    .input(upgrade.OnUpgrade)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => upgrade.verifyUpgrade(tx, input))),
  return: forTown("town.upgrade.return")
    .input(upgrade.ReasonOn)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => upgrade.returnUpgrade(tx, input))),
  close: forTown("town.upgrade.close")
    .input(upgrade.OnUpgrade)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => upgrade.closeUpgrade(tx, input))),
  reopen: forTown("town.upgrade.reopen")
    .input(upgrade.ReasonOn)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => upgrade.reopenUpgrade(tx, input))),
});
