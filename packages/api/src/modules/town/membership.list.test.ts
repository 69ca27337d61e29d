import { newId } from "@jizhen/db";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { identify } from "../../platform/actor.ts";
import { readCsv } from "../../platform/sheets/csv.ts";
import { everyRow } from "../../platform/sheets/every-row.ts";
import { makeSheet } from "../../platform/sheets/offer.ts";
import { aWorld, type TownFixture, type World } from "../../testing/index.ts";
import { sheets } from "../../wiring.ts";
import { listedAs } from "./membership.store.ts";
import { aNumber, aRegistration } from "./town.fixtures.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
  await layMembers(world.dingxiang, 130);
  await layMembers(world.xinghuacun, 40);
}, 120_000);
afterAll(() => world.close());

const states = ["applied", "under_review", "active", "active", "active", "suspended", "rejected"] as const;
const trades = ["锻造", "法兰", "管件", "酒业"];

/** Members as raw rows: more than one page, names that share signs, and instants that repeat. */
async function layMembers(at: TownFixture, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, n) => {
    const file = {
      source: "application",
      nameZh: `定襄${trades[n % 4]}${String(n % 50).padStart(2, "0")}有限公司`,
      nameEn: `Sample Works ${n}`,
      country: "CN",
      number: aNumber(20_000 + n),
      mainProducts: n % 10 === 0 ? "风电塔筒" : "",
      legalRepresentative: `负责人${n}`,
      contact: { name: "欧阳示例", phone: "0350-1234567", email: null },
    };
    return {
      id: newId("memb"),
      org: newId("org"),
      state: states[n % 7],
      kind: n % 9 === 0 ? "carrier" : "firm",
      warned: n % 7 === 0,
      file,
      ...listedAs(file),
      day: n % 20,
    };
  });
  await world.asOwner(
    `insert into membership (town_id, id, organisation_id, kind, state, file, code_warned, applied_by, applied_at, name_zh, words)
     select $1, r.id, r.org, r.kind, r.state, r.file, r.warned, 'pers_x', timestamptz '2026-03-01' + r.day * interval '1 day', r."nameZh", r.words
       from jsonb_to_recordset($2::jsonb) as r(id text, org text, kind text, state text, file jsonb, warned boolean, day int, "nameZh" text, words text)`,
    [at.id, JSON.stringify(rows)],
  );
}

const office = () => world.as(world.townAdministrator).town.membership;
type Filter = NonNullable<Parameters<ReturnType<typeof office>["list"]>[0]>;

async function everyPage(filter: Filter) {
  const pages = [await office().list(filter)];
  for (let after = pages[0]?.next ?? null; after !== null; after = pages.at(-1)?.next ?? null) {
    pages.push(await office().list({ ...filter, after }));
  }
  return { rows: pages.flatMap(({ rows }) => rows), found: pages[0]?.found ?? null, pages };
}
const names = async (text: string) => (await everyPage({ state: "all", text, limit: 100 })).rows.map(({ nameZh }) => nameZh);

