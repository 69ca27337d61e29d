import type { Outputs } from "#lib/trpc.ts";
import type { StatusSign } from "#ui/tag.tsx";

export type SeenRequest = Outputs["procurement"]["request"]["get"];
export type BuyersRequest = Extract<SeenRequest, { role: "buyer" }>;
export type SuppliersRequest = Extract<SeenRequest, { role: "supplier" }>;
export type OpenQuote = BuyersRequest["quotes"][number];
export type RequestLineShown = SeenRequest["terms"]["lines"][number];
export type ShownStatus = SeenRequest["shownStatus"];

export const signOf: Record<ShownStatus, StatusSign> = {
  draft: "draft",
  quoting: "running",
  closed: "sealed",
  frozen: "sealed",
  opened: "waiting",
  awarded: "good",
  unsuccessful: "ended",
  cancelled: "ended",
};

export type RequestStep = "quoting" | "opened" | "awarded" | "orders";
const stepOf: Partial<Record<ShownStatus, RequestStep>> = {
  draft: "quoting",
  quoting: "quoting",
  closed: "quoting",
  frozen: "quoting",
  opened: "opened",
  awarded: "awarded",
};

/** The step a request stands at; null when it ended on another way. Orders are a step of their own once an award is final. */
export const stepFor = (status: ShownStatus, hasOrders: boolean): RequestStep | null =>
  status === "awarded" && hasOrders ? "orders" : (stepOf[status] ?? null);

/** The key of every read of one request, so that a submission reads all of them again. */
export const refreshed = ["procurement", "trade.order"] as const;
