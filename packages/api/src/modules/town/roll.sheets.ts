import { type RollEntry, type RollField, rollFields } from "@jizhen/domain-town";
import * as z from "zod";
import type { SheetMaker } from "../../platform/sheets/offer.ts";
import { ImportId } from "./import.usecases.ts";
import { everyImportRow, getImport, type ImportRow } from "./import.views.ts";
import { exportRoll, RollExportFilter } from "./roll.views.ts";
import { readFilter, type Say, wordsOf } from "./sheet-words.ts";

const ReportOf = z.strictObject({ importId: ImportId });

const cellOf = (t: Say, entry: RollEntry, field: RollField): string =>
  field === "state" ? t(`town.roll.state.${entry.state}`) : String(entry[field] ?? "");

/** The roll with the filters of the screen; the same headings are read by an import. */
export const rollSheet: SheetMaker = {
  permission: "town.roll.read",
  load: async (tx, { filter, locale }) => {
    const entries = await exportRoll(tx, readFilter(RollExportFilter, filter));
    const t = await wordsOf(locale);
    const head = rollFields.map((field) => t(`town.roll.field.${field}`));
    return { name: t("town.roll.page"), rows: [head, ...entries.map((entry) => rollFields.map((field) => cellOf(t, entry, field)))] };
  },
};

const explained = (t: Say, { result, finding, outcome }: ImportRow): readonly [string, string, string] => {
  const overtaken = outcome === "overtaken" ? ({ code: "town.import.row_overtaken", params: {} } as const) : null;
  const told = overtaken ?? finding.refusal ?? finding.question;
  const changes = (finding.changes ?? []).map(({ field, old, new: now }) =>
    t("town.import.change", { field: t(`town.roll.field.${field}`), old: old ?? t("town.import.empty_value"), now }),
  );
  const words = told ? t(told.code as "town.import.row_overtaken", told.params ?? {}) : changes.join("；");
  const done = outcome && outcome !== "overtaken" ? ` · ${t(`town.import.outcome.${outcome}`)}` : "";
  return [`${t(`town.import.result.${result}`)}${done}`, told?.code ?? "", words];
};

/** The same file with what became of each row; handed in again, its three last columns are not read. */
export const importReport: SheetMaker = {
  permission: "town.roll.read",
  load: async (tx, { filter, locale }) => {
    const { importId: id } = readFilter(ReportOf, filter);
    const { header, fileName } = await getImport(tx, id);
    const t = await wordsOf(locale);
    const own = (["result", "code", "note"] as const).map((name) => t(`town.import.${name}`));
    const at = header.findIndex((heading, index) => heading === own[0] && header[index + 1] === own[1]);
    const width = at < 0 ? header.length : at;
    const fit = (cells: readonly string[]) => Array.from({ length: width }, (_, index) => cells[index] ?? "");
    const rows = (await everyImportRow(tx, id)).map((row) => [...fit(row.cells), ...explained(t, row)]);
    return { name: fileName.replace(/\.\w+$/, ""), rows: [[...fit(header), ...own], ...rows] };
  },
};
