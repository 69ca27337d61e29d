import type { OrganisationRefusal } from "../organisation/errors.ts";

/** Why the roll or an import of it can say no. */
export type RollRefusal =
  | { kind: "not_found"; code: "town.roll.unknown" }
  | { kind: "conflict"; code: "town.roll.number_taken"; field?: string }
  | { kind: "not_found"; code: "town.import.unknown" }
  | { kind: "rule"; code: "town.import.no_header"; params: { columns: string } }
  | { kind: "rule"; code: "town.import.no_rows" }
  | { kind: "rule"; code: "town.import.too_many_rows"; params: { max: number } }
  | { kind: "conflict"; code: "town.import.already_committed" }
  | { kind: "conflict"; code: "town.import.running" };

/** What is wrong with one row; it is told with its row, and the good rows are written without it. */
export type RowRefusal =
  | { kind: "rule"; code: "town.import.row_name_missing" }
  | { kind: "rule"; code: "town.import.row_name_short" }
  | { kind: "rule"; code: "town.import.row_number_damaged"; params: { written: string } }
  | { kind: "rule"; code: "town.import.row_duplicate_in_file"; params: { row: number } }
  | { kind: "rule"; code: "town.import.row_formula"; params: { column: string } }
  | { kind: "rule"; code: "town.import.row_too_long"; params: { column: string; max: number } }
  | { kind: "rule"; code: "town.import.row_date"; params: { written: string } }
  | { kind: "rule"; code: "town.import.row_date_future"; params: { written: string } }
  | { kind: "rule"; code: "town.import.row_phone"; params: { written: string } }
  | { kind: "rule"; code: "town.import.row_state"; params: { written: string } }
  | { kind: "rule"; code: "town.import.row_employees"; params: { written: string } }
  | { kind: "rule"; code: "town.import.row_county"; params: { written: string } }
  | Extract<
      OrganisationRefusal,
      {
        code:
          | "town.organisation.code_length"
          | "town.organisation.code_character"
          | "town.organisation.code_sign"
          | "town.organisation.code_all_equal"
          | "town.organisation.register_number";
      }
    >;

/** What a person must decide before a row is written. Nothing is merged by itself. */
export type RowQuestion =
  | { kind: "rule"; code: "town.import.row_code_warned"; params: { positions: string } }
  | { kind: "rule"; code: "town.import.row_number_near"; params: { name: string; number: string } }
  | { kind: "rule"; code: "town.import.row_name_near"; params: { name: string; number: string } };

/** Told when the roll moved between the preview and the writing. */
export type RowOvertaken = { kind: "conflict"; code: "town.import.row_overtaken" };
