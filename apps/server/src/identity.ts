import type { HttpBindings } from "@hono/node-server";
import { askIdentity, type Context as CallContext, contextOf, type Identity, type Services } from "@jizhen/api";
import type { Context } from "hono";
import { authSecret, sessionCookieName } from "./auth.ts";
import type { Env } from "./env.ts";
import { readSessionToken } from "./session-cookie.ts";

export type Bindings = { Bindings: HttpBindings; Variables: { token?: string | null } };

/** The address that counts for limits: the socket's, or what a trusted proxy appended. */
export function addressOf(c: Context<Bindings>, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
  return forwarded || c.env?.incoming?.socket.remoteAddress || "unknown";
}

export type Caller = {
  token(c: Context<Bindings>): string | null;
  /** Whose operations are counted. */
  key(c: Context<Bindings>): string;
  identity(c: Context<Bindings>): Promise<Identity>;
  context(c: Context<Bindings>, connection: Readonly<Record<string, string | undefined>> | null): CallContext;
};

export function callersOf(services: Services, env: Env): Caller {
  const [name, secret] = [sessionCookieName(env), authSecret(services)];
  const token = (c: Context<Bindings>) => {
    const known = c.get("token");
    if (known !== undefined) return known;
    const read = readSessionToken(c.req.header("cookie"), name, secret);
    c.set("token", read);
    return read;
  };
  const workspaceKey = (c: Context<Bindings>) => c.req.header("x-jizhen-workspace") ?? c.req.query("workspace") ?? null;
  return {
    token,
    key: (c) => token(c) ?? `address ${addressOf(c, env.TRUST_PROXY ?? false)}`,
    identity: (c) => askIdentity(services.database, { token: token(c), workspaceKey: workspaceKey(c) }),
    context: (c, connection) =>
      contextOf({
        services,
        token: token(c),
        workspaceKey: c.req.header("x-jizhen-workspace") ?? connection?.["workspace"] ?? null,
        idempotencyKey: c.req.header("idempotency-key") ?? null,
      }),
  };
}
