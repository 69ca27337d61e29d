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
};

export type Ledger = {
  readonly note: (entry: Acknowledged) => void;
  readonly entries: () => readonly Acknowledged[];
  readonly close: () => void;
};

/** A file of its own, outside every server: no crash of theirs can take a line back. */
export function aLedger(): Ledger {
  const folder = mkdtempSync(join(tmpdir(), "jizhen-ledger-"));
  const file = openSync(join(folder, "acknowledged.jsonl"), "a+");
  return {
    note: (entry) => {
      writeSync(file, `${JSON.stringify(entry)}\n`);
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
