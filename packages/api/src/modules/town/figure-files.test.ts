import { inflateSync } from "node:zlib";
import type { Locale } from "@jizhen/i18n";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeDocument } from "../../platform/documents.ts";
import { makeSheet } from "../../platform/sheets/offer.ts";
import { readXlsx } from "../../platform/sheets/read-xlsx.ts";
import { openZip } from "../../platform/sheets/zip.ts";
import { aWorld, type Someone, type World } from "../../testing/index.ts";
import { askIdentity } from "../../trpc/context.ts";
import { documents, sheets } from "../../wiring.ts";
import { aQuarter, climb, declare, inProvince } from "./figures.fixtures.ts";

let world: World;
let ownReport = "";
beforeAll(async () => {
  world = await aWorld();
  // One firm declares almost all of the output: that figure is hidden outside its own town.
  for (const firm of [world.supplier, world.secondSupplier, world.thirdSupplier, world.rival])
    await declare(world, firm, aQuarter, firm === world.supplier ? { output_value: 900_000 } : {});
  await climb(world, "locked");
  await world.asOwner("update town set connected = false where id = $1", [world.xinghuacun.id]);
  ownReport = (await world.as(world.reviewer).town.report.desk({ quarter: aQuarter })).report?.id ?? "";
});
afterAll(() => world.close());

const workspaceOf = async (who: Someone) =>
  (await askIdentity(world.platform.database, { token: who.token, workspaceKey: who.workspace })).workspace;
async function sheet(who: Someone, kind: string, filter: unknown, locale: Locale = "zh-CN", type: "xlsx" | "csv" = "xlsx") {
  return makeSheet(world.platform.services, await workspaceOf(who), sheets[kind], { filter, locale, type });
}
async function paper(who: Someone, kind: string, id: string, locale: Locale = "zh-CN") {
  return makeDocument(world.platform.services, await workspaceOf(who), documents[kind], id, locale);
}
function rowsOf(content: Uint8Array): readonly string[][] {
  const read = readXlsx(content, 2_000);
  if (!("rows" in read)) throw new Error(read.fault);
  return read.rows;
}
const lineOf = (content: Uint8Array, ...parts: string[]) => rowsOf(content).find((row) => parts.every((part) => row.includes(part)));

/** Every text that the fonts of a PDF map back to, as one heap of signs. */
function signsOf(content: Uint8Array): string {
  const file = Buffer.from(content);
  const found = new Set<string>();
  for (let at = file.indexOf("stream\n"); at >= 0; at = file.indexOf("stream\n", at + 7)) {
    try {
      const stream = inflateSync(file.subarray(at + 7)).toString("latin1");
      if (!stream.includes("beginbfrange") && !stream.includes("beginbfchar")) continue;
      for (const [, hex = ""] of stream.matchAll(/<([0-9a-f]{4,8})>/gi)) found.add(Buffer.from(hex, "hex").swap16().toString("utf16le"));
    } catch {
      // Not a packed stream.
    }
  }
  return [...found].join("");
}

describe("the board as a file", () => {
  it.each([
    ["zh-CN", "已隐去", "未接入", "有数", "元"],
    ["en", "hidden", "not connected", "value", "yuan"],
  ] as const)("in %s says hidden and not connected in words, and a figure as a number", async (locale, hidden, absent, there, yuan) => {
    const { content, name } = await sheet(world.provinceOfficer, "board", { period: aQuarter }, locale);
    expect(name).toMatch(/\.xlsx$/);
    const cell = (town: string, key: string) => lineOf(content, town, key)?.slice(8, 11);
    expect(cell("dingxiang", "output_value")).toEqual(["", hidden, yuan]);
    expect(cell("dingxiang", "exports")).toEqual(["40", there, yuan]);
    expect(cell("xinghuacun", "output_value")).toEqual(["", absent, yuan]);
    expect(rowsOf(content).flat()).not.toContain("27090");
  });

  it("carries its sums and its method on sheets of their own; as text they stand below", async () => {
    const { content } = await sheet(world.provinceOfficer, "board", { period: aQuarter }, "en");
    const zip = openZip(content);
    if ("fault" in zip) throw new Error(zip.fault);
    expect([...zip.entries.keys()].filter((name) => name.startsWith("xl/worksheets/"))).toHaveLength(3);
    const text = Buffer.from((await sheet(world.provinceOfficer, "board", { period: aQuarter }, "en", "csv")).content).toString("utf8");
    for (const words of ["Method", "Sum of the output that firms declare", "Growth of the sum (%)", "Mean of town growths (%)"])
      expect(text).toContain(words);
    expect(text).not.toContain("2709000");
  });

  it.each([
    ["zh-CN", "已隐去未接入省级看板口径"],
    ["en", "hidnotcyMe"],
  ] as const)("is drawn in %s", async (locale, signs) => {
    const { content, name } = await paper(world.provinceOfficer, "board", aQuarter, locale);
    expect(name).toBe(`board-${aQuarter}.pdf`);
    expect(Buffer.from(content).toString("latin1", 0, 5)).toBe("%PDF-");
    for (const sign of signs) expect(signsOf(content), sign).toContain(sign);
  });

  it("is the province's: a town gets none, and a period that is none is no address", async () => {
    await expect(sheet(world.townAdministrator, "board", { period: aQuarter })).rejects.toMatchObject({ reason: { kind: "forbidden" } });
    await expect(paper(world.townAdministrator, "board", aQuarter)).rejects.toMatchObject({ reason: { kind: "forbidden" } });
    await expect(paper(world.provinceOfficer, "board", "2025-Q9")).rejects.toMatchObject({ reason: { kind: "not_found" } });
    await expect(sheet(world.provinceOfficer, "board", { period: "x" })).rejects.toMatchObject({
      reason: { code: "platform.invalid_input" },
    });
  });
});

