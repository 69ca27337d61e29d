import {
  aYearBefore,
  type Definition,
  type Ends,
  type FigureValue,
  type FiledFigure,
  figures,
  type Growth,
  growthOf,
  growthOfSum,
  inForce,
  likeForLike,
  meanOfGrowths,
  overTime,
  overTowns,
  type Quarter,
  quarterPlus,
  quartersOf,
  type ReportState,
  Year,
} from "@jizhen/domain-town";
import { ratios, type TownId } from "@jizhen/kernel";
import { cellOf, type EarlierShown, type HiddenSet, hiddenIn } from "./board.hidden.ts";

/** One filed figure of a quarter, as the province holds it. */
export type BoardRow = FiledFigure & { readonly town: TownId; readonly quarter: Quarter };
export type TownLine = {
  readonly id: TownId;
  readonly slug: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly connected: boolean;
};
export type Standing = {
  readonly town: TownId;
  readonly quarter: Quarter;
  readonly state: ReportState;
  readonly revision: number;
  readonly submission: number;
  readonly expected: number;
  readonly checked: number;
};

/** What a screen or a file gets: a number as text, or the word for why there is none. */
export type Shown = { readonly state: "value"; readonly amount: string } | { readonly state: "missing" | "suppressed" | "not_connected" };
export type ShownGrowth = { readonly state: "value"; readonly percent: string } | Extract<Growth, { state: "not_comparable" }>;
export type BoardCell = {
  readonly value: Shown;
  readonly growth: ShownGrowth;
  readonly likeForLike: ShownGrowth;
  readonly version: number | null;
  /** The last eight quarters, oldest first. */
  readonly series: readonly (string | null)[];
};
export type BoardTotal = {
  readonly value: Shown;
  readonly reported: number;
  readonly of: number;
  readonly growthOfSum: ShownGrowth;
  readonly meanOfGrowths: ShownGrowth;
  /** Ranks are refused when versions differ or a town's coverage is below four fifths. */
  readonly ranks: "shown" | "versions_differ" | "coverage_too_low";
};
export type BoardTown = TownLine & { readonly report: Standing | null; readonly cells: Readonly<Record<string, BoardCell>> };
export type Board = {
  readonly period: string;
  readonly throughQuarter: Quarter;
  readonly definitions: readonly Definition[];
  readonly towns: readonly BoardTown[];
  readonly totals: Readonly<Record<string, BoardTotal>>;
};

export type BoardInput = {
  readonly towns: readonly TownLine[];
  readonly definitions: readonly Definition[];
  readonly rows: readonly BoardRow[];
  readonly standings: readonly Standing[];
  /** A quarter, or a year, which is to date while it runs. */
  readonly period: Quarter | Year;
  readonly earlier: EarlierShown;
};

const shown = (value: FigureValue): Shown => {
  if (value.state !== "value") return { state: value.state };
  const number = figures.numberOf(value);
  return number === null ? { state: "missing" } : { state: "value", amount: ratios.toDecimal(number, 4) };
};
const shownGrowth = (growth: Growth): ShownGrowth =>
  growth.state === "value" ? { state: "value", percent: ratios.toDecimal(ratios.multiply(growth.share, ratios.ratio(100)), 1) } : growth;

const seriesLength = 8;

/** Reads rows by place and knows what is hidden; everything that leaves goes through `seen`. */
function reader({ towns, definitions, rows, earlier }: BoardInput, through: Quarter) {
  const byPlace = new Map(rows.map((row) => [cellOf(row.key, row.town, row.quarter), row]));
  const connected = new Set(towns.filter((town) => town.connected).map(({ id }) => id));
  const ids = [...connected];
  const rowOf = (town: TownId, key: string, quarter: Quarter) => byPlace.get(cellOf(key, town, quarter));
  const reported = new Set(rows.map(({ quarter }) => quarter));
  const lastOf = (year: string): Quarter | undefined =>
    quartersOf(Year.parse(year))
      .filter((quarter) => quarter <= through && reported.has(quarter))
      .at(-1);
  const quartersIn = (year: string): Quarter[] => {
    const last = lastOf(year);
    return last ? quartersOf(Year.parse(year)).filter((quarter) => quarter <= last) : [];
  };
  const hiddenByYear = new Map<string, HiddenSet>();
  const isHidden = (key: string, town: TownId | "sum", period: string): boolean => {
    const year = period.slice(0, 4);
    const held = hiddenByYear.get(year) ?? hiddenIn(definitions, year, { towns: ids, quarters: quartersIn(year), rowOf, earlier });
    hiddenByYear.set(year, held);
    return held.has(cellOf(key, town, period));
  };
  const raw = ({ key, formula }: Definition, town: TownId, period: string, upTo?: string): FigureValue => {
    if (!connected.has(town)) return figures.notConnected;
    if (period.includes("Q")) return rowOf(town, key, period as Quarter)?.value ?? figures.missing;
    const quarters = quartersIn(period).filter((quarter) => upTo === undefined || quarter.slice(4) <= upTo);
    return overTime(
      formula,
      quarters.map((quarter) => rowOf(town, key, quarter)?.value ?? figures.missing),
    );
  };
  const seen = (definition: Definition, town: TownId, period: string, upTo?: string): FigureValue => {
    const value = raw(definition, town, period, upTo);
    return value.state === "value" && isHidden(definition.key, town, period) ? figures.suppressed : value;
  };
  return { raw, seen, isHidden, rowOf, lastOf, ids };
}

