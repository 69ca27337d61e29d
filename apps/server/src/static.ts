import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Context } from "hono";

const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  json: "application/json; charset=utf-8",
  webmanifest: "application/manifest+json",
  svg: "image/svg+xml",
  png: "image/png",
  jpg: "image/jpeg",
  webp: "image/webp",
  ico: "image/x-icon",
  woff2: "font/woff2",
  woff: "font/woff",
  wasm: "application/wasm",
  txt: "text/plain; charset=utf-8",
};
const packed: ReadonlySet<string> = new Set(["html", "js", "css", "json", "webmanifest", "svg", "txt", "wasm"]);
const hashed = /-[A-Za-z0-9_-]{8,}\.[a-z0-9]+$/;

type Coding = "br" | "gzip";
type Page = {
  readonly body: Buffer;
  readonly type: string;
  readonly etag: string;
  readonly cache: string;
  readonly codings: Map<Coding, Promise<Buffer>>;
  readonly packs: boolean;
};

export type StaticSite = (c: Context) => Promise<Response | null>;

/**
 * The built web application, read once and packed once per coding where the build has not packed it. Paths are looked up in a table, so none can lead out of
 * the folder. An address without a file is the application itself: it knows its own routes.
 */
export function staticSite(folder: string): StaticSite {
  const pages = readPages(folder);
  return async (c) => {
    const path = c.req.path;
    const page = pages.get(path) ?? (path.slice(path.lastIndexOf("/")).includes(".") ? undefined : pages.get("/index.html"));
    if (!page) return null;
    const headers: Record<string, string> = {
      "content-type": page.type,
      etag: page.etag,
      "cache-control": page.cache,
      vary: "accept-encoding",
    };
    if (c.req.header("if-none-match") === page.etag) return c.body(null, 304, headers);
    const coding = page.packs ? codingFor(c.req.header("accept-encoding") ?? "") : null;
    if (coding === null) return c.body(new Uint8Array(page.body), 200, headers);
    return c.body(new Uint8Array(await packOnce(page, coding)), 200, { ...headers, "content-encoding": coding });
  };
}

function readPages(folder: string): ReadonlyMap<string, Page> {
  const pages = new Map<string, Page>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.startsWith(".") || /\.(?:map|br)$/.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    const extension = entry.name.slice(entry.name.lastIndexOf(".") + 1);
    const body = readFileSync(file);
    const packedByBuild = `${file}.br`;
    pages.set(`/${relative(folder, file).split(sep).join("/")}`, {
      body,
      type: types[extension] ?? "application/octet-stream",
      etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`,
      cache: hashed.test(entry.name) ? "public, max-age=31536000, immutable" : "no-cache",
      codings: new Map(existsSync(packedByBuild) ? [["br", Promise.resolve(readFileSync(packedByBuild))]] : []),
      packs: packed.has(extension) && body.length > 512,
    });
  }
  return pages;
}

const codingFor = (accepted: string): Coding | null => (/\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : null);

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

function packOnce(page: Page, coding: Coding): Promise<Buffer> {
  const ready = page.codings.get(coding);
  if (ready) return ready;
  const made = coding === "br" ? brotli(page.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 8 } }) : zip(page.body, { level: 8 });
  page.codings.set(coding, made);
  return made;
}
