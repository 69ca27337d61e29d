import { OrderId, RefusalReason } from "@jizhen/domain-trade";
import * as z from "zod";
import { forMembers, router } from "../../trpc/procedures.ts";
import { confirmOrder, refuseTheOrder } from "./order.usecases.ts";
import { getOrder, listOrders, OrderFilter } from "./order.views.ts";

const Seen = z.strictObject({ orderId: OrderId, version: z.int().min(0) });
const words = z
  .string()
  .trim()
  .max(1_000)
  .transform((text) => (text === "" ? null : text));

export const orderRouter = router({
  list: forMembers("trade.order.read")
    .input(OrderFilter)
    .query(({ ctx, input }) => ctx.town.read((tx) => listOrders(tx, input, ctx.workspace.permissions))),
  get: forMembers("trade.order.read")
    .input(z.strictObject({ id: OrderId }))
    .query(({ ctx, input }) => ctx.town.read((tx) => getOrder(tx, input.id, ctx.workspace.permissions))),
  confirm: forMembers("trade.order.confirm")
    .input(Seen)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => confirmOrder(tx, input))),
  refuse: forMembers("trade.order.refuse")
    .input(Seen.extend({ reason: z.strictObject({ code: RefusalReason, text: words }) }))
    .mutation(({ ctx, input }) => ctx.town.write((tx) => refuseTheOrder(tx, input))),
});
