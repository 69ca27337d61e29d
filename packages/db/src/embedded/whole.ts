import { renameSync, rmSync, writeFileSync } from "node:fs";

/** Replaces a small file whole or not at all: on a full disk a file that is written over in its place is left empty. */
export function writeWhole(file: string, text: string, mode = 0o600): void {
  const draft = `${file}.new`;
  try {
    writeFileSync(draft, text, { mode, flush: true });
    renameSync(draft, file);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
