import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aWorld, type World } from "../testing/index.ts";
import { accessOf, procedures, walk } from "./harness.ts";
import { tables } from "./tables.ts";

describe("the access matrix is whole", () => {
  const rows = Object.values(tables).flatMap((table) => Object.keys(table));
  it("no procedure is without a row", () => expect(Object.keys(procedures).filter((path) => !rows.includes(path))).toEqual([]));
  it("no row is without a procedure", () => expect(rows.filter((path) => !(path in procedures))).toEqual([]));
  it.each(Object.keys(procedures))("%s says who may call it", (path) => expect(accessOf(path)).toBeDefined());
});

describe.each(Object.entries(tables).filter(([, table]) => Object.keys(table).length > 0))("%s", (_, table) => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  });
  afterAll(() => world.close());
  it.for(Object.keys(table).filter((path) => path in procedures))(
    "%s opens for its owner and for nobody else",
    { timeout: 30_000 },
    async (path) => {
      const row = table[path];
      if (row) await walk(world, path, row);
    },
  );
});
