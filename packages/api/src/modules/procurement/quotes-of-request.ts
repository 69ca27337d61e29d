import { type Quote, quotes, type RequestId, type RequestIn } from "@jizhen/domain-procurement";
import type { OrgId } from "@jizhen/kernel";
import type { Tx } from "../../platform/tx.ts";
import * as store from "./quote.store.ts";

const isLiving = ({ status }: Quote): boolean => !["draft", "withdrawn", "void"].includes(status);

/** Firms with a quote that counts, to be told what becomes of it; never part of an answer before the freeze. */
export async function livingSuppliers(tx: Tx, requestId: RequestId): Promise<OrgId[]> {
  return (await store.quotesOf(tx, requestId)).filter(isLiving).map(({ supplierId }) => supplierId);
}

/** In the amending transaction: a material change makes every sent quote wait for its supplier (P7). */
export async function followAmendments(tx: Tx, request: RequestIn<"quoting">, material: boolean): Promise<void> {
  const changes = (await store.quotesOf(tx, request.id)).flatMap((before) => {
    if (before.status !== "submitted" && before.status !== "stale") return [];
    return [{ before, next: quotes.followAmendment(before, request.requestVersion, material) }];
  });
  await store.commitAll(tx, "procurement.request.amend", request.id, changes);
}
