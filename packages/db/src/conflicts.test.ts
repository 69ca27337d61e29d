import { OrgId, PersonId, TownId } from "@jizhen/kernel";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isConflict, withTx } from "./conflicts.ts";
import type { Database } from "./connect.ts";
import { newId } from "./ids.ts";
import { type FreshDatabase, freshDatabase } from "./testing.ts";
import { asTown } from "./town.ts";

let fresh: FreshDatabase;
let database: Database;
beforeAll(async () => {
  fresh = await freshDatabase();
  database = await fresh.open({ writers: 20 });
  await fresh.asOwner("create table counter (id int primary key, n int not null); insert into counter values (1, 0), (2, 0)");
  await fresh.asOwner("grant select, update on counter to town_app");
});
afterAll(() => fresh.drop());

const twenty = Array.from({ length: 20 }, (_, n) => n);
const counted = async (id: number) => (await fresh.asOwner<{ n: number }>(`select n from counter where id = ${id}`))[0]?.n;
const by = { orgId: OrgId.parse(newId("org")), personId: PersonId.parse(newId("pers")) };

/** Reads, then writes what it read plus one: right only when no other came between. */
const countUp = () =>
  database.prisma.$transaction(
    async (db) => {
      const [row] = await db.$queryRaw<{ n: number }[]>`select n from counter where id = 1`;
      await db.$executeRaw`update counter set n = ${(row?.n ?? 0) + 1} where id = 1`;
    },
    { isolationLevel: "Serializable", maxWait: 10_000, timeout: 20_000 },
  );

describe("work that loses a conflict", () => {
  it("is done again until twenty at once have all counted", async () => {
    const errors = await Promise.allSettled(twenty.map(countUp));
    expect(errors.some((outcome) => outcome.status === "rejected" && isConflict(outcome.reason))).toBe(true); // the conflicts are real
    await fresh.asOwner("update counter set n = 0");
    await Promise.all(twenty.map(() => withTx(countUp)));
    expect(await counted(1)).toBe(20);
  });

  it("survives deadlocks of a town's writes", async () => {
    await fresh.asOwner("update counter set n = 0");
    const town = asTown(database, TownId.parse(newId("town")), by);
    const bothRows = (first: number, second: number) =>
      town.write(async ({ query }) => {
        await query("update counter set n = n + 1 where id = $1", [first]);
        await query("select pg_sleep(0.05)", []);
        await query("update counter set n = n + 1 where id = $1", [second]);
      });
    await Promise.all([bothRows(1, 2), bothRows(2, 1), bothRows(1, 2), bothRows(2, 1)]);
    expect([await counted(1), await counted(2)]).toEqual([4, 4]);
  });

  it("is known in every disguise, and nothing else is taken for it", () => {
    const asDriver = Object.assign(new pg.DatabaseError("could not serialize access", 1, "error"), { code: "40001" });
    const asAdapter = Object.assign(new Error("TransactionWriteConflict"), { cause: { kind: "TransactionWriteConflict" } });
    const asRaw = { code: "P2010", meta: { driverAdapterError: { cause: { originalCode: "40P01", kind: "postgres" } } } };
    for (const conflict of [{ code: "P2034" }, asDriver, asAdapter, asRaw]) expect(isConflict(conflict)).toBe(true);
    for (const answer of [{ code: "P2002" }, { code: "23505" }, { code: "23P01" }, new Error("deadlock"), null])
      expect(isConflict(answer)).toBe(false);
  });

  it("gives up on errors that would only come again", async () => {
    let tries = 0;
    const failing = withTx(async () => {
      tries += 1;
      throw Object.assign(new Error("duplicate"), { code: "23505" });
    });
    await expect(failing).rejects.toThrow("duplicate");
    expect(tries).toBe(1);
  });
});
