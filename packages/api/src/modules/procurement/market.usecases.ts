import type { RequestId } from "@jizhen/domain-procurement";
import type { Tx } from "../../platform/tx.ts";
import { copyToMarket } from "./market.store.ts";
import { findRequest } from "./request.store.ts";

/** Lays the copy of a request anew, as the request stands now. */
export async function copyAgain(tx: Tx, requestId: RequestId): Promise<void> {
  const request = await findRequest(tx, requestId, "share");
  if (request !== null) await copyToMarket(tx, request);
}
