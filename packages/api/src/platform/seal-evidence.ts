import type { RequestId, SealContext } from "@jizhen/domain-procurement";
import { type AnyTx, ask } from "./ask.ts";
import type { Tx } from "./tx.ts";

/** Why a sealed content may be read now. It can be had only from the functions below, which ask the database. */
export type Evidence =
  | { readonly kind: "opening" | "quick_enquiry"; readonly townId: string; readonly requestId: string }
  | { readonly kind: "own"; readonly townId: string; readonly supplierId: string };

const genuine = new WeakSet<Evidence>();
const given = (evidence: Evidence): Evidence => {
  genuine.add(evidence);
  return evidence;
};

export function covers(evidence: Evidence, context: SealContext): boolean {
  if (!genuine.has(evidence) || evidence.townId !== context.townId) return false;
  return evidence.kind === "own" ? evidence.supplierId === context.supplierId : evidence.requestId === context.requestId;
}

/** A firm reads its own draft and its own sent quote, and nobody else's. */
export const ownEvidence = ({ by }: Pick<Tx, "by">): Evidence => given({ kind: "own", townId: by.townId, supplierId: by.orgId });

type Row = { status: string; sealing: string; closed: boolean };

/**
 * For the opening: the request is frozen and its close has passed by the database's clock, both read again in this
 * transaction under the row's lock. A quick enquiry has no close to wait for once it is frozen.
 */
export async function openingEvidence(tx: Tx, requestId: RequestId): Promise<Evidence | null> {
  const [row] = await tx.query<Row>(
    `select status, sealing, closes_at <= jizhen_clock() as closed from purchase_request where town_id = $1 and id = $2 for update`,
    [tx.by.townId, requestId],
  );
  if (!row || row.status !== "frozen" || (!row.closed && row.sealing !== "none")) return null;
  return given({ kind: "opening", townId: tx.by.townId, requestId });
}

/** A quick enquiry is read by its buyer as quotes come; a sealed request never gives this evidence. */
export async function quickEvidence(tx: AnyTx, requestId: RequestId): Promise<Evidence | null> {
  const rows = await ask(
    tx,
    "procurement.request.quick",
    `select id from purchase_request where town_id = $1 and id = $2 and buyer_id = $3 and sealing = 'none' and status in ('quoting', 'frozen')`,
    [tx.by.townId, requestId, tx.by.orgId],
  );
  return rows.length === 0 ? null : given({ kind: "quick_enquiry", townId: tx.by.townId, requestId });
}
