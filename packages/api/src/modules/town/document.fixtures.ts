import { newId } from "@jizhen/db";
import { type DocumentEntry, DocumentId } from "@jizhen/domain-town";
import { FileId, type LocalDate, localDateAt, plusDays } from "@jizhen/kernel";
import type { Someone, World } from "../../testing/index.ts";

/** The town's date so many days after that of the product's clock. */
export async function inDays(world: World, days: number): Promise<LocalDate> {
  const [now] = await world.asOwner<{ at: Date }>("select jizhen_clock() as at");
  return plusDays(localDateAt(now?.at ?? new Date(0)), days);
}

/** A scan as the upload leaves it. */
export async function aScan(world: World, { actor }: Someone, purpose: "document" | "measure" = "document"): Promise<FileId> {
  const id = newId("file");
  await world.asOwner(
    `insert into stored_file (town_id, id, organisation_id, person_id, name, media_type, size, sha256, storage_key, purpose, at)
     values ($1, $2, $3, $4, '证照.png', 'image/png', 3, 'x', $5, $6, now())`,
    [actor.townId, id, actor.orgId, actor.personId, newId("key"), purpose],
  );
  return FileId.parse(id);
}

export const aDocumentEntry = async (world: World, who: Someone, change: Partial<DocumentEntry> = {}): Promise<DocumentEntry> => ({
  type: "quality_system",
  number: "QMS-2026-01",
  validUntil: await inDays(world, 400),
  file: await aScan(world, who),
  ...change,
});

/** Handed in by a firm and waiting for a reviewer. */
export async function aWaitingDocument(world: World, who: Someone, change: Partial<DocumentEntry> = {}) {
  const { id } = await world.as(who).town.document.upload(await aDocumentEntry(world, who, change));
  return { documentId: DocumentId.parse(id), version: 0 };
}

/** Accepted by the reviewer as it was handed in. */
export async function anAcceptedDocument(world: World, who: Someone, change: Partial<DocumentEntry> = {}) {
  const entry = await aDocumentEntry(world, who, change);
  const { id } = await world.as(who).town.document.upload(entry);
  const { number, validUntil } = entry;
  return { documentId: id, ...(await world.as(world.reviewer).town.document.accept({ documentId: id, version: 0, number, validUntil })) };
}
