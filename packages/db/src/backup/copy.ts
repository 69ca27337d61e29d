import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";

export type Copied = { readonly path: string; readonly size: number; readonly sha256: string };

/** Copies one file, flushed to disk, and tells what was copied; null when the file has gone meanwhile. */
export async function copyFile(from: string, to: string, path: string): Promise<Copied | null> {
  const hash = createHash("sha256");
  let size = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  try {
    await pipeline(createReadStream(from), count, createWriteStream(to, { mode: 0o600, flush: true }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT" && !existsSync(from)) return null;
    throw error;
  }
  return { path, size, sha256: hash.digest("hex") };
}

export type Tree = { readonly folders: readonly string[]; readonly files: readonly string[] };

/** Everything under a folder, as paths with "/" relative to it; nothing for a folder that does not exist. */
export function tree(root: string, keep: (path: string) => boolean = () => true): Tree {
  const folders: string[] = [];
  const files: string[] = [];
  const walk = (under: string) => {
    for (const entry of list(join(root, under))) {
      const path = under === "" ? entry.name : `${under}/${entry.name}`;
      if (!keep(path)) continue;
      if (entry.isDirectory()) {
        folders.push(path);
        walk(path);
      } else if (entry.isFile()) files.push(path);
    }
  };
  walk("");
  return { folders, files };
}

function list(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
