import { dimensionData } from "./dimensions.data.ts";

export type SecondSource = "agrees" | "corrected" | "agrees-third-source" | "unchecked";

/** One row of a dimension table, lengths in millimetres, mass in kilograms, exact decimal text. Absent cells are null. */
export type FlangeRow = {
  readonly standard: string;
  readonly type: string;
  readonly facing: string | null;
  readonly rating: string;
  readonly nps: string | null;
  readonly dn: string;
  readonly od: string;
  readonly thickness: string;
  readonly boltCircle: string;
  readonly boltHoles: string;
  readonly boltHoleDiameter: string;
  readonly raisedFace: string | null;
  readonly hubLength: string | null;
  readonly bore: string | null;
  readonly mass: string | null;
  readonly secondSource: SecondSource;
  readonly source: string;
};

const sourceOf = (standard: string): string =>
  standard === "ASME B16.5"
    ? "EdgarJRobles/quetzal tablez 76cc1a6 (LGPL-3.0), compared with hydraulic-institute/edb f1aaddd"
    : "oddtopus/dodo tablez 91b6ee4 (LGPL-3.0)";

const secondSources: readonly SecondSource[] = ["agrees", "corrected", "agrees-third-source", "unchecked"];
const orNull = (cell: string | undefined): string | null => (cell === undefined || cell === "" ? null : cell);

function rowOf([standard, type, facing, rating]: readonly [string, string, string, string], line: string): FlangeRow {
  const cells = line.split(",");
  const cell = (at: number): string => cells[at] ?? "";
  return {
    standard,
    type,
    facing: orNull(facing),
    rating,
    nps: orNull(cells[0]),
    dn: cell(1),
    od: cell(2),
    thickness: cell(3),
    boltCircle: cell(4),
    boltHoles: cell(5),
    boltHoleDiameter: cell(6),
    raisedFace: orNull(cells[7]),
    hubLength: orNull(cells[8]),
    bore: orNull(cells[9]),
    mass: orNull(cells[10]),
    secondSource: secondSources.find((word) => word === cells[11]) ?? "unchecked",
    source: sourceOf(standard),
  };
}

/** Every row held. Reference values: print "check the standard" beside each figure. */
export const flangeRows: readonly FlangeRow[] = dimensionData.flatMap(({ head, rows }) =>
  rows
    .trim()
    .split("\n")
    .map((line) => rowOf(head, line)),
);

/** Rows of a size; the standard may be null when only the rating is known. */
export const rowsFor = (wanted: { standard: string | null; type: string | null; rating: string; dn: string }): readonly FlangeRow[] =>
  flangeRows.filter(
    (row) =>
      row.dn === wanted.dn &&
      row.rating === wanted.rating &&
      (wanted.type === null || row.type === wanted.type) &&
      (wanted.standard === null || row.standard === wanted.standard),
  );
