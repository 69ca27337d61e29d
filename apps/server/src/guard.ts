import type { MiddlewareHandler } from "hono";
import type { Limiter } from "./rate-limit.ts";
import { refuseCall } from "./refusals.ts";

export type GuardOptions = {
  readonly limiter: Limiter;
  /** The signed session token, else the address: whose operations are counted. */
  readonly who: (c: Parameters<MiddlewareHandler>[0]) => string;
};

const badRequest = { kind: "rule", code: "platform.invalid_input", params: { count: 1 } } as const;
const forbidden = { kind: "forbidden", code: "platform.not_permitted", params: { permission: "" } } as const;

/** What a browser says of where a writing call comes from must be one of our own addresses. */
export function ownOrigin(origins: readonly string[]): MiddlewareHandler {
  return async (c, next) => {
    const { req } = c;
    if (req.method === "GET" || req.method === "HEAD") return next();
    const [origin, site] = [req.header("origin"), req.header("sec-fetch-site")];
    if (origin !== undefined && !origins.includes(origin)) return refuseCall(c, forbidden);
    if (site !== undefined && site !== "same-origin" && site !== "none") return refuseCall(c, forbidden);
    return next();
  };
}

/** The same for reading calls too, and our own header, which a foreign page cannot set. */
export function sameSite(origins: readonly string[]): MiddlewareHandler {
  const checkOrigin = ownOrigin(origins);
  return async (c, next) => {
    const site = c.req.header("sec-fetch-site");
    if (site !== undefined && site !== "same-origin" && site !== "none") return refuseCall(c, forbidden);
    if (c.req.header("x-jizhen-client") !== "web") return refuseCall(c, forbidden);
    return checkOrigin(c, next);
  };
}

/** How many operations the API will read in an address: it decodes before it splits, so a comma in disguise counts as one. */
function operationsOf(url: string): number {
  const { pathname } = new URL(url);
  return pathname.split(/,|%2c/i).length;
}

/** Everything a call must fulfil before the API looks at it. */
export function guardCalls({ limiter, who }: GuardOptions): MiddlewareHandler {
  return async (c, next) => {
    const { req } = c;
    if (req.method !== "GET" && req.method !== "POST") return refuseCall(c, badRequest, 405);
    if (req.method === "POST" && req.header("content-type")?.split(";")[0]?.trim().toLowerCase() !== "application/json") {
      return refuseCall(c, badRequest, 415);
    }
    const seconds = limiter.spend(who(c), operationsOf(req.url));
    if (seconds > 0) {
      c.header("retry-after", String(seconds));
      return refuseCall(c, { kind: "too_many", code: "platform.too_many_requests", params: { seconds } });
    }
    return next();
  };
}
