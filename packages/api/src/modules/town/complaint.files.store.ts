import type { ComplaintId } from "@jizhen/domain-town";
import type { FileId } from "@jizhen/kernel";
import { insertFile, type StoredFile } from "../../platform/files.ts";
import type { Tx } from "../../platform/tx.ts";

export type OwnFile = Omit<StoredFile, "organisationId" | "personId" | "subject">;

/** What one's own organisation uploaded for complaints. */
export async function ownFiles(tx: Tx, ids: readonly FileId[]): Promise<OwnFile[]> {
  return tx.query<OwnFile>(
    `select id, name, media_type as "mediaType", size, sha256, storage_key as "storageKey", purpose from stored_file
      where town_id = $1 and organisation_id = $2 and id = any($3) and purpose = 'complaint'`,
    [tx.by.townId, tx.by.orgId, [...ids]],
  );
}

/** The same bytes under the same ids in the space that decides: the rows are copied, not the content. */
export async function copyFiles(tx: Tx, files: readonly OwnFile[], subject: ComplaintId): Promise<void> {
  for (const one of files) await insertFile(tx, one);
  await tx.query("update stored_file set subject = $3 where town_id = $1 and id = any($2)", [
    tx.by.townId,
    files.map(({ id }) => id),
    subject,
  ]);
}
