import { type Cell, type Definition, figures, isSmall, nobody, placeAt, type Quarter, suppress } from "@jizhen/domain-town";
import type { TownId } from "@jizhen/kernel";
import { ratios } from "@jizhen/kernel";
import type { BoardRow } from "./board.table.ts";

/** What may not be seen: a town's quarter, a town's year, the province's quarter, the province's year. */
export type HiddenSet = ReadonlySet<string>;
export const cellOf = (key: string, town: TownId | "sum", period: string): string => `${key}|${town}|${period}`;

/** What earlier publications of the same data showed and hid; the difference between two publications tells nothing new. */
export type EarlierShown = { readonly known: ReadonlySet<string>; readonly kept: ReadonlySet<string> };

const none: Cell = { ...nobody, value: figures.missing };
function largestOf(cells: readonly Cell[], part: "largest" | "largestTwo"): Cell["largest"] {
  let [largest, amount] = [nobody.largest, figures.exactly(nobody.largest)];
  for (const cell of cells) {
    const held = figures.exactly(cell[part]);
    if (ratios.compare(held, amount) > 0) [largest, amount] = [cell[part], held];
  }
  return largest;
}

/** A sum behind which few firms stand is itself small; its largest firm is one of those of its cells. */
function sumIsSmall(cells: readonly Cell[]): boolean {
  const held = cells.flatMap(({ value }) => (value.state === "value" ? value.numerator : []));
  if (held.length === 0) return false;
  const value = { state: "value", numerator: figures.sumOf(held), denominator: figures.amountOf(1).numerator } as const;
  const contributors = cells.reduce((sum, cell) => sum + cell.contributors, 0);
  return isSmall({ value, contributors, largest: largestOf(cells, "largest"), largestTwo: largestOf(cells, "largestTwo") });
}

type Given = {
  readonly towns: readonly TownId[];
  readonly quarters: readonly Quarter[];
  readonly rowOf: (town: TownId, key: string, quarter: Quarter) => BoardRow | undefined;
  readonly earlier: EarlierShown;
};

/** Flows of one year: quarters add up to years and towns to the province, so all of it is looked at as one table. */
function hideFlow({ key }: Definition, quarters: readonly Quarter[], given: Given, hidden: Set<string>): void {
  const cells = given.towns.map((town) => quarters.map((quarter): Cell => given.rowOf(town, key, quarter) ?? none));
  const place = (names: ReadonlySet<string>) =>
    new Set(
      given.towns.flatMap((town, row) =>
        quarters.flatMap((quarter, column) => (names.has(cellOf(key, town, quarter)) ? placeAt(row, column) : [])),
      ),
    );
  const whole = new Set(cells.flatMap((line, row) => (line.every((cell) => cell.value.state === "value" && !isSmall(cell)) ? row : [])));
  const columns = new Set(quarters.flatMap((_, column) => (sumIsSmall(cells.flatMap((line) => line[column] ?? [])) ? [] : column)));
  const table = { cells, rowSumsShown: quarters.length > 1 ? whole : new Set<number>(), columnSumsShown: columns };
  const found = suppress(table, { known: place(given.earlier.known), keep: place(given.earlier.kept) });
  const year = quarters[0]?.slice(0, 4) ?? "";
  given.towns.forEach((town, row) => {
    if (found.rowSums.has(row) && cells[row]?.some((cell) => cell.value.state === "value")) hidden.add(cellOf(key, town, year));
    quarters.forEach((quarter, column) => found.cells.has(placeAt(row, column)) && hidden.add(cellOf(key, town, quarter)));
  });
  quarters.forEach((quarter, column) => found.columnSums.has(column) && hidden.add(cellOf(key, "sum", quarter)));
  if (found.grandSum || columns.size === 0) hidden.add(cellOf(key, "sum", year));
}

/** Stocks do not add up over time: each quarter is a table of its own, and the year shows its last. */
function hideStock(definition: Definition, quarters: readonly Quarter[], given: Given, hidden: Set<string>): void {
  for (const quarter of quarters) hideFlow(definition, [quarter], given, hidden);
  const last = quarters.at(-1) ?? "";
  for (const town of [...given.towns, "sum" as const]) {
    const year = cellOf(definition.key, town, last.slice(0, 4));
    if (hidden.has(cellOf(definition.key, town, last))) hidden.add(year);
    else hidden.delete(year);
  }
}

/** A quotient tells its hidden part as soon as the other is known. */
function hideQuotient({ key, formula }: Definition, quarters: readonly Quarter[], given: Given, hidden: Set<string>): void {
  if (formula.kind !== "ratio") return;
  const year = quarters[0]?.slice(0, 4) ?? "";
  for (const town of [...given.towns, "sum" as const]) {
    for (const period of [...quarters, year]) {
      const parts = [formula.numerator, formula.denominator].map((part) => cellOf(part, town, period));
      if (parts.some((part) => hidden.has(part))) hidden.add(cellOf(key, town, period));
    }
  }
}

/** Everything that is hidden of one year, for all indicators. */
export function hiddenIn(definitions: readonly Definition[], year: string, given: Given): HiddenSet {
  const hidden = new Set<string>();
  const quarters = given.quarters.filter((quarter) => quarter.startsWith(year));
  const sensitive = definitions.filter(({ hidesSmall }) => hidesSmall);
  for (const one of sensitive.filter(({ formula }) => formula.kind === "flow")) hideFlow(one, quarters, given, hidden);
  for (const one of sensitive.filter(({ formula }) => formula.kind === "stock")) hideStock(one, quarters, given, hidden);
  for (const one of definitions) hideQuotient(one, quarters, given, hidden);
  return hidden;
}
