import { anOfferContent } from "../modules/trade/offer.fixtures.ts";
import { anIssuedOrder } from "../modules/trade/order.fixtures.ts";
import type { World } from "../testing/index.ts";
import type { Rows } from "./row.ts";

const anOrder = (world: World) => anIssuedOrder(world, world.buyerOwner, world.supplier);

async function aDraft(world: World, title: string) {
  const { id, version } = await world.as(world.supplier).trade.offer.save({ seen: null, content: anOfferContent({ title }) });
  return { offerId: id, version };
}
async function aPublished(world: World, title: string) {
  const { id, version } = await world.as(world.supplier).trade.offer.publish(await aDraft(world, title));
  return { offerId: id, version };
}

export const tradeRows: Rows = {
  "trade.order.list": {
    by: "buyer",
    rival: "blank",
    elsewhere: "blank",
    given: async (world) => {
      const { orderId, number } = await anOrder(world);
      return { input: {}, secrets: [orderId, number] };
    },
  },
  "trade.order.get": { by: "buyer", given: async (world) => ({ input: { id: (await anOrder(world)).orderId } }) },
  "trade.order.confirm": {
    by: "supplier",
    given: async (world) => {
      const { orderId, version } = await anOrder(world);
      return { input: { orderId, version } };
    },
  },
  "trade.order.refuse": {
    by: "supplier",
    given: async (world) => {
      const { orderId, version } = await anOrder(world);
      return { input: { orderId, version, reason: { code: "no_capacity", text: "" } } };
    },
  },
  "trade.offer.list": {
    by: "supplier",
    rival: "blank",
    elsewhere: "blank",
    given: async (world) => {
      const { offerId } = await aDraft(world, "未公开的法兰");
      return { input: {}, secrets: [offerId, "未公开的法兰"] };
    },
  },
  "trade.offer.get": { by: "supplier", given: async (world) => ({ input: { id: (await aDraft(world, "草稿")).offerId } }) },
  "trade.offer.save": {
    by: "supplier",
    given: async (world) => ({ input: { seen: await aDraft(world, "草稿"), content: anOfferContent() } }),
  },
  "trade.offer.publish": { by: "supplier", given: async (world) => ({ input: await aDraft(world, "草稿") }) },
  // What is published is everybody's to read in the town, so the rival learns that it is another's; the other town does not.
  "trade.offer.pause": { by: "supplier", rival: "forbidden", given: async (world) => ({ input: await aPublished(world, "在售") }) },
  "trade.offer.withdraw": {
    by: "supplier",
    rival: "forbidden",
    given: async (world) => ({ input: { ...(await aPublished(world, "在售")), reasonText: "" } }),
  },
};
