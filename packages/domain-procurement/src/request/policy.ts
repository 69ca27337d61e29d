import type { OrgId } from "@jizhen/kernel";
import type { PurchaseRequest } from "./model.ts";

/** Verbs of `procurement.request.*` (and the award's `evaluate`, `award`) that a screen may offer. */
export type RequestAction =
  | "save"
  | "publish"
  | "amend"
  | "extend"
  | "invite"
  | "answer"
  | "freeze"
  | "open"
  | "admit"
  | "reject"
  | "evaluate"
  | "award"
  | "end"
  | "cancel"
  | "clone"
  | "ask"
  | "quote";

/** Who looks: only the organisation counts here, what a seat may do is added by the server. */
export type Onlooker = { readonly orgId: OrgId };

const ofBuyer: Record<PurchaseRequest["status"], readonly RequestAction[]> = {
  draft: ["save", "publish", "cancel", "clone"],
  quoting: ["amend", "extend", "invite", "answer", "freeze", "cancel", "clone"],
  frozen: ["open", "end", "cancel", "clone"],
  opened: ["admit", "reject", "evaluate", "award", "end", "cancel", "clone"],
  awarded: ["evaluate", "clone"],
  unsuccessful: ["clone"],
  cancelled: ["clone"],
};
/** What needs an open market, and what needs the close to have passed, whatever the job has done. */
const beforeClose: readonly RequestAction[] = ["amend", "extend", "invite", "answer", "freeze"];

/** Sent with every request the server returns, so that no button ever guesses. */
export function actionsOn(request: PurchaseRequest, onlooker: Onlooker, at: Date): readonly RequestAction[] {
  if (onlooker.orgId !== request.buyerId) return actionsOfSupplier(request, at);
  const steps = ofBuyer[request.status];
  if (request.status !== "quoting") return steps;
  if (at >= request.closesAt) return [...steps.filter((step) => !beforeClose.includes(step)), "open"];
  return request.terms.sealing === "none" ? steps : steps.filter((step) => step !== "freeze");
}

function actionsOfSupplier(request: PurchaseRequest, at: Date): readonly RequestAction[] {
  if (request.status !== "quoting" || at >= request.closesAt) return [];
  return at < request.questionsUntil ? ["quote", "ask"] : ["quote"];
}

/** Whose move it is, so that a list can say where every request is waiting. */
export function whoseTurn(request: PurchaseRequest, at: Date): "buyer" | "suppliers" | "nobody" {
  if (request.status === "quoting") return at < request.closesAt ? "suppliers" : "buyer";
  return request.status === "draft" || request.status === "frozen" || request.status === "opened" ? "buyer" : "nobody";
}
