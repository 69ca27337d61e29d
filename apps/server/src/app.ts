import { appRouter, documents, incidentOf, macOf, makeDocument, makeSheet, type Platform, sheets } from "@jizhen/api";
import { isLocale } from "@jizhen/i18n";
import { Refusal } from "@jizhen/kernel";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { type Auth, addressHeader } from "./auth.ts";
import { demoRoutes } from "./demo.ts";
import type { Env } from "./env.ts";
import { asAttachment, fileRoutes } from "./files.ts";
import { guardCalls, ownOrigin, sameSite } from "./guard.ts";
import { securityHeaders } from "./headers.ts";
import { addressOf, type Bindings, callersOf } from "./identity.ts";
import { packAnswers } from "./pack.ts";
import { limiter } from "./rate-limit.ts";
import { refuseCall, refusePlainly } from "./refusals.ts";
import { guardSignIn } from "./sign-in.ts";
import type { StaticSite } from "./static.ts";

const maxBodyBytes = 1024 * 1024;

export type AppParts = { readonly platform: Platform; readonly auth: Auth; readonly env: Env; readonly site: StaticSite | null };

/** The whole HTTP face of the product on one port. */
export function createApp({ platform, auth, env, site }: AppParts): Hono<Bindings> {
  const { services } = platform;
  const caller = callersOf(services, env);
  const app = new Hono<Bindings>();
  app.use(logRequests(services.log));
  app.use(securityHeaders(env.secure));
  app.onError((error, c) => tellError(c, services.log, error));

  app.get("/healthz", (c) => health(c, platform));
  app.on(["GET", "POST"], "/auth/*", ownOrigin(env.origins), bodyLimit({ maxSize: 16 * 1024, onError: bodyTooLarge }), (c) =>
    guardSignIn(c, { services, mac: (text) => macOf(services.keys.auth, text), oldToken: caller.token(c) }, async () =>
      auth.handler(await withAddress(c, env)),
    ),
  );
  app.use("/trpc/*", packAnswers());
  app.use("/trpc/*", sameSite(env.origins), guardCalls({ limiter: limiter(env.RATE_LIMIT), who: (c) => caller.key(c) }));
  // A query in an address has no body; to look for one costs as much as the rest of the guards.
  app.on("POST", "/trpc/*", bodyLimit({ maxSize: maxBodyBytes, onError: bodyTooLarge }));
  app.all("/trpc/*", (c) =>
    fetchRequestHandler({
      endpoint: "/trpc",
      req: c.req.raw,
      router: appRouter,
      maxBatchSize: 10,
      allowMethodOverride: true, // a query longer than an address may be (a draft of 200 lines) travels as a POST
      createContext: ({ info }) => caller.context(c, info.connectionParams),
    }),
  );
  app.route("/files", fileRoutes(services, env.origins, caller));
  app.get("/documents/:kind/:file", (c) => sendDocument(c, platform, caller.identity(c)));
  app.get("/sheets/:file", (c) => sendSheet(c, platform, caller.identity(c)));
  if (env.demo) app.route("/demo", demoRoutes(services, auth, env));
  app.get("*", async (c) => (await site?.(c)) ?? refusePlainly(c, { kind: "not_found", code: "platform.address_unknown" }));
  app.notFound((c) => refusePlainly(c, { kind: "not_found", code: "platform.address_unknown" }));
  return app;
}

/** The face of a worker. */
export function createHealth(platform: Platform): Hono<Bindings> {
  const app = new Hono<Bindings>();
  app.get("/healthz", (c) => health(c, platform));
  return app;
}

const bodyTooLarge = (c: Context) =>
  refuseCall(c, { kind: "rule", code: "platform.body_too_large", params: { maxKilobytes: maxBodyBytes / 1024 } }, 413);

