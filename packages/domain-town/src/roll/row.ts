import { err, LocalDate, millisecondsIn, ok, type Result } from "@jizhen/kernel";
import { questionedPositions, readCreditCode } from "../organisation/credit-code.ts";
import { regionName } from "../organisation/region.ts";
import type { Columns } from "./columns.ts";
import type { RowRefusal } from "./errors.ts";
import type { RollContent, RollField, RollState } from "./model.ts";

export type ReadRow = { readonly content: RollContent /** Signs to compare with the licence. */; readonly doubtful: readonly number[] };
type Read<T> = Result<T, RowRefusal>;

const longest: Partial<Record<RollField, number>> = {
  nameZh: 120,
  nameEn: 160,
  address: 200,
  legalRepresentative: 60,
  contactName: 60,
  mainProducts: 400,
};

/** A map, for a cell may say "constructor". */
const states: ReadonlyMap<string, RollState> = new Map([
  ["", "operating"],
  ["在营", "operating"],
  ["在营在册", "operating"],
  ["存续", "operating"],
  ["开业", "operating"],
  ["正常", "operating"],
  ["operating", "operating"],
  ["active", "operating"],
  ["停业", "dormant"],
  ["歇业", "dormant"],
  ["停产", "dormant"],
  ["dormant", "dormant"],
  ["注销", "closed"],
  ["吊销", "closed"],
  ["已注销", "closed"],
  ["closed", "closed"],
  ["deregistered", "closed"],
]);

/** A spreadsheet rounds a long number to fifteen digits: what it shows is no longer the number. */
const damaged = /^\d(?:\.\d+)?e\+?\d+$/i;
const phone = /^\+?[0-9][0-9 ()-]{5,22}$/;

function readNumber(written: string): Read<{ number: string | null; doubtful: number[] }> {
  const cell = written.trim();
  if (cell === "") return ok({ number: null, doubtful: [] });
  if (damaged.test(cell)) return err({ kind: "rule", code: "town.import.row_number_damaged", params: { written: cell } });
  const read = readCreditCode(cell);
  return read.ok ? ok({ number: read.value.number, doubtful: questionedPositions(read.value) }) : err(read.error as RowRefusal); // readCreditCode refuses with the four codes of a credit code only
}

const day = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]\d{1,2}:\d{2}.*)?$/;

function readDate(written: string, today: LocalDate): Read<LocalDate | null> {
  const cell = written.trim();
  if (cell === "") return ok(null);
  const wrong: Read<never> = err({ kind: "rule", code: "town.import.row_date", params: { written: cell.slice(0, 30) } });
  const parts = day.exec(cell);
  // A date cell arrives as the count of days since 1899-12-30.
  const iso = parts
    ? `${parts[1]}-${parts[2]?.padStart(2, "0")}-${parts[3]?.padStart(2, "0")}`
    : /^\d{4,5}(?:\.\d+)?$/.test(cell) && Number(cell) > 3_660
      ? new Date(Date.UTC(1899, 11, 30) + Math.floor(Number(cell)) * millisecondsIn.day).toISOString().slice(0, 10)
      : "";
  const date = LocalDate.safeParse(iso);
  if (!date.success || date.data < "1900-01-01") return wrong;
  return date.data > today ? err({ kind: "rule", code: "town.import.row_date_future", params: { written: date.data } }) : ok(date.data);
}

function readEmployees(written: string): Read<number | null> {
  const cell = written.normalize("NFKC").replace(/[人,\s]/g, "");
  if (cell === "") return ok(null);
  return /^\d{1,6}$/.test(cell)
    ? ok(Number(cell))
    : err({ kind: "rule", code: "town.import.row_employees", params: { written: written.slice(0, 30) } });
}

type Cells = Readonly<Record<RollField, string>>;

function firstWrong(cells: Cells, headings: Readonly<Partial<Record<RollField, string>>>): RowRefusal | null {
  for (const [field, cell] of Object.entries(cells) as [RollField, string][]) {
    const column = headings[field] ?? "";
    if (/^[=@]|^[+-](?![0-9])/.test(cell)) return { kind: "rule", code: "town.import.row_formula", params: { column } };
    const max = longest[field];
    if (max !== undefined && [...cell].length > max) return { kind: "rule", code: "town.import.row_too_long", params: { column, max } };
  }
  if (cells.nameZh === "") return { kind: "rule", code: "town.import.row_name_missing" };
  if ([...cells.nameZh].length < 2) return { kind: "rule", code: "town.import.row_name_short" };
  const { contactPhone, regionCode, state } = cells;
  if (contactPhone !== "" && !phone.test(contactPhone))
    return { kind: "rule", code: "town.import.row_phone", params: { written: contactPhone.slice(0, 30) } };
  if (!states.has(state.toLowerCase())) return { kind: "rule", code: "town.import.row_state", params: { written: state.slice(0, 30) } };
  if (regionCode !== "" && (!/^\d{6}$/.test(regionCode) || regionName(regionCode) === null))
    return { kind: "rule", code: "town.import.row_county", params: { written: regionCode.slice(0, 30) } };
  return null;
}

/** Reads one row as text. What cannot be read is refused with its place; nothing is guessed or changed silently. */
export function readRow(row: readonly string[], columns: Columns, header: readonly string[], today: LocalDate): Read<ReadRow> {
  const cellOf = (field: RollField) => {
    const index = columns[field];
    return index === undefined
      ? ""
      : (row[index] ?? "")
          .normalize("NFKC")
          .trim()
          .replace(/^'(?=[=+\-@])/, "");
  };
  const named = (field: RollField): [RollField, string] => [field, cellOf(field)];
  const fields = ["nameZh", "nameEn", "number", "regionCode", "address", "legalRepresentative", "contactName"] as const;
  const more = ["contactPhone", "mainProducts", "establishedOn", "state", "employees"] as const;
  const cells = Object.fromEntries([...fields, ...more].map(named)) as Cells;
  const headings = Object.fromEntries(Object.entries(columns).map(([field, index]) => [field, header[index] ?? ""]));
  const wrong = firstWrong(cells, headings);
  if (wrong) return err(wrong);
  const number = readNumber(cells.number);
  if (!number.ok) return number;
  const establishedOn = readDate(cells.establishedOn, today);
  if (!establishedOn.ok) return establishedOn;
  const employees = readEmployees(cells.employees);
  if (!employees.ok) return employees;
  const orNone = (cell: string) => (cell === "" ? null : cell);
  return ok({
    content: {
      country: "CN",
      number: number.value.number,
      nameZh: cells.nameZh,
      nameEn: orNone(cells.nameEn),
      regionCode: orNone(cells.regionCode),
      address: orNone(cells.address),
      legalRepresentative: orNone(cells.legalRepresentative),
      contactName: orNone(cells.contactName),
      contactPhone: orNone(cells.contactPhone),
      mainProducts: orNone(cells.mainProducts),
      establishedOn: establishedOn.value,
      state: states.get(cells.state.toLowerCase()) ?? "operating",
      employees: employees.value,
    },
    doubtful: number.value.doubtful,
  });
}
