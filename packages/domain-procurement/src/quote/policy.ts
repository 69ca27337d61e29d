import type { PurchaseRequest } from "../request/model.ts";
import type { Quote } from "./model.ts";

/** Verbs of `procurement.quote.*` and `procurement.award.object`; only the supplier itself ever has any. */
export type QuoteAction = "save" | "submit" | "withdraw" | "reconfirm" | "prolong";

const steps: Record<Quote["status"], readonly QuoteAction[]> = {
  draft: ["save", "submit"],
  submitted: ["save", "submit", "withdraw"],
  stale: ["save", "submit", "reconfirm", "withdraw"],
  withdrawn: ["save", "submit"],
  sealed_in: [],
  void: [],
  opened: ["prolong"],
  rejected: [],
  won: [],
  part_won: ["prolong"],
  lost: ["prolong"],
};

/** `null` when the firm has no quote yet: it may start one while the request takes quotes. */
export function quoteActionsOn(quote: Quote | null, request: PurchaseRequest, at: Date): readonly QuoteAction[] {
  if (request.status === "quoting") return at < request.closesAt ? (quote === null ? ["save", "submit"] : steps[quote.status]) : [];
  if (quote === null || (request.status !== "opened" && request.status !== "awarded")) return [];
  return steps[quote.status].filter((step) => step === "prolong");
}
