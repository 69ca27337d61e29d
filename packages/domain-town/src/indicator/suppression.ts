import { ratios } from "@jizhen/kernel";
import type { Standing } from "./compute.ts";
import { type Edge, slackOf } from "./disclosure.ts";
import { exactly, type FigureValue, type Held, numberOf } from "./value.ts";

/** One cell of a table, with what may be known of who stands behind it. */
export type Cell = Standing & { readonly value: FigureValue };

/** Rows are towns, columns the quarters of one year. A column's sum is the province; a row's sum, where it is shown, the town's year. */
export type Table = {
  readonly cells: readonly (readonly Cell[])[];
  readonly rowSumsShown: ReadonlySet<number>;
  readonly columnSumsShown: ReadonlySet<number>;
};
export type Place = `${number}:${number}`;
export const placeAt = (row: number, column: number): Place => `${row}:${column}`;

export type Earlier = {
  /** Shown before from the same data: known for ever, so hiding it again protects nobody. */
  readonly known: ReadonlySet<Place>;
  /** Hidden before from the same data: stays hidden, or the difference would tell. */
  readonly keep: ReadonlySet<Place>;
};
export const nothingEarlier: Earlier = { known: new Set(), keep: new Set() };

const threeQuarters = ratios.ratio(3, 4n);
const nineTenths = ratios.ratio(9, 10n);

/** Primary: fewer than three behind it, or one with more than three quarters, or two with more than nine tenths. Zero of nobody is shown. */
export function isSmall({ value, contributors, largest, largestTwo }: Cell): boolean {
  const amount = numberOf(value);
  if (value.state !== "value" || amount === null || amount.n === 0n) return false;
  if (contributors < 3) return true;
  const whole = exactly(value.numerator);
  const above = (part: Cell["largest"], limit: typeof threeQuarters) => ratios.compare(exactly(part), ratios.multiply(whole, limit)) > 0;
  return above(largest, threeQuarters) || above(largestTwo, nineTenths);
}

/** What is hidden: cells, and sums that would have told by subtraction. */
export type Suppression = {
  readonly cells: ReadonlySet<Place>;
  readonly rowSums: ReadonlySet<number>;
  readonly columnSums: ReadonlySet<number>;
  readonly grandSum: boolean;
};

type CellEdge = Edge & { readonly place: Place; readonly row: number; readonly column: number };
type Ring = {
  readonly cells: ReadonlyMap<Place, CellEdge>;
  readonly rowSums: readonly Edge[];
  readonly columnSums: readonly Edge[];
  readonly grand: Edge;
};
type Hidden = { readonly cells: Set<Place>; readonly rowSums: Set<number>; readonly columnSums: Set<number>; grandSum: boolean };

/** Whole millionths, so that the audit works in integers. */
const millionths = (value: Held): bigint => ratios.roundHalfUp(ratios.multiply(exactly(value.numerator), ratios.ratio(1_000_000)));

function ringOf({ cells }: Table): Ring {
  const edges = new Map<Place, CellEdge>();
  cells.forEach((line, row) => {
    line.forEach(({ value }, column) => {
      if (value.state !== "value") return;
      const place = placeAt(row, column);
      edges.set(place, { from: `row ${row}`, to: `column ${column}`, amount: millionths(value), place, row, column });
    });
  });
  const [rows, columns] = [cells.map(() => 0n), (cells[0] ?? []).map(() => 0n)];
  let whole = 0n;
  for (const { row, column, amount } of edges.values()) {
    rows[row] = (rows[row] ?? 0n) + amount;
    columns[column] = (columns[column] ?? 0n) + amount;
    whole += amount;
  }
  return {
    cells: edges,
    rowSums: rows.map((amount, row) => ({ from: "years", to: `row ${row}`, amount })),
    columnSums: columns.map((amount, column) => ({ from: `column ${column}`, to: "quarters", amount })),
    grand: { from: "quarters", to: "years", amount: whole },
  };
}

function hiddenEdges(ring: Ring, hidden: Hidden): Edge[] {
  return [
    ...[...hidden.cells].flatMap((place) => ring.cells.get(place) ?? []),
    ...ring.rowSums.filter((_, row) => hidden.rowSums.has(row)),
    ...ring.columnSums.filter((_, column) => hidden.columnSums.has(column)),
    ...(hidden.grandSum ? [ring.grand] : []),
  ];
}

/** The audit: could the hidden cell be a fifth more and a fifth less, for all that is shown? */
export function isSafe(edge: Edge, hidden: readonly Edge[]): boolean {
  const fifth = (edge.amount + 4n) / 5n;
  const { more, less } = slackOf(edge, hidden, fifth);
  return more >= fifth && less >= fifth;
}

const smallestFirst = (a: CellEdge, b: CellEdge): number =>
  a.amount === b.amount ? a.row - b.row || a.column - b.column : a.amount < b.amount ? -1 : 1;

/** Hides one thing more for the sake of this cell: a partner in the line that tells, else the next smallest, else a sum. */
function hideMore(ring: Ring, hidden: Hidden, cell: CellEdge, known: ReadonlySet<Place>): void {
  const alone = (line: "row" | "column") => [...hidden.cells].filter((place) => ring.cells.get(place)?.[line] === cell[line]).length <= 1;
  const partners = (line: "row" | "column") =>
    [...ring.cells.values()]
      .filter((other) => other[line] === cell[line] && !hidden.cells.has(other.place) && !known.has(other.place) && other.amount > 0n)
      .sort(smallestFirst);
  const inColumn = hidden.columnSums.has(cell.column) ? [] : partners("column");
  const inRow = hidden.rowSums.has(cell.row) ? [] : partners("row");
  const [next] = alone("column") && inColumn[0] ? inColumn : alone("row") && inRow[0] ? inRow : [...inColumn, ...inRow].sort(smallestFirst);
  if (next) hidden.cells.add(next.place);
  else if (!hidden.columnSums.has(cell.column)) hidden.columnSums.add(cell.column);
  else if (!hidden.rowSums.has(cell.row)) hidden.rowSums.add(cell.row);
  else hidden.grandSum = true;
}

/**
 * Hides what is small and what was hidden before, then partners of every hidden cell until the audit passes for all of them. It always
 * ends: with its column, its row and the grand sum hidden, nothing shown is left that speaks of a cell.
 */
export function suppress(table: Table, { known, keep }: Earlier = nothingEarlier): Suppression {
  const ring = ringOf(table);
  const primary = [...ring.cells.values()].filter(({ place, row, column }) => {
    const cell = table.cells[row]?.[column];
    return keep.has(place) || (cell !== undefined && isSmall(cell) && !known.has(place));
  });
  const hidden: Hidden = {
    cells: new Set(primary.map(({ place }) => place)),
    rowSums: new Set(table.cells.map((_, row) => row).filter((row) => !table.rowSumsShown.has(row))),
    columnSums: new Set((table.cells[0] ?? []).map((_, column) => column).filter((column) => !table.columnSumsShown.has(column))),
    grandSum: false,
  };
  for (let settled = false; !settled; ) {
    settled = true;
    // What is hidden on the way joins the walk.
    for (const place of hidden.cells) {
      const cell = ring.cells.get(place);
      if (cell === undefined) continue;
      while (!isSafe(cell, hiddenEdges(ring, hidden))) {
        hideMore(ring, hidden, cell, known);
        settled = false;
      }
    }
  }
  return hidden;
}
