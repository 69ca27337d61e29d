import { ownHeaders } from "./trpc.ts";

export type UploadPurpose = "request" | "quote" | "application";
/** `sealKey` comes with files of a quote only, and travels on inside the sealed quote. */
export type Uploaded = { readonly id: string; readonly name: string; readonly size: number; readonly mediaType: string; readonly sealKey?: string };

/** Sends one file on its own route. A refusal is thrown in the shape of any other refused call. */
export async function uploadFile(file: File, purpose: UploadPurpose): Promise<Uploaded> {
  const answer = await fetch(`/files?purpose=${purpose}`, {
    method: "POST",
    headers: { ...ownHeaders(), "content-type": file.type || "application/octet-stream", "x-file-name": encodeURIComponent(file.name) },
    body: file,
  });
  const body: unknown = await answer.json().catch(() => null);
  if (answer.ok) return body as Uploaded;
  throw { data: { httpStatus: answer.status, ...(typeof body === "object" ? body : {}) } };
}
