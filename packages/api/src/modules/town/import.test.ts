import { Refusal } from "@jizhen/kernel";
import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { identify } from "../../platform/actor.ts";
import { foreignWorkbook } from "../../platform/sheets/foreign.data.ts";
import { makeSheet } from "../../platform/sheets/offer.ts";
import { readSheet } from "../../platform/sheets/sheet.ts";
import { writeZip } from "../../platform/sheets/zip.ts";
import { aWorld, type World } from "../../testing/index.ts";
import { sheets } from "../../wiring.ts";
import { aFirmRow, anUploadedList, aWorkbook, faults, heading } from "./import.fixtures.ts";
import { writeBatch } from "./import.usecases.ts";
import { aNumber } from "./town.fixtures.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const office = () => world.as(world.townAdministrator).town;
const upload = async (bytes: Uint8Array) => office().import.check({ fileId: await anUploadedList(world, world.townAdministrator, bytes) });
const head = (importId: string) => office().import.get({ importId });
const rowsOf = async (importId: string, result: "new" | "same" | "changed" | "asks" | "refused") =>
  (await office().import.rows({ importId, result, limit: 200 })).rows;
const write = async (importId: string) => {
  await office().import.commit({ importId });
  await world.drain();
};
const onRoll = async () => (await world.asOwner<{ n: number }>("select count(*)::int as n from roll_entry", []))[0]?.n ?? 0;
async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => "was allowed",
    (thrown: unknown) => thrown,
  );
  if (error instanceof TRPCError && error.cause instanceof Refusal) return error.cause.reason.code;
  throw error;
}
async function sheet(kind: "roll" | "roll-import", type: "xlsx" | "csv", filter: unknown) {
  const who = world.townAdministrator;
  const { workspace } = await identify(world.platform.database, who.token, who.workspace);
  return makeSheet(world.platform.services, workspace, sheets[kind], { type, filter, locale: "zh-CN" });
}

describe("a list of 500 rows with 37 faulty ones", () => {
  let importId: string;
  const broken = new Map<number, string>();

  it("names every fault with its row and writes nothing before it is told to", async () => {
    const rows = Array.from({ length: 500 }, (_, at) => aFirmRow(at + 1));
    for (let n = 0; n < 37; n += 1) {
      const [code, spoil] = faults[n % faults.length] ?? ["", () => {}];
      const at = 7 + n * 13;
      const row = rows[at];
      if (!row) throw new Error("the list is too short");
      spoil(row);
      broken.set(at + 3, code); // two rows stand above the first firm
    }
    ({ id: importId } = await upload(await aWorkbook(rows)));
    const found = await head(importId);
    expect(found).toMatchObject({ total: 500, counts: { new: 463, same: 0, changed: 0, asks: 0, refused: 37 }, state: "checked" });
    const refused = await rowsOf(importId, "refused");
    expect(new Map(refused.map(({ rowNo, finding }) => [rowNo, finding.refusal?.code]))).toEqual(broken);
    expect(await onRoll()).toBe(0);
  });

  it("is written by the job, and not a second time", async () => {
    await write(importId);
    expect(await head(importId)).toMatchObject({ state: "committed", writtenRows: 463, handled: 500 });
    expect(await onRoll()).toBe(463);
    expect(await refusal(office().import.commit({ importId }))).toBe("town.import.already_committed");
    await world.asPlatform(world.dingxiang.id, (tx) => writeBatch(tx, importId));
    expect(await onRoll()).toBe(463);
  });

  it("comes back as the same file with result, code and words, readable by others and harmless to them", async () => {
    const { content, name } = await sheet("roll-import", "xlsx", { importId });
    expect(name).toBe("名录.xlsx");
    const lines = readSheet(content, 1_000);
    if (lines === "too_many_rows") throw new Error("unexpected");
    expect(lines[0]?.slice(1)).toEqual([...heading.slice(1), "结果", "原因代码", "说明"]);
    const codes = lines.slice(1).map((line) => line[11] ?? "");
    expect(codes.filter((code) => code !== "").sort()).toEqual([...broken.values()].sort());
    const formulas = lines.flat().filter((cell) => cell.includes("HYPERLINK"));
    expect(formulas.length).toBeGreaterThan(0);
    expect(formulas.filter((cell) => !cell.startsWith("'"))).toEqual([]);
  });

  it("corrected and handed in again, adds only what was missing", async () => {
    const { id } = await upload(await aWorkbook(Array.from({ length: 500 }, (_, at) => aFirmRow(at + 1))));
    expect((await head(id)).counts).toMatchObject({ new: 37, same: 463 });
    await write(id);
    expect(await onRoll()).toBe(500);
  });
});

