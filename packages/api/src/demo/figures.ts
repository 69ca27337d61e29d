import { newId, openTown } from "@jizhen/db";
import { instantsOf, lastQuarterBefore, type Quarter, quarterPlus } from "@jizhen/domain-town";
import { millisecondsIn, type OrgId, plus } from "@jizhen/kernel";
import type { Platform } from "../platform/start.ts";
import { platformActor } from "../platform/tx.ts";
import { amountsOf, cellsOf } from "./amounts.ts";
import type { LaidTown } from "./cast.ts";
import type { Chance } from "./chance.ts";
import type { Player } from "./rows.ts";
import type { Say, Step } from "./story.ts";

const { day, hour } = millisecondsIn;

/** Eight quarters, 24 months. The newest is one whose report has had the time to be late. */
const quartersTold = 8;
const settledWithin = 35 * day;
export const quartersOfDemo = (now: Date): Quarter[] => {
  const newest = lastQuarterBefore(plus(now, -settledWithin));
  return Array.from({ length: quartersTold }, (_, at) => quarterPlus(newest, at - quartersTold + 1));
};

/** How far the province has got with each of the eight: five published, one locked, one accepted, the newest still on its way up. */
const [published, locked, accepted] = [5, 6, 7];
/** The quarter that one town had to restate. */
const restated = 3;
const restatingTown = "wanrong";
/** In the newest quarter these are still at work: one has firms that wait to be checked, one is late and has heard of nobody. */
const [atWork, late] = ["dingxiang", "qixian"];
const waiting = 2;

/** Every twenty-third firm did not answer; in the newest quarter the first firm has its form still before it. */
const isSilent = (firm: number, nth: number, newest: boolean): boolean => (firm + nth) % 23 === 22 || (newest && firm === 0);

const laySql = `
  with given as (select * from jsonb_to_recordset($2::jsonb) as d(id text, firm text, quarter text, state text, cells jsonb, by text, at timestamptz, until timestamptz)),
       asked as (select g.* from given g where exists (select 1 from membership m where m.town_id = $1 and m.organisation_id = g.firm and m.decided_at < g.until)),
       kept as (insert into declaration_revision (town_id, declaration_id, revision, cells, submitted_by, at) select $1, id, 1, cells, by, at from asked)
  insert into declaration (town_id, id, organisation_id, quarter, state, cells, revision, submitted_by, submitted_at, checked_by, checked_at)
  select $1, id, firm, quarter, state, cells, 1, by, at, case when state = 'checked' then $3 end, case when state = 'checked' then at end from asked`;

/** All declarations of a town in one statement, of the firms that were members by then: two years of them would be thousands of hand-ins. */
export async function layDeclarations(platform: Platform, laid: LaidTown, now: Date, luck: Chance): Promise<void> {
  const { id, town, firms, reviewer } = laid;
  const quarters = quartersOfDemo(now);
  const rows = quarters.flatMap((quarter, nth) => {
    const newest = nth === quarters.length - 1;
    if (newest && town.slug === late) return [];
    const { until } = instantsOf(quarter);
    return firms.flatMap(({ actor }, at) => {
      const cells = cellsOf(quarter, amountsOf(town.slug, at + 1, nth, luck));
      if (isSilent(at, nth, newest)) return [];
      const state = newest && town.slug === atWork && at <= waiting ? "submitted" : "checked";
      const handedIn = plus(until, (5 + (at % 12)) * day).toISOString();
      return [
        { id: newId("decl"), firm: actor.orgId, quarter, state, cells, by: actor.personId, at: handedIn, until: until.toISOString() },
      ];
    });
  });
  await openTown(platform.database, platformActor(id)).write((tx) => tx.query(laySql, [id, JSON.stringify(rows), reviewer.actor.personId]));
}

/** Hands a quarter in; whoever is missing is named with a reason. */
async function handIn(say: Say, { reviewer, firms }: LaidTown, quarter: Quarter) {
  const joined = new Set<OrgId>(firms.map(({ actor }) => actor.orgId));
  const desk = await say(reviewer).town.report.desk({ quarter });
  const missing = desk.firms
    .filter(({ state }) => state !== "checked")
    .map(({ organisationId }, at) => ({
      organisationId,
      reason: joined.has(organisationId) ? (at % 3 === 0 ? ("not_answered" as const) : ("newly_joined" as const)) : ("other" as const),
    }));
  return say(reviewer).town.report.submit({ quarter, version: desk.report?.version ?? 0, missing });
}

async function climb(say: Say, laid: LaidTown, quarter: Quarter, approves: boolean): Promise<void> {
  const { id, version } = await handIn(say, laid, quarter);
  if (approves) await say(laid.administrator).town.report.approve({ reportId: id, version });
}

