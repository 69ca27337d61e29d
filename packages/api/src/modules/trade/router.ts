import { router } from "../../trpc/procedures.ts";
import { offerRouter } from "./offer.router.ts";
import { orderRouter } from "./order.router.ts";

export const tradeRouter = router({ offer: offerRouter, order: orderRouter });
