import { AwardChoice, AwardId, ObjectionId, RequestId } from "@jizhen/domain-procurement";
import * as z from "zod";
import { forMembers, router } from "../../trpc/procedures.ts";
import { awardRequest, objectToAward, replaceParts, settleObjection } from "./award.usecases.ts";
import { getAwards, getComparison } from "./award.views.ts";

const About = z.strictObject({ requestId: RequestId });
const Round = z.strictObject({ awardId: AwardId });
const words = z.string().trim().min(1).max(1_000);

export const awardRouter = router({
  evaluate: forMembers("procurement.award.evaluate")
    .input(About)
    .query(({ ctx, input }) => ctx.town.read((tx) => getComparison(tx, input.requestId))),
  get: forMembers("procurement.award.read")
    .input(About)
    .query(({ ctx, input }) => ctx.town.read((tx) => getAwards(tx, input.requestId, ctx.workspace.permissions))),
  award: forMembers("procurement.award.award")
    .input(AwardChoice)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => awardRequest(tx, input))),
  replace: forMembers("procurement.award.replace")
    .input(Round.extend({ reason: words.nullable() }))
    .mutation(({ ctx, input }) => ctx.town.write((tx) => replaceParts(tx, input))),
  object: forMembers("procurement.award.object")
    .input(Round.extend({ lineNo: z.int().min(1).max(200), text: words.min(2) }))
    .mutation(({ ctx, input }) => ctx.town.write((tx) => objectToAward(tx, input))),
  settle: forMembers("procurement.award.settle")
    .input(Round.extend({ objectionId: ObjectionId, outcome: z.enum(["upheld", "dismissed"]), answer: words }))
    .mutation(({ ctx, input }) => ctx.town.write((tx) => settleObjection(tx, input))),
});