const stepAt = (quarter: Quarter, days: number, run: () => Promise<void>): Step => ({
  at: plus(instantsOf(quarter).until, days * day),
  settles: true,
  run,
});

/** The reports of one town on their way up, eighteen days after each quarter. */
export function reportsOf(laid: LaidTown, say: Say, now: Date): Step[] {
  const { slug } = laid.town;
  return quartersOfDemo(now).flatMap((quarter, nth) => {
    const newest = nth === quartersTold - 1;
    if (newest && (slug === atWork || slug === late)) return [];
    return [stepAt(quarter, 18, () => climb(say, laid, quarter, !(newest && slug === "xinghuacun")))];
  });
}

const decisions = ["accept", "lock", "publish"] as const;

/** The province's sitting over one quarter, as far as it has got: an hour of the story for all its decisions. */
async function decide(say: Say, officer: Player, quarter: Quarter, steps: number): Promise<void> {
  const office = say(officer).town;
  for (const step of decisions.slice(0, steps)) {
    if (step === "publish") await office.publication.publish({ quarter });
    else
      for (const { report, actions } of await office.report.list({ quarter }))
        if (actions.includes(step)) await office.report[step]({ reportId: report.id, version: report.version });
  }
}

/** What the province decides of all towns, the quarter that was opened again among them, and a meaning that changes with the coming quarter. */
export function officeOf(officer: Player, laid: readonly LaidTown[], say: Say, now: Date): Step[] {
  const quarters = quartersOfDemo(now);
  const stepsOf = (nth: number): number => (nth < published ? 3 : nth < locked ? 2 : nth < accepted ? 1 : 0);
  const sittings = quarters.flatMap((quarter, nth) =>
    stepsOf(nth) === 0 ? [] : [stepAt(quarter, 20, () => decide(say, officer, quarter, stepsOf(nth)))],
  );
  const [town, quarter] = [laid.find((one) => one.town.slug === restatingTown), quarters[restated]];
  const again = town && quarter ? restatement(officer, town, quarter, say) : [];
  return [...sittings, ...again, { at: plus(now, -2 * hour), settles: true, run: () => redefine(say, officer, now) }];
}

/** Top-down open again, and bottom-up once more: a firm mends its figure, and the second revision stands beside the first. */
function restatement(officer: Player, town: LaidTown, quarter: Quarter, say: Say): Step[] {
  const reopen = async () => {
    const office = say(officer).town.report;
    const line = (await office.list({ quarter })).find(({ report }) => report.reportingTown === town.id);
    if (!line) throw new Error("the report that is to be restated has not come up");
    await office.reopen({ reportId: line.report.id, version: line.report.version, reason: "一家企业漏报出口额（演示）" });
  };
  return [
    stepAt(quarter, 40, reopen),
    stepAt(quarter, 42, () => mend(say, town, quarter)),
    stepAt(quarter, 44, () => decide(say, officer, quarter, decisions.length)),
  ];
}

async function mend(say: Say, town: LaidTown, quarter: Quarter): Promise<void> {
  const [, firm] = town.firms;
  if (!firm) throw new Error("the town that is to mend its figure has no firm");
  const own = await say(firm).town.declaration.own({ quarter });
  if (!own.declaration) throw new Error("the firm that is to mend its figure has not declared");
  const { id: declarationId, version, cells } = own.declaration;
  const back = await say(town.reviewer).town.declaration.return({ declarationId, version, reason: "请补报出口额（演示）" });
  const mended = cells.map((cell) => ({
    ...cell,
    ...(cell.key === "exports"
      ? { amount: cellsOf(quarter, { exports: 88_000_000 }).find(({ key }) => key === "exports")?.amount ?? null }
      : {}),
    remark: "补报漏报的出口额（演示）",
  }));
  const again = await say(firm).town.declaration.submit({ quarter, cells: mended, version: back.version });
  await say(town.reviewer).town.declaration.check({ declarationId: again.id, version: again.version });
  await climb(say, town, quarter, true);
}

/** From the quarter that runs now on, output means a little more: the series shows where. */
async function redefine(say: Say, officer: Player, now: Date): Promise<void> {
  const office = say(officer).town.indicator;
  const output = (await office.definitions()).find(({ key }) => key === "output_value");
  if (!output) throw new Error("output has no definition");
  await office.define({
    ...output,
    version: 2,
    meaningZh: "企业申报的产值之和，含来料加工",
    meaningEn: "Sum of the output that firms declare, processing on commission included",
    validFrom: quarterPlus(lastQuarterBefore(now), 1),
  });
}
