import type { OrgId } from "@jizhen/kernel";
import { type AnyTx, ask } from "../../platform/ask.ts";
import { refuse } from "../../platform/refuse.ts";
import type { Tx } from "../../platform/tx.ts";
import { memberFacts, related } from "../town/public.ts";

async function blockedBy(tx: AnyTx, buyerId: OrgId, suppliers: readonly OrgId[]): Promise<ReadonlySet<OrgId>> {
  const sql = `select supplier_id as "supplierId" from supplier_block where town_id = $1 and buyer_id = $2 and supplier_id = any($3)`;
  const rows = await ask<{ supplierId: OrgId }>(tx, "procurement.quote.blocked", sql, [tx.by.townId, buyerId, suppliers]);
  return new Set(rows.map(({ supplierId }) => supplierId));
}

/** P9: an active member that is neither the buyer nor one party with it, and that the buyer has not shut out. */
export async function insistEligible(tx: Tx, buyerId: OrgId): Promise<void> {
  const { orgId } = tx.by;
  const [members, conflicts, blocked] = await Promise.all([
    memberFacts(tx, [orgId]),
    related(tx, buyerId, [orgId]),
    blockedBy(tx, buyerId, [orgId]),
  ]);
  if (members.get(orgId)?.state !== "active")
    refuse({ kind: "rule", code: "procurement.quote.not_eligible", params: { reason: "membership" } });
  if (orgId === buyerId || conflicts.has(orgId)) refuse({ kind: "rule", code: "procurement.quote.conflict_of_interest" });
  if (blocked.has(orgId)) refuse({ kind: "rule", code: "procurement.quote.not_eligible", params: { reason: "buyer" } });
}

/** Which of these may not be awarded now: the same questions, asked again at the award. */
export async function notEligible(tx: AnyTx, buyerId: OrgId, suppliers: readonly OrgId[]): Promise<OrgId[]> {
  const [facts, conflicts, blocked] = await Promise.all([
    memberFacts(tx, suppliers),
    related(tx, buyerId, suppliers),
    blockedBy(tx, buyerId, suppliers),
  ]);
  return suppliers.filter((id) => facts.get(id)?.state !== "active" || conflicts.has(id) || blocked.has(id)).sort();
}
