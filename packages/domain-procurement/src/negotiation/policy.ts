import type { QuoteStatus } from "../quote/model.ts";
import type { PurchaseRequest } from "../request/model.ts";
import type { Negotiation } from "./model.ts";

/** Verbs of `procurement.negotiation.*`: the buyer asks, the supplier keeps its price (or sends a new quote). */
export type NegotiationAction = "ask" | "keep";

type Seen = { readonly negotiation: Negotiation | null; readonly quote: QuoteStatus; readonly request: PurchaseRequest };

const steps: Record<
  "none" | Negotiation["status"],
  { readonly buyer: readonly NegotiationAction[]; readonly supplier: readonly NegotiationAction[] }
> = {
  none: { buyer: ["ask"], supplier: [] },
  asked: { buyer: [], supplier: ["keep"] },
  requoted: { buyer: [], supplier: [] },
  kept: { buyer: [], supplier: [] },
};

/** Only over a quote that stands, in a quick enquiry, while quotes are taken. */
export function negotiationActionsOn(
  { negotiation, quote, request }: Seen,
  side: "buyer" | "supplier",
  at: Date,
): readonly NegotiationAction[] {
  const takesQuotes = request.status === "quoting" && at < request.closesAt && request.terms.sealing === "none";
  return takesQuotes && quote === "submitted" ? steps[negotiation?.status ?? "none"][side] : [];
}