describe("a town's report as a file", () => {
  it("shows the town its own figures whole, with who is missing and why", async () => {
    const { content } = await sheet(world.townAdministrator, "town-report", { reportId: ownReport });
    expect(lineOf(content, "output_value", aQuarter)?.slice(5, 9)).toEqual(["27090", "有数", "元", "4"]);
    const text = Buffer.from(
      (await sheet(world.townAdministrator, "town-report", { reportId: ownReport }, "zh-CN", "csv")).content,
    ).toString();
    expect(text).toContain("采购机械厂,催报未复");
    const drawn = await paper(world.townAdministrator, "town-reports", ownReport);
    for (const sign of "季度报表采购机械厂催报") expect(signsOf(drawn.content), sign).toContain(sign);
  });

  it("hides small figures in what the province takes along, and names no firm", async () => {
    const { id } = await inProvince(world);
    const { content } = await sheet(world.provinceOfficer, "town-report", { reportId: id });
    expect(lineOf(content, "output_value", aQuarter)?.slice(5, 9)).toEqual(["", "已隐去", "元"]);
    expect(lineOf(content, "export_share", aQuarter)?.slice(5, 7)).toEqual(["", "已隐去"]);
    const text = Buffer.from((await sheet(world.provinceOfficer, "town-report", { reportId: id }, "zh-CN", "csv")).content).toString();
    expect(text).not.toContain("采购机械厂");
    expect(text).not.toContain("27090");
  });

  it("is no other town's, and no firm's", async () => {
    for (const who of [world.elsewhereAdministrator, world.provinceOfficer])
      await expect(paper(who, "town-reports", ownReport)).rejects.toMatchObject({ reason: { code: "town.report.unknown" } });
    await expect(paper(world.townAdministrator, "town-reports", aQuarter)).rejects.toMatchObject({
      reason: { code: "town.report.unknown" },
    });
    await expect(sheet(world.buyerOwner, "town-report", { reportId: ownReport })).rejects.toMatchObject({ reason: { kind: "forbidden" } });
  });
});

describe("the province's list of reports as a file", () => {
  it.each([
    ["zh-CN", "已锁定", "定襄法兰"],
    ["en", "locked", "Dingxiang"],
  ] as const)("in %s says how far each has come, with the days and without a firm", async (locale, state, town) => {
    for (const quarter of [null, aQuarter]) {
      const { content, name } = await sheet(world.provinceOfficer, "reports", { quarter }, locale);
      expect(name).toMatch(/\.xlsx$/);
      const line = lineOf(content, "dingxiang", aQuarter);
      expect([line?.[1]?.includes(town), line?.[4], line?.[5]]).toEqual([true, state, "4"]);
      expect(line?.slice(7, 12).map((day) => /^\d{4}-\d{2}-\d{2}$/.test(day))).toEqual([true, true, true, true]);
    }
    const text = Buffer.from((await sheet(world.provinceOfficer, "reports", { quarter: null }, locale, "csv")).content).toString();
    expect(text).toContain("dingxiang");
    expect(text).not.toContain("采购机械厂");
  });

  it("holds every report once, however many portions they come in", async () => {
    await world.asOwner(
      `insert into report (town_id, id, reporting_town, quarter, state, revision, submission, expected, checked, missing, version)
       select $1, 'rprt_0' || substr(md5(town || n), 1, 25), town, (1900 + n / 4) || '-Q' || (n % 4 + 1), 'open', 1, 0, 0, 0, '[]', 0
         from generate_series(0, 1199) n, unnest($2::text[]) as town on conflict do nothing`,
      [world.province.id, [world.dingxiang.id, world.xinghuacun.id]],
    );
    const { content } = await sheet(world.provinceOfficer, "reports", { quarter: null }, "en", "csv");
    const places = Buffer.from(content)
      .toString("utf8")
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) =>
        line
          .split(",")
          .filter((_, at) => at === 0 || at === 2)
          .join(" "),
      );
    expect([places.length, new Set(places).size]).toEqual([2_400, 2_400]);
    expect([places[0], places.at(-1)]).toEqual(["dingxiang 2199-Q4", "xinghuacun 1900-Q1"]);
  });

  it("is the province's alone", async () => {
    for (const who of [world.townAdministrator, world.reviewer, world.buyerOwner])
      await expect(sheet(who, "reports", { quarter: null })).rejects.toMatchObject({ reason: { kind: "forbidden" } });
    await expect(sheet(world.provinceOfficer, "reports", { quarter: "2025-Q9" })).rejects.toMatchObject({
      reason: { code: "platform.invalid_input" },
    });
  });
});
