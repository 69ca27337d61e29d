import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aSite, origin, type Site } from "./http.fixtures.ts";

let site: Site;
beforeAll(async () => {
  site = await aSite();
});
afterAll(() => site.close());

const markRead = "/trpc/platform.notification.markRead";
const json = { "content-type": "application/json" };
const call = (path: string, init: RequestInit = {}) => fetch(site.url + path, { redirect: "manual", ...init });
const asBuyer = () => site.headers(site.world.buyer);
const post = (headers: Record<string, string>, body: string | Uint8Array<ArrayBuffer> = '{"json":{"ids":null}}') =>
  call(markRead, { method: "POST", headers, body });
type Told = {
  error: {
    json: {
      message: string;
      data: { reason: { code: string } | null; issues: { path: string; code: string }[]; incident: string | null; httpStatus: number };
    };
  };
};
const told = async (answer: Response) => ((await answer.json()) as Told).error.json;

describe("a call of the web application", () => {
  it("is answered with who one is", async () => {
    const answer = await call("/trpc/platform.session.me", { headers: asBuyer() });
    expect(await answer.json()).toMatchObject({
      result: { data: { json: { person: { name: "Buyer" }, current: { organisation: { nameEn: "Buyer Works" } } } } },
    });
  });
  it("may write", async () => expect((await post({ ...asBuyer(), ...json, origin })).status).toBe(200));
  it("with a cookie of another signature is a visitor's", async () => {
    const cookie = asBuyer()["cookie"]?.replace(/.{4}$/, "AAAA") ?? "";
    const answer = await call("/trpc/platform.session.me", { headers: { ...asBuyer(), cookie } });
    expect(await answer.json()).toMatchObject({ result: { data: { json: { person: null } } } });
  });
});

