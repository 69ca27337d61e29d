import {
  type Declaration,
  type DeclarationAction,
  type DeclarationCell,
  type DeclarationState,
  type Definition,
  declarationActions,
  FiledFigure as Filed,
  type FiledFigure,
  inForce,
  lastQuarterBefore,
  type Outlier,
  outliersOf,
  type Quarter,
  quarterPlus,
  type Report,
  type ReportId,
  reportActions,
  type reports,
} from "@jizhen/domain-town";
import type { OrgId } from "@jizhen/kernel";
import type { Workspace } from "../../platform/actor.ts";
import { refuse } from "../../platform/refuse.ts";
import { everyRow } from "../../platform/sheets/every-row.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { type AnyTx, ask } from "./ask.ts";
import { toDeclaration } from "./declaration.store.ts";
import { allDefinitions } from "./indicator.store.ts";
import { toReport } from "./report.store.ts";

const reportColumns = `id, town_id as "townId", reporting_town as "reportingTown", quarter, state, revision, submission, locked_submission as "lockedSubmission",
  expected, checked, missing, reason, submitted_by as "submittedBy", submitted_at as "submittedAt", approved_by as "approvedBy", approved_at as "approvedAt",
  accepted_by as "acceptedBy", accepted_at as "acceptedAt", locked_at as "lockedAt", published_at as "publishedAt", version`;
const declarationColumns = `d.id, d.town_id as "townId", d.organisation_id as "organisationId", d.quarter, d.state, d.cells, d.returned, d.revision,
  d.submitted_by as "submittedBy", d.submitted_at as "submittedAt", d.checked_by as "checkedBy", d.checked_at as "checkedAt", d.version`;

/** Firms that are asked: those that were members when the quarter ended, in good standing or suspended. */
const firmsSql = `
  select m.organisation_id as "organisationId", o.name_zh as "nameZh", o.name_en as "nameEn", d.id as "declarationId", coalesce(d.state, 'none') as state,
         d.submitted_at as "submittedAt", d.revision
    from membership m join organisation o on o.id = m.organisation_id
    left join declaration d on d.town_id = m.town_id and d.organisation_id = m.organisation_id and d.quarter = $2
   where m.town_id = $1 and m.kind = 'firm' and not m.visiting and m.state in ('active', 'suspended')
   order by (d.state = 'submitted') desc nulls last, o.name_zh`;

export type FirmLine = {
  readonly organisationId: OrgId;
  readonly nameZh: string;
  readonly nameEn: string | null;
  readonly declarationId: string | null;
  readonly state: DeclarationState | "none";
  readonly submittedAt: Date | null;
  readonly revision: number | null;
};
const firmsOf = (tx: AnyTx, quarter: Quarter): Promise<FirmLine[]> =>
  ask<FirmLine>(tx, "town.report.firms", firmsSql, [tx.by.townId, quarter]);

export async function coverageOf(tx: AnyTx, quarter: Quarter): Promise<reports.Coverage> {
  const firms = await firmsOf(tx, quarter);
  return {
    expected: firms.length,
    checked: firms.filter(({ state }) => state === "checked").length,
    waiting: firms.filter(({ state }) => state === "submitted").length,
    without: firms
      .filter(({ state }) => state === "none" || state === "open")
      .map(({ organisationId, nameZh }) => ({ organisationId, nameZh })),
  };
}

type FigureRow = Omit<FiledFigure, "value"> & { state: "value" | "missing"; numerator: string | null; denominator: string | null };
const figureColumns = `key, version, period, state, trim_scale(numerator)::text as numerator, trim_scale(denominator)::text as denominator, contributors,
  trim_scale(largest)::text as largest, trim_scale(largest_two)::text as "largestTwo", trim_scale(like_now)::text as "likeNow",
  trim_scale(like_before)::text as "likeBefore", inputs_hash as "inputsHash"`;

export const toFiled = ({ state, numerator, denominator, ...row }: FigureRow): FiledFigure =>
  Filed.parse({ ...row, value: state === "value" ? { state, numerator, denominator } : { state } });

/** The figures of a report's last hand-in. */
export async function figuresOf(tx: AnyTx, { reportingTown, quarter, submission }: Report): Promise<FiledFigure[]> {
  const sql = `select ${figureColumns} from figure where town_id = $1 and reporting_town = $2 and quarter = $3 and submission = $4::int order by key, period`;
  return (await ask<FigureRow>(tx, "town.report.figures", sql, [tx.by.townId, reportingTown, quarter, submission])).map(toFiled);
}

