import { err, ok, type Ratio, type Result, ratios } from "@jizhen/kernel";
import type { Definition, IndicatorUnit } from "../indicator/model.ts";
import { Month, monthPlus, type Quarter, quarterPlus } from "../indicator/period.ts";
import { exactly, sumOf } from "../indicator/value.ts";
import type { DeclarationRefusal } from "./errors.ts";
import { type CellPlace, cellId, cellsAsked, type DeclarationCell } from "./model.ts";

const wholeUnits: readonly IndicatorUnit[] = ["fen", "count", "person", "country"];

/** Hard rules, in the order in which somebody would mend them; the first broken one refuses. Drafts may lack amounts, hand-ins may not. */
export function refuseCells(
  definitions: readonly Definition[],
  quarter: Quarter,
  cells: readonly DeclarationCell[],
  handIn: boolean,
): Result<null, DeclarationRefusal> {
  const asked = cellsAsked(definitions, quarter);
  const places = new Set(asked.map(cellId));
  const byId = new Map(cells.map((cell) => [cellId(cell), cell]));
  const stray = cells.find((cell) => !places.has(cellId(cell)));
  if (stray) return err({ kind: "rule", code: "town.declaration.computed_field", params: { key: stray.key }, field: cellId(stray) });
  const negative = cells.find(({ amount }) => amount !== null && exactly(amount).n < 0n);
  if (negative) return err({ kind: "rule", code: "town.declaration.negative", params: { key: negative.key }, field: cellId(negative) });
  const units = new Map(definitions.map(({ key, unit }) => [key, unit]));
  const broken = cells.find(
    ({ key, amount }) => amount !== null && exactly(amount).d !== 1n && wholeUnits.includes(units.get(key) ?? "fen"),
  );
  if (broken) return err({ kind: "rule", code: "town.declaration.not_whole", params: { key: broken.key }, field: cellId(broken) });
  if (!handIn) return ok(null);
  const empty = asked.filter((place) => place.part === null && (byId.get(cellId(place))?.amount ?? null) === null);
  const [first] = empty;
  if (first) return err({ kind: "rule", code: "town.declaration.cell_missing", params: { count: empty.length }, field: cellId(first) });
  return partsAddUp(definitions, asked, byId);
}

/** Who declares one part declares all that is in the whole; a part left empty counts as none of it. */
function partsAddUp(
  definitions: readonly Definition[],
  asked: readonly CellPlace[],
  byId: ReadonlyMap<string, DeclarationCell>,
): Result<null, DeclarationRefusal> {
  for (const place of asked.filter(({ part }) => part === null)) {
    const parts = definitions.find(({ key }) => key === place.key)?.parts ?? [];
    const amounts = parts.flatMap(({ key: part }) => byId.get(cellId({ ...place, part }))?.amount ?? []);
    const whole = byId.get(cellId(place))?.amount;
    if (amounts.length === 0 || !whole) continue;
    const difference = ratios.subtract(exactly(sumOf(amounts)), exactly(whole));
    if (difference.n === 0n) continue;
    const diff = ratios.toDecimal(difference, 6);
    return err({ kind: "rule", code: "town.declaration.parts_do_not_sum", params: { key: place.key, diff }, field: cellId(place) });
  }
  return ok(null);
}

/** Why a figure asks for a remark: it left its usual range. */
export type Outlier = { readonly id: string; readonly why: "changed" | "unusual" };

const half = ratios.ratio(1, 2n);
const abs = (value: Ratio): Ratio => (value.n < 0n ? ratios.ratio(-value.n, value.d) : value);

function medianOf(values: readonly Ratio[]): Ratio | null {
  const sorted = [...values].sort(ratios.compare);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low && high ? ratios.multiply(ratios.add(low, high), half) : null;
}

/** The firm's own last twelve months before a cell, newest last: twelve amounts by month, four by quarter; those it declared. */
export function historyOf(place: CellPlace, declared: readonly DeclarationCell[]): Ratio[] {
  const month = Month.safeParse(place.period);
  const earlier = month.success
    ? Array.from({ length: 12 }, (_, at) => monthPlus(month.data, at - 12))
    : Array.from({ length: 4 }, (_, at) => quarterPlus(place.period as Quarter, at - 4));
  const byId = new Map(declared.map((cell) => [cellId(cell), cell.amount]));
  return earlier.flatMap((period) => {
    const amount = byId.get(cellId({ ...place, period }));
    return amount ? [exactly(amount)] : [];
  });
}

/** Soft rules: more than half above or below the last period, or further from the median than three times the median deviation. */
export function outlierOf(cell: DeclarationCell, history: readonly Ratio[]): Outlier | null {
  const last = history.at(-1);
  if (cell.amount === null || last === undefined) return null;
  const now = exactly(cell.amount);
  if (ratios.compare(abs(ratios.subtract(now, last)), ratios.multiply(last, half)) > 0) return { id: cellId(cell), why: "changed" };
  if (history.length < 4) return null;
  const middle = medianOf(history);
  const deviation = middle && medianOf(history.map((value) => abs(ratios.subtract(value, middle))));
  // A firm that always declared the same has no deviation to measure by; the first rule watches it.
  if (!middle || !deviation || deviation.n === 0n) return null;
  const far = ratios.compare(abs(ratios.subtract(now, middle)), ratios.multiply(deviation, ratios.ratio(3))) > 0;
  return far ? { id: cellId(cell), why: "unusual" } : null;
}

/** Whole cells outside their usual range; `declared` holds the firm's earlier cells and those of this form. */
export const outliersOf = (cells: readonly DeclarationCell[], earlier: readonly DeclarationCell[]): Outlier[] => {
  const declared = [...earlier, ...cells];
  return cells.flatMap((cell) => (cell.part === null ? (outlierOf(cell, historyOf(cell, declared)) ?? []) : []));
};
