import { OrgId, PersonId, TownId } from "@jizhen/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { constraintOf } from "./conflicts.ts";
import type { Database } from "./connect.ts";
import { newId } from "./ids.ts";
import { type FreshDatabase, freshDatabase } from "./testing.ts";
import { openShared, openTown, type Town, type TownTx } from "./town.ts";

let fresh: FreshDatabase;
let database: Database;
beforeAll(async () => {
  fresh = await freshDatabase();
  database = await fresh.open();
});
afterAll(() => fresh.drop());

const aTown = (): Town => {
  const by = { townId: TownId.parse(newId("town")), orgId: OrgId.parse(newId("org")), personId: PersonId.parse(newId("pers")) };
  return openTown(database, by);
};
const number = (series: string) => ({ data: { series, year: 2026, last: 1 } });
const begin = ({ db, by }: TownTx, series: string) => db.numberSeries.create({ data: { ...number(series).data, townId: by.townId } });
const seriesOf = (town: Town) =>
  town.read(({ query }) => query<{ series: string }>("series", "select series from number_series order by series", []));

describe("a town's handles", () => {
  it("write by Prisma and by SQL in one transaction, and read it back", async () => {
    const town = aTown();
    await town.write(async (tx) => {
      await begin(tx, "CG");
      const seen = await tx.query<{ last: number }>("update number_series set last = last + 1 returning last", []);
      expect(seen).toEqual([{ last: 2 }]);
      expect(await tx.db.numberSeries.findMany()).toMatchObject([{ series: "CG", last: 2 }]);
    });
    expect(await seriesOf(town)).toEqual([{ series: "CG" }]);
  });

  it("leave nothing behind when the work fails", async () => {
    const town = aTown();
    const failing = town.write(async (tx) => {
      await begin(tx, "CG");
      throw new Error("no paper");
    });
    await expect(failing).rejects.toThrow("no paper");
    expect(await seriesOf(town)).toEqual([]);
  });

  it("take everything back when a statement fails for which nobody waited, and tell its reason", async () => {
    const town = aTown();
    const broken = "insert into number_series (town_id, series, year, last) values ($1, 'CG', 2026, 1)";
    // At the end, so that it fails beside the commit, and before others, which only hear that the transaction is broken.
    const last = town.write(async (tx) => {
      await begin(tx, "CG");
      tx.send(broken, [tx.by.townId]);
    });
    const first = town.write(async (tx) => {
      await begin(tx, "CG");
      tx.send(broken, [tx.by.townId]);
      await tx.query("select 1", []);
    });
    for (const failing of [last, first]) expect(constraintOf(await failing.catch((error: unknown) => error))).toBe("number_series_pkey");
    expect(await seriesOf(town)).toEqual([]);
  });

  it("are done in their place when nobody waits for them", async () => {
    const town = aTown();
    await town.write(async (tx) => {
      tx.send("insert into number_series (town_id, series, year, last) values ($1, 'CG', 2026, 1)", [tx.by.townId]);
      expect(await tx.db.numberSeries.findMany()).toMatchObject([{ series: "CG", last: 1 }]);
      tx.send("update number_series set series = 'XS'", []);
    });
    expect(await seriesOf(town)).toEqual([{ series: "XS" }]);
  });

  it("show nothing of another town and accept nothing for it", async () => {
    const [here, there] = [aTown(), aTown()];
    let foreign = "";
    await there.write(async (tx) => {
      foreign = tx.by.townId;
      await begin(tx, "CG");
    });
    expect(await seriesOf(here)).toEqual([]);
    await here.write(async ({ db, query }) => {
      expect(await db.numberSeries.findMany()).toEqual([]);
      expect(await query("update number_series set last = 9 returning last", [])).toEqual([]);
    });
    const planting = here.write(({ db }) => db.numberSeries.create({ data: { ...number("XX").data, townId: foreign } }));
    await expect(planting).rejects.toThrow(/row-level security/);
    expect(await openShared(database).read(({ query }) => query("all", "select * from number_series", []))).toEqual([]);
  });

  it("refuse a town id that could carry SQL", () => {
    const by = { townId: "town_'; drop table town; --", orgId: newId("org"), personId: newId("pers") };
    expect(() => openTown(database, by as never)).toThrow();
  });

  it("cannot write while reading", async () => {
    const writing = aTown().read(({ query }) => query("sneak", "delete from number_series", []));
    await expect(writing).rejects.toMatchObject({ code: "25006" });
  });

  it("see one snapshot however many statements a view has", async () => {
    const town = aTown();
    await town.read(async ({ query }) => {
      const count = () => query<{ n: number }>("count", "select count(*) as n from number_series", []);
      expect(await count()).toEqual([{ n: 0 }]);
      await town.write((tx) => begin(tx, "CG"));
      expect(await count()).toEqual([{ n: 0 }]);
    });
  });

  it("keep a plan under a name, and none without one", async () => {
    const kept = (text: string) => `select count(*)::int as n from pg_prepared_statements where statement = '${text}'`;
    const asked = async (name: string | null, text: string) =>
      aTown().read(async ({ query }) => {
        for (let times = 0; times < 7; times += 1) await query(name, text, [1]);
        return query("kept", kept(text), []);
      });
    expect(await asked("plan.kept", "select $1::int + 1 as n")).toEqual([{ n: 1 }]);
    expect(await asked(null, "select $1::int + 2 as n")).toEqual([{ n: 0 }]);
  });

  it("die with their transaction", async () => {
    const kept: TownTx[] = [];
    await aTown().write(async (tx) => void kept.push(tx));
    await expect(kept[0]?.query("select 1", [])).rejects.toThrow("the transaction is over");
    const reading = await aTown().read(async ({ query }) => ({ later: () => query("one", "select 1", []) }));
    await expect(reading.later()).rejects.toThrow("the transaction is over");
  });

  it("outlive a connection that breaks between two statements", async () => {
    const [reading, writing] = [aTown(), aTown()];
    const cut = async (pid: number) => {
      await fresh.asOwner("select pg_terminate_backend($1)", [pid]);
      await new Promise((resolve) => setTimeout(resolve, 100));
    };
    const brokenRead = reading.read(async ({ query }) => {
      await cut((await query<{ pid: number }>("pid", "select pg_backend_pid() as pid", []))[0]?.pid ?? 0);
      return query("after", "select 1", []);
    });
    await expect(brokenRead).rejects.toThrow();
    const brokenWrite = writing.write(async ({ query }) => {
      await cut((await query<{ pid: number }>("select pg_backend_pid() as pid", []))[0]?.pid ?? 0);
      return query("select 1", []);
    });
    await expect(brokenWrite).rejects.toThrow();
    expect(await seriesOf(reading)).toEqual([]);
    await writing.write((tx) => begin(tx, "CG"));
  });

  it("tell the database's time, and a later one after waiting", async () => {
    const before = Date.now();
    const [at, later] = await aTown().write(async ({ at, clock, query }) => {
      await query("select pg_sleep(0.02)", []);
      return [at, await clock()] as const;
    });
    expect(at.getTime()).toBeGreaterThanOrEqual(before - 1);
    expect(later.getTime() - at.getTime()).toBeGreaterThanOrEqual(19);
  });
});

