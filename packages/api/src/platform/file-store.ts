import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import type { FileStore } from "./files.ts";

/** Files in a folder of the data directory. */
export const folderStore = (dataDir: string): FileStore =>
  storeOn(new Disk(new FSDriver({ location: join(dataDir, "files"), visibility: "private" })));

export const storeOn = (disk: Disk): FileStore => ({
  put: (storageKey, content) => disk.put(storageKey, content),
  get: async (storageKey) => new Uint8Array(await disk.getBytes(storageKey)),
  remove: (storageKey) => disk.delete(storageKey),
});

/** A random name, spread over folders so that none grows too large. */
export function newStorageKey(): string {
  const name = randomBytes(24).toString("hex");
  return `${name.slice(0, 2)}/${name}`;
}
