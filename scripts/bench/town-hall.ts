// The town hall on a PostgreSQL of its own: the province's board of 92 towns, and a list of 5,500 firms from the file to the roll.

import { testServer } from "../../packages/db/src/testing.ts";
import { imports } from "./scenarios/imports.ts";
import { provinceBoard } from "./scenarios/province-board.ts";
import { wanted } from "./support/figures.ts";

const scenarios = { "board.province": provinceBoard, "import.list": imports } as const;

const asked = Object.entries(scenarios).filter(([name]) => wanted(name));
if (asked.length > 0) {
  const server = await testServer();
  try {
    for (const [, scenario] of asked) await scenario(server);
  } finally {
    await server.stop();
  }
}