describe("values of raw SQL", () => {
  const sql = `select 9007199254740991::int8 as fen, 1.50::numeric as price, '2026-11-23 08:00:00.123+08'::timestamptz as at,
    '2026-11-23'::date as day, '{"a":[1]}'::jsonb as doc, null::int8 as none`;
  const arrived = {
    fen: 9007199254740991,
    price: "1.50",
    at: new Date("2026-11-23T00:00:00.123Z"),
    day: "2026-11-23",
    doc: { a: [1] },
    none: null,
  };

  it("arrive the same in a view and in a use case", async () => {
    expect(await aTown().read(({ query }) => query("values", sql, []))).toEqual([arrived]);
    expect(await aTown().write(({ query }) => query(sql, []))).toEqual([arrived]);
  });

  it("never lose a digit: an integer beyond 2^53 is a loud error", async () => {
    await expect(aTown().read(({ query }) => query("big", "select 9007199254740993::int8 as fen", []))).rejects.toThrow(/2\^53/);
  });

  it("keep the instant that Prisma wrote", async () => {
    const at = new Date("2026-03-08T02:30:00.456Z");
    const town = aTown();
    await town.write(({ db, by }) => db.eventDone.create({ data: { townId: by.townId, eventId: "evnt_1", subscriber: "test", at } }));
    expect(await town.read(({ query }) => query("done", "select at from event_done", []))).toEqual([{ at }]);
  });
});

describe("a violated constraint has a name", () => {
  const twice = (again: (tx: TownTx) => Promise<unknown>) =>
    aTown().write(async (tx) => {
      await begin(tx, "CG");
      await again(tx);
    });
  const insert = "insert into number_series (town_id, series, year, last) values ($1, $2, 2026, 1)";

  it.each<[string, (tx: TownTx) => Promise<unknown>, string]>([
    ["unique, by Prisma", (tx) => begin(tx, "CG"), "number_series_pkey"],
    ["unique, by SQL", ({ query, by }) => query(insert, [by.townId, "CG"]), "number_series_pkey"],
    ["unique, by Prisma's raw SQL", ({ db, by }) => db.$executeRawUnsafe(insert, by.townId, "CG"), "number_series_pkey"],
    ["check, by Prisma", ({ db, by }) => db.storedFile.create({ data: { ...aFile, townId: by.townId, size: -1 } }), "stored_file_size"],
    [
      "foreign key, by Prisma",
      ({ db, by }) => db.requestQuestion.create({ data: { ...aQuestion, townId: by.townId } }),
      "request_question_town_id_request_id_fkey",
    ],
  ])("%s", async (_, again, name) => {
    const error = await twice(again).catch((thrown: unknown) => thrown);
    expect(constraintOf(error)).toBe(name);
  });

  it("other errors have none", () => expect(constraintOf(new Error("unique constraint"))).toBeNull());
});

const aFile = {
  id: "file_1",
  organisationId: "o",
  personId: "p",
  name: "n",
  mediaType: "m",
  sha256: "s",
  storageKey: "k",
  purpose: "request",
  at: new Date(0),
};
const aQuestion = { id: "ques_1", requestId: "preq_none", askerId: "org_1", text: "?", askedAt: new Date(0) };
