import { ownHeaders } from "./trpc.ts";

export type UploadPurpose = "request" | "quote" | "application" | "capability" | "document" | "measure" | "roll" | "complaint" | "upgrade";
/** `sealKey` comes with files of a quote only, and travels on inside the sealed quote. */
export type Uploaded = {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly mediaType: string;
  readonly sealKey?: string;
};

/** Sends one file on its own route; `town` names the town applied to, for somebody who has no workspace there yet. A refusal is thrown in the shape of any other refused call. */
export async function uploadFile(file: File, purpose: UploadPurpose, town?: string): Promise<Uploaded> {
  const { "x-jizhen-workspace": workspace, ...bare } = ownHeaders();
  const own = town === undefined && workspace !== undefined ? { ...bare, "x-jizhen-workspace": workspace } : bare;
  const answer = await fetch(`/files?purpose=${purpose}${town === undefined ? "" : `&town=${encodeURIComponent(town)}`}`, {
    method: "POST",
    headers: { ...own, "content-type": file.type || "application/octet-stream", "x-file-name": encodeURIComponent(file.name) },
    body: file,
  });
  const body: unknown = await answer.json().catch(() => null);
  if (answer.ok) return body as Uploaded;
  throw Object.assign(new Error("refused"), { data: { httpStatus: answer.status, ...(typeof body === "object" ? body : {}) } });
}
