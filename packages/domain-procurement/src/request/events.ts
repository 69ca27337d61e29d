import { CurrencyCode, eventOf, Minor, OrgId, Quantity, TownId, UnitPrice } from "@jizhen/kernel";
import { FamilyCode } from "@jizhen/spec";
import * as z from "zod";
import { CancelReason, EndReason, Method, RequestId, Visibility } from "./model.ts";

/** Instants travel through JSON as text and come back as dates. */
const instant = z.coerce.date();
const about = {
  townId: TownId,
  requestId: RequestId,
  number: z.string(),
  title: z.string(),
  buyerId: OrgId,
  version: z.int(),
  at: instant,
};
const LineSummary = z.strictObject({ lineNo: z.int(), family: FamilyCode, text: z.string(), quantity: Quantity });

export const RequestPublished = eventOf("procurement.request.published.v1", {
  ...about,
  families: z.array(FamilyCode),
  lines: z.array(LineSummary),
  closesAt: instant,
  method: Method,
  visibility: Visibility,
});
export type RequestPublished = z.infer<typeof RequestPublished>;

/** Also told when only the close moved (`material: false`); the market copy and open screens follow. */
export const RequestAmended = eventOf("procurement.request.amended.v1", {
  ...about,
  reason: z.enum(["amended", "extended", "question_hold"]),
  material: z.boolean(),
  families: z.array(FamilyCode),
  closesAt: instant,
});
export type RequestAmended = z.infer<typeof RequestAmended>;

export const RequestFrozen = eventOf("procurement.request.frozen.v1", { ...about, root: z.string() });
export type RequestFrozen = z.infer<typeof RequestFrozen>;

export const RequestOpened = eventOf("procurement.request.opened.v1", {
  ...about,
  root: z.string(),
  opened: z.int(),
  voided: z.int(),
});
export type RequestOpened = z.infer<typeof RequestOpened>;

export const RequestAwarded = eventOf("procurement.request.awarded.v1", {
  ...about,
  awardId: z.string(),
  parts: z.array(
    z.strictObject({
      quoteId: z.string(),
      supplierId: OrgId,
      lineNo: z.int(),
      quantity: Quantity,
      unitPrice: UnitPrice,
      amount: Minor,
      currency: CurrencyCode,
    }),
  ),
});
export type RequestAwarded = z.infer<typeof RequestAwarded>;

export const RequestEnded = eventOf("procurement.request.unsuccessful.v1", { ...about, reason: EndReason });
export type RequestEnded = z.infer<typeof RequestEnded>;
export const RequestCancelled = eventOf("procurement.request.cancelled.v1", { ...about, reason: CancelReason });
export type RequestCancelled = z.infer<typeof RequestCancelled>;

export type RequestFact =
  | RequestPublished
  | RequestAmended
  | RequestFrozen
  | RequestOpened
  | RequestAwarded
  | RequestEnded
  | RequestCancelled;
