import type { TestProject } from "vitest/node";
import { testServer } from "./testing.ts";

/** Vitest's global set-up of the "database" project: one server for the run, stopped and removed at its end. */
export default async function setup(project: TestProject) {
  const { stop, ...server } = await testServer();
  project.provide("testServer", server);
  return stop;
}
