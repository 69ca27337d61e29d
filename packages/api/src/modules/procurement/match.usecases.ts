import { type RequestId, runMatch } from "@jizhen/domain-procurement";
import { localDateAt } from "@jizhen/kernel";
import type { Tx } from "../../platform/tx.ts";
import { candidatesOf, narrow, needOf, suppliesBy, townFigures } from "./match.facts.ts";
import { keepRun } from "./match.store.ts";
import { findRequest } from "./request.store.ts";

/** Matches a request that went out or was amended: narrow, decide, score, keep, invite. One that has closed meanwhile changes nothing. */
export async function matchRequest(tx: Tx, requestId: RequestId): Promise<void> {
  const request = await findRequest(tx, requestId, "share");
  if (request?.status !== "quoting" || tx.at >= request.closesAt) return;
  const need = needOf(request.terms, localDateAt(tx.at));
  const families = [...new Set(need.lines.map(({ family }) => family))].sort();
  const kept = await narrow(tx, need);
  const supplies = await suppliesBy(tx, { sources: [...kept.keys()].sort() });
  const { figures, invitations } = await townFigures(tx, families);
  const candidates = await candidatesOf(tx, { requestId, buyerId: request.buyerId }, supplies, invitations);
  const result = runMatch(need, candidates, figures, (source, lineNo) => kept.get(source)?.has(lineNo) ?? false);
  await keepRun(tx, request, { need, candidates, figures, result });
}
