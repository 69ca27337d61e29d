import type { RequestId, RequestTerms } from "@jizhen/domain-procurement";
import { millisecondsIn, plus } from "@jizhen/kernel";
import type { Someone, World } from "../../testing/index.ts";
import { someTerms } from "./capability.fixtures.ts";
import { publishRequest, saveRequest } from "./request.usecases.ts";

/** A request on the market, closing in some days; reactions wait for `drain`. */
export async function aPublishedRequest(world: World, who: Someone, parts: Partial<RequestTerms> = {}, days = 3): Promise<RequestId> {
  return world.town(who).write(async (tx) => {
    const { id, version } = await saveRequest(tx, { seen: null, terms: someTerms(parts) });
    await publishRequest(tx, { requestId: id, version, closesAt: plus(tx.at, days * millisecondsIn.day), invite: [] });
    return id;
  });
}
