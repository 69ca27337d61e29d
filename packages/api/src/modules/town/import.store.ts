import { newId } from "@jizhen/db";
import { type CheckedRow, type Columns, type Permission, rowResults } from "@jizhen/domain-town";
import type { Json } from "@jizhen/kernel";
import { record, type SystemAction } from "../../platform/audit.ts";
import { hint } from "../../platform/live.ts";
import { refuse } from "../../platform/refuse.ts";
import type { Tx } from "../../platform/tx.ts";

export type Counts = Readonly<Partial<Record<CheckedRow["result"], number>>>;
export type RollImport = {
  readonly id: string;
  readonly state: "checked" | "committing" | "committed";
  readonly writtenTo: number;
  readonly uploadedBy: string;
};
export type Checked = {
  readonly fileName: string;
  readonly sha256: string;
  readonly header: readonly string[];
  readonly columns: Columns;
  readonly rows: readonly CheckedRow[];
};

const countsOf = (rows: readonly CheckedRow[]): Counts =>
  Object.fromEntries(rowResults.map((result) => [result, rows.filter((row) => row.result === result).length]));

const chunk = 2_000;

/** The outcome of a check, kept for the decision. The same file is one import: handed in again before it is written, it is checked anew. */
export async function keepChecked(tx: Tx, { fileName, sha256, header, columns, rows }: Checked): Promise<{ id: string }> {
  const [kept] = await tx.query<{ id: string }>(
    `insert into roll_import (town_id, id, file_name, sha256, state, header, columns, total, counts, uploaded_by, at)
     values ($1, $2, $3, $4, 'checked', $5, $6::jsonb, $7::int, $8::jsonb, $9, $10::timestamptz)
     on conflict (town_id, sha256) do update set counts = excluded.counts, at = excluded.at, uploaded_by = excluded.uploaded_by
       where roll_import.state = 'checked' returning id`,
    [
      tx.by.townId,
      newId("rimp"),
      fileName,
      sha256,
      header,
      JSON.stringify(columns),
      rows.length,
      JSON.stringify(countsOf(rows)),
      tx.by.personId,
      tx.at.toISOString(),
    ],
  );
  if (!kept) return refuse({ kind: "conflict", code: "town.import.already_committed" });
  await tx.query("delete from roll_import_row where town_id = $1 and import_id = $2", [tx.by.townId, kept.id]);
  for (let from = 0; from < rows.length; from += chunk) {
    const part = rows.slice(from, from + chunk).map(({ rowNo, cells, result, ...finding }) => ({ rowNo, cells, result, finding }));
    await tx.query(
      `insert into roll_import_row (town_id, import_id, row_no, cells, result, finding, fields)
       select $1, $2, r."rowNo", r.cells, r.result, r.finding,
              coalesce((select array_agg(c->>'field') from jsonb_array_elements(r.finding->'changes') c), '{}')
         from jsonb_to_recordset($3::jsonb) as r("rowNo" int, cells text[], result text, finding jsonb)`,
      [tx.by.townId, kept.id, JSON.stringify(part)],
    );
  }
  await record(tx, "town.import.check", kept.id, { file: fileName, rows: rows.length, ...countsOf(rows) });
  return kept;
}

/** Held while it is decided or written: two jobs, or a decision and a job, stand in line. */
export async function lockImport(tx: Tx, id: string): Promise<RollImport> {
  const [found] = await tx.query<RollImport>(
    `select id, state, written_to as "writtenTo", uploaded_by as "uploadedBy" from roll_import where town_id = $1 and id = $2 for update`,
    [tx.by.townId, id],
  );
  return found ?? refuse({ kind: "not_found", code: "town.import.unknown" });
}

export type Decision = {
  readonly rowNo: number | null;
  readonly result: CheckedRow["result"];
  readonly decision: "write" | "merge" | "skip";
  /** Fields to take over of a change; null takes all. */
  readonly fields: readonly string[] | null;
};

export async function decide(tx: Tx, id: string, { rowNo, result, decision, fields }: Decision): Promise<number> {
  const moved = await tx.query(
    `update roll_import_row set decision = $5, fields = coalesce($6::text[], fields)
      where town_id = $1 and import_id = $2 and ($3::int is null or row_no = $3::int) and result = $4
        and ($5 <> 'merge' or (result = 'asks' and finding->'near' ? 'entryId')) returning row_no`,
    [tx.by.townId, id, rowNo, result, decision, fields],
  );
  await record(tx, "town.import.decide", id, { rowNo, result, decision, rows: moved.length });
  return moved.length;
}

export type RowToWrite = {
  readonly rowNo: number;
  readonly result: CheckedRow["result"];
  readonly finding: Readonly<Record<string, unknown>>;
  readonly decision: Decision["decision"] | null;
  readonly fields: readonly string[];
};

export const nextRows = (tx: Tx, id: string, after: number, limit: number): Promise<RowToWrite[]> =>
  tx.query<RowToWrite>(
    `select row_no as "rowNo", result, finding, decision, fields from roll_import_row
      where town_id = $1 and import_id = $2 and row_no > $3::int order by row_no limit $4::int`,
    [tx.by.townId, id, after, limit],
  );

export type Outcome = {
  readonly rowNo: number;
  readonly outcome: "added" | "updated" | "skipped" | "overtaken";
  readonly entryId: string | null;
};

/** Rows, their outcomes and the place to go on from, in the transaction that wrote them: a killed job repeats nothing. */
export async function keepOutcomes(tx: Tx, id: string, outcomes: readonly Outcome[], writtenTo: number): Promise<void> {
  await tx.query(
    `update roll_import_row i set outcome = r.outcome, entry_id = r."entryId"
       from jsonb_to_recordset($3::jsonb) as r("rowNo" int, outcome text, "entryId" text)
      where i.town_id = $1 and i.import_id = $2 and i.row_no = r."rowNo"`,
    [tx.by.townId, id, JSON.stringify(outcomes)],
  );
  const written = outcomes.filter(({ outcome }) => outcome === "added" || outcome === "updated").length;
  await tx.query(`update roll_import set written_to = $3::int, written_rows = written_rows + $4::int where town_id = $1 and id = $2`, [
    tx.by.townId,
    id,
    writtenTo,
    written,
  ]);
}

export async function move(
  tx: Tx,
  action: Permission | SystemAction,
  { id }: RollImport,
  state: RollImport["state"],
  facts: Record<string, Json>,
): Promise<void> {
  await tx.query(
    `update roll_import set state = $3, committed_at = case when $3 = 'committed' then $4::timestamptz end where town_id = $1 and id = $2`,
    [tx.by.townId, id, state, tx.at.toISOString()],
  );
  await record(tx, action, id, facts);
  tellProgress(tx);
}

export const tellProgress = (tx: Tx): void => hint(tx, { town: true }, "town.import");