describe("what a person decides", () => {
  it("takes over only the ticked fields of a change, and leaves an entry alone that moved since", async () => {
    const [one, two] = [aFirmRow(601), aFirmRow(602)];
    await write((await upload(await aWorkbook([one, two]))).id);
    for (const row of [one, two]) {
      row[6] = "风电法兰";
      row[8] = 777;
    }
    const { id } = await upload(await aWorkbook([one, two]));
    const changed = await rowsOf(id, "changed");
    expect(changed.map(({ finding }) => finding.changes?.map(({ field }) => field))).toEqual([
      ["mainProducts", "employees"],
      ["mainProducts", "employees"],
    ]);
    await office().import.decide({ importId: id, result: "changed", rowNo: null, decision: "write", fields: ["employees"] });
    await world.asOwner("update roll_entry set version = version + 1 where number = $1", [aNumber(602)]);
    await write(id);
    const after = await world.asOwner("select number, main_products, employees from roll_entry where number = any($1) order by number", [
      [aNumber(601), aNumber(602)],
    ]);
    expect(after).toMatchObject([
      { number: aNumber(601), main_products: "法兰", employees: 777 },
      { number: aNumber(602), main_products: "锻件" },
    ]);
    expect((await rowsOf(id, "changed")).map(({ outcome }) => outcome)).toEqual(["updated", "overtaken"]);
  });

  it("asks about a number one sign or one swap away and about a like name, and merges nothing by itself", async () => {
    await write((await upload(await aWorkbook([aFirmRow(701), aFirmRow(702), aFirmRow(703)]))).id);
    const [oneSign, swapped, alike] = [aFirmRow(711), aFirmRow(712), aFirmRow(713)];
    const number = aNumber(701);
    oneSign[3] = `${number.slice(0, 15)}${number[15] === "7" ? "8" : "7"}${number.slice(16)}`;
    const other = aNumber(702);
    swapped[3] = `${other.slice(0, 13)}${other[15]}${other[14]}${other[13]}${other.slice(16)}`;
    alike[1] = "定襄示例锻造 0703 有限责任公司(演示)";
    const { id } = await upload(await aWorkbook([oneSign, swapped, alike]));
    const asked = await rowsOf(id, "asks");
    expect(asked.map(({ finding }) => finding.question?.code)).toEqual([
      "town.import.row_number_near",
      "town.import.row_number_near",
      "town.import.row_name_near",
    ]);
    const before = await onRoll();
    await office().import.decide({ importId: id, result: "asks", rowNo: 5, decision: "merge", fields: null });
    await office().import.decide({ importId: id, result: "asks", rowNo: 4, decision: "write", fields: null });
    await write(id);
    expect((await rowsOf(id, "asks")).map(({ outcome }) => outcome)).toEqual(["skipped", "added", "updated"]);
    expect(await onRoll()).toBe(before + 1);
    const [merged] = await world.asOwner("select name_zh, number from roll_entry where number = $1", [aNumber(703)]);
    expect(merged).toMatchObject({ name_zh: "定襄示例锻造 0703 有限责任公司(演示)", number: aNumber(703) });
  });
});

