import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { authSecret, sessionCookieName } from "../apps/server/src/auth.ts";
import { signedCookieValue } from "../apps/server/src/session-cookie.ts";
import { procedures } from "../packages/api/src/access-matrix/harness.ts";
import { aWorld, type Someone, type World } from "../packages/api/src/testing/index.ts";
import { checksumOf } from "./fuzz/oracle.ts";
import { type Host, startHost } from "./support/host.ts";
import { figure, timed } from "./support/scale.ts";

let world: World;
let host: Host;
beforeAll(async () => {
  world = await aWorld();
  host = await startHost({ env: { DATABASE_URL: world.fresh.ownerUrl, APP_DATABASE_URL: world.fresh.appUrl, DATA_DIR: world.dataDir } });
});
afterAll(async () => {
  await host.stop();
  await world.close();
});

const headers = (who?: Someone): Record<string, string> => ({
  "x-jizhen-client": "web",
  ...(who && {
    cookie: `${sessionCookieName({ secure: false })}=${signedCookieValue(who.token, authSecret(world.platform.services))}`,
    "x-jizhen-workspace": who.workspace,
  }),
});
const call = (path: string, init: RequestInit = {}) => fetch(host.url + path, { redirect: "manual", ...init });
const paths = Object.keys(procedures);

/** Every route the built server has, with one address of each. */
const routes = [
  "/",
  "/index.html",
  "/procurement/requests",
  "/healthz",
  "/files/file_00000000000000000000000000",
  "/documents/orders/pord_00000000000000000000000000.pdf",
  "/demo/people",
  "/demo/enter/owner.dingxiang",
  "/auth/get-session",
  "/auth/ok",
  "/auth/error",
  "/auth/list-sessions",
  "/nothing.php",
  "/.env",
  "/.git/config",
  "/assets/",
  "/assets/../../package.json",
  "/trpc",
  "/trpc/",
  ...paths.map((path) => `/trpc/${path}`),
];

it("every route of the built server carries every header, and no body is kept that is not public (G20)", async () => {
  let checked = 0;
  const { seconds } = await timed(async () => {
    for (const route of routes) {
      for (const who of [undefined, world.buyer]) {
        const answer = await call(route, { headers: { ...headers(who), origin: "https://evil.example", accept: "text/html" } });
        await answer.body?.cancel();
        const about = `${route} ${answer.status}`;
        const of = (name: string) => answer.headers.get(name);
        expect(answer.status, about).toBeLessThan(500);
        expect(of("content-security-policy"), about).toMatch(/default-src '(self|none)'/);
        expect(of("content-security-policy"), about).not.toMatch(/script-src[^;]*unsafe|\*/);
        expect(of("x-content-type-options"), about).toBe("nosniff");
        expect(of("referrer-policy"), about).toBe("strict-origin-when-cross-origin");
        expect(of("x-frame-options"), about).toBe("DENY");
        expect(of("cross-origin-opener-policy"), about).toBe("same-origin");
        expect(of("cross-origin-resource-policy"), about).toBe("same-origin");
        expect(of("permissions-policy"), about).toContain("camera=()");
        expect(of("access-control-allow-origin"), about).toBeNull();
        expect(of("access-control-allow-credentials"), about).toBeNull();
        expect([of("x-powered-by"), of("server")], about).toEqual([null, null]);
        if (/^\/(trpc|auth|files|documents|demo|healthz)/.test(route)) expect(of("cache-control"), about).toMatch(/no-store|no-cache/);
        checked += 1;
      }
    }
  });
  figure({ promise: "G20", proof: "headers of every route", seconds, routes: routes.length, answers: checked });
});

it("no GET changes a row, whatever its address (G20)", async () => {
  const before = await checksumOf(world);
  for (const route of routes) {
    for (const suffix of ["", "?batch=1&input=%7B%7D", `?input=${encodeURIComponent('{"json":{"ids":null}}')}`]) {
      const answer = await call(route + suffix, { headers: { ...headers(world.buyer), origin: host.url } });
      await answer.body?.cancel();
    }
  }
  expect(await checksumOf(world)).toBe(before);
  const mutations = paths.filter((path) => procedures[path]?._def.type === "mutation");
  for (const path of mutations) expect((await call(`/trpc/${path}?input=%7B%7D`, { headers: headers(world.buyer) })).status).toBe(405);
});