describe("hostile calls", () => {
  it.each([
    ["a form of another page", { ...json, origin: "https://evil.example" }, 403],
    ["another site by its own word", { ...json, origin, "sec-fetch-site": "cross-site" }, 403],
    ["a sibling host", { ...json, origin: "http://evil.jizhen.test", "sec-fetch-site": "same-site" }, 403],
    ["the origin null", { ...json, origin: "null" }, 403],
    ["text/plain", { "content-type": "text/plain", origin }, 415],
    ["multipart", { "content-type": "multipart/form-data; boundary=x", origin }, 415],
    ["octets", { "content-type": "application/octet-stream", origin }, 415],
    ["a urlencoded form", { "content-type": "application/x-www-form-urlencoded", origin }, 415],
    ["no content type", { origin }, 415],
  ])("%s is refused before the API", async (_, headers, status) => {
    const answer = await post({ ...asBuyer(), ...headers }, new TextEncoder().encode('{"json":{"ids":null}}'));
    expect(answer.status).toBe(status);
  });

  it("a call without the own header is refused", async () => {
    const { "x-jizhen-client": _, ...headers } = asBuyer();
    expect((await post({ ...headers, ...json, origin })).status).toBe(403);
    expect((await call("/trpc/platform.session.me", { headers })).status).toBe(403);
  });

  it.each(["PUT", "DELETE", "PATCH"])("%s is no method of the API", async (method) => {
    expect((await call(markRead, { method, headers: { ...asBuyer(), ...json, origin }, body: "{}" })).status).toBe(405);
  });

  it("a mutation is not run by GET", async () => {
    expect((await call(`${markRead}?input=${encodeURIComponent('{"json":{"ids":null}}')}`, { headers: asBuyer() })).status).toBe(405);
  });

  it.each([
    ["no JSON", "{"],
    ["not an object", "7"],
    ["null", "null"],
    [
      "prototype keys",
      '{"json":{"__proto__":{"ids":null},"constructor":{"prototype":{"polluted":1}}},"meta":{"values":{"__proto__.polluted":["Date"]}}}',
    ],
    ["an extra key", '{"json":{"ids":null,"organisationId":"org_x"}}'],
    ["a wrong type", '{"json":{"ids":"all"}}'],
    ["a lone surrogate", '{"json":{"ids":["\\ud800"]}}'],
    ["NUL in a text", '{"json":{"ids":["a\\u0000"]}}'],
    ["deep nesting", `{"json":${"[".repeat(20_000)}${"]".repeat(20_000)}}`],
  ])("%s is an input error and not a fault", async (_, body) => {
    const answer = await post({ ...asBuyer(), ...json, origin }, body);
    expect([400, 422]).toContain(answer.status);
    expect(await told(answer)).toMatchObject({ message: "platform.invalid_input", data: { incident: null } });
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("an input error names the fields that are to be mended", async () => {
    const { data } = await told(await post({ ...asBuyer(), ...json, origin }, '{"json":{"ids":["noti_x",7]}}'));
    expect(data.reason).toMatchObject({ code: "platform.invalid_input", params: { count: 2 }, field: "ids.0" });
    expect(data.issues.map(({ path }) => path)).toEqual(["ids.0", "ids.1"]);
  });

  it("more than ten operations in one request are refused", async () => {
    const batch = async (size: number) => {
      const paths = Array.from({ length: size }, () => "platform.clock.now").join(",");
      return (await call(`/trpc/${paths}?batch=1&input=%7B%7D`, { headers: site.headers() })).status;
    };
    expect([await batch(10), await batch(11), await batch(500), await batch(1000)]).toEqual([200, 400, 400, 431]);
  });

  it("a body without length that never ends is cut off", async () => {
    expect(await endless(markRead, { ...asBuyer(), ...json, origin })).toBe(413);
    expect(await endless("/files?purpose=request", { ...asBuyer(), origin, "x-file-name": "a.txt" })).toBe(413);
  });

  it.each(["/trpc/no.such.thing", "/trpc/", "/trpc/__proto__", "/trpc/platform.session"])("%s is no procedure", async (path) => {
    const answer = await call(path, { headers: site.headers() });
    expect(answer.status).toBe(404);
    expect((await told(answer)).data.reason?.code).toBe("platform.address_unknown");
  });

  it.each([
    "/files/../../etc/passwd",
    "/files/file_x",
    "/documents/orders/x.pdf",
    "/documents/__proto__/pord_00000000000000000000000000.pdf",
    "/demo/enter/owner.dingxiang",
    "/..%2f..%2fetc/passwd",
  ])("%s leads nowhere", async (path) => {
    expect((await call(path, { headers: asBuyer() })).status).toBe(404);
  });
});

/** Sends chunks until it is stopped; the answer's status. */
const endless = (path: string, headers: Record<string, string>) =>
  new Promise<number>((resolve, reject) => {
    const outgoing = request(site.url + path, { method: "POST", headers: { ...headers, "transfer-encoding": "chunked" } }, (incoming) => {
      resolve(incoming.statusCode ?? 0);
      outgoing.destroy();
    });
    outgoing.on("error", (error: NodeJS.ErrnoException) =>
      error.code === "ECONNRESET" || error.code === "EPIPE" ? undefined : reject(error),
    );
    const chunk = Buffer.alloc(256 * 1024, " ");
    let sent = 0;
    const more = () => {
      if (outgoing.destroyed || sent > 64 * 1024 * 1024) return;
      sent += chunk.length;
      outgoing.write(chunk, () => setImmediate(more));
    };
    more();
  });

describe("the live stream", () => {
  it("tells an open screen what to read again, and closes when the person signs out", async () => {
    const { world } = site;
    const answer = await call("/trpc/platform.live.hints", { headers: { ...site.headers(world.rival), accept: "text/event-stream" } });
    expect(answer.headers.get("content-type")).toContain("text/event-stream");
    let seen = "";
    const ended = (async () => {
      const reader = answer.body?.getReader();
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) seen += new TextDecoder().decode(part.value);
    })();
    await world.asOwner("select pg_notify('jizhen_live', $1)", [
      JSON.stringify({
        townId: world.dingxiang.id,
        organisationId: world.rival.actor.orgId,
        personId: null,
        topic: "procurement.request:preq_1",
      }),
    ]);
    await expect.poll(() => seen, { timeout: 3_000 }).toContain("procurement.request:preq_1");
    await world.asOwner("delete from session where token = $1", [world.rival.token]);
    const began = Date.now();
    await ended;
    expect(Date.now() - began).toBeLessThan(5_000);
    expect(seen).toContain("platform.session");
  });
});

describe("a fault", () => {
  it("shows an incident and nothing else; the log has the rest under it", async () => {
    await site.world.asOwner("alter table notification rename to canary_table");
    const answer = await call(`/trpc/platform.notification.unread`, { headers: asBuyer() });
    await site.world.asOwner("alter table canary_table rename to notification");
    const body = await answer.text();
    expect(answer.status).toBe(500);
    for (const secret of ['notification\\"', "relation", "canary", "select", "at ", ".ts", "stack"])
      expect(body.replace('"path":"platform.notification.unread"', "")).not.toContain(secret);
    const { incident } = (JSON.parse(body) as Told).error.json.data;
    expect(site.world.logged.some((line) => line.includes(incident ?? "?") && line.includes("does not exist"))).toBe(true);
  });
});

describe("every answer", () => {
  it.each(["/", "/trpc/platform.clock.now", "/healthz", "/nothing", "/auth/ok"])("%s carries the security headers", async (path) => {
    const { headers } = await call(path, { headers: site.headers() });
    expect(headers.get("content-security-policy")).toMatch(/script-src 'self';.*frame-ancestors 'none'/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
    expect(headers.get("permissions-policy")).toContain("camera=()");
    expect(headers.get("access-control-allow-origin")).toBeNull();
    expect(headers.get("x-powered-by")).toBeNull();
  });
});
