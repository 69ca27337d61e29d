import { createHash } from "node:crypto";
import { newId } from "@jizhen/db";
import { checkRows, findColumns, RollContent, type RollEntry, type RollEntryId, rollFields, type Sheet } from "@jizhen/domain-town";
import { type FileId, localDateAt } from "@jizhen/kernel";
import * as z from "zod";
import { findFile, isOwn } from "../../platform/files.ts";
import { refuse } from "../../platform/refuse.ts";
import type { Services } from "../../platform/services.ts";
import { readSheet } from "../../platform/sheets/sheet.ts";
import { schedule } from "../../platform/timers.ts";
import type { Town, Tx } from "../../platform/tx.ts";
import * as store from "./import.store.ts";
import * as rollStore from "./roll.store.ts";

export const ImportId = z.string().regex(/^rimp_[0-7][0-9a-hjkmnp-tv-z]{25}$/);
export const DecideInput = z.strictObject({
  importId: ImportId,
  rowNo: z.int().positive().nullable(),
  result: z.enum(["new", "changed", "asks"]),
  decision: z.enum(["write", "merge", "skip"]),
  fields: z.array(z.enum(rollFields as [string, ...string[]])).nullable(),
});

/** The most rows of one list; and how many the job writes in one transaction. */
export const maxImportRows = 10_000;
const batch = 500;
/** Room above the heading and below the last row for titles and notes. */
const spare = 20;

/** Finds heading and rows in what the file holds. */
function sheetOf(rows: readonly (readonly string[])[] | "too_many_rows"): Sheet {
  const tooMany = () => refuse({ kind: "rule", code: "town.import.too_many_rows", params: { max: maxImportRows } });
  if (rows === "too_many_rows") return tooMany();
  const headed =
    findColumns(rows) ?? refuse({ kind: "rule", code: "town.import.no_header", params: { columns: "企业名称 · 统一社会信用代码" } });
  const below = rows.flatMap((cells, at) => (at > headed.headerRow && cells.length > 0 ? [{ rowNo: at + 1, cells }] : []));
  if (below.length === 0) refuse({ kind: "rule", code: "town.import.no_rows" });
  if (below.length > maxImportRows) tooMany();
  return { header: rows[headed.headerRow] ?? [], columns: headed.columns, rows: below };
}

/** The preview: every row is read and compared, and nothing of the roll is written. */
export async function checkFile(services: Services, town: Town, fileId: FileId): Promise<{ id: string }> {
  const unknown = () => refuse({ kind: "not_found", code: "platform.file_unknown" });
  const file = await town.read(async (tx) => {
    const found = await findFile(tx, fileId);
    return found && isOwn(found, tx.by) && found.purpose === "roll" ? found : unknown();
  });
  const bytes = await services.files.get(file.storageKey);
  const sheet = sheetOf(readSheet(bytes, maxImportRows + spare));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return town.write(async (tx) => {
    const rows = checkRows(sheet, await rollStore.wholeRoll(tx), localDateAt(tx.at));
    return store.keepChecked(tx, { fileName: file.name, sha256, header: sheet.header, columns: sheet.columns, rows });
  });
}

async function loadChecked(tx: Tx, id: string): Promise<store.RollImport> {
  const found = await store.lockImport(tx, id);
  if (found.state === "committing") refuse({ kind: "conflict", code: "town.import.running" });
  if (found.state === "committed") refuse({ kind: "conflict", code: "town.import.already_committed" });
  return found;
}

/** A person's word on one row, or on all rows of a result. */
export async function decideRows(tx: Tx, { importId, ...decision }: z.infer<typeof DecideInput>): Promise<{ rows: number }> {
  const { id } = await loadChecked(tx, importId);
  return { rows: await store.decide(tx, id, decision) };
}

/** From here a job writes in batches; each batch is whole or absent, and a killed process goes on after the last one. */
export async function commitImport(tx: Tx, importId: string): Promise<{ id: string }> {
  const found = await loadChecked(tx, importId);
  await store.move(tx, "town.import.commit", found, "committing", {});
  await goOn(tx, found.id, 0);
  return { id: found.id };
}

