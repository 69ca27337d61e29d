import { CapabilityContent, CapabilityId } from "@jizhen/domain-procurement";
import { AttributeCode } from "@jizhen/spec";
import * as z from "zod";
import { forMembers, forTown, router } from "../../trpc/procedures.ts";
import { declareCapability, saveCapability, verifyCapability, withdrawCapability } from "./capability.usecases.ts";
import { getCapability, listCapabilities, ReviewFilter, reviewCapabilities } from "./capability.views.ts";

const Seen = z.strictObject({ id: CapabilityId, version: z.int().min(0) });

export const capabilityRouter = router({
  list: forMembers("procurement.capability.read").query(({ ctx }) =>
    ctx.town.read((tx) => listCapabilities(tx, ctx.workspace.permissions)),
  ),
  get: forMembers("procurement.capability.read")
    .input(z.strictObject({ id: CapabilityId }))
    .query(({ ctx, input }) => ctx.town.read((tx) => getCapability(tx, input.id, ctx.workspace.permissions))),
  save: forMembers("procurement.capability.save")
    .input(z.strictObject({ seen: Seen.nullable(), content: CapabilityContent }))
    .mutation(({ ctx, input }) => ctx.town.write((tx) => saveCapability(tx, input))),
  declare: forMembers("procurement.capability.declare")
    .input(Seen)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => declareCapability(tx, input))),
  withdraw: forMembers("procurement.capability.withdraw")
    .input(Seen)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => withdrawCapability(tx, input))),
  review: forTown("procurement.capability.review")
    .input(ReviewFilter)
    .query(({ ctx, input }) => ctx.town.read((tx) => reviewCapabilities(tx, input, ctx.workspace.permissions))),
  verify: forTown("procurement.capability.verify")
    .input(
      Seen.extend({
        attributes: z.array(AttributeCode).min(1).max(60),
        accredited: z.array(z.int().min(0).max(59)).max(60),
        note: z.string().trim().max(500),
      }),
    )
    .mutation(({ ctx, input }) => ctx.town.write((tx) => verifyCapability(tx, input))),
});
