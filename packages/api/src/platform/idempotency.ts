import { canonical, type Json } from "@jizhen/kernel";
import superjson from "superjson";
import { macOf } from "./keys.ts";
import { refuse } from "./refuse.ts";
import type { Tx } from "./tx.ts";

/** The client's name for one submission of one form, and what it was for. */
export type Submission = { readonly key: string; readonly path: string; readonly input: unknown };

type Stored = { path: string; inputMac: string; answer: Json };

/**
 * The same key gives the same answer and the work is done once. The key is claimed in the work's own transaction: a second
 * submission waits for the first to end, and a refusal frees the key.
 */
export async function once<T>(tx: Tx, { key, path, input }: Submission, work: () => Promise<T>): Promise<T> {
  const { townId, personId } = tx.by;
  const inputMac = macOf(tx.services.keys.idempotency, canonical({ path, input: superjson.serialize(input) }));
  const claimed = await tx.query(
    `insert into idempotency_key (town_id, person_id, key, path, input_mac, at) values ($1, $2, $3, $4, $5, $6::timestamptz)
     on conflict do nothing returning key`,
    [townId, personId, key, path, inputMac, tx.at.toISOString()],
  );
  if (claimed.length === 0) return storedAnswer<T>(tx, key, path, inputMac);
  const answer = await work();
  tx.send("update idempotency_key set answer = $4::jsonb where town_id = $1 and person_id = $2 and key = $3", [
    townId,
    personId,
    key,
    JSON.stringify(superjson.serialize(answer)),
  ]);
  return answer;
}

async function storedAnswer<T>(tx: Tx, key: string, path: string, inputMac: string): Promise<T> {
  const [stored] = await tx.query<Stored>(
    `select path, input_mac as "inputMac", answer from idempotency_key where town_id = $1 and person_id = $2 and key = $3`,
    [tx.by.townId, tx.by.personId, key],
  );
  if (!stored || stored.path !== path || stored.inputMac !== inputMac) refuse({ kind: "conflict", code: "platform.key_reused" });
  return superjson.deserialize<T>(stored.answer as unknown as Parameters<typeof superjson.deserialize>[0]);
}