export type ReportLine = {
  readonly report: Report;
  readonly townZh: string;
  readonly townEn: string;
  readonly actions: readonly reports.ReportStep[];
};

/** Reports of this space, newest quarter first: a town's own, or every town's in the province. */
export async function listReports(tx: ReadTx, { permissions }: Workspace, quarter: Quarter | null): Promise<ReportLine[]> {
  const sql = `select r.*, t.name_zh as "townZh", t.name_en as "townEn" from (select ${reportColumns} from report where town_id = $1 and ($2::text is null or quarter = $2)) r
    join town t on t.id = r."reportingTown" order by r.quarter desc, t.county_code nulls last, t.id limit 400`;
  const rows = await tx.query<{ townZh: string; townEn: string }>("town.report.list", sql, [tx.by.townId, quarter]);
  return rows.map(({ townZh, townEn, ...row }) => {
    const report = toReport(row);
    return { report, townZh, townEn, actions: reportActions(report, tx.by, permissions) };
  });
}

/** A report with its town, as a list takes it along. */
export type Listed = { readonly report: Report; readonly slug: string; readonly nameZh: string; readonly nameEn: string };
type ListedRow = Omit<Listed, "report"> & { readonly quarter: string };

/** Newest quarter first, towns by their code. */
export const everyReportSql = `
  select r.*, t.slug, t.name_zh as "nameZh", t.name_en as "nameEn" from (select ${reportColumns} from report where town_id = $1) r
    join town t on t.id = r."reportingTown"
   where ($2::text is null or r.quarter = $2) and ($3::text is null or r.quarter < $3 or (r.quarter = $3 and t.slug > $4))
   order by r.quarter desc, t.slug limit $5::int`;

/** Every report that stands in this space, portion by portion of one snapshot. */
export const everyReport = (tx: ReadTx, quarter: Quarter | null): Promise<Listed[]> =>
  everyRow(async (last: Listed | null, limit) => {
    const after = [last?.report.quarter ?? null, last?.slug ?? null];
    const rows = await tx.query<ListedRow>("town.report.every", everyReportSql, [tx.by.townId, quarter, ...after, limit]);
    return rows.map(({ slug, nameZh, nameEn, ...row }) => ({ report: toReport(row), slug, nameZh, nameEn }));
  });

export type Desk = {
  readonly quarter: Quarter;
  readonly report: Report | null;
  readonly actions: readonly reports.ReportStep[];
  readonly firms: readonly FirmLine[];
  readonly figures: readonly FiledFigure[];
  readonly definitions: readonly Definition[];
};

/** The town's desk for one quarter: who has handed in, who is missing, and what the last hand-in came to. */
export async function getDesk(tx: ReadTx, { permissions }: Workspace, wanted: Quarter | null): Promise<Desk> {
  const quarter = wanted ?? lastQuarterBefore(tx.at);
  const sql = `select ${reportColumns} from report where town_id = $1 and reporting_town = $1 and quarter = $2`;
  const [row] = await tx.query<object>("town.report.desk", sql, [tx.by.townId, quarter]);
  const report = row ? toReport(row as Record<string, unknown>) : null;
  // Nobody saved anything yet: the report is laid by the first hand-in, and may be handed in as if it stood here.
  const actions = report ? reportActions(report, tx.by, permissions) : permissions.has("town.report.submit") ? (["submit"] as const) : [];
  const figures = report && report.submission > 0 ? await figuresOf(tx, report) : [];
  return { quarter, report, actions, firms: await firmsOf(tx, quarter), figures, definitions: inForce(await allDefinitions(tx), quarter) };
}

export async function getReportFigures(tx: ReadTx, reportId: ReportId): Promise<{ report: Report; figures: FiledFigure[] }> {
  const sql = `select ${reportColumns} from report where town_id = $1 and id = $2`;
  const [row] = await tx.query<object>("town.report.get", sql, [tx.by.townId, reportId]);
  if (!row) return refuse({ kind: "not_found", code: "town.report.unknown" });
  const report = toReport(row as Record<string, unknown>);
  return { report, figures: await figuresOf(tx, report) };
}

