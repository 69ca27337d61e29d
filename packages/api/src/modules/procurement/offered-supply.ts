import { type OfferPublished, supplyOf } from "@jizhen/domain-trade";
import type { Tx } from "../../platform/tx.ts";
import { replaceSlots, rowsOf } from "./supply.store.ts";

/** "procurement: list the supply of an offer": an offer on sale is found like a capability, at the level of a firm's own word. */
export async function listOfferedSupply(tx: Tx, { offerId, organisationId, spec, leadDays }: OfferPublished): Promise<void> {
  const statement = supplyOf(spec);
  await replaceSlots(tx, offerId, statement === null ? [] : rowsOf(statement, { organisationId, works: null, leadDays, evidence: 40 }));
}

/** "procurement: take the supply of an offer out of matching". */
export const dropOfferedSupply = (tx: Tx, { offerId }: { readonly offerId: string }): Promise<void> => replaceSlots(tx, offerId, []);
