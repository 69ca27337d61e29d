import { type CheckedRow, type RollField, rowResults } from "@jizhen/domain-town";
import * as z from "zod";
import { refuse } from "../../platform/refuse.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { ImportId } from "./import.usecases.ts";

export const ImportRowFilter = z.strictObject({
  importId: ImportId,
  result: z.enum(rowResults).nullable().default(null),
  after: z.int().min(0).default(0),
  limit: z.int().min(1).max(200).default(50),
});

export type ImportLine = {
  readonly id: string;
  readonly fileName: string;
  readonly state: "checked" | "committing" | "committed";
  readonly total: number;
  readonly counts: Readonly<Record<CheckedRow["result"], number>>;
  readonly writtenTo: number;
  readonly writtenRows: number;
  readonly uploadedBy: string | null;
  readonly at: Date;
  readonly committedAt: Date | null;
};
export type ImportHead = ImportLine & {
  readonly header: readonly string[];
  readonly columns: Readonly<Partial<Record<RollField, number>>>;
  /** Rows handled so far, for the progress on screen. */
  readonly handled: number;
};

const columns = `i.id, i.file_name as "fileName", i.state, i.total, i.counts, i.written_to as "writtenTo", i.written_rows as "writtenRows",
  p.name as "uploadedBy", i.at, i.committed_at as "committedAt"`;

export const listImports = (tx: ReadTx): Promise<ImportLine[]> =>
  tx.query<ImportLine>(
    "town.import.list",
    `select ${columns} from roll_import i left join person p on p.id = i.uploaded_by where i.town_id = $1 order by i.at desc, i.id desc limit 50`,
    [tx.by.townId],
  );

export async function getImport(tx: ReadTx, id: string): Promise<ImportHead> {
  const [head] = await tx.query<ImportHead>(
    "town.import.get",
    `select ${columns}, i.header, i.columns,
            (select count(*)::int from roll_import_row r where r.town_id = i.town_id and r.import_id = i.id and r.row_no <= i.written_to) as handled
       from roll_import i left join person p on p.id = i.uploaded_by where i.town_id = $1 and i.id = $2`,
    [tx.by.townId, id],
  );
  return head ?? refuse({ kind: "not_found", code: "town.import.unknown" });
}

type Told = { readonly kind: "rule" | "conflict"; readonly code: string; readonly params?: Readonly<Record<string, string | number>> };
export type ImportRow = {
  readonly rowNo: number;
  readonly cells: readonly string[];
  readonly result: CheckedRow["result"];
  readonly finding: {
    readonly refusal?: Told;
    readonly question?: Told;
    readonly changes?: readonly { readonly field: RollField; readonly old: string | number | null; readonly new: string | number }[];
    readonly near?: { readonly entryId?: string; readonly rowNo?: number } | null;
  };
  readonly decision: "write" | "merge" | "skip" | null;
  readonly fields: readonly string[];
  readonly outcome: "added" | "updated" | "skipped" | "overtaken" | null;
};

const rowColumns = `row_no as "rowNo", cells, result, finding - 'content' as finding, decision, fields, outcome`;

export async function listImportRows(tx: ReadTx, { importId, result, after, limit }: z.infer<typeof ImportRowFilter>) {
  const rows = await tx.query<ImportRow>(
    "town.import.rows",
    `select ${rowColumns} from roll_import_row where town_id = $1 and import_id = $2 and ($3::text is null or result = $3)
        and row_no > $4::int order by row_no limit $5::int`,
    [tx.by.townId, importId, result, after, limit + 1],
  );
  const page = rows.slice(0, limit);
  return { rows: page, next: rows.length > limit ? (page.at(-1)?.rowNo ?? null) : null };
}

/** Every row for the report; a list holds ten thousand at most. */
export const everyImportRow = (tx: ReadTx, importId: string): Promise<ImportRow[]> =>
  tx.query<ImportRow>(
    "town.import.every",
    `select ${rowColumns} from roll_import_row where town_id = $1 and import_id = $2 order by row_no`,
    [tx.by.townId, importId],
  );
