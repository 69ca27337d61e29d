import type { RequestId } from "@jizhen/domain-procurement";
import { refuse } from "../../platform/refuse.ts";
import type { Leaf } from "../../platform/seal-proof.ts";
import type { Tx } from "../../platform/tx.ts";

export type { Leaf };
export type Opening = { readonly root: string; readonly commitments: readonly Leaf[]; readonly count: number };

export const recordFreeze = (
  tx: Tx,
  requestId: RequestId,
  { root, leaves, frozenAt }: { root: string; leaves: readonly Leaf[]; frozenAt: Date },
) =>
  tx.query("insert into opening (town_id, request_id, root, commitments, frozen_at) values ($1, $2, $3, $4::jsonb, $5::timestamptz)", [
    tx.by.townId,
    requestId,
    root,
    JSON.stringify(leaves),
    frozenAt.toISOString(),
  ]);

export async function getOpening(tx: Tx, requestId: RequestId): Promise<Opening> {
  const sql = "select root, commitments from opening where town_id = $1 and request_id = $2 for update";
  const [row] = await tx.query<{ root: string; commitments: Leaf[] }>(sql, [tx.by.townId, requestId]);
  if (!row) throw new Error("a frozen request has its list of commitments");
  return { ...row, count: row.commitments.length };
}

/** Once: a second opening finds the first. */
export async function recordOpening(
  tx: Tx,
  requestId: RequestId,
  outcome: { openedAt: Date; opened: number; voided: number },
): Promise<void> {
  const { openedAt, opened, voided } = outcome;
  const changed = await tx.query(
    `update opening set opened_at = $3::timestamptz, opened_by = $4, outcome = $5::jsonb
      where town_id = $1 and request_id = $2 and opened_at is null returning request_id`,
    [tx.by.townId, requestId, openedAt.toISOString(), tx.by.personId, JSON.stringify({ opened, voided })],
  );
  if (changed.length === 0) refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
}
