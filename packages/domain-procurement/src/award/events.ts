import { eventOf, OrgId, Quantity, TownId } from "@jizhen/kernel";
import * as z from "zod";
import { QuoteId } from "../quote/model.ts";
import { RequestId } from "../request/model.ts";
import { AwardedTerms, AwardId } from "./model.ts";

export const FinalPart = z.strictObject({ lineNo: z.int(), quoteId: QuoteId, supplierId: OrgId, quantity: Quantity, terms: AwardedTerms });
export type FinalPart = z.infer<typeof FinalPart>;

/** The award stands: trade issues one order for each supplier of this round. Told once a round. */
export const AwardFinal = eventOf("procurement.award.final.v1", {
  townId: TownId,
  awardId: AwardId,
  round: z.int(),
  requestId: RequestId,
  requestNumber: z.string(),
  title: z.string(),
  buyerId: OrgId,
  parts: z.array(FinalPart),
  at: z.coerce.date(),
});
export type AwardFinal = z.infer<typeof AwardFinal>;
