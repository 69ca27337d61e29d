import { OfferId, withdrawOffer } from "@jizhen/domain-trade";
import type { OrgId } from "@jizhen/kernel";
import { orRefuse } from "../../platform/refuse.ts";
import type { Tx } from "../../platform/tx.ts";
import { memberFacts } from "../town/public.ts";
import * as store from "./offer.store.ts";

/** What a firm that left has on sale is taken off for good; while it is a member here as another kind, it stays. */
export async function takeDownOffers(tx: Tx, organisationId: OrgId): Promise<void> {
  const standing = (await memberFacts(tx, [organisationId])).get(organisationId)?.state;
  if (standing === "active" || standing === "suspended") return;
  for (const id of await store.shownBy(tx, organisationId)) {
    const offer = await store.lockOffer(tx, OfferId.parse(id));
    if (offer) await store.commit(tx, "system.trade.offer.withdraw", offer, orRefuse(withdrawOffer(offer, null, tx)));
  }
}
