import type { FullConfig } from "@playwright/test";
import { startServers } from "./server.ts";

/** A server for each worker, so that a story that moves the clock moves its own; `JIZHEN_URL` and `JIZHEN_DATA` name one that runs already, which saves laying the demo while writing tests. */
// oxlint-disable-next-line import/no-default-export -- the runner calls the default export
export default async function setup({ workers }: FullConfig): Promise<() => Promise<void>> {
  if (process.env["JIZHEN_URL"] !== undefined) return async () => {};
  const servers = await startServers(workers);
  for (const [at, { url, dataDir }] of servers.entries()) {
    process.env[`JIZHEN_URL_${at}`] = url;
    process.env[`JIZHEN_DATA_${at}`] = dataDir;
  }
  return async () => {
    await Promise.all(servers.map((server) => server.stop()));
  };
}
