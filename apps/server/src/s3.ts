import { createHash, createHmac } from "node:crypto";
import type { FileStore } from "@jizhen/api";
import type { Env } from "./env.ts";

export type Bucket = {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
};

type Signed = { readonly url: string; readonly headers: Readonly<Record<string, string>> };

const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");
const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();

/** AWS Signature Version 4 over one request without a query, by the headers host, x-amz-content-sha256, x-amz-date and `more`. */
export function sign(
  { region, accessKeyId, secretAccessKey }: Bucket,
  method: string,
  url: URL,
  content: Uint8Array,
  at: Date,
  more: Readonly<Record<string, string>> = {},
): Signed {
  const stamp = at.toISOString().replace(/[-:]|\.\d{3}/g, "");
  const day = stamp.slice(0, 8);
  const headers: Record<string, string> = { ...more, host: url.host, "x-amz-content-sha256": sha256(content), "x-amz-date": stamp };
  const names = Object.keys(headers).toSorted((a, b) => (a < b ? -1 : 1));
  const list = names.join(";");
  const canonical = [method, url.pathname, "", ...names.map((name) => `${name}:${headers[name] ?? ""}`), "", list, sha256(content)].join(
    "\n",
  );
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ["AWS4-HMAC-SHA256", stamp, scope, sha256(canonical)].join("\n");
  const key = hmac(hmac(hmac(hmac(`AWS4${secretAccessKey}`, day), region), "s3"), "aws4_request");
  const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope},SignedHeaders=${list},Signature=${hmac(key, toSign).toString("hex")}`;
  const { host: _, ...sent } = headers;
  return { url: url.href, headers: { ...sent, authorization } };
}

const patienceMs = 20_000;
const empty = new Uint8Array();

/** Files in an S3 bucket, addressed by path (which every S3-compatible store understands). */
export function bucketStore(bucket: Bucket, clock: () => Date = () => new Date()): FileStore {
  const call = async (method: "PUT" | "GET" | "DELETE", key: string, content: Uint8Array = empty) => {
    const { url, headers } = sign(
      bucket,
      method,
      new URL(`${bucket.endpoint.replace(/\/+$/, "")}/${bucket.bucket}/${key}`),
      content,
      clock(),
    );
    const body = method === "PUT" ? { body: new Uint8Array(content) } : {};
    const answer = await fetch(url, { method, headers, signal: AbortSignal.timeout(patienceMs), redirect: "error", ...body });
    if (!answer.ok) throw new Error(`the file store answered ${answer.status} to ${method}`);
    return new Uint8Array(await answer.arrayBuffer());
  };
  return {
    put: async (key, content) => void (await call("PUT", key, content)),
    get: (key) => call("GET", key),
    remove: async (key) => void (await call("DELETE", key)),
  };
}

/** null: no bucket is set, so files lie in the data directory. */
export function bucketOf(env: Env): Bucket | null {
  const { S3_BUCKET, S3_REGION, S3_ENDPOINT, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env;
  if (S3_BUCKET === undefined || S3_ACCESS_KEY_ID === undefined || S3_SECRET_ACCESS_KEY === undefined) return null;
  const endpoint = S3_ENDPOINT ?? `https://s3.${S3_REGION}.amazonaws.com`;
  return { endpoint, bucket: S3_BUCKET, region: S3_REGION, accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY };
}