describe("the same file (T11)", () => {
  it("handed in twice at once is one import, and confirmed twice at once it is written once", async () => {
    const bytes = await aWorkbook(Array.from({ length: 30 }, (_, at) => aFirmRow(801 + at)));
    const both = await Promise.all([upload(bytes), upload(bytes)]);
    expect(both[0]?.id).toBe(both[1]?.id);
    const importId = both[0]?.id ?? "";
    const before = await onRoll();
    const pressed = await Promise.allSettled([1, 2].map(() => office().import.commit({ importId })));
    expect(pressed.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await Promise.all([world.drain(), world.drain()]);
    await world.drain();
    expect(await onRoll()).toBe(before + 30);
    expect(await refusal(upload(bytes))).toBe("town.import.already_committed");
  });

  it("goes on after the last whole batch when the process dies in between", async () => {
    const { id } = await upload(await aWorkbook(Array.from({ length: 1_100 }, (_, at) => aFirmRow(2_001 + at))));
    const before = await onRoll();
    await office().import.commit({ importId: id });
    const run = () => world.asPlatform(world.dingxiang.id, (tx) => writeBatch(tx, id));
    await run();
    const dies = world.asPlatform(world.dingxiang.id, async (tx) => {
      await writeBatch(tx, id);
      throw new Error("the process is gone");
    });
    await expect(dies).rejects.toThrow("the process is gone");
    expect([await onRoll(), (await head(id)).handled]).toEqual([before + 500, 500]);
    await Promise.all([run(), run()]);
    await world.drain();
    expect([await onRoll(), (await head(id)).state]).toEqual([before + 1_100, "committed"]);
    const [{ twice } = { twice: -1 }] = await world.asOwner<{ twice: number }>(
      "select count(*)::int as twice from (select 1 from roll_entry group by town_id, number having count(*) > 1) d",
    );
    expect(twice).toBe(0);
  });
});

describe("a file that is none", () => {
  const read = (bytes: Uint8Array) => {
    try {
      readSheet(bytes, 100);
      return "was read";
    } catch (error) {
      if (error instanceof Refusal) return error.reason.code;
      throw error;
    }
  };

  it("is refused with what is wrong with it", async () => {
    const whole = await aWorkbook([aFirmRow(1)]);
    expect(read(whole)).toBe("was read");
    expect(read(whole.subarray(0, whole.length - 300))).toBe("platform.sheet_damaged");
    const torn = Buffer.from(whole);
    torn.fill(7, 60, 400);
    expect(read(torn)).toBe("platform.sheet_damaged");
    expect(read(Buffer.from("d0cf11e0a1b11ae1", "hex"))).toBe("platform.sheet_encrypted");
    expect(read(writeZip([{ name: "xl/vbaProject.bin", content: "x" }]))).toBe("platform.sheet_macros");
    const bomb = writeZip([{ name: "xl/worksheets/sheet1.xml", content: "<row>".repeat(2_000_000) }]);
    expect(bomb.length).toBeLessThan(60_000);
    expect(read(bomb)).toBe("platform.sheet_bomb");
    const liar = Buffer.from(bomb);
    liar.writeUInt32LE(1_000, liar.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
    expect(read(liar)).toBe("platform.sheet_damaged");
    const locked = Buffer.from(whole);
    const directory = locked.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    locked.writeUInt16LE(locked.readUInt16LE(directory + 8) | 1, directory + 8);
    expect(read(locked)).toBe("platform.sheet_encrypted");
    expect(await refusal(upload(await aWorkbook([aFirmRow(1)], ["甲", "乙"])))).toBe("town.import.no_header");
  });

  it("a workbook of another program is read as text: a rounded number is told, a formula is not run", () => {
    expect(readSheet(foreignWorkbook, 100)).toEqual([
      ["单位名称", "统一社会信用代码", "成立时间", "人数", "住所"],
      ["外来示例一厂", "91140921DEM000014N", "42156", "12", "山西省忻州市 & 定襄县"],
      ["外来示例二厂", "9.1140921e+17", "2016年7月2日", "15", "x"],
    ]);
  });

  it("a CSV of a Chinese spreadsheet is read in its own encoding, columns found by what they hold", async () => {
    const gbk = Buffer.concat([
      Buffer.from("c3fbb3c62cc6e4cbfb2cd7b4ccac0a", "hex"), // 名称,其他,状态
      ...[901, 902, 903].map((n) => Buffer.concat([Buffer.from("b7a8c0bc", "hex"), Buffer.from(`${n},${aNumber(n)},\n`)])),
    ]);
    const { id } = await upload(gbk);
    expect(await head(id)).toMatchObject({ columns: { nameZh: 0, number: 1, state: 2 }, counts: { new: 3 } });
  });
});

it("the roll is exported with the screen's filters, and what it exports it can read", async () => {
  const { rows } = await office().roll.list({ text: "锻件", sort: "name" });
  expect(rows.length).toBeGreaterThan(0);
  const { content } = await sheet("roll", "csv", { text: "锻件" });
  const lines = readSheet(content, 100_000);
  if (lines === "too_many_rows") throw new Error("unexpected");
  expect(lines.length - 1).toBe((await world.asOwner("select 1 from roll_entry where main_products = '锻件'")).length);
  const { id } = await upload(content);
  expect((await head(id)).counts).toMatchObject({ same: lines.length - 1, new: 0, changed: 0 });
});
