import type { Server } from "node:http";
import { serve } from "@hono/node-server";

type Fetch = Parameters<typeof serve>[0]["fetch"];

/** How long the host waits for a client, in milliseconds. */
export const patience = { head: 15_000, request: 60_000, keepAlive: 10_000, idle: 120_000, check: 3_000 } as const;
const mostConnections = 10_000;

/** One port, with an end to everything that a slow client may take its time for. */
export function listen(fetch: Fetch, port: number, hostname: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    // Node looks for late clients only every thirty seconds unless it is told otherwise.
    const serverOptions = {
      connectionsCheckingInterval: patience.check,
      headersTimeout: patience.head,
      requestTimeout: patience.request,
      keepAliveTimeout: patience.keepAlive,
    };
    const server = serve({ fetch, port, hostname, serverOptions }, () => resolve(server)) as Server;
    server.maxHeadersCount = 100;
    server.maxConnections = mostConnections;
    // A client that asks and then does not read: a stream says something every 15 seconds, so silence means that nobody takes it.
    server.setTimeout(patience.idle);
    server.once("error", reject);
  });
}
