import { procurementRouter } from "./modules/procurement/router.ts";
import { townRouter } from "./modules/town/router.ts";
import { tradeRouter } from "./modules/trade/router.ts";
import { platformRouter } from "./platform/router.ts";
import { router } from "./trpc/procedures.ts";

/** Every procedure of the product; its paths are the golden thread's names. */
export const appRouter = router({ platform: platformRouter, town: townRouter, procurement: procurementRouter, trade: tradeRouter });
export type AppRouter = typeof appRouter;
