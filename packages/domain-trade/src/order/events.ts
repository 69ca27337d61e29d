import { CurrencyCode, Decimal, eventOf, LocalDate, Minor, OrgId, TownId, UnitCode } from "@jizhen/kernel";
import * as z from "zod";
import { OrderId, RefusalReason, SourceId } from "./model.ts";

const about = {
  townId: TownId,
  orderId: OrderId,
  number: z.string(),
  awardId: SourceId,
  round: z.int(),
  requestId: SourceId,
  buyerId: OrgId,
  supplierId: OrgId,
  /** Instants travel through JSON as text and come back as dates. */
  at: z.coerce.date(),
};

export const OrderIssued = eventOf("trade.order.issued.v1", { ...about, answerBy: z.coerce.date() });
export type OrderIssued = z.infer<typeof OrderIssued>;

export const OrderConfirmed = eventOf("trade.order.confirmed.v1", {
  ...about,
  lines: z.array(
    z.strictObject({ lineNo: z.int(), family: z.string(), quantity: Decimal, unit: UnitCode, promised: LocalDate.nullable() }),
  ),
  incoterm: z.string().nullable(),
  place: z.string(),
  payable: Minor,
  currency: CurrencyCode,
});
export type OrderConfirmed = z.infer<typeof OrderConfirmed>;

/** What falls back to the award: the next-best is looked for over exactly these quantities. */
const freedParts = z.array(z.strictObject({ lineNo: z.int(), quoteId: SourceId, quantity: Decimal, unit: UnitCode }));

export const OrderRefused = eventOf("trade.order.refused.v1", { ...about, parts: freedParts, reasonCode: RefusalReason });
export type OrderRefused = z.infer<typeof OrderRefused>;

export const OrderLapsed = eventOf("trade.order.lapsed.v1", { ...about, parts: freedParts });
export type OrderLapsed = z.infer<typeof OrderLapsed>;

export type OrderEvent = OrderIssued | OrderConfirmed | OrderRefused | OrderLapsed;
