import { createHash } from "node:crypto";
import { canonical, type Json } from "../../packages/kernel/src/index.ts";
import type { Invariant } from "./invariants/invariant.ts";
import { platform } from "./invariants/platform.ts";
import { procurement } from "./invariants/procurement.ts";
import { town } from "./invariants/town.ts";
import { trade } from "./invariants/trade.ts";

/** Every invariant of every function; a new function adds its file here. */
export const invariants: readonly Invariant[] = [...procurement, ...trade, ...town, ...platform];

type AsOwner = <R extends object>(sql: string, params?: readonly unknown[]) => Promise<R[]>;

/** What is broken, in words; and how many rows were looked at. Call it when every job is done. */
export async function look(asOwner: AsOwner): Promise<{ readonly broken: readonly string[]; readonly looked: number }> {
  const broken: string[] = [];
  let looked = 0;
  for (const { name, broken: sql, over } of invariants) {
    broken.push(...(await asOwner<{ what: string }>(sql)).map(({ what }) => `${name}: ${what}`));
    looked += Number((await asOwner<{ n: string }>(over))[0]?.n ?? 0);
  }
  const chains = await walkChains(asOwner);
  return { broken: [...broken, ...chains.broken], looked: looked + chains.entries };
}

type Entry = {
  townId: string;
  seq: string;
  at: Date;
  personId: string;
  organisationId: string;
  action: string;
  subject: string;
  facts: Json;
  prevHash: string;
  hash: string;
};

/** Walks every town's audit chain with code of its own, beside the product's verifier. */
export async function walkChains(asOwner: AsOwner): Promise<{ readonly broken: readonly string[]; readonly entries: number }> {
  const heads = await asOwner<{ townId: string; seq: string; hash: string }>(`select town_id as "townId", seq, hash from audit_head`);
  const entries = await asOwner<Entry>(
    `select town_id as "townId", seq, at, person_id as "personId", organisation_id as "organisationId", action, subject, facts, prev_hash as "prevHash", hash
       from audit_entry order by town_id, seq`,
  );
  const ends = new Map<string, { seq: number; hash: string }>();
  const broken: string[] = [];
  for (const { prevHash, hash, ...entry } of entries) {
    const last = ends.get(entry.townId) ?? { seq: 0, hash: "0".repeat(64) };
    const facts = { ...entry, seq: Number(entry.seq), at: entry.at.toISOString() };
    const expected = createHash("sha256").update(last.hash).update(canonical(facts)).digest("hex");
    if (facts.seq !== last.seq + 1 || prevHash !== last.hash || hash !== expected)
      broken.push(`audit chain of ${entry.townId} at ${entry.seq}`);
    ends.set(entry.townId, { seq: facts.seq, hash });
  }
  for (const { townId, seq, hash } of heads) {
    const end = ends.get(townId);
    if (end?.seq !== Number(seq) || end.hash !== hash) broken.push(`audit chain of ${townId} does not end where its head says`);
  }
  return { broken, entries: entries.length };
}
