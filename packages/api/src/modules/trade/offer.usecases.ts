import { newId } from "@jizhen/db";
import {
  draftOffer,
  mayReadOffer,
  type Offer,
  type OfferContent,
  OfferId,
  pauseOffer,
  publishOffer,
  saveOffer,
  withdrawOffer,
} from "@jizhen/domain-trade";
import { nextNumber } from "../../platform/numbers.ts";
import { orRefuse, refuse } from "../../platform/refuse.ts";
import type { Tx } from "../../platform/tx.ts";
import * as store from "./offer.store.ts";

export type Seen = { offerId: OfferId; version: number };

/** A new draft, or a change of one's own offer. */
export async function writeOffer(tx: Tx, { seen, content }: { seen: Seen | null; content: OfferContent }) {
  if (seen === null) return brief(await store.createOffer(tx, draftOffer(OfferId.parse(newId("offr")), content, tx)));
  const offer = await ownOffer(tx, seen);
  return brief(await store.commit(tx, "trade.offer.save", offer, orRefuse(saveOffer(offer, content, tx))));
}

export async function showOffer(tx: Tx, seen: Seen) {
  const offer = await ownOffer(tx, seen);
  // A refused publication rolls its number back with everything else.
  const number = offer.status === "draft" ? await nextNumber(tx, "GY") : offer.number;
  return brief(await store.commit(tx, "trade.offer.publish", offer, orRefuse(publishOffer(offer, number, tx))));
}

export async function pauseTheOffer(tx: Tx, seen: Seen) {
  const offer = await ownOffer(tx, seen);
  return brief(await store.commit(tx, "trade.offer.pause", offer, orRefuse(pauseOffer(offer, tx))));
}

export async function withdrawTheOffer(tx: Tx, { reasonText, ...seen }: Seen & { reasonText: string | null }) {
  const offer = await ownOffer(tx, seen);
  return brief(await store.commit(tx, "trade.offer.withdraw", offer, orRefuse(withdrawOffer(offer, reasonText, tx))));
}

async function ownOffer(tx: Tx, { offerId, version }: Seen): Promise<Offer> {
  const offer = await store.lockOffer(tx, offerId);
  if (!offer || !mayReadOffer(offer, tx.by.orgId)) return refuse({ kind: "not_found", code: "trade.offer.unknown" });
  if (offer.organisationId !== tx.by.orgId) return refuse({ kind: "forbidden", code: "trade.offer.not_yours" });
  if (offer.version !== version) return refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
  return offer;
}

const brief = ({ id, status, version, revision }: Offer) => ({ id, status, version, revision });
