import { newId, openTown } from "@jizhen/db";
import {
  cellsAsked,
  Decimal,
  type DeclarationCell,
  firstDefinitions,
  inForce,
  instantsOf,
  lastQuarterBefore,
  monthAt,
  type Quarter,
  quarterOf,
  quarterPlus,
} from "@jizhen/domain-town";
import { millisecondsIn, plus } from "@jizhen/kernel";
import type { Platform } from "../platform/start.ts";
import { platformActor } from "../platform/tx.ts";
import type { LaidTown } from "./cast.ts";
import type { Chance } from "./chance.ts";
import type { Player } from "./rows.ts";
import { type Say, speaker } from "./story.ts";

type Told = { readonly laid: readonly LaidTown[]; readonly officer: Player; readonly luck: Chance; readonly now: Date };

/** Eight quarters, 24 months: the oldest six locked, one accepted, the newest on its way up. */
const quartersTold = 8;
const locked = 6;
/** Firms of the newest quarter that have handed in and wait to be checked, where the town is still at work. */
const waiting = 6;

/** Declared figures of the populated towns, and their reports through the product's own chain. */
export async function tellFigures(platform: Platform, { laid, officer, luck, now }: Told): Promise<void> {
  const say = speaker(platform);
  const newest = lastQuarterBefore(now);
  const quarters = Array.from({ length: quartersTold }, (_, at) => quarterPlus(newest, at - quartersTold + 1));
  for (const town of laid) await layDeclarations(platform, town, quarters, luck);
  for (const quarter of quarters) {
    await Promise.all(laid.map((town) => climb(say, town, quarter, newest)));
    await platform.drain();
    if (quarter !== newest) await decide(say, officer, quarter, quarters.indexOf(quarter) < locked);
    await platform.drain();
  }
  const restating = laid.find(({ town }) => town.slug === "wanrong");
  const third = quarters[3];
  if (restating && third) await restate(platform, say, restating, officer, third);
  const definitions = await say(officer).town.indicator.definitions();
  const output = definitions.find(({ key }) => key === "output_value");
  if (!output) return;
  const meaning = {
    meaningZh: "企业申报的产值之和，含来料加工",
    meaningEn: "Sum of the output that firms declare, processing on commission included",
  };
  await say(officer).town.indicator.define({ ...output, ...meaning, version: 2, validFrom: quarterOf(monthAt(now)) });
}

/** What a firm would declare: about the same every month, a little more every quarter. One distillery is larger than all others. */
function amountsOf(slug: string, firm: number, quarter: number, luck: Chance): Readonly<Record<string, number>> {
  const giant = slug === "xinghuacun" && firm === 1 ? 90 : 1;
  const size = (8 + ((firm * 37) % 45)) * giant;
  const grown = (base: number): number => Math.round(base * (1 + quarter * 0.02) * (0.95 + luck.whole(11) / 100));
  const monthly = grown(size * 10_000_000);
  return {
    output_value: monthly,
    chain_output: monthly * 5,
    jobs: grown(size * 4),
    jobs_new: luck.whole(4),
    exports: firm % 3 === 0 ? Math.round(monthly * 0.9) : 0,
    projects_new: (firm + quarter) % 17 === 0 ? 1 : 0,
    project_funds: (firm + quarter) % 17 === 0 ? monthly * 3 : 0,
    overseas_dealers: slug === "xinghuacun" ? firm % 3 : firm % 9 === 0 ? 1 : 0,
    energy: grown(size * 900),
  };
}

function cellsOf(quarter: Quarter, amounts: Readonly<Record<string, number>>): DeclarationCell[] {
  const definitions = inForce(firstDefinitions, quarter);
  return cellsAsked(definitions, quarter).map((place) => ({
    ...place,
    amount: Decimal.parse(String(amounts[place.key] ?? 0)),
    remark: "",
  }));
}

const laySql = `
  with given as (select * from jsonb_to_recordset($2::jsonb) as d(id text, firm text, quarter text, state text, cells jsonb, by text, at timestamptz)),
       kept as (insert into declaration_revision (town_id, declaration_id, revision, cells, submitted_by, at) select $1, id, 1, cells, by, at from given)
  insert into declaration (town_id, id, organisation_id, quarter, state, cells, revision, submitted_by, submitted_at, checked_by, checked_at)
  select $1, id, firm, quarter, state, cells, 1, by, at, case when state = 'checked' then $3 end, case when state = 'checked' then at end from given`;