describe("the list of members", () => {
  it.each(["oldest", "newest", "name"] as const)(
    "is read page by page in the order %s, each row once, and the tabs say how many there are",
    async (sort) => {
      const { rows, found, pages } = await everyPage({ state: "all", sort, limit: 30 });
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      expect(found?.count).toEqual({ rows: rows.length, more: false });
      expect(pages.slice(1).every((page) => page.found === null)).toBe(true);
      const key = ({ appliedAt, nameZh }: (typeof rows)[number]) => (sort === "name" ? nameZh : appliedAt.toISOString());
      const sorted = [...rows].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.id < b.id ? -1 : 1));
      expect(rows.map(({ id }) => id)).toEqual((sort === "newest" ? sorted.reverse() : sorted).map(({ id }) => id));
      const count = (...wanted: string[]) => rows.filter(({ state }) => wanted.includes(state)).length;
      expect(found?.tabs).toEqual({
        open: { rows: count("applied", "under_review"), more: false },
        active: { rows: count("active"), more: false },
        suspended: { rows: count("suspended"), more: false },
        rejected: { rows: count("rejected"), more: false },
      });
    },
  );

  it("finds names by two Chinese signs, by part of a number or word, by product and by person, in this town only", async () => {
    const forging = await names("锻造");
    expect(forging).toHaveLength(33);
    expect(forging.every((name) => name.includes("锻造"))).toBe(true);
    expect(await names(aNumber(20_005).slice(0, 16))).toHaveLength(1);
    expect((await names("sampl 17")).sort()).toEqual(["定襄法兰17有限公司", "定襄法兰17有限公司", "定襄酒业17有限公司"]);
    expect(await names("塔筒")).toHaveLength(13);
    expect(await names("欧阳")).toHaveLength(130);
    expect(await names("负责人77")).toEqual(["定襄法兰27有限公司"]);
    expect(await names("没有这家")).toEqual([]);
    expect(await names("!!")).toEqual([]);
  });

  it("answers every combination of filters as a look at each row would", async () => {
    const { rows: all } = await everyPage({ state: "all", limit: 100 });
    const filter = fc.record({
      state: fc.constantFrom("all", "open", "active", "suspended", "rejected" as const),
      kind: fc.constantFrom(null, "firm", "carrier" as const),
      warned: fc.boolean(),
      text: fc.constantFrom("", "锻造", "法兰", "定襄", "sample"),
    });
    const holds = async (asked: { state: string; kind: string | null; warned: boolean; text: string }) => {
      const { rows, found } = await everyPage({ ...asked, limit: 50 } as Filter);
      const right = all.filter(
        ({ state, kind, codeWarned, nameZh, nameEn }) =>
          (asked.state === "all" || (asked.state === "open" ? state === "applied" || state === "under_review" : state === asked.state)) &&
          (asked.kind === null || kind === asked.kind) &&
          (!asked.warned || codeWarned) &&
          `${nameZh} ${nameEn ?? ""}`.toLowerCase().includes(asked.text),
      );
      expect(rows.map(({ id }) => id).sort()).toEqual(right.map(({ id }) => id).sort());
      expect(found?.count.rows).toBe(right.length);
    };
    await fc.assert(fc.asyncProperty(filter, holds), { numRuns: 60 });
  });

  it("finds a firm that applied a moment ago, under the name and number of its application", async () => {
    const { membershipId } = await aRegistration(world, aNumber(30_001), world.dingxiang, { nameZh: "雁门关特种锻件厂" });
    const found = await office().list({ text: "雁门", state: "open" });
    expect(found.rows.map(({ id }) => id)).toEqual([membershipId]);
  });

  it("goes into a file whole, with the filters of the screen", async () => {
    const { token, workspace } = world.townAdministrator;
    const desk = (await identify(world.platform.database, token, workspace)).workspace;
    const file = await makeSheet(world.platform.services, desk, sheets["members"], {
      type: "csv",
      locale: "zh-CN",
      filter: { state: "all", text: "定襄" },
    });
    const [head, ...rows] = readCsv(file.content) ?? [];
    expect(head?.slice(0, 3)).toEqual(["名称（与营业执照一致）", "英文名称", "统一社会信用代码"]);
    expect(rows).toHaveLength((await names("定襄")).length);
    expect(new Set(rows.map((row) => row[2])).size).toBe(rows.length);
  });
});

it("reads a list of any length to its end, and refuses one that no file holds instead of cutting it", async () => {
  const list = (length: number) => async (last: number | null, limit: number) =>
    Array.from({ length: Math.min(limit, length - (last ?? 0)) }, (_, n) => (last ?? 0) + n + 1);
  await fc.assert(
    fc.asyncProperty(fc.nat(60), fc.integer({ min: 1, max: 7 }), async (length, each) => {
      expect(await everyRow(list(length), { each })).toHaveLength(length);
    }),
  );
  await expect(everyRow(list(11), { most: 10, each: 4 })).rejects.toMatchObject({ reason: { code: "platform.sheet_too_long" } });
});
