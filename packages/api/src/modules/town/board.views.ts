import { lastQuarterBefore, Quarter, quarterPlus, Year, yearOf } from "@jizhen/domain-town";
import type { TownId } from "@jizhen/kernel";
import * as z from "zod";
import { refuse } from "../../platform/refuse.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { type AnyTx, ask } from "./ask.ts";
import { cellOf, type EarlierShown } from "./board.hidden.ts";
import { type Board, type BoardInput, type BoardRow, buildBoard, type Standing, type TownLine } from "./board.table.ts";
import { allDefinitions } from "./indicator.store.ts";
import type { PublishedTable } from "./publication.usecases.ts";
import { toFiled } from "./report.views.ts";
import { townHere } from "./town.views.ts";

/** A report's last hand-in, once it has come up; while it is being restated, the one that was locked. */
export const standingSql = `
  select reporting_town as town, quarter, state, revision, expected, checked,
         case when state in ('approved', 'accepted', 'locked', 'published') then submission else locked_submission end as submission
    from report where town_id = $1 and quarter >= $2 and quarter <= $3
     and (locked_submission is not null or state in ('approved', 'accepted', 'locked', 'published'))`;

/** Quarters only, of the hand-ins that stand: one index range a report. */
export const rowsSql = `
  select f.reporting_town as town, f.quarter, f.key, f.version, f.period, f.state, trim_scale(f.numerator)::text as numerator,
         trim_scale(f.denominator)::text as denominator, f.contributors, trim_scale(f.largest)::text as largest, trim_scale(f.largest_two)::text as "largestTwo",
         trim_scale(f.like_now)::text as "likeNow", trim_scale(f.like_before)::text as "likeBefore", f.inputs_hash as "inputsHash"
    from (${standingSql}) s
    join figure f on f.town_id = $1 and f.reporting_town = s.town and f.quarter = s.quarter and f.submission = s.submission and f.period = s.quarter`;

type Row = Parameters<typeof toFiled>[0] & { town: TownId; quarter: Quarter };

export async function boardRows(tx: AnyTx, from: Quarter, until: Quarter): Promise<BoardRow[]> {
  const rows = await ask<Row>(tx, "town.board.rows", rowsSql, [tx.by.townId, from, until]);
  return rows.map(({ town, quarter, ...row }) => ({ ...toFiled(row), town, quarter }));
}

async function earlierShown(tx: AnyTx): Promise<EarlierShown> {
  const sql = "select content from publication where town_id = $1 order by id";
  const tables = await ask<{ content: PublishedTable }>(tx, "town.board.publications", sql, [tx.by.townId]);
  const standing = await ask<{ town: string; quarter: string; submission: number }>(tx, "town.board.standing", standingSql, [
    tx.by.townId,
    "0000-Q1",
    "9999-Q4",
  ]);
  const current = new Map(standing.map(({ town, quarter, submission }) => [`${town}|${quarter}`, submission]));
  const [known, kept] = [new Set<string>(), new Set<string>()];
  for (const { content } of tables) {
    for (const { town, key, submission, shown } of content.cells) {
      // Another hand-in is other data: what was said of the old figure says nothing exact of the new one.
      if (current.get(`${town}|${content.quarter}`) !== submission) continue;
      if (shown.state === "value") known.add(cellOf(key, town, content.quarter));
      if (shown.state === "suppressed") kept.add(cellOf(key, town, content.quarter));
    }
  }
  return { known, kept };
}

const townsSql = `select id, slug, name_zh as "nameZh", name_en as "nameEn", connected from town where kind = 'town' and state <> 'prepared'
  order by connected desc, county_code nulls last, id`;

/** Everything that the board of a quarter or a year is made from. */
export async function boardInput(tx: AnyTx, wanted: Quarter | Year | null): Promise<BoardInput> {
  const period = wanted ?? (await newestQuarter(tx));
  const until = Quarter.safeParse(period);
  const last = until.success ? until.data : Quarter.parse(`${period}-Q4`);
  const from = quarterPlus(Quarter.parse(`${yearOf(period)}-Q1`), -8);
  const definitions = await allDefinitions(tx);
  const towns = await ask<TownLine>(tx, "town.board.towns", townsSql, []);
  // The whole year is read even for one quarter: its quarters protect each other.
  const yearEnd = Quarter.parse(`${yearOf(last)}-Q4`);
  const rows = await boardRows(tx, from, yearEnd);
  const standings = await ask<Standing>(tx, "town.board.standings", standingSql, [tx.by.townId, from, yearEnd]);
  return { towns, definitions, rows, standings, period, earlier: await earlierShown(tx) };
}

/** The board of a quarter or a year: what the province may see, with what must be hidden hidden. */
export const boardOf = async (tx: AnyTx, wanted: Quarter | Year | null): Promise<Board> => buildBoard(await boardInput(tx, wanted));

async function newestQuarter(tx: AnyTx): Promise<Quarter> {
  const sql = `select max(quarter) as quarter from report where town_id = $1 and (locked_submission is not null or state <> 'open')`;
  const [row] = await ask<{ quarter: string | null }>(tx, "town.board.newest", sql, [tx.by.townId]);
  return row?.quarter ? Quarter.parse(row.quarter) : lastQuarterBefore(tx.at);
}

/** The board with whose it is, for a paper. */
export async function boardForPaper(tx: ReadTx, id: string) {
  const period = z.union([Quarter, Year]).safeParse(id);
  if (!period.success) return refuse({ kind: "not_found", code: "platform.address_unknown" });
  const { nameZh, nameEn, demo } = await townHere(tx);
  return { board: await boardOf(tx, period.data), province: { nameZh, nameEn, demo }, madeAt: tx.at };
}

export type BoardView = Board & { readonly quarters: readonly Quarter[]; readonly at: Date };

export async function getBoard(tx: ReadTx, period: Quarter | Year | null): Promise<BoardView> {
  const sql =
    "select distinct quarter from report where town_id = $1 and (locked_submission is not null or state <> 'open') order by quarter desc limit 40";
  const quarters = (await tx.query<{ quarter: Quarter }>("town.board.quarters", sql, [tx.by.townId])).map(({ quarter }) => quarter);
  return { ...(await boardOf(tx, period)), quarters, at: tx.at };
}
