import { CancelReason, EndReason, QuestionId, QuoteId, ReasonText, RequestId, RequestTerms } from "@jizhen/domain-procurement";
import { OrgId } from "@jizhen/kernel";
import * as z from "zod";
import { forMembers } from "../../trpc/procedures.ts";
import { judgeQuote } from "./award.usecases.ts";
import { freezeEarly, openRequest } from "./opening.usecases.ts";
import { answerQuestion, askQuestion } from "./question.usecases.ts";
import * as act from "./request.usecases.ts";
import { getRequest, listRequests, RequestFilter, shareRequest } from "./request.views.ts";

const About = z.strictObject({ requestId: RequestId });
const Seen = z.strictObject({ requestId: RequestId, version: z.int().min(0) });
const suppliers = z.array(OrgId).max(200);

/** The procedures of a request; `router.ts` puts them beside the suppliers' board. */
export const requestProcedures = {
  get: forMembers("procurement.request.read")
    .input(z.strictObject({ id: RequestId }))
    .query(({ ctx, input }) => ctx.town.read((tx) => getRequest(tx, input.id, ctx.workspace.permissions))),
  list: forMembers("procurement.request.read")
    .input(RequestFilter)
    .query(({ ctx, input }) => ctx.town.read((tx) => listRequests(tx, input, ctx.workspace.permissions))),
  share: forMembers("procurement.request.read")
    .input(z.strictObject({ id: RequestId }))
    .query(({ ctx, input }) => ctx.town.read((tx) => shareRequest(tx, input.id))),
  save: forMembers("procurement.request.save")
    .input(z.strictObject({ seen: Seen.nullable(), terms: RequestTerms }))
    .mutation(({ ctx, input }) => ctx.town.write((tx) => act.saveRequest(tx, input))),
  clone: forMembers("procurement.request.save")
    .input(About)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => act.cloneRequest(tx, input))),
  publish: forMembers("procurement.request.publish")
    .input(Seen.extend({ closesAt: z.date(), invite: suppliers.default([]) }))
    .mutation(({ ctx, input }) => ctx.town.write((tx) => act.publishRequest(tx, input))),
  amend: forMembers("procurement.request.amend")
    .input(Seen.extend({ terms: RequestTerms, closesAt: z.date() }))
    .mutation(({ ctx, input }) => ctx.town.write((tx) => act.amendRequest(tx, input))),
  extend: forMembers("procurement.request.extend")
    .input(Seen.extend({ closesAt: z.date() }))
    .mutation(({ ctx, input }) => ctx.town.write((tx) => act.extendRequest(tx, input))),
  invite: forMembers("procurement.request.invite")
    .input(About.extend({ suppliers: suppliers.min(1) }))
    .mutation(({ ctx, input }) => ctx.town.write((tx) => act.inviteRequest(tx, input))),
  ask: forMembers("procurement.request.ask")
    .input(About.extend({ text: z.string().trim().min(2).max(1_000) }))
    .mutation(({ ctx, input }) => ctx.town.write((tx) => askQuestion(tx, input))),
  answer: forMembers("procurement.request.answer")
    .input(About.extend({ questionId: QuestionId, text: z.string().trim().min(1).max(2_000) }))
    .mutation(({ ctx, input }) => ctx.town.write((tx) => answerQuestion(tx, input))),
  freeze: forMembers("procurement.request.freeze")
    .input(Seen)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => freezeEarly(tx, input))),
  open: forMembers("procurement.request.open")
    .input(About)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => openRequest(tx, input))),
  admit: forMembers("procurement.request.admit")
    .input(About.extend({ quoteId: QuoteId, quality: z.int().min(0).max(100).nullable() }))
    .mutation(({ ctx, input: { requestId, quoteId, quality } }) =>
      ctx.town.write((tx) => judgeQuote(tx, { requestId, quoteId, found: { finding: "admitted", quality } })),
    ),
  reject: forMembers("procurement.request.reject")
    .input(
      About.extend({
        quoteId: QuoteId,
        requirement: z.string().trim().min(1).max(200),
        lineNo: z.int().min(1).max(200).nullable(),
        text: z.string().trim().max(500),
      }),
    )
    .mutation(({ ctx, input: { requestId, quoteId, ...found } }) =>
      ctx.town.write((tx) => judgeQuote(tx, { requestId, quoteId, found: { finding: "rejected", ...found } })),
    ),
  end: forMembers("procurement.request.end")
    .input(Seen.extend({ reasonCode: EndReason, reasonText: ReasonText }))
    .mutation(({ ctx, input }) => ctx.town.write((tx) => act.endRequest(tx, input))),
  cancel: forMembers("procurement.request.cancel")
    .input(Seen.extend({ reasonCode: CancelReason, reasonText: ReasonText }))
    .mutation(({ ctx, input }) => ctx.town.write((tx) => act.cancelRequest(tx, input))),
};
