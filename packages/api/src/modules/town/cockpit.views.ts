import {
  type Definition,
  type FiledFigure,
  IndicatorKey,
  inForce,
  lastQuarterBefore,
  Month,
  Quarter,
  quarterPlus,
} from "@jizhen/domain-town";
import { localDateAt } from "@jizhen/kernel";
import * as z from "zod";
import { refuse } from "../../platform/refuse.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { allDefinitions } from "./indicator.store.ts";
import { declaredIn, recordsOf } from "./report.figures.ts";
import { toFiled } from "./report.views.ts";

export const FigureInput = z.strictObject({ key: IndicatorKey, period: z.union([Month, Quarter]) });

export type SeriesPoint = FiledFigure & { readonly quarter: Quarter; readonly at: Date; readonly state: string; readonly revision: number };

/** The newest filed figure of each quarter in this town, whatever stage its report is at. */
const seriesSql = `
  select distinct on (f.key, f.quarter) f.quarter, f.key, f.version, f.period, f.state, trim_scale(f.numerator)::text as numerator,
         trim_scale(f.denominator)::text as denominator, f.contributors, trim_scale(f.largest)::text as largest, trim_scale(f.largest_two)::text as "largestTwo",
         trim_scale(f.like_now)::text as "likeNow", trim_scale(f.like_before)::text as "likeBefore", f.inputs_hash as "inputsHash", f.at, f.revision,
         r.state as "reportState"
    from figure f join report r on r.town_id = f.town_id and r.reporting_town = f.reporting_town and r.quarter = f.quarter
   where f.town_id = $1 and f.reporting_town = $1 and f.period = f.quarter and f.quarter >= $2 and f.key = any($3::text[])
   order by f.key, f.quarter, f.submission desc`;

type Row = Parameters<typeof toFiled>[0] & { quarter: Quarter; at: Date; revision: number; reportState: string };

async function seriesOf(tx: ReadTx, keys: readonly string[], from: Quarter): Promise<SeriesPoint[]> {
  const rows = await tx.query<Row>("town.cockpit.series", seriesSql, [tx.by.townId, from, keys]);
  return rows.map(({ quarter, at, revision, reportState, ...row }) => ({ ...toFiled(row), quarter, at, revision, state: reportState }));
}

const todoSql = `
  select (select count(*)::int from membership where town_id = $1 and state in ('applied', 'under_review') and kind <> 'administration') as admissions,
         (select count(*)::int from capability where town_id = $1 and status = 'declared') as capabilities,
         (select count(*)::int from complaint where town_id = $1 and state in ('filed', 'accepted', 'hearing', 'reopened')) as complaints,
         (select count(*)::int from complaint where town_id = $1 and state in ('filed', 'accepted', 'hearing', 'reopened') and due_on < $2) as "complaintsOverdue",
         (select count(*)::int from declaration where town_id = $1 and state = 'submitted') as declarations,
         (select count(*)::int from report where town_id = $1 and reporting_town = $1 and state = 'submitted') as reports,
         (select count(*)::int from report where town_id = $1 and reporting_town = $1 and state = 'open' and reason is not null) as reopened`;

export type Todo = {
  readonly admissions: number;
  readonly complaints: number;
  /** Among these, what should have been done by yesterday. */
  readonly complaintsOverdue: number;
  readonly capabilities: number;
  readonly declarations: number;
  readonly reports: number;
  readonly reopened: number;
};
const nothing: Todo = {
  admissions: 0,
  complaints: 0,
  complaintsOverdue: 0,
  capabilities: 0,
  declarations: 0,
  reports: 0,
  reopened: 0,
};
export type TopProduct = { readonly family: string; readonly requests: number };
export type Cockpit = {
  readonly at: Date;
  readonly quarter: Quarter;
  readonly todo: Todo;
  readonly definitions: readonly Definition[];
  readonly series: readonly SeriesPoint[];
  readonly firms: number;
  readonly firstQuoteHours: { readonly hours: number | null; readonly requests: number };
  readonly products: readonly TopProduct[];
};

export const cockpitKeys = ["output_value", "jobs", "exports", "deals"] as const;

