import type { OrgId } from "@jizhen/kernel";
import type { Offer, OfferStatus } from "./model.ts";

export type OfferAction = "save" | "publish" | "pause" | "withdraw";

const steps: Record<OfferStatus, readonly OfferAction[]> = {
  draft: ["save", "publish"],
  published: ["save", "pause", "withdraw"],
  paused: ["save", "publish", "withdraw"],
  withdrawn: [],
};

/** Sent with every offer the server returns; other firms read, they do not act. */
export const offerActions = (offer: Pick<Offer, "status" | "organisationId">, orgId: OrgId): readonly OfferAction[] =>
  orgId === offer.organisationId ? steps[offer.status] : [];

/** A draft, a paused and a withdrawn offer are nobody else's business. */
export const mayReadOffer = (offer: Pick<Offer, "status" | "organisationId">, orgId: OrgId): boolean =>
  orgId === offer.organisationId || offer.status === "published";
