import { type FilePurpose, fetchFile, filePurposes, maxFileBytes, receiveFile, type Services } from "@jizhen/api";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { sameSite } from "./guard.ts";
import type { Bindings, Caller } from "./identity.ts";
import { refusePlainly } from "./refusals.ts";

const megabyte = 1024 * 1024;
/** Room for the frame of a multipart body around a file of the largest size. */
const frame = 64 * 1024;

/** A file is never shown by us, only saved by the person: no type of content can run under our origin. */
export const asAttachment = (name: string, mediaType: string): Record<string, string> => ({
  "content-type": mediaType,
  "content-disposition": `attachment; filename="${name.replace(/[^\x20-\x7e]|["\\%]/g, "_")}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, escapeSign)}`,
  "content-security-policy": "default-src 'none'; sandbox",
  "x-content-type-options": "nosniff",
  "cache-control": "private, no-store",
});

const escapeSign = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;

export function fileRoutes(services: Services, origins: readonly string[], caller: Caller): Hono<Bindings> {
  const routes = new Hono<Bindings>();
  const tooLarge = (c: Context) =>
    refusePlainly(c, { kind: "rule", code: "platform.file_too_large", params: { maxMegabytes: maxFileBytes / megabyte } }, 413);

  routes.post("/", sameSite(origins), bodyLimit({ maxSize: maxFileBytes + frame, onError: tooLarge }), async (c) => {
    const identity = await caller.identity(c);
    // Before the body is read: who may not upload need not send ten megabytes.
    if (!identity.person) return refusePlainly(c, { kind: "forbidden", code: "platform.sign_in_needed" });
    const purpose = c.req.query("purpose");
    if (!isPurpose(purpose))
      return refusePlainly(c, { kind: "rule", code: "platform.invalid_input", params: { count: 1 }, field: "purpose" });
    const { name, content } = await readUpload(c);
    return c.json(await receiveFile(services, identity, { purpose, name, content, town: c.req.query("town") ?? null }));
  });

  routes.get("/:id", async (c) => {
    const file = await fetchFile(services, await caller.identity(c), c.req.param("id"), c.req.header("x-file-key") ?? null);
    return c.body(new Uint8Array(file.content), 200, asAttachment(file.name, file.mediaType));
  });
  return routes;
}

const isPurpose = (text: string | undefined): text is FilePurpose => filePurposes.some((purpose) => purpose === text);

async function readUpload(c: Context<Bindings>): Promise<{ name: string; content: Uint8Array }> {
  if (c.req.header("content-type")?.startsWith("multipart/form-data")) {
    const { file } = await c.req.parseBody();
    if (file instanceof File) return { name: file.name, content: new Uint8Array(await file.arrayBuffer()) };
    return { name: "", content: new Uint8Array() };
  }
  return { name: decodeName(c.req.header("x-file-name") ?? ""), content: new Uint8Array(await c.req.arrayBuffer()) };
}

function decodeName(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
