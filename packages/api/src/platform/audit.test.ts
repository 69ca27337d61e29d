import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aWorld, type World } from "../testing/index.ts";
import { record, verifyChain } from "./audit.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const write = (count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, n) =>
      world
        .town(world.buyer)
        .write((tx) =>
          record(tx, "procurement.request.publish", `preq_${n}`, { amount: 1250, note: "法兰 é", nested: { b: 1, a: [true, null] } }),
        ),
    ),
  );
const verdict = () => world.town(world.buyer).read((tx) => verifyChain(tx, 3));
/** As somebody with the owner's password and no scruples would do it. */
const tamper = async (sql: string) => {
  await world.asOwner("alter table audit_entry disable trigger user");
  await world.asOwner(sql);
};

describe("the town's audit chain", () => {
  it("stays one line when many write at once, and is found sound", async () => {
    await write(10);
    expect(await verdict()).toEqual({ sound: true, entries: 10 });
  });

  it("each town has its own", async () => {
    await world.town(world.elsewhere).write((tx) => record(tx, "system.test", "town", {}));
    expect(await world.town(world.elsewhere).read((tx) => verifyChain(tx))).toEqual({ sound: true, entries: 1 });
    expect(await verdict()).toEqual({ sound: true, entries: 10 });
  });

  it("the serving role can neither change nor remove an entry", async () => {
    for (const sql of ["update audit_entry set facts = '{}'", "delete from audit_entry"]) {
      await expect(world.town(world.buyer).write((tx) => tx.query(sql, []))).rejects.toThrow(/permission denied/);
    }
  });

  const town = () => `town_id = '${world.dingxiang.id}'`;
  it("a cut-off end is seen", async () => {
    await tamper(`delete from audit_entry where seq = 10 and ${town()}`);
    expect(await verdict()).toEqual({ sound: false, brokenAt: 10, why: "head" });
  });
  it("a changed fact is seen", async () => {
    await tamper(`update audit_entry set facts = facts || '{"amount": 1251}' where seq = 7 and ${town()}`);
    expect(await verdict()).toEqual({ sound: false, brokenAt: 7, why: "hash" });
  });
  it("another name under an act is seen", async () => {
    await tamper(`update audit_entry set person_id = '${world.rival.actor.personId}' where seq = 5 and ${town()}`);
    expect(await verdict()).toEqual({ sound: false, brokenAt: 5, why: "hash" });
  });
  it("a removed entry is seen", async () => {
    await tamper(`delete from audit_entry where seq = 3 and ${town()}`);
    expect(await verdict()).toEqual({ sound: false, brokenAt: 3, why: "gap" });
  });
});
