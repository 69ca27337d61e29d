import type { Act, Decided, Decision } from "@jizhen/kernel";
import { err, ok, unreachable } from "@jizhen/kernel";
import type { OfferRefusal } from "./errors.ts";
import type { OfferEvent, OfferPaused, OfferPublished, OfferWithdrawn } from "./events.ts";
import type { Offer, OfferContent, OfferId, OfferIn, OfferStatus } from "./model.ts";
import { type FitContent, fitToPublish } from "./rules.ts";

const wrongStatus = (offer: Offer) => err({ kind: "rule", code: "trade.offer.wrong_status", params: { status: offer.status } } as const);

/** The life of an offer as one table: what can be done in each state, and where it leads. */
export const offerSteps = {
  draft: { save: "draft", publish: "published" },
  published: { save: "published", pause: "paused", withdraw: "withdrawn" },
  paused: { save: "paused", publish: "published", withdraw: "withdrawn" },
  withdrawn: {},
} as const satisfies Record<OfferStatus, Readonly<Record<string, OfferStatus>>>;

/** A new draft; it may be unfinished. */
export const draftOffer = (id: OfferId, content: OfferContent, { by, at }: Act): Decision<OfferIn<"draft">> => ({
  next: {
    id,
    status: "draft",
    townId: by.townId,
    organisationId: by.orgId,
    writtenBy: by.personId,
    content,
    revision: 1,
    version: 0,
    updatedAt: at,
  },
  events: [],
});

/** A draft changes freely; what others have seen makes a new revision, and a published offer must stay fit to be seen. */
export function saveOffer(offer: Offer, content: OfferContent, { by, at }: Act): Decided<Offer, OfferEvent, OfferRefusal> {
  const written = { content, writtenBy: by.personId, updatedAt: at };
  switch (offer.status) {
    case "draft":
      return ok({ next: { ...offer, ...written }, events: [] });
    case "paused":
      return ok({ next: { ...offer, ...written, revision: offer.revision + 1 }, events: [] });
    case "published": {
      const fit = fitToPublish(content, at);
      if (!fit.ok) return fit;
      const next = { ...offer, ...written, revision: offer.revision + 1 };
      return ok({ next, events: [shown(next, fit.value, at)] });
    }
    case "withdrawn":
      return wrongStatus(offer);
    default:
      return unreachable(offer);
  }
}

/** `number` is used by the first publication only; afterwards an offer keeps its own. */
export function publishOffer(offer: Offer, number: string, { at }: Act): Decided<OfferIn<"published">, OfferPublished, OfferRefusal> {
  if (offer.status !== "draft" && offer.status !== "paused") return wrongStatus(offer);
  const fit = fitToPublish(offer.content, at);
  if (!fit.ok) return fit;
  const next: OfferIn<"published"> =
    offer.status === "draft"
      ? { ...offer, status: "published", number, publishedAt: at, updatedAt: at }
      : { ...offer, status: "published", updatedAt: at };
  return ok({ next, events: [shown(next, fit.value, at)] });
}

export function pauseOffer(offer: Offer, { at }: Act): Decided<OfferIn<"paused">, OfferPaused, OfferRefusal> {
  if (offer.status !== "published") return wrongStatus(offer);
  return ok({ next: { ...offer, status: "paused", updatedAt: at }, events: [{ type: "trade.offer.paused.v1", ...aboutOf(offer, at) }] });
}

/** Taken off for good; the revisions that orders rest on stay. */
export function withdrawOffer(
  offer: Offer,
  reasonText: string | null,
  { at }: Act,
): Decided<OfferIn<"withdrawn">, OfferWithdrawn, OfferRefusal> {
  if (offer.status !== "published" && offer.status !== "paused") return wrongStatus(offer);
  return ok({
    next: { ...offer, status: "withdrawn", reasonText, updatedAt: at },
    events: [{ type: "trade.offer.withdrawn.v1", ...aboutOf(offer, at) }],
  });
}

type Numbered = Exclude<Offer, OfferIn<"draft">>;

const aboutOf = (offer: Numbered, at: Date) => ({
  townId: offer.townId,
  offerId: offer.id,
  number: offer.number,
  organisationId: offer.organisationId,
  at,
});

const shown = (offer: OfferIn<"published">, content: FitContent, at: Date): OfferPublished => ({
  type: "trade.offer.published.v1",
  ...aboutOf(offer, at),
  revision: offer.revision,
  spec: content.spec,
  unit: content.unit,
  minimum: content.minimum,
  leadDays: content.leadDays,
  priceShape: content.price.kind,
  validUntil: content.validUntil,
});
