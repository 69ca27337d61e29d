import { startServer } from "./server.ts";

/** One server for all stories; `JIZHEN_URL` and `JIZHEN_DATA` name one that runs already, which saves laying the demo while writing tests. */
// oxlint-disable-next-line import/no-default-export -- the runner calls the default export
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env["JIZHEN_URL"] !== undefined) return async () => {};
  const server = await startServer();
  process.env["JIZHEN_URL"] = server.url;
  process.env["JIZHEN_DATA"] = server.dataDir;
  return () => server.stop();
}
