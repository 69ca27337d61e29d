import { newId } from "@jizhen/db";
import { type FiledFigure, type Permission, type Quarter, Report, type ReportEvent, ReportId, type ReportState } from "@jizhen/domain-town";
import type { Decision, TownId } from "@jizhen/kernel";
import { record, type SystemAction } from "../../platform/audit.ts";
import { publish } from "../../platform/events.ts";
import { hint } from "../../platform/live.ts";
import { refuse } from "../../platform/refuse.ts";
import type { Tx } from "../../platform/tx.ts";

const absent = {
  submittedBy: null,
  submittedAt: null,
  approvedBy: null,
  approvedAt: null,
  acceptedBy: null,
  acceptedAt: null,
  lockedAt: null,
  publishedAt: null,
};
const submitted = ["submittedBy", "submittedAt"] as const;
const approved = [...submitted, "approvedBy", "approvedAt"] as const;
const accepted = [...approved, "acceptedBy", "acceptedAt"] as const;
const fieldsOf: Record<ReportState, readonly (keyof typeof absent)[]> = {
  open: [],
  submitted,
  approved,
  accepted,
  locked: [...accepted, "lockedAt"],
  published: [...accepted, "lockedAt", "publishedAt"],
};

/** The row is flat and nullable; the domain is not. */
export function toReport(row: Readonly<Record<string, unknown>>): Report {
  const kept = new Set<string>(fieldsOf[row.state as ReportState]);
  return Report.parse(Object.fromEntries(Object.entries(row).filter(([name]) => !(name in absent) || kept.has(name))));
}

export async function getReport(tx: Tx, id: ReportId): Promise<Report> {
  const row = await tx.db.report.findUnique({ where: { townId_id: { townId: tx.by.townId, id } } });
  return row ? toReport(row) : refuse({ kind: "not_found", code: "town.report.unknown" });
}

export async function findReport(tx: Tx, reportingTown: TownId, quarter: Quarter): Promise<Report | null> {
  const row = await tx.db.report.findFirst({ where: { townId: tx.by.townId, reportingTown, quarter } });
  return row ? toReport(row) : null;
}

/** The report of a quarter, laid when it is first needed; the table allows one. */
export async function reportOf(tx: Tx, reportingTown: TownId, quarter: Quarter): Promise<Report> {
  await tx.query(
    `insert into report (town_id, id, reporting_town, quarter, state, missing) values ($1, $2, $3, $4, 'open', '[]'::jsonb)
     on conflict (town_id, reporting_town, quarter) do nothing`,
    [tx.by.townId, newId("rprt"), reportingTown, quarter],
  );
  return (await findReport(tx, reportingTown, quarter)) ?? refuse({ kind: "not_found", code: "town.report.unknown" });
}

/** Held until the commit: declarations are taken in, or the report is handed on, one after the other. */
export async function lockReport(tx: Tx, quarter: Quarter): Promise<void> {
  await tx.query("select id from report where town_id = $1 and reporting_town = $1 and quarter = $2 for update", [tx.by.townId, quarter]);
}

/** The only way to change a report: state, history and announcements move together or not at all. */
export async function commit(
  tx: Tx,
  action: Permission | SystemAction,
  before: Report,
  { next, events }: Decision<Report, ReportEvent>,
): Promise<{ id: ReportId; version: number; state: ReportState }> {
  const { id, version, townId, ...fields } = next;
  const { count } = await tx.db.report.updateMany({
    where: { townId, id, version: before.version },
    data: { ...absent, ...fields, version: version + 1 },
  });
  if (count === 0) refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
  const { quarter, revision, submission, reason } = next;
  await record(tx, action, id, { town: next.reportingTown, quarter, revision, submission, from: before.state, state: next.state, reason });
  await publish(tx, events);
  hint(tx, { town: true }, `town.report:${id}`);
  return { id: ReportId.parse(id), version: version + 1, state: next.state };
}

const fileSql = `
  insert into figure (town_id, reporting_town, quarter, submission, key, period, version, revision, state, numerator, denominator, contributors,
                      largest, largest_two, like_now, like_before, inputs_hash, at)
  select $1, $2, $3, $4::int, f.key, f.period, f.version, $5::int, f.value->>'state', (f.value->>'numerator')::numeric, (f.value->>'denominator')::numeric,
         f.contributors, f.largest, f."largestTwo", f."likeNow", f."likeBefore", f."inputsHash", $6::timestamptz
    from jsonb_to_recordset($7::jsonb) as f(key text, period text, version int, value jsonb, contributors int, largest numeric, "largestTwo" numeric,
         "likeNow" numeric, "likeBefore" numeric, "inputsHash" text)
  on conflict do nothing`;

/** Files the figures of one hand-in; they are never changed, and filing the same hand-in twice changes nothing. */
export async function fileFigures(tx: Tx, report: Report, figures: readonly FiledFigure[]): Promise<void> {
  const { reportingTown, quarter, submission, revision } = report;
  await tx.query(fileSql, [tx.by.townId, reportingTown, quarter, submission, revision, tx.at.toISOString(), JSON.stringify(figures)]);
}

/** The reports of a quarter that stand locked, published or not. */
export async function lockedReports(tx: Tx, quarter: Quarter): Promise<Report[]> {
  const rows = await tx.db.report.findMany({ where: { townId: tx.by.townId, quarter, state: { in: ["locked", "published"] } } });
  return rows.map(toReport);
}

/** What was shown, kept as it was shown. */
export async function keepPublication(tx: Tx, id: string, quarter: Quarter, content: string): Promise<void> {
  await tx.query(`insert into publication (town_id, id, quarter, content, "by", at) values ($1, $2, $3, $4::jsonb, $5, $6::timestamptz)`, [
    tx.by.townId,
    id,
    quarter,
    content,
    tx.by.personId,
    tx.at.toISOString(),
  ]);
}
