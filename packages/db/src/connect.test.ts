import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "./connect.ts";
import { type FreshDatabase, freshDatabase } from "./testing.ts";

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

const nameOf = (url: string) => new URL(url).pathname.slice(1);

describe("serving is refused", () => {
  it("to the owner, who would see through every wall", async () => {
    await expect(connect(fresh.ownerUrl)).rejects.toMatchObject({ code: "db.role" });
  });

  it("to a role that owns a table", async () => {
    const role = `keeper_${randomUUID().slice(0, 8)}`;
    await fresh.asOwner(`create role ${role} login password 'secret'; create table kept (n int); alter table kept owner to ${role}`);
    const url = Object.assign(new URL(fresh.appUrl), { username: role, password: "secret" }).href;
    try {
      await expect(connect(url)).rejects.toMatchObject({ code: "db.role", message: expect.stringContaining("kept") });
    } finally {
      await fresh.asOwner(`drop table kept; drop role ${role}`);
    }
  });

  it("by a database that may lose acknowledged work", async () => {
    const database = nameOf(fresh.ownerUrl);
    await fresh.asOwner(`alter database ${database} set synchronous_commit = off`);
    await expect(connect(fresh.appUrl)).rejects.toMatchObject({ code: "db.not_durable" });
    await fresh.asOwner(`alter database ${database} reset synchronous_commit`);
  });
});

it("every session is in UTC and sees only the public schema, whatever the server's own settings are", async () => {
  const database = nameOf(fresh.ownerUrl);
  await fresh.asOwner(`alter database ${database} set timezone = 'Asia/Shanghai'`);
  await fresh.asOwner(`alter database ${database} set search_path = 'pgboss'`);
  const { prisma, pool } = await fresh.open();
  const wanted = [{ zone: "UTC", path: "public" }];
  expect((await pool.query("select current_setting('TimeZone') as zone, current_setting('search_path') as path")).rows).toEqual(wanted);
  expect(await prisma.$queryRaw`select current_setting('TimeZone') as zone, current_setting('search_path') as path`).toEqual(wanted);
});
