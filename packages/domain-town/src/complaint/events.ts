import { eventOf, TownId } from "@jizhen/kernel";
import type * as z from "zod";
import { ComplaintId } from "./model.ts";

/** Ids only: whose complaint it is stays behind its record. */
const about = { complaintId: ComplaintId, townId: TownId };

export const ComplaintFiled = eventOf("town.complaint.filed.v1", about);
export const ComplaintAccepted = eventOf("town.complaint.accepted.v1", about);
export const ComplaintDeclined = eventOf("town.complaint.declined.v1", about);
export const ComplaintHeard = eventOf("town.complaint.heard.v1", about);
export const ComplaintStated = eventOf("town.complaint.stated.v1", about);
export const ComplaintExtended = eventOf("town.complaint.extended.v1", about);
export const ComplaintAnswered = eventOf("town.complaint.answered.v1", about);
export const ComplaintReopened = eventOf("town.complaint.reopened.v1", about);
export const ComplaintClosed = eventOf("town.complaint.closed.v1", about);

export const complaintEvents = [
  ComplaintFiled,
  ComplaintAccepted,
  ComplaintDeclined,
  ComplaintHeard,
  ComplaintStated,
  ComplaintExtended,
  ComplaintAnswered,
  ComplaintReopened,
  ComplaintClosed,
] as const;
export type ComplaintEvent = z.infer<(typeof complaintEvents)[number]>;
