import { createHash } from "node:crypto";
import type { Permission } from "@jizhen/domain-town";
import { canonical, type Json } from "@jizhen/kernel";
import type { ReadTx, Tx } from "./tx.ts";

/** What the platform does by itself has no permission; its name still begins with the golden thread. */
export type SystemAction = `system.${string}`;

export type AuditFacts = {
  readonly townId: string;
  readonly seq: number;
  readonly at: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly action: string;
  readonly subject: string;
  readonly facts: Json;
};

/** What the first entry of a town's chain points back to. */
export const genesis = "0".repeat(64);

/** hash = sha256(previous hash + canonical JSON of the entry): no entry can be changed, removed or moved unnoticed. */
export const chainHash = (previous: string, entry: AuditFacts): string =>
  createHash("sha256").update(previous).update(canonical(entry)).digest("hex");

type Head = { seq: number; hash: string };

/**
 * Called from an aggregate's `commit` and nowhere else. The head's row lock keeps a town's chain in one
 * line until the commit, so what can be written before it should be. `beside` is told the entry's hash and sends what is written with it.
 */
export async function record(
  tx: Tx,
  action: Permission | SystemAction,
  subject: string,
  facts: Json,
  beside: (hash: string) => void = () => {},
): Promise<void> {
  const { townId, personId, orgId } = tx.by;
  const head = await lockHead(tx);
  const seq = head.seq + 1;
  const entry: AuditFacts = { townId, seq, at: tx.at.toISOString(), personId, organisationId: orgId, action, subject, facts };
  const hash = chainHash(head.hash, entry);
  tx.send(
    `with entry as (
       insert into audit_entry (town_id, seq, at, person_id, organisation_id, action, subject, facts, prev_hash, hash)
       values ($1, $2::bigint, $3::timestamptz, $4, $5, $6, $7, $8::jsonb, $9, $10))
     update audit_head set seq = $2::bigint, hash = $10 where town_id = $1`,
    [townId, seq, tx.at.toISOString(), personId, orgId, action, subject, JSON.stringify(facts), head.hash, hash],
  );
  beside(hash);
}

async function lockHead(tx: Tx): Promise<Head> {
  const select = "select seq, hash from audit_head where town_id = $1 for update";
  const [head] = await tx.query<Head>(select, [tx.by.townId]);
  if (head) return head;
  await tx.query("insert into audit_head (town_id, seq, hash) values ($1, 0, $2) on conflict do nothing", [tx.by.townId, genesis]);
  const [first] = await tx.query<Head>(select, [tx.by.townId]);
  if (!first) throw new Error("the audit chain has no head");
  return first;
}

export type ChainVerdict =
  | { readonly sound: true; readonly entries: number }
  | { readonly sound: false; readonly brokenAt: number; readonly why: ChainFault };
export type ChainFault = "gap" | "previous_hash" | "hash" | "head";

type EntryRow = Omit<AuditFacts, "seq" | "at"> & { seq: number; at: Date; prevHash: string; hash: string };

/** Walks a town's whole chain and says where it first differs from what was recorded. */
export async function verifyChain(tx: ReadTx, pageSize = 1000): Promise<ChainVerdict> {
  let [seq, hash] = [0, genesis];
  for (;;) {
    const rows = await tx.query<EntryRow>(
      "platform.audit.page",
      `select town_id as "townId", seq, at, person_id as "personId", organisation_id as "organisationId", action, subject, facts,
              prev_hash as "prevHash", hash
         from audit_entry where town_id = $1 and seq > $2::bigint order by audit_entry.seq limit $3::int`,
      [tx.by.townId, seq, pageSize],
    );
    for (const row of rows) {
      const fault = faultOf(row, seq, hash);
      if (fault) return { sound: false, brokenAt: seq + 1, why: fault };
      [seq, hash] = [row.seq, row.hash];
    }
    if (rows.length < pageSize) break;
  }
  const [head] = await tx.query<Head>("platform.audit.head", "select seq, hash from audit_head where town_id = $1", [tx.by.townId]);
  // The head stands outside the chain: without it a cut-off end would pass as whole.
  const told = head ?? { seq: 0, hash: genesis };
  if (told.seq !== seq || told.hash !== hash) return { sound: false, brokenAt: seq + 1, why: "head" };
  return { sound: true, entries: seq };
}

function faultOf(row: EntryRow, lastSeq: number, lastHash: string): ChainFault | null {
  const { prevHash, hash, seq, at, ...rest } = row;
  if (seq !== lastSeq + 1) return "gap";
  if (prevHash !== lastHash) return "previous_hash";
  return chainHash(prevHash, { ...rest, seq, at: at.toISOString() }) === hash ? null : "hash";
}