describe("what another site's page can make a browser send (G20)", () => {
  const body = '{"json":{"ids":null}}';
  const evil = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
  const form = "application/x-www-form-urlencoded";
  const attempts: readonly (readonly [string, string, RequestInit])[] = [
    "/trpc/platform.notification.markRead",
    "/files?purpose=request",
    "/auth/sign-out",
    "/auth/revoke-sessions",
  ].flatMap(
    (path) =>
      [
        [`a form to ${path}`, path, { method: "POST", headers: { ...evil, "content-type": form }, body: "a=b" }],
        [
          `a multipart form to ${path}`,
          path,
          { method: "POST", headers: { ...evil, "content-type": "multipart/form-data; boundary=x" }, body: "--x--" },
        ],
        [`text/plain to ${path}`, path, { method: "POST", headers: { ...evil, "content-type": "text/plain" }, body }],
        [`JSON to ${path}`, path, { method: "POST", headers: { ...evil, "content-type": "application/json" }, body }],
        [`the origin null to ${path}`, path, { method: "POST", headers: { origin: "null", "content-type": "application/json" }, body }],
        [
          `a sibling host to ${path}`,
          path,
          { method: "POST", headers: { origin: "http://evil.127.0.0.1", "content-type": "application/json" }, body },
        ],
        [
          `forwarded hosts to ${path}`,
          path,
          {
            method: "POST",
            headers: {
              ...evil,
              "x-forwarded-host": "evil.example",
              "x-forwarded-proto": "https",
              forwarded: "host=evil.example",
              "content-type": "application/json",
            },
            body,
          },
        ],
        [
          `a method in disguise to ${path}`,
          path,
          { method: "GET", headers: { ...evil, "x-http-method-override": "POST", "x-method-override": "POST" } },
        ],
      ] as const,
  );
  it.each(attempts)("%s does nothing", async (_, path, init) => {
    const before = await checksumOf(world);
    const cookie = headers(world.buyer)["cookie"] ?? "";
    const answer = await call(path, { ...init, headers: { ...(init.headers as Record<string, string>), cookie } });
    // A plain GET of an address that has no file is the application's page, which does nothing either.
    const page = init.method === "GET" && (answer.headers.get("content-type") ?? "").startsWith("text/html");
    expect(page ? [200] : [403, 404, 405, 415]).toContain(answer.status);
    expect(await checksumOf(world)).toBe(before);
  });

  it("a preflight is never answered with leave", async () => {
    for (const path of ["/trpc/platform.session.me", "/files", "/auth/sign-in/email"]) {
      const asked = {
        origin: "https://evil.example",
        "access-control-request-method": "POST",
        "access-control-request-headers": "x-jizhen-client",
      };
      const answer = await call(path, { method: "OPTIONS", headers: asked });
      expect(answer.headers.get("access-control-allow-origin")).toBeNull();
      expect(answer.status).toBeGreaterThanOrEqual(400);
    }
  });

  it.each(["PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND", "LOCK"])("%s is nobody's method", async (method) => {
    for (const path of ["/trpc/platform.notification.markRead", "/files/file_x", "/auth/sign-out", "/healthz", "/"]) {
      const answer = await call(path, { method, headers: { ...headers(world.buyer), origin: host.url } });
      expect(answer.status, path).toBeGreaterThanOrEqual(400);
      expect(answer.status, path).toBeLessThan(500);
    }
  });
});

/** Sends bytes as they are; answers all that came back until the server hung up or fell silent. */
function raw(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(host.url).port), "127.0.0.1", () => socket.write(bytes));
    let heard = "";
    socket.setTimeout(2_000, () => socket.destroy());
    socket.on("data", (part) => (heard += part.toString("latin1")));
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(heard));
  });
}

