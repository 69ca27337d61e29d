import type { TestProject } from "vitest/node";
import { testServer } from "./testing.ts";

let stopServer = async () => {};

/** Vitest's global set-up of the "database" project: one server for the run. */
export async function setup(project: TestProject): Promise<void> {
  const { stop, ...server } = await testServer();
  stopServer = stop;
  project.provide("testServer", server);
}

/** The server and its folder go when the run ends. */
export const teardown = (): Promise<void> => stopServer();
