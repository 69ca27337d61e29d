import type { OfferStatus } from "@jizhen/domain-trade";
import { oneOf, present, textIn } from "#lib/search.ts";

export type OfferSearch = {
  readonly scope?: "market" | undefined;
  readonly status?: OfferStatus | "expired" | undefined;
  readonly q?: string | undefined;
};

export const offerFilterStatuses = ["draft", "published", "paused", "withdrawn", "expired"] as const;

export const offerSearch = (search: Record<string, unknown>) =>
  present({ scope: oneOf(search, "scope", ["market"]), status: oneOf(search, "status", offerFilterStatuses), q: textIn(search, "q") });
