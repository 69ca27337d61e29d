import { eventOf, OrgId, TownId } from "@jizhen/kernel";
import * as z from "zod";
import { RequestId } from "../request/model.ts";
import { NegotiationId } from "./model.ts";

/** No price travels with either fact: whoever may know it reads the record. */
const about = {
  townId: TownId,
  negotiationId: NegotiationId,
  requestId: RequestId,
  buyerId: OrgId,
  supplierId: OrgId,
  at: z.coerce.date(),
};

export const NegotiationAsked = eventOf("procurement.negotiation.asked.v1", about);
export type NegotiationAsked = z.infer<typeof NegotiationAsked>;

export const NegotiationAnswered = eventOf("procurement.negotiation.answered.v1", { ...about, answer: z.enum(["requoted", "kept"]) });
export type NegotiationAnswered = z.infer<typeof NegotiationAnswered>;

export type NegotiationFact = NegotiationAsked | NegotiationAnswered;