/** All declarations of a town in one statement: the history of two years would be thousands of submissions. */
async function layDeclarations(
  platform: Platform,
  { id, town, firms, reviewer }: LaidTown,
  quarters: readonly Quarter[],
  luck: Chance,
): Promise<void> {
  const rows = quarters.flatMap((quarter, nth) => {
    const newest = nth === quarters.length - 1;
    const late = newest && town.slug === "qixian";
    return firms.flatMap(({ actor }, at) => {
      // The first firm has the newest form still before it; every eleventh did not answer.
      if (late || (newest && at === 0) || (at + nth) % 11 === 10) return [];
      const state = newest && town.slug === "dingxiang" && at <= waiting ? "submitted" : "checked";
      const cells = cellsOf(quarter, amountsOf(town.slug, at + 1, nth, luck));
      const handedIn = plus(instantsOf(quarter).until, (5 + (at % 12)) * millisecondsIn.day);
      return [{ id: newId("decl"), firm: actor.orgId, quarter, state, cells, by: actor.personId, at: handedIn.toISOString() }];
    });
  });
  await openTown(platform.database, platformActor(id)).write((tx) => tx.query(laySql, [id, JSON.stringify(rows), reviewer.actor.personId]));
}

/** Up to the province, save what is still at work in the newest quarter. */
async function climb(say: Say, town: LaidTown, quarter: Quarter, newest: Quarter): Promise<void> {
  const { slug } = town.town;
  if (quarter === newest && (slug === "dingxiang" || slug === "qixian")) return;
  const handed = await handIn(say, town, quarter);
  if (quarter === newest && slug === "xinghuacun") return;
  await say(town.administrator).town.report.approve({ reportId: handed.id, version: handed.version });
}

async function handIn(say: Say, { reviewer }: LaidTown, quarter: Quarter) {
  const { firms, report } = await say(reviewer).town.report.desk({ quarter });
  const missing = firms
    .filter(({ state }) => state !== "checked")
    .map(({ organisationId }) => ({ organisationId, reason: "not_answered" as const }));
  return say(reviewer).town.report.submit({ quarter, version: report?.version ?? 0, missing });
}

async function decide(say: Say, officer: Player, quarter: Quarter, locks: boolean): Promise<void> {
  const office = say(officer).town.report;
  for (const { report } of await office.list({ quarter })) {
    if (report.state !== "approved") continue;
    const accepted = await office.accept({ reportId: report.id, version: report.version });
    if (locks) await office.lock({ reportId: accepted.id, version: accepted.version });
  }
}

/** One locked quarter was opened again: a firm mended its figure, and the second revision is locked beside the first. */
async function restate(platform: Platform, say: Say, town: LaidTown, officer: Player, quarter: Quarter): Promise<void> {
  const office = say(officer).town.report;
  const found = (await office.list({ quarter })).find(({ report }) => report.reportingTown === town.id);
  if (!found) return;
  await office.reopen({ reportId: found.report.id, version: found.report.version, reason: "一家企业漏报出口额（演示）" });
  await platform.drain();
  const [, firm] = town.firms;
  if (!firm) return;
  const own = await say(firm).town.declaration.own({ quarter });
  if (!own.declaration) return;
  const on = { declarationId: own.declaration.id, version: own.declaration.version };
  const back = await say(town.reviewer).town.declaration.return({ ...on, reason: "请补报出口额（演示）" });
  const cells = own.declaration.cells.map((cell) => (cell.key === "exports" ? { ...cell, amount: Decimal.parse("88000000") } : cell));
  const remarked = cells.map((cell) => ({ ...cell, remark: "补报漏报的出口额（演示）" }));
  const again = await say(firm).town.declaration.submit({ quarter, cells: remarked, version: back.version });
  await say(town.reviewer).town.declaration.check({ declarationId: again.id, version: again.version });
  const handed = await handIn(say, town, quarter);
  await say(town.administrator).town.report.approve({ reportId: handed.id, version: handed.version });
  await platform.drain();
  await decide(say, officer, quarter, true);
  await platform.drain();
}
