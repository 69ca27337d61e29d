import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from "node:zlib";
import { Hono } from "hono";
import { afterAll, describe, expect, it } from "vitest";
import { staticSite } from "./static.ts";

const folder = mkdtempSync(join(tmpdir(), "jizhen-web-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(join(folder, "assets"));
const page = `<!doctype html><title>集镇</title>${"<p>x</p>".repeat(200)}`;
writeFileSync(join(folder, "index.html"), page);
writeFileSync(join(folder, "assets/main-C0ffee12.js"), "console.log(1)".repeat(100));
writeFileSync(join(folder, "assets/main-C0ffee12.js.map"), "{}");
writeFileSync(join(folder, ".secret"), "x");
const [script, packedByBuild] = ["console.log(2)".repeat(100), brotliCompressSync("console.log(2)".repeat(100))];
writeFileSync(join(folder, "assets/page-C0ffee34.js"), script);
writeFileSync(join(folder, "assets/page-C0ffee34.js.br"), packedByBuild);

const site = staticSite(folder);
const app = new Hono().get("*", async (c) => (await site(c)) ?? c.notFound());
const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });

describe("the built web application", () => {
  it.each(["/", "/index.html", "/procurement/requests/preq_1"])("%s is the application and is asked for anew each time", async (path) => {
    const answer = await get(path);
    expect([answer.status, answer.headers.get("cache-control"), await answer.text()]).toEqual([200, "no-cache", page]);
  });
  it("what carries its hash in its name is kept for ever", async () => {
    expect((await get("/assets/main-C0ffee12.js")).headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  });
  it("is packed as the browser can unpack it", async () => {
    const packed = async (accepted: string) => {
      const answer = await get("/", { "accept-encoding": accepted });
      return [answer.headers.get("content-encoding"), Buffer.from(await answer.arrayBuffer())] as const;
    };
    const [br, gzip, plain] = [await packed("gzip, br"), await packed("gzip"), await packed("")];
    expect([br[0], brotliDecompressSync(br[1]).toString()]).toEqual(["br", page]);
    expect([gzip[0], gunzipSync(gzip[1]).toString()]).toEqual(["gzip", page]);
    expect([plain[0], plain[1].toString()]).toEqual([null, page]);
  });
  it("is sent as the build packed it, to whoever can unpack that", async () => {
    const body = async (accepted: string) =>
      Buffer.from(await (await get("/assets/page-C0ffee34.js", { "accept-encoding": accepted })).arrayBuffer());
    expect(await body("br")).toEqual(packedByBuild);
    expect((await body("")).toString()).toBe(script);
  });
  it("is not sent again to who has it", async () => {
    const etag = (await get("/")).headers.get("etag") ?? "";
    expect((await get("/", { "if-none-match": etag })).status).toBe(304);
  });
  it.each([
    "/assets/none.js",
    "/assets/page-C0ffee34.js.br",
    "/assets/main-C0ffee12.js.map",
    "/.secret",
    "/../index.html/x.js",
    "/%2e%2e/secret.txt",
  ])("%s is not there", async (path) => {
    expect((await get(path)).status).toBe(404);
  });
});