const goOn = (tx: Tx, importId: string, from: number): Promise<void> =>
  schedule(tx, "town.import.write", `${importId}:${from}`, { importId }, tx.at);

export async function writeBatch(tx: Tx, importId: string): Promise<void> {
  const found = await store.lockImport(tx, importId);
  if (found.state !== "committing") return;
  const rows = await store.nextRows(tx, importId, found.writtenTo, batch);
  const last = rows.at(-1);
  if (!last) {
    await store.move(tx, "system.town.import.commit", found, "committed", { by: found.uploadedBy });
    return;
  }
  await store.keepOutcomes(tx, importId, await writeRows(tx, rows), last.rowNo);
  store.tellProgress(tx);
  await goOn(tx, importId, last.rowNo);
}

const Finding = z.object({
  content: RollContent,
  entryId: z.string().optional(),
  entryVersion: z.int().optional(),
  near: z.object({ entryId: z.string(), entryVersion: z.int() }).partial().nullish(),
});

const isAdded = ({ result, decision }: store.RowToWrite) =>
  (result === "new" && decision !== "skip") || (result === "asks" && decision === "write");
const isUpdated = ({ result, decision }: store.RowToWrite) =>
  (result === "changed" && decision === "write") || (result === "asks" && decision === "merge");

async function writeRows(tx: Tx, rows: readonly store.RowToWrite[]): Promise<store.Outcome[]> {
  const adds = rows.filter(isAdded).map((row) => {
    const id: RollEntryId = newId("roll");
    return { rowNo: row.rowNo, id, content: Finding.parse(row.finding).content };
  });
  const made = await rollStore.insertEntries(tx, "import", adds);
  const added = adds.map(
    ({ rowNo, id }): store.Outcome =>
      made.has(id) ? { rowNo, outcome: "added", entryId: id } : { rowNo, outcome: "overtaken", entryId: null },
  );
  const open = (row: store.RowToWrite) => row.result === "new" || row.result === "changed" || row.result === "asks";
  const skipped = rows
    .filter((row) => open(row) && !isAdded(row) && !isUpdated(row))
    .map(({ rowNo }): store.Outcome => ({ rowNo, outcome: "skipped", entryId: null }));
  return [...added, ...(await writeChanges(tx, rows.filter(isUpdated))), ...skipped];
}

/** A change is written over exactly the entry that the person saw; one that moved since is left alone and told. */
async function writeChanges(tx: Tx, rows: readonly store.RowToWrite[]): Promise<store.Outcome[]> {
  const wanted = rows.map((row) => {
    const { content, entryId, entryVersion, near } = Finding.parse(row.finding);
    return { row, content, entryId: entryId ?? near?.entryId ?? "", entryVersion: entryVersion ?? near?.entryVersion ?? -1 };
  });
  const entries = await rollStore.lockEntries(
    tx,
    wanted.map(({ entryId }) => entryId),
  );
  const next = new Map<string, RollEntry>();
  for (const { row, content, entryId, entryVersion } of wanted) {
    const entry = entries.get(entryId);
    if (!entry || entry.version !== entryVersion || next.has(entryId)) continue;
    // What was asked about is merged without its number: which of two numbers is right is not the list's to say.
    const fields = row.result === "asks" ? rollFields.filter((field) => field !== "number" || entry.number === null) : row.fields;
    const taken = Object.fromEntries(Object.entries(content).filter(([field, value]) => value !== null && fields.includes(field)));
    next.set(entryId, { ...entry, ...taken });
  }
  const moved = await rollStore.updateEntries(tx, [...next.values()]);
  return wanted.map(
    ({ row: { rowNo }, entryId }): store.Outcome =>
      moved.has(entryId) ? { rowNo, outcome: "updated", entryId } : { rowNo, outcome: "overtaken", entryId: null },
  );
}