/** A town's cockpit: what waits first, then four indicators with last year's line, then the market of the last ninety days. */
export async function getCockpit(tx: ReadTx): Promise<Cockpit> {
  const quarter = lastQuarterBefore(tx.at);
  const [todo = nothing] = await tx.query<Todo>("town.cockpit.todo", todoSql, [tx.by.townId, localDateAt(tx.at)]);
  const [firms] = await tx.query<{ firms: number }>(
    "town.cockpit.firms",
    "select count(*)::int as firms from membership where town_id = $1 and kind = 'firm' and state = 'active'",
    [tx.by.townId],
  );
  const since = new Date(tx.at.getTime() - 90 * 86_400_000);
  const products = await tx.query<TopProduct>(
    "town.cockpit.products",
    `select family, count(*)::int as requests from purchase_request r, unnest(r.families) as family
      where r.town_id = $1 and r.published_at >= $2::timestamptz group by family order by count(*) desc, family limit 5`,
    [tx.by.townId, since.toISOString()],
  );
  const [quotes] = await tx.query<{ hours: number | null; requests: number }>(
    "town.cockpit.first_quote",
    `select percentile_cont(0.5) within group (order by hours)::float8 as hours, count(*)::int as requests from (
       select extract(epoch from min(q.submitted_at) - r.published_at) / 3600 as hours from purchase_request r
         join quote q on q.town_id = r.town_id and q.request_id = r.id and q.submitted_at is not null
        where r.town_id = $1 and r.published_at >= $2::timestamptz group by r.id, r.published_at) answered`,
    [tx.by.townId, since.toISOString()],
  );
  return {
    at: tx.at,
    quarter,
    todo,
    definitions: inForce(await allDefinitions(tx), quarter).filter(({ key }) => cockpitKeys.some((one) => one === key)),
    series: await seriesOf(tx, cockpitKeys, quarterPlus(quarter, -7)),
    firms: firms?.firms ?? 0,
    firstQuoteHours: quotes ?? { hours: null, requests: 0 },
    products,
  };
}

export type FigureDetail = {
  readonly definition: Definition;
  readonly period: string;
  readonly series: readonly SeriesPoint[];
  /** The rows a figure opens to: declarations of firms by name, or the platform's own records. */
  readonly inputs: readonly {
    readonly from: string;
    readonly name: string;
    readonly amount: string;
    readonly declarationId: string | null;
    readonly upgradeId: string | null;
  }[];
  /** What a quotient is made of: it has no records of its own, its two figures have. */
  readonly parts: readonly Definition[];
};

/** A figure opened: its definition, every revision of its series, and the declarations or records it was computed from. */
export async function openFigure(tx: ReadTx, { key, period }: z.infer<typeof FigureInput>): Promise<FigureDetail> {
  const quarter = Quarter.safeParse(period);
  const whole = quarter.success ? quarter.data : Quarter.parse(`${period.slice(0, 4)}-Q${Math.ceil(Number(period.slice(5)) / 3)}`);
  const definitions = inForce(await allDefinitions(tx), whole);
  const definition = definitions.find((one) => one.key === key);
  if (!definition) return refuse({ kind: "not_found", code: "town.indicator.unknown" });
  const records = definition.source === "computed" ? await recordsOf(tx, key, period) : await declaredFor(tx, definition, whole);
  const named = await namesOf(
    tx,
    (records ?? []).map(({ from }) => from),
  );
  return {
    definition,
    period,
    series: await seriesOf(tx, [key], quarterPlus(whole, -11)),
    inputs: (records ?? []).slice(0, 1_000).map(({ from, amount, record }) => ({
      from,
      name: named.get(from) ?? from,
      amount,
      declarationId: record.startsWith("decl_") ? (record.split("/")[0] ?? null) : null,
      upgradeId: record.startsWith("upgr_") ? record : null,
    })),
    parts: partsOf(definition, definitions),
  };
}

const partsOf = ({ formula }: Definition, all: readonly Definition[]): Definition[] =>
  formula.kind === "ratio" ? [formula.numerator, formula.denominator].flatMap((key) => all.find((one) => one.key === key) ?? []) : [];

async function declaredFor(tx: ReadTx, { key }: Definition, quarter: Quarter) {
  return [...(await declaredIn(tx, quarter))]
    .filter(([place]) => place.startsWith(`${key}@`))
    .flatMap(([, contributions]) => contributions);
}

async function namesOf(tx: ReadTx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>(
    "town.figure.names",
    `select id, name_zh as name from organisation where id = any($2) union all
     select id, name_zh from roll_entry where town_id = $1 and id = any($2) union all
     select id, coalesce(number, title) from purchase_request where town_id = $1 and id = any($2) union all
     select m.id, m.file->>'nameZh' from membership m where m.town_id = $1 and m.id = any($2)`,
    [tx.by.townId, [...new Set(ids)]],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
