import type { LocalDate } from "@jizhen/kernel";
import { nearNumbers, readCreditCode } from "../organisation/credit-code.ts";
import type { Columns } from "./columns.ts";
import type { RowQuestion, RowRefusal } from "./errors.ts";
import { nameKeyOf, type RollContent, type RollEntry, type RollEntryId, type RollField, rollFields } from "./model.ts";
import { type ReadRow, readRow } from "./row.ts";

export type Change = { readonly field: RollField; readonly old: string | number | null; readonly new: string | number };

/** What became of a row; one shape per result, so that only a change has differences and only a question names a neighbour. */
export type CheckedRow = { readonly rowNo: number; readonly cells: readonly string[] } & (
  | { readonly result: "new"; readonly content: RollContent }
  | { readonly result: "same"; readonly entryId: RollEntryId }
  | {
      readonly result: "changed";
      readonly content: RollContent;
      readonly entryId: RollEntryId;
      readonly entryVersion: number;
      readonly changes: readonly Change[];
    }
  | { readonly result: "asks"; readonly content: RollContent; readonly question: RowQuestion; readonly near: Near | null }
  | { readonly result: "refused"; readonly refusal: RowRefusal }
);
export type Near = { readonly entryId: RollEntryId; readonly entryVersion: number } | { readonly rowNo: number };
export const rowResults = ["new", "same", "changed", "asks", "refused"] as const;

type Known = { readonly number: string | null; readonly nameZh: string; readonly place: Near };

/** Everything the file's rows are compared with: the roll, and the rows before them. */
type Index = {
  readonly byNumber: Map<string, RollEntry>;
  readonly namedOnly: Map<string, RollEntry>;
  readonly numbers: Map<string, Known>;
  readonly names: Map<string, Known>;
  readonly shorter: Map<string, Known>;
  readonly doubtful: Set<string>;
  readonly rows: Map<string, number>;
};

const isDoubtful = (number: string): boolean => {
  const read = readCreditCode(number);
  return read.ok && read.value.warned.length > 0;
};

/** A name with each of its signs left out in turn: two names that share one differ by one sign. Digits are names of their own (一厂, 2号). */
const withoutOne = (key: string): string[] =>
  key.length < 5 ? [] : [...key].flatMap((sign, at, all) => (/[\d一二三四五六七八九十]/.test(sign) ? [] : [all.with(at, "·").join("")]));

function note(index: Index, known: Known): void {
  const key = nameKeyOf(known.nameZh);
  if (known.number !== null && !index.numbers.has(known.number)) index.numbers.set(known.number, known);
  if (!index.names.has(key)) index.names.set(key, known);
  for (const part of withoutOne(key)) if (!index.shorter.has(part)) index.shorter.set(part, known);
}

function indexOf(roll: readonly RollEntry[]): Index {
  const index: Index = {
    byNumber: new Map(),
    namedOnly: new Map(),
    numbers: new Map(),
    names: new Map(),
    shorter: new Map(),
    doubtful: new Set(),
    rows: new Map(),
  };
  for (const entry of roll) {
    if (entry.number === null) index.namedOnly.set(entry.nameZh.normalize("NFKC"), entry);
    else index.byNumber.set(entry.number, entry);
    if (entry.number !== null && isDoubtful(entry.number)) index.doubtful.add(entry.number);
    note(index, { number: entry.number, nameZh: entry.nameZh, place: { entryId: entry.id, entryVersion: entry.version } });
  }
  return index;
}

/** The differences that a row would make; an empty cell says nothing and takes nothing away. */
export function changesOf(entry: RollContent, content: RollContent, columns: Columns): Change[] {
  return rollFields.flatMap((field) => {
    const [old, next] = [entry[field], content[field]];
    return columns[field] === undefined || next === null || old === next ? [] : [{ field, old, new: next }];
  });
}

/** Two sound codes never differ by one sign or one swap alone, so only doubtful ones are looked for among their neighbours. */
function nearNumber(index: Index, number: string, doubtful: boolean): Known | null {
  if (!doubtful && index.doubtful.size === 0) return null;
  const around = new Set(nearNumbers(number));
  const candidates = doubtful ? around : [...index.doubtful].filter((other) => around.has(other));
  for (const other of candidates) {
    const known = index.numbers.get(other);
    if (known) return known;
  }
  return null;
}

function nearName(index: Index, { number, nameZh }: RollContent, doubtful: boolean): Known | null {
  const key = nameKeyOf(nameZh);
  const same = index.names.get(key);
  if (same && same.number !== number) return same;
  const similar = withoutOne(key).map((part) => index.shorter.get(part));
  // Two different sound numbers are two firms, however alike their names.
  return similar.find((known) => known !== undefined && (number === null || doubtful || known.number === null)) ?? null;
}

function questionOf(index: Index, { content, doubtful }: ReadRow): { question: RowQuestion; near: Near | null } | null {
  const { number } = content;
  const told = (known: Known) => ({ name: known.nameZh, number: known.number ?? "—" });
  const byNumber = number === null ? null : nearNumber(index, number, doubtful.length > 0);
  if (byNumber) return { question: { kind: "rule", code: "town.import.row_number_near", params: told(byNumber) }, near: byNumber.place };
  if (doubtful.length > 0)
    return { question: { kind: "rule", code: "town.import.row_code_warned", params: { positions: doubtful.join("、") } }, near: null };
  const byName = nearName(index, content, false);
  return byName ? { question: { kind: "rule", code: "town.import.row_name_near", params: told(byName) }, near: byName.place } : null;
}

function checkRow(index: Index, rowNo: number, cells: readonly string[], read: ReadRow, columns: Columns): CheckedRow {
  const { content } = read;
  const key = content.number ?? `name ${content.nameZh}`;
  const before = index.rows.get(key);
  if (before !== undefined)
    return {
      rowNo,
      cells,
      result: "refused",
      refusal: { kind: "rule", code: "town.import.row_duplicate_in_file", params: { row: before } },
    };
  index.rows.set(key, rowNo);
  const entry = content.number === null ? index.namedOnly.get(content.nameZh) : index.byNumber.get(content.number);
  if (entry) {
    const changes = changesOf(entry, content, columns);
    return changes.length === 0
      ? { rowNo, cells, result: "same", entryId: entry.id }
      : { rowNo, cells, result: "changed", content, entryId: entry.id, entryVersion: entry.version, changes };
  }
  const asked = questionOf(index, read);
  if (content.number !== null && read.doubtful.length > 0) index.doubtful.add(content.number);
  note(index, { number: content.number, nameZh: content.nameZh, place: { rowNo } });
  return asked ? { rowNo, cells, result: "asks", content, ...asked } : { rowNo, cells, result: "new", content };
}

export type Sheet = {
  readonly header: readonly string[];
  readonly columns: Columns;
  readonly rows: readonly { readonly rowNo: number; readonly cells: readonly string[] }[];
};

/** Checks a whole sheet against the roll. Nothing is written, and nothing is merged: what looks alike is asked. */
export function checkRows({ header, columns, rows }: Sheet, roll: readonly RollEntry[], today: LocalDate): CheckedRow[] {
  const index = indexOf(roll);
  return rows.map(({ rowNo, cells }) => {
    const read = readRow(cells, columns, header, today);
    return read.ok ? checkRow(index, rowNo, cells, read.value, columns) : { rowNo, cells, result: "refused", refusal: read.error };
  });
}
