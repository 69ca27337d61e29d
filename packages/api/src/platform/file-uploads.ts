import { createHash } from "node:crypto";
import { newId } from "@jizhen/db";
import { type Actor, FileId, TownId } from "@jizhen/kernel";
import { townFor } from "../trpc/context.ts";
import type { Identity } from "./actor.ts";
import { openFile, sealFile } from "./file-seal.ts";
import { newStorageKey } from "./file-store.ts";
import { type Accepted, acceptedExtensions, fitName, typeOf } from "./file-types.ts";
import { type FilePurpose, findFile, insertFile, isOwn } from "./files.ts";
import { refuse } from "./refuse.ts";
import type { Services } from "./services.ts";
import { readSheet, sheetTypeOf, sheetTypes } from "./sheets/sheet.ts";
import { nobodyOrganisation } from "./tx.ts";

export const maxFileBytes = 10 * 1024 * 1024;

export type Upload = {
  readonly purpose: FilePurpose;
  readonly name: string;
  readonly content: Uint8Array;
  /** For somebody who applies and has no workspace yet: the town applied to. */
  readonly town: string | null;
};

export type Uploaded = {
  readonly id: FileId;
  readonly name: string;
  readonly size: number;
  readonly mediaType: string;
  /** purpose=quote only: the one copy of the key, to be laid inside the sealed quote. */
  readonly sealKey?: string;
};

/** Takes a file in: type told from content, random storage name, bytes written before the row that names them. */
export async function receiveFile(services: Services, identity: Identity, upload: Upload): Promise<Uploaded> {
  const actor = uploader(identity, upload);
  const { content } = upload;
  if (content.length === 0) refuse({ kind: "rule", code: "platform.file_empty" });
  if (content.length > maxFileBytes)
    refuse({ kind: "rule", code: "platform.file_too_large", params: { maxMegabytes: maxFileBytes / 1024 / 1024 } });
  const type = await typeFor(upload);
  const answer = { id: FileId.parse(newId("file")), name: fitName(upload.name, type), size: content.length, mediaType: type.mediaType };
  const { bytes, row, sealKey } = upload.purpose === "quote" ? sealed(content) : open(content, answer);
  const storageKey = newStorageKey();
  await putWhole(services, storageKey, bytes);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await townFor(services, actor, null).write((tx) =>
    insertFile(tx, { id: answer.id, ...row, sha256, storageKey, purpose: upload.purpose }),
  );
  return sealKey === null ? answer : { ...answer, sealKey };
}

/** A full disk breaks a file off in its middle: what no row will ever name would take its place for good. */
async function putWhole({ files }: Services, storageKey: string, bytes: Uint8Array): Promise<void> {
  try {
    await files.put(storageKey, bytes);
  } catch (error) {
    await files.remove(storageKey).catch(() => undefined);
    throw error;
  }
}

/** A list to import is told from content alone and refused by name (encrypted, with macros, a bomb) before it is kept. */
async function typeFor({ purpose, content, name }: Upload): Promise<Accepted> {
  if (purpose !== "roll")
    return (await typeOf(content, name)) ?? refuse({ kind: "rule", code: "platform.file_type", params: { allowed: acceptedExtensions } });
  readSheet(content, Number.POSITIVE_INFINITY);
  return sheetTypes[sheetTypeOf(content) === "xlsx" ? "xlsx" : "csv"];
}

const open = (content: Uint8Array, { name, size, mediaType }: Uploaded) => ({
  bytes: content,
  row: { name, size, mediaType },
  sealKey: null,
});

/** The row of a sealed file tells nothing: neither its name nor its type nor its true size. */
function sealed(content: Uint8Array) {
  const { sealed: bytes, key } = sealFile(content);
  return { bytes, row: { name: "sealed", size: bytes.length, mediaType: "application/octet-stream" }, sealKey: key };
}

function uploader({ person, workspace }: Identity, { purpose, town }: Upload): Actor {
  if (!person) return refuse({ kind: "forbidden", code: "platform.sign_in_needed" });
  if (purpose === "application") {
    if (workspace) return workspace.actor;
    const townId = TownId.safeParse(town);
    if (townId.success) return { townId: townId.data, orgId: nobodyOrganisation, personId: person.personId };
  }
  if (!workspace) return refuse({ kind: "not_found", code: "platform.workspace_unknown" });
  if (!workspace.permissions.has("platform.file.upload")) {
    return refuse({ kind: "forbidden", code: "platform.not_permitted", params: { permission: "platform.file.upload" } });
  }
  return workspace.actor;
}

export type Download = { readonly name: string; readonly mediaType: string; readonly content: Uint8Array };

/** Gives a file out, or says that there is none: whether it exists is nobody else's business. */
export async function fetchFile(services: Services, { person, workspace }: Identity, rawId: string, key: string | null): Promise<Download> {
  if (!person) return refuse({ kind: "forbidden", code: "platform.sign_in_needed" });
  const unknown = () => refuse({ kind: "not_found", code: "platform.file_unknown" });
  const id = FileId.safeParse(rawId);
  if (!workspace || !id.success) return unknown();
  const file = await townFor(services, workspace.actor, null).read(async (tx) => {
    const found = await findFile(tx, id.data);
    if (!found || isOwn(found, tx.by)) return found;
    const may = services.mayReadFile[found.purpose];
    return may && (await may(tx, found, workspace.permissions)) ? found : null;
  });
  if (!file) return unknown();
  const bytes = await services.files.get(file.storageKey);
  if (file.purpose !== "quote") return { name: file.name, mediaType: file.mediaType, content: bytes };
  const content = key === null ? null : openFile(bytes, key);
  if (content === null) return unknown();
  const type: Accepted = (await typeOf(content, "file.txt")) ?? { mediaType: "application/octet-stream", extension: "bin" };
  return { name: `quote-${file.id.slice(-6)}.${type.extension}`, mediaType: type.mediaType, content };
}
