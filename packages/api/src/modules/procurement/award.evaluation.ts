import { createHash } from "node:crypto";
import { type EvaluationResult, evaluate, type OpenedQuote, type RequestIn } from "@jizhen/domain-procurement";
import { canonical, localDateAt } from "@jizhen/kernel";
import type { ReadTx, Tx } from "../../platform/tx.ts";
import { notEligible } from "./eligibility.ts";
import { openedQuotes } from "./quote.store.ts";

export type Comparison = { readonly result: EvaluationResult; readonly inputsHash: string; readonly quotes: readonly OpenedQuote[] };

/** The comparison as it stands now. Its hash names exactly these quotes, judgements, rates and results. */
export async function compare(tx: Tx | ReadTx, request: RequestIn<"opened">, at: Date): Promise<Comparison> {
  const quotes = await openedQuotes(tx, request);
  const shut = await notEligible(
    tx,
    request.buyerId,
    quotes.map(({ supplierId }) => supplierId),
  );
  const { terms, requestVersion } = request;
  const result = evaluate({ terms, requestVersion, quotes, notEligible: shut, today: localDateAt(at) });
  const inputs = quotes.map(({ id, revision, judgement, validUntil }) => ({ id, revision, judgement, validUntil }));
  const inputsHash = createHash("sha256").update(canonical({ terms, requestVersion, inputs, result })).digest("hex");
  return { result, inputsHash, quotes };
}
