import type { ReadTx } from "./tx.ts";

/** For whom a file is: see `StoredFile.purpose`. */
export const filePurposes = ["request", "quote", "application"] as const;
export type FilePurpose = (typeof filePurposes)[number];

export type StoredFile = {
  readonly id: string;
  readonly organisationId: string;
  readonly personId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly storageKey: string;
  readonly purpose: FilePurpose;
  readonly subject: string | null;
};

/** A module's answer to "may this actor read this file?"; the owner organisation always may and is not asked about. */
export type MayReadFile = (tx: ReadTx, file: StoredFile) => Promise<boolean>;

/** Where the bytes lie: a folder by default, an S3 bucket by setting. Names are random, never a person's words. */
export type FileStore = {
  put(storageKey: string, content: Uint8Array): Promise<void>;
  get(storageKey: string): Promise<Uint8Array>;
  remove(storageKey: string): Promise<void>;
};
