import { AwardFinal } from "@jizhen/domain-procurement";
import { OrderId } from "@jizhen/domain-trade";
import * as z from "zod";
import { issueOrders, lapseOrder } from "./modules/trade/order.usecases.ts";
import { on, type Reaction } from "./platform/events.ts";
import type { MayReadFile } from "./platform/files.ts";
import { onJob, type Timer } from "./platform/timers.ts";

/** Every reaction of one module to another. If it is not here, it does not happen. */
export const reactions: readonly Reaction[] = [on(AwardFinal, "trade: issue the purchase order", (tx, event) => issueOrders(tx, event))];

/** Every timer: what happens when its instant has come. */
export const timers: readonly Timer[] = [
  onJob("trade.order.lapse", z.strictObject({ orderId: OrderId }), (tx, about) => lapseOrder(tx, about)),
];

/** Who may read a file, by purpose, beside the organisation that uploaded it. */
export const mayReadFile: Readonly<Record<string, MayReadFile>> = {
  application: (_tx, _file, may) => may.has("town.membership.read"),
};
