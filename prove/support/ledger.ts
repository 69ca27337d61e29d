import { closeSync, fsyncSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a client was told: written, and on disk, only after the reply has come. */
export type Acknowledged = {
  readonly kind: string;
  /** The row that must be there. */
  readonly id: string;
  readonly key: string;
  readonly answer: unknown;
  /** When the reply was there, by this machine's clock. */
  readonly at: number;
};

export type Ledger = {
  readonly note: (entry: Omit<Acknowledged, "at">) => void;
  readonly entries: () => readonly Acknowledged[];
  readonly close: () => void;
};

/** A file of its own, outside every server: no crash of theirs can take a line back. */
export function aLedger(): Ledger {
  const folder = mkdtempSync(join(tmpdir(), "jizhen-ledger-"));
  const file = openSync(join(folder, "acknowledged.jsonl"), "a+");
  return {
    note: (entry) => {
      writeSync(file, `${JSON.stringify({ ...entry, at: Date.now() })}\n`);
      fsyncSync(file);
    },
    entries: () =>
      readFileSync(join(folder, "acknowledged.jsonl"), "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line) as Acknowledged),
    close: () => {
      closeSync(file);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type AsOwner = <R extends object>(sql: string, params?: readonly unknown[]) => Promise<R[]>;

/** What an acknowledged step of each kind has left, found by the id that its answer named. */
const traces: Readonly<Record<string, string>> = {
  draft: "select id from purchase_request where id = any($1)",
  request: "select id from purchase_request where id = any($1) and published_at is not null",
  quote: "select commitment as id from quote_revision where commitment = any($1)",
  freeze: "select request_id as id from opening where request_id = any($1)",
  award: "select id from award where id = any($1)",
  answer: "select id from purchase_order where id = any($1) and status = 'confirmed'",
};
export const kinds: readonly string[] = Object.keys(traces);

/** Acknowledged and not there, or there twice, or there without the answer under its key: what a client was told and the database does not know. */
export async function lostOf(asOwner: AsOwner, entries: readonly Acknowledged[]): Promise<readonly string[]> {
  const lost: string[] = [];
  for (const kind of new Set(entries.map((entry) => entry.kind))) {
    const ids = entries.filter((entry) => entry.kind === kind).map(({ id }) => id);
    // A kind that nobody knows how to look for is as good as lost.
    const rows = await asOwner<{ id: string }>(traces[kind] ?? "select null::text as id where $1::text[] is null", [ids]);
    const there = new Set(rows.map(({ id }) => id));
    lost.push(...ids.filter((id) => !there.has(id)).map((id) => `${kind} ${id} is not there`));
    if (rows.length > there.size) lost.push(`a ${kind} is there twice`);
  }
  const kept = await asOwner<{ key: string }>("select key from idempotency_key where key = any($1) and answer is not null", [
    entries.map(({ key }) => key),
  ]);
  const keys = new Set(kept.map(({ key }) => key));
  const unanswered = entries.filter(({ key }) => !keys.has(key)).map(({ kind, id }) => `${kind} ${id} is not there`);
  return [...new Set([...lost, ...unanswered])];
}