export type DeclarationView = {
  readonly quarter: Quarter;
  readonly declaration: Declaration | null;
  readonly firm: { readonly nameZh: string; readonly nameEn: string | null };
  readonly reportOpen: boolean;
  readonly definitions: readonly Definition[];
  readonly earlier: readonly DeclarationCell[];
  readonly outliers: readonly Outlier[];
  readonly history: readonly {
    readonly revision: number;
    readonly at: Date;
    readonly by: string | null;
    readonly cells: readonly DeclarationCell[];
  }[];
  readonly actions: readonly DeclarationAction[];
};

async function viewOf(tx: ReadTx, workspace: Workspace, quarter: Quarter, organisationId: string): Promise<DeclarationView> {
  const [row] = await tx.query<object>(
    "town.declaration.of",
    `select ${declarationColumns} from declaration d where d.town_id = $1 and d.organisation_id = $2 and d.quarter = $3`,
    [tx.by.townId, organisationId, quarter],
  );
  const declaration = row ? toDeclaration(row as Record<string, unknown>) : null;
  const [held] = await tx.query<{ state: string }>(
    "town.declaration.report",
    "select state from report where town_id = $1 and reporting_town = $1 and quarter = $2",
    [tx.by.townId, quarter],
  );
  const reportOpen = held === undefined || held.state === "open";
  const before = [-4, -3, -2, -1].map((steps) => quarterPlus(quarter, steps));
  const rows = await tx.query<{ cells: DeclarationCell[] }>(
    "town.declaration.earlier",
    "select cells from declaration where town_id = $1 and organisation_id = $2 and quarter = any($3) and state <> 'open' order by quarter",
    [tx.by.townId, organisationId, before],
  );
  const earlier = rows.flatMap(({ cells }) => cells);
  const history = await tx.query<DeclarationView["history"][number]>(
    "town.declaration.history",
    `select r.revision, r.at, p.name as by, r.cells from declaration_revision r left join person p on p.id = r.submitted_by
      where r.town_id = $1 and r.declaration_id = $2 order by r.revision desc limit 20`,
    [tx.by.townId, declaration?.id ?? ""],
  );
  const [firm] = await tx.query<DeclarationView["firm"]>(
    "town.declaration.firm",
    `select name_zh as "nameZh", name_en as "nameEn" from organisation where id = $1`,
    [organisationId],
  );
  const own = organisationId === tx.by.orgId;
  const fresh = own && reportOpen && workspace.permissions.has("town.declaration.save") ? (["save", "submit"] as const) : [];
  const actions = declaration ? declarationActions(declaration, reportOpen, tx.by, workspace.permissions) : fresh;
  const definitions = inForce(await allDefinitions(tx), quarter);
  const outliers = declaration ? outliersOf(declaration.cells, earlier) : [];
  return { quarter, declaration, firm: firm ?? { nameZh: "", nameEn: null }, reportOpen, definitions, earlier, outliers, history, actions };
}

/** The own form of a quarter, whether anything was saved yet or not. */
export const ownDeclaration = (tx: ReadTx, workspace: Workspace, wanted: Quarter | null): Promise<DeclarationView> =>
  viewOf(tx, workspace, wanted ?? lastQuarterBefore(tx.at), tx.by.orgId);

/** A firm's declaration for the administration; for anybody else it does not exist. */
export async function declarationById(tx: ReadTx, workspace: Workspace, declarationId: string): Promise<DeclarationView> {
  const sql = `select organisation_id as "organisationId", quarter from declaration where town_id = $1 and id = $2`;
  const [row] = await tx.query<{ organisationId: string; quarter: Quarter }>("town.declaration.get", sql, [tx.by.townId, declarationId]);
  return row ? viewOf(tx, workspace, row.quarter, row.organisationId) : refuse({ kind: "not_found", code: "town.declaration.unknown" });
}

export type OwnLine = { readonly quarter: Quarter; readonly state: DeclarationState; readonly submittedAt: Date | null };
export const listOwn = (tx: ReadTx): Promise<OwnLine[]> =>
  tx.query<OwnLine>(
    "town.declaration.list",
    `select quarter, state, submitted_at as "submittedAt" from declaration where town_id = $1 and organisation_id = $2 order by quarter desc limit 40`,
    [tx.by.townId, tx.by.orgId],
  );
