import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Bucket, bucketStore, sign } from "./s3.ts";

// The published example of "Authenticating Requests (AWS Signature Version 4)": GET test.txt with a range.
const example: Bucket = {
  endpoint: "https://examplebucket.s3.amazonaws.com",
  bucket: "",
  region: "us-east-1",
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
};

it("signs as the published example does", () => {
  const { headers } = sign(
    example,
    "GET",
    new URL("https://examplebucket.s3.amazonaws.com/test.txt"),
    new Uint8Array(),
    new Date("2013-05-24T00:00:00Z"),
    { range: "bytes=0-9" },
  );
  expect(headers["authorization"]).toContain("Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
});

describe("a bucket", () => {
  const kept = new Map<string, Buffer>();
  const server = createServer((incoming, outgoing) => {
    const parts: Buffer[] = [];
    incoming
      .on("data", (part: Buffer) => parts.push(part))
      .on("end", () => {
        const path = incoming.url ?? "";
        if (!incoming.headers.authorization?.startsWith("AWS4-HMAC-SHA256 Credential=id/")) return void outgoing.writeHead(403).end();
        if (incoming.method === "PUT") kept.set(path, Buffer.concat(parts));
        if (incoming.method === "DELETE") kept.delete(path);
        const found = kept.get(path);
        outgoing.writeHead(incoming.method === "GET" && !found ? 404 : 200).end(incoming.method === "GET" ? found : undefined);
      });
  });
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it("keeps, gives back and removes bytes, and says when it cannot", async () => {
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const store = bucketStore({ endpoint, bucket: "files", region: "r", accessKeyId: "id", secretAccessKey: "secret" });
    await store.put("ab/abcd", new Uint8Array([1, 2, 3]));
    expect([...kept.keys()]).toEqual(["/files/ab/abcd"]);
    expect([...(await store.get("ab/abcd"))]).toEqual([1, 2, 3]);
    await store.remove("ab/abcd");
    await expect(store.get("ab/abcd")).rejects.toThrow("404");
  });
});
