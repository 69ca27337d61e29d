import type { Permission } from "@jizhen/domain-town";
import type { FileId, PersonId } from "@jizhen/kernel";
import { refuse } from "./refuse.ts";
import { nobodyOrganisation, type ReadTx, type Tx } from "./tx.ts";

/** For whom a file is. request: who may see that request. quote: encrypted, its key lies inside the sealed quote. application: applicant and administration. capability, document, upgrade: the firm and the administration. measure: the administration. complaint: its desk and, where the complainant agreed, the other side. */
export const filePurposes = [
  "request",
  "quote",
  "application",
  "capability",
  "document",
  "measure",
  "roll",
  "complaint",
  "upgrade",
] as const;
export type FilePurpose = (typeof filePurposes)[number];

export type StoredFile = {
  readonly id: FileId;
  readonly organisationId: string;
  readonly personId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly storageKey: string;
  readonly purpose: FilePurpose;
  readonly subject: string | null;
};

/** A module's answer to "may this actor read this file?"; the owner organisation always may and is not asked about. */
export type MayReadFile = (tx: ReadTx, file: StoredFile, may: ReadonlySet<Permission>) => Promise<boolean> | boolean;

/** Where the bytes lie: a folder by default, an S3 bucket by setting. Names are random, never a person's words. */
export type FileStore = {
  put(storageKey: string, content: Uint8Array): Promise<void>;
  get(storageKey: string): Promise<Uint8Array>;
  remove(storageKey: string): Promise<void>;
};

/** The life of a file as one table: uploaded for a purpose, then bound for good to one thing of that purpose. Read by the proof of machines. @public */
export const fileSteps = { uploaded: { claim: "claimed" }, claimed: { claim: "claimed" } } as const;

const columns = `id, organisation_id as "organisationId", person_id as "personId", name, media_type as "mediaType", size, sha256,
  storage_key as "storageKey", purpose, subject`;

export async function findFile(tx: ReadTx, id: FileId): Promise<StoredFile | null> {
  const [file] = await tx.query<StoredFile>("platform.file", `select ${columns} from stored_file where town_id = $1 and id = $2`, [
    tx.by.townId,
    id,
  ]);
  return file ?? null;
}

export async function insertFile(tx: Tx, file: Omit<StoredFile, "organisationId" | "personId" | "subject">): Promise<void> {
  await tx.query(
    `insert into stored_file (town_id, id, organisation_id, person_id, name, media_type, size, sha256, storage_key, purpose, at)
     values ($1, $2, $3, $4, $5, $6, $7::int, $8, $9, $10, $11::timestamptz)`,
    [
      tx.by.townId,
      file.id,
      tx.by.orgId,
      tx.by.personId,
      file.name,
      file.mediaType,
      file.size,
      file.sha256,
      file.storageKey,
      file.purpose,
      tx.at.toISOString(),
    ],
  );
}

/**
 * Binds uploaded files to what they belong to (a request, a membership), in the use case that takes their ids from input.
 * Only one's own organisation's files of that purpose, or those the person uploaded before the organisation existed.
 */
export async function claimFiles(tx: Tx, ids: readonly FileId[], purpose: FilePurpose, subject: string): Promise<void> {
  if (ids.length === 0) return;
  const claimed = await tx.query(
    `update stored_file set subject = $5, organisation_id = $3
      where town_id = $1 and id = any($2) and purpose = $6 and (subject is null or subject = $5)
        and (organisation_id = $3 or (organisation_id = $7 and person_id = $4)) returning id`,
    [tx.by.townId, [...ids], tx.by.orgId, tx.by.personId, subject, purpose, nobodyOrganisation],
  );
  if (claimed.length !== new Set(ids).size) refuse({ kind: "not_found", code: "platform.file_unknown" });
}

/** The uploader's own until an organisation claims it. */
export const isOwn = (file: StoredFile, by: { readonly orgId: string; readonly personId: PersonId }): boolean =>
  file.organisationId === by.orgId
    ? file.organisationId !== nobodyOrganisation || file.personId === by.personId
    : isUnclaimedOf(file, by.personId);

const isUnclaimedOf = (file: StoredFile, personId: PersonId) => file.organisationId === nobodyOrganisation && file.personId === personId;
