import { router } from "../../trpc/procedures.ts";
import { awardRouter } from "./award.router.ts";
import { board } from "./board.router.ts";
import { capabilityRouter } from "./capability.router.ts";
import { marketRouter } from "./market.router.ts";
import { matchRouter } from "./match.router.ts";
import { negotiationRouter } from "./negotiation.router.ts";
import { quoteRouter } from "./quote.router.ts";
import { requestProcedures } from "./request.router.ts";

export const procurementRouter = router({
  capability: capabilityRouter,
  match: matchRouter,
  market: marketRouter,
  // `board` is part of procurement.request: what a supplier could quote for.
  request: router({ ...requestProcedures, board }),
  quote: quoteRouter,
  negotiation: negotiationRouter,
  award: awardRouter,
});
