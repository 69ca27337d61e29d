import { QuoteContent, RequestId } from "@jizhen/domain-procurement";
import { LocalDate } from "@jizhen/kernel";
import * as z from "zod";
import { forMembers, router } from "../../trpc/procedures.ts";
import { prolongQuote, reconfirmQuote, saveQuote, submitQuote, withdrawQuote } from "./quote.usecases.ts";
import { listQuotes, mineFor, QuoteFilter, receiptOf } from "./quote.views.ts";

const About = z.strictObject({ requestId: RequestId });

export const quoteRouter = router({
  mine: forMembers("procurement.quote.read")
    .input(About)
    .query(({ ctx, input }) => ctx.town.read((tx) => mineFor(tx, input.requestId, ctx.workspace.permissions))),
  list: forMembers("procurement.quote.read")
    .input(QuoteFilter)
    .query(({ ctx, input }) => ctx.town.read((tx) => listQuotes(tx, input))),
  receipt: forMembers("procurement.quote.read")
    .input(About)
    .query(({ ctx, input }) => ctx.town.read((tx) => receiptOf(tx, input.requestId))),
  save: forMembers("procurement.quote.save")
    .input(About.extend({ content: QuoteContent }))
    .mutation(({ ctx, input }) => ctx.town.write((tx) => saveQuote(tx, input))),
  submit: forMembers("procurement.quote.submit")
    .input(About.extend({ requestVersion: z.int().min(1), content: QuoteContent, confirm: z.boolean().default(false) }))
    .mutation(({ ctx, input }) => ctx.town.write((tx) => submitQuote(tx, input))),
  withdraw: forMembers("procurement.quote.withdraw")
    .input(About)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => withdrawQuote(tx, input))),
  reconfirm: forMembers("procurement.quote.reconfirm")
    .input(About.extend({ requestVersion: z.int().min(1) }))
    .mutation(({ ctx, input }) => ctx.town.write((tx) => reconfirmQuote(tx, input))),
  prolong: forMembers("procurement.quote.prolong")
    .input(About.extend({ until: LocalDate }))
    .mutation(({ ctx, input }) => ctx.town.write((tx) => prolongQuote(tx, input))),
});
