import { RequestId } from "@jizhen/domain-procurement";
import * as z from "zod";
import { forMembers, router } from "../../trpc/procedures.ts";
import { firmsToInvite } from "./match.others.ts";
import { Draft, explainToMe, invitedTo, previewMatch } from "./match.views.ts";

const About = z.strictObject({ requestId: RequestId });

export const matchRouter = router({
  preview: forMembers("procurement.match.preview")
    .input(Draft)
    .query(({ ctx, input }) => ctx.town.read((tx) => previewMatch(tx, input))),
  invited: forMembers("procurement.match.preview")
    .input(About)
    .query(({ ctx, input }) => ctx.town.read((tx) => invitedTo(tx, input.requestId))),
  others: forMembers("procurement.request.invite")
    .input(About.extend({ text: z.string().trim().max(60).default("") }))
    .query(({ ctx, input }) => ctx.town.read((tx) => firmsToInvite(tx, input))),
  explain: forMembers("procurement.match.explain")
    .input(About)
    .query(({ ctx, input }) => ctx.town.read((tx) => explainToMe(tx, input.requestId))),
});
