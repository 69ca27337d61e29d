import { createHash } from "node:crypto";
import { newId } from "@jizhen/db";
import { RollContent, type RollState } from "@jizhen/domain-town";
import { FileId, localDateAt, millisecondsIn, plus } from "@jizhen/kernel";
import { insertEntries } from "../modules/town/roll.store.ts";
import { newStorageKey } from "../platform/file-store.ts";
import { sheetTypes } from "../platform/sheets/sheet.ts";
import { writeXlsx } from "../platform/sheets/write-xlsx.ts";
import type { Platform } from "../platform/start.ts";
import { platformActor } from "../platform/tx.ts";
import { townFor } from "../trpc/context.ts";
import type { LaidTown } from "./cast.ts";
import type { Chance } from "./chance.ts";
import { inventedNumber } from "./numbers.ts";
import type { Say, Step } from "./story.ts";

const { day } = millisecondsIn;

/** Numbers of entities that are on a roll without being members, from here on, a thousand for each town. */
const firstUnjoined = 60_000;
const unjoinedNumber = (county: string | null, townAt: number, n: number, warned = false): string =>
  inventedNumber(county ?? "140100", firstUnjoined + townAt * 1_000 + n, warned);

type Known = Pick<RollContent, "number" | "nameZh" | "nameEn" | "regionCode">;
const shortOf = ({ town }: LaidTown): string => town.countyZh.replace(/[县市区]$/, "");

/** What the town knows of an entity: one in four was established within the last two years, one in fourteen no longer works. */
function entryOf(known: Known, { town }: LaidTown, now: Date, luck: Chance): RollContent {
  const [age, standing] = [luck.whole(4) === 0 ? 40 + luck.whole(720) : 800 + luck.whole(8_000), luck.whole(28)];
  const state: RollState = standing === 0 ? "closed" : standing === 1 ? "dormant" : "operating";
  return RollContent.parse({
    ...known,
    country: "CN",
    address: `${town.countyZh}示例路${1 + luck.whole(99)}号（演示）`,
    legalRepresentative: null,
    contactName: "演示联系人",
    contactPhone: `0350-00${10_000 + luck.whole(89_999)}`,
    mainProducts: `${town.tradeZh}（演示）`,
    establishedOn: localDateAt(plus(now, -age * day)),
    state,
    employees: 6 + luck.whole(180),
  });
}

/** The roll 经营主体名录: the member firms, and others that the town knows of, up to its number. */
export async function layRoll(platform: Platform, laid: LaidTown, townAt: number, now: Date, luck: Chance): Promise<void> {
  const { id, town, population } = laid;
  const short = shortOf(laid);
  await townFor(platform.services, platformActor(id), null).write(async (tx) => {
    const members = await tx.query<Known>(
      `select o.number, o.name_zh as "nameZh", o.name_en as "nameEn", o.region_code as "regionCode" from membership m
         join organisation o on o.id = m.organisation_id
        where m.town_id = $1 and m.kind = 'firm' and m.state in ('active', 'suspended') order by o.number`,
      [id],
    );
    const others = Array.from({ length: population.rollEntries - members.length }, (_, at): Known => {
      const n = String(at + 1).padStart(2, "0");
      // The town does not know every number yet.
      const number = at % 6 === 5 ? null : unjoinedNumber(town.countyCode, townAt, at + 1);
      return { number, nameZh: `${short}示例${town.tradeZh}加工厂${n}（演示）`, nameEn: null, regionCode: town.countyCode };
    });
    const entries = [...members, ...others].map((known) => ({ id: newId("roll"), content: entryOf(known, laid, now, luck) }));
    await insertEntries(tx, "demo", entries);
  });
}

const heading = ["企业名称", "统一社会信用代码", "联系电话", "成立日期", "经营状态", "从业人数"];

/** A list as an office keeps it, with a row for every result: new, known, changed, to be asked about, refused. */
function listOf(laid: LaidTown, townAt: number, members: readonly Known[]): string[][] {
  const { town } = laid;
  const named = (what: string) => `${shortOf(laid)}示例${town.tradeZh}${what}（演示）`;
  const number = (n: number, warned = false) => unjoinedNumber(town.countyCode, townAt, 900 + n, warned);
  const same = members.slice(0, 3).map((one) => [one.nameZh, one.number ?? "", "", "", "", ""]);
  const changed = members.slice(3, 5).map((one) => [one.nameZh, one.number ?? "", "0350-0099000", "", "", "209"]);
  return [
    heading,
    ...["甲", "乙", "丙", "丁"].map((sign, at) => [
      named(`铺${sign}`),
      number(at),
      `0350-008800${at}`,
      "2024-05-20",
      "在营",
      String(5 + at),
    ]),
    ...same,
    ...changed,
    [named("坊"), number(10, true), "", "2023-03-01", "在营", "12"],
    [named("加工厂01"), "", "", "", "在营", "31"],
    [named("店"), number(11).slice(0, 17), "", "", "在营", "3"],
    [named("社"), number(12), "", "2099-01-01", "在营", "8"],
    [named("行"), number(0), "", "", "在营", "2"],
  ];
}

/** One list handed in: the first town has it checked and not decided yet, all others have written it. */
export function importSteps(platform: Platform, laid: LaidTown, townAt: number, say: Say, now: Date): Step[] {
  const run = async () => {
    const { importId, procedures } = await check(platform, laid, townAt, say);
    if (townAt === 0) return;
    await procedures.decide({ importId, rowNo: null, result: "changed", decision: "write", fields: null });
    await procedures.decide({ importId, rowNo: null, result: "asks", decision: "skip", fields: null });
    await procedures.commit({ importId });
  };
  return [{ at: plus(now, -21 * day), settles: true, run }];
}

async function check({ services }: Platform, laid: LaidTown, townAt: number, say: Say) {
  const { id: townId, administrator } = laid;
  const { orgId: organisationId, personId } = administrator.actor;
  const procedures = say(administrator).town.import;
  const fileId = FileId.parse(newId("file"));
  await townFor(services, administrator.actor, null).write(async (tx) => {
    const members = await tx.query<Known>(
      `select number, name_zh as "nameZh", null as "nameEn", region_code as "regionCode" from roll_entry
        where town_id = $1 and organisation_id is not null and state = 'operating' order by number limit 5`,
      [townId],
    );
    const content = writeXlsx([{ name: "名录", rows: listOf(laid, townAt, members) }]);
    const storageKey = newStorageKey();
    await services.files.put(storageKey, content);
    const told = { name: "经营主体名录（演示）.xlsx", mediaType: sheetTypes.xlsx.mediaType, size: content.length, purpose: "roll" };
    const sha256 = createHash("sha256").update(content).digest("hex");
    await tx.db.storedFile.create({
      data: { townId, id: fileId, organisationId, personId, ...told, sha256, storageKey, subject: null, at: tx.at },
    });
  });
  const { id: importId } = await procedures.check({ fileId });
  return { importId, procedures };
}
