import type { Award, EvaluationResult, OpenedQuote, RequestIn } from "@jizhen/domain-procurement";
import type { Tx } from "../../platform/tx.ts";
import { tellSuppliers } from "./request.notices.ts";

type Basis = { readonly result: EvaluationResult; readonly quotes: readonly OpenedQuote[] };

/** 结果通知: to each supplier its own figures and nobody else's; the winning total would tell a rival's price. */
export async function sendLetters(
  tx: Tx,
  request: RequestIn<"opened" | "awarded">,
  { result, quotes }: Basis,
  award: Award,
): Promise<void> {
  const source = `awarded:${award.round}`;
  for (const { id, supplierId } of quotes) {
    const won = award.parts.filter(({ quoteId }) => quoteId === id).length;
    const total = result.totals.find(({ quoteId }) => quoteId === id);
    const tell = (kind: "won" | "lost" | "lost_partial" | "left_out", params: Record<string, number> = {}) =>
      tellSuppliers(tx, request, [supplierId], { kind: `procurement.award.${kind}`, params, source });
    if (!total) await tell("left_out");
    else if (won > 0) await tell("won", { won, priced: total.linesPriced });
    else if (total.rank !== null) await tell("lost", { rank: total.rank });
    else await tell("lost_partial");
  }
}
