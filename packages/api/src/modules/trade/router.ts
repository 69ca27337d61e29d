import { router } from "../../trpc/procedures.ts";
import { orderRouter } from "./order.router.ts";

export const tradeRouter = router({ order: orderRouter });