describe("requests that two servers would read differently (G20)", () => {
  const smuggled = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
  const post = (head: string, body: string) => `POST /nothing HTTP/1.1\r\nHost: x\r\n${head}\r\n\r\n${body}`;
  it.each([
    ["length and chunks at once", post(`Content-Length: 4\r\nTransfer-Encoding: chunked`, `0\r\n\r\n${smuggled}`)],
    ["chunks and length at once", post(`Transfer-Encoding: chunked\r\nContent-Length: 4`, `0\r\n\r\n${smuggled}`)],
    ["two lengths", post(`Content-Length: 0\r\nContent-Length: ${smuggled.length}`, smuggled)],
    ["a length with a sign", post(`Content-Length: +0`, smuggled)],
    ["a length in hex", post(`Content-Length: 0x0`, smuggled)],
    ["two lengths in one line", post(`Content-Length: 0, ${smuggled.length}`, smuggled)],
    ["an encoding nobody knows", post(`Transfer-Encoding: xchunked`, `0\r\n\r\n${smuggled}`)],
    ["chunks twice", post(`Transfer-Encoding: chunked\r\nTransfer-Encoding: identity`, `0\r\n\r\n${smuggled}`)],
    ["a blank before the colon", post(`Content-Length : 0`, smuggled)],
    ["a folded line", post(`X: a\r\n b\r\nContent-Length: 0\r\n\tx: 1`, smuggled)],
    ["line feeds alone", `POST /nothing HTTP/1.1\nHost: x\nContent-Length: 0\n\n${smuggled}`],
    ["a chunk of a bad size", post(`Transfer-Encoding: chunked`, `zz\r\n${smuggled}`)],
    ["a chunk with an overlong size", post(`Transfer-Encoding: chunked`, `FFFFFFFFFFFFFFFFF\r\n${smuggled}`)],
    ["NUL in a header", post(`X: a\0b\r\nContent-Length: 0`, smuggled)],
    ["no host", `GET /healthz HTTP/1.1\r\n\r\n${smuggled}`],
    ["a version nobody speaks", `GET /healthz HTTP/9.9\r\nHost: x\r\n\r\n${smuggled}`],
  ])("%s: refused, and nothing behind it is answered", async (_, bytes) => {
    const heard = await raw(bytes);
    expect(heard).toMatch(/^HTTP\/1\.1 (400|413|431|505) /);
    expect(heard).not.toContain('"ok":true');
    expect(heard.match(/HTTP\/1\.1 /g)).toHaveLength(1);
  });

  it("sent as it should be, the one behind is answered: this wire can tell", async () => {
    const heard = await raw(`GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n${smuggled}`);
    expect(heard).toContain('"ok":true');
  });

  it("the server still serves", async () => expect((await call("/healthz")).status).toBe(200));
});

describe("the limit on operations (G20)", () => {
  const limitedTo = async (perMinute: number, ask: (url: string) => Promise<number>[]): Promise<number[]> => {
    const env = { DATABASE_URL: world.fresh.ownerUrl, APP_DATABASE_URL: world.fresh.appUrl, DATA_DIR: world.dataDir };
    const limited = await startHost({ env: { ...env, RATE_LIMIT: String(perMinute), ROLE: "api" } });
    try {
      return await Promise.all(ask(limited.url));
    } finally {
      await limited.stop();
    }
  };
  const batch = (url: string, comma: string, more: Record<string, string> = {}) =>
    fetch(`${url}/trpc/${Array.from({ length: 10 }, () => "platform.clock.now").join(comma)}?batch=1&input=%7B%7D`, {
      headers: { ...headers(), ...more },
    }).then(({ status }) => status);

  it("ten in a batch cost ten, however the commas are written and whatever address is claimed", async () => {
    const statuses = await limitedTo(40, (url) =>
      [",", "%2C", "%2c", ",", "%2C", "%2c", ",", "%2C"].map((comma, n) =>
        batch(url, comma, { "x-forwarded-for": `10.0.0.${n}`, forwarded: `for=10.0.0.${n}`, "x-real-ip": `10.0.0.${n}` }),
      ),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(4);
    expect(statuses.filter((status) => status === 429)).toHaveLength(4);
  });
});