async function health(c: Context<Bindings>, { database }: Platform): Promise<Response> {
  const reached = await database.pool.query("select 1").then(
    () => true,
    () => false,
  );
  return c.json({ ok: reached }, reached ? 200 : 503, { "cache-control": "no-store" });
}

/** The limits of sign-in go by the address that we saw, whatever the client says of itself. */
async function withAddress(c: Context<Bindings>, env: Env): Promise<Request> {
  const { url, method, headers } = c.req.raw;
  const request = new Request(url, { method, headers, body: method === "GET" ? null : await c.req.arrayBuffer() });
  request.headers.set(addressHeader, addressOf(c, env.TRUST_PROXY ?? false));
  return request;
}

/** A record by its id, or a table by its period. */
const documentName = /^([a-z]+_[0-9a-z]{26}|\d{4}(?:-Q[1-4])?)\.pdf$/;

async function sendDocument(
  c: Context<Bindings>,
  { services }: Platform,
  asked: ReturnType<ReturnType<typeof callersOf>["identity"]>,
): Promise<Response> {
  const id = documentName.exec(c.req.param("file") ?? "")?.[1];
  const { person, workspace } = await asked;
  if (!person) return refusePlainly(c, { kind: "forbidden", code: "platform.sign_in_needed" });
  const kind = c.req.param("kind") ?? "";
  const lang = c.req.query("lang");
  const maker = Object.hasOwn(documents, kind) && id !== undefined ? documents[kind] : undefined;
  const document = await makeDocument(services, workspace, maker, id ?? "", isLocale(lang) ? lang : "zh-CN");
  return c.body(new Uint8Array(document.content), 200, asAttachment(document.name, "application/pdf"));
}

const sheetName = /^([a-z-]{1,40})\.(xlsx|csv)$/;

/** The filter of a list travels as JSON; what it may hold is the list's own schema. */
async function sendSheet(
  c: Context<Bindings>,
  { services }: Platform,
  asked: ReturnType<ReturnType<typeof callersOf>["identity"]>,
): Promise<Response> {
  const { person, workspace } = await asked;
  if (!person) return refusePlainly(c, { kind: "forbidden", code: "platform.sign_in_needed" });
  const [, kind = "", type = "csv"] = sheetName.exec(c.req.param("file") ?? "") ?? [];
  const lang = c.req.query("lang");
  const filter = parseFilter(c.req.query("filter"));
  if (filter === undefined)
    return refusePlainly(c, { kind: "rule", code: "platform.invalid_input", params: { count: 1 }, field: "filter" });
  const maker = Object.hasOwn(sheets, kind) ? sheets[kind] : undefined;
  const sheet = await makeSheet(services, workspace, maker, {
    filter,
    locale: isLocale(lang) ? lang : "zh-CN",
    type: type === "xlsx" ? "xlsx" : "csv",
  });
  return c.body(new Uint8Array(sheet.content), 200, asAttachment(sheet.name, sheet.mediaType));
}

function parseFilter(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "{}");
  } catch {
    return undefined;
  }
}

/** A refusal keeps its words; a fault is logged under an incident id and says nothing else. */
function tellError(c: Context, log: Platform["services"]["log"], error: Error): Response {
  if (error instanceof Refusal) return refusePlainly(c, error.reason as Parameters<typeof refusePlainly>[1]);
  const incident = incidentOf(error);
  log.fault("request failed", error, { incident, path: c.req.path });
  return c.json({ code: "INTERNAL_SERVER_ERROR", httpStatus: 500, path: null, reason: null, issues: [], incident }, 500);
}

/** Method, path, status and time; never a query string, which may hold what somebody typed. */
function logRequests(log: Platform["services"]["log"]) {
  return async (c: Context, next: () => Promise<void>) => {
    const began = performance.now();
    await next();
    const { path, method } = c.req;
    if (path.startsWith("/assets/") || path === "/healthz") return;
    log.info("request", { method, path, status: c.res.status, ms: Math.round(performance.now() - began) });
  };
}