type Reader = ReturnType<typeof reader>;

/** Growth of a year to date is measured against the same quarters of the year before. */
function endsOf(read: Reader, definition: Definition, town: TownId, period: Quarter | Year): Ends {
  const last = period.includes("Q") ? (period as Quarter) : read.lastOf(period);
  const versionAt = (quarter: Quarter | undefined) => (quarter && read.rowOf(town, definition.key, quarter)?.version) ?? null;
  const before = aYearBefore(period);
  return {
    now: read.seen(definition, town, period),
    before: read.seen(definition, town, before, last?.slice(4)),
    versions: [versionAt(last), versionAt(last && aYearBefore(last))],
  };
}

function cellFor(read: Reader, definition: Definition, town: TownId, period: Quarter | Year): BoardCell {
  const ends = endsOf(read, definition, town, period);
  const through = period.includes("Q") ? (period as Quarter) : read.lastOf(period);
  const row = through && read.rowOf(town, definition.key, through);
  const open = ends.now.state === "value" && ends.before.state === "value" && period.includes("Q");
  const series = Array.from({ length: seriesLength }, (_, at) => {
    const value = through ? shown(read.seen(definition, town, quarterPlus(through, at - seriesLength + 1))) : { state: "missing" as const };
    return value.state === "value" ? value.amount : null;
  });
  return {
    value: shown(ends.now),
    growth: shownGrowth(growthOf(ends)),
    likeForLike: shownGrowth(open && row ? likeForLike(row.likeNow, row.likeBefore) : { state: "not_comparable", why: "missing" }),
    version: row?.version ?? null,
    series,
  };
}

function totalFor(read: Reader, definition: Definition, input: BoardInput): BoardTotal {
  const { period, towns, standings } = input;
  const values = towns.map(({ id }) => read.raw(definition, id, period));
  const whole = overTowns(definition.formula, values);
  const ends = towns.map(({ id }) => endsOf(read, definition, id, period));
  const there = ends.filter(({ now }) => now.state === "value" || now.state === "suppressed");
  const versions = new Set(there.map(({ versions: [now] }) => now));
  const through = period.includes("Q") ? period : read.lastOf(period);
  const thin = standings.some(({ quarter, expected, checked }) => quarter === through && checked * 5 < expected * 4);
  return {
    value: shown(whole.value.state === "value" && read.isHidden(definition.key, "sum", period) ? figures.suppressed : whole.value),
    reported: whole.reported,
    of: whole.of,
    growthOfSum: shownGrowth(growthOfSum(ends)),
    meanOfGrowths: shownGrowth(meanOfGrowths(ends)),
    ranks: versions.size > 1 ? "versions_differ" : thin && definition.source === "declared" ? "coverage_too_low" : "shown",
  };
}

/** The province's table of one period: pure, so that screen, file, publication and bench show the same. */
export function buildBoard(input: BoardInput): Board {
  const { period, towns, definitions } = input;
  const through = period.includes("Q") ? (period as Quarter) : (quartersOf(period as Year).at(-1) as Quarter);
  const shownDefinitions = inForce(definitions, through);
  const read = reader({ ...input, definitions: shownDefinitions }, through);
  const last = period.includes("Q") ? (period as Quarter) : (read.lastOf(period) ?? through);
  const standingOf = new Map(input.standings.filter(({ quarter }) => quarter === last).map((one) => [one.town, one]));
  return {
    period,
    throughQuarter: last,
    definitions: shownDefinitions,
    towns: towns.map((town) => ({
      ...town,
      report: standingOf.get(town.id) ?? null,
      cells: Object.fromEntries(shownDefinitions.map((one) => [one.key, cellFor(read, one, town.id, period)])),
    })),
    totals: Object.fromEntries(shownDefinitions.map((one) => [one.key, totalFor(read, one, input)])),
  };
}
