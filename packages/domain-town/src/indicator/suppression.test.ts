import { ratios } from "@jizhen/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nobody } from "./compute.ts";
import { type Cell, isSmall, nothingEarlier, placeAt, type Suppression, suppress } from "./suppression.ts";
import { amountOf, decimal, missing } from "./value.ts";

const text = (n: number) => decimal(ratios.ratio(n));
/** `share` of the value is the largest firm's. */
const cell = (value: number, contributors = 9, share = 0.2): Cell => ({
  value: amountOf(value),
  contributors,
  largest: text(Math.floor(value * share)),
  largestTwo: text(Math.floor(value * Math.min(1, share * 1.5))),
});
const absent: Cell = { ...nobody, value: missing };
const table = (cells: Cell[][]) => ({
  cells,
  // A year of one quarter would be that quarter again.
  rowSumsShown: new Set(
    cells.flatMap((line, row) => (line.length > 1 && line.every((one) => one.value.state === "value" && !isSmall(one)) ? row : [])),
  ),
  columnSumsShown: new Set((cells[0] ?? []).map((_, column) => column)),
});
const amountIn = (one: Cell | undefined): number => (one?.value.state === "value" ? Number(one.value.numerator) : 0);

describe("what is small", () => {
  it.each([
    ["two firms", cell(100, 2), true],
    ["three firms", cell(100, 3), false],
    ["one with 60 % and two with 90 %, which is the limit itself", cell(100, 9, 0.6), false],
    ["two with more than 90 %", cell(100, 9, 0.62), true],
    ["one with 76 %", cell(100, 9, 0.76), true],
    ["zero of nobody", cell(0, 0), false],
    ["nothing reported", absent, false],
  ])("%s", (_, one, small) => expect(isSmall(one)).toBe(small));
});

/** The smallest and largest value a hidden cell could have, for somebody who knows everything that is shown. */
function bounds(cells: Cell[][], hidden: Suppression, row: number, column: number): { low: number; high: number } {
  // A linear programme solved by another method than the ring of flows, so that one cannot excuse the other.
  const places = [...hidden.cells].map((place) => place.split(":").map(Number) as [number, number]);
  const shownRows = cells.map((_, at) => at).filter((at) => !hidden.rowSums.has(at));
  const shownColumns = (cells[0] ?? []).map((_, at) => at).filter((at) => !hidden.columnSums.has(at));
  const equations = [
    ...shownRows.map((at) => places.map(([r]) => (r === at ? 1 : 0))),
    ...shownColumns.map((at) => places.map(([, c]) => (c === at ? 1 : 0))),
    ...(hidden.grandSum ? [] : [places.map(() => 1)]),
  ].filter((line) => line.some((one) => one !== 0));
  const start = places.map(([r, c]) => amountIn(cells[r]?.[c]));
  const target = places.findIndex(([r, c]) => r === row && c === column);
  return { low: -maximise(equations, start, target, -1), high: maximise(equations, start, target, 1) };
}

/** Largest `sign·x[target]` with A·x = A·start and x ≥ 0: Bland's simplex from a known feasible point, with artificial big-M rows. */
function maximise(equations: number[][], start: number[], target: number, sign: 1 | -1): number {
  const rows = equations.map((line) => ({ line, right: line.reduce((sum, one, at) => sum + one * (start[at] ?? 0), 0) }));
  const n = start.length;
  const m = rows.length;
  const big = 1e9;
  const tableau = rows.map(({ line, right }, at) => [...line, ...rows.map((_, other) => (other === at ? 1 : 0)), right]);
  const cost = [...start.map((_, at) => (at === target ? sign : 0)), ...rows.map(() => -big), 0];
  const basis = rows.map((_, at) => n + at);
  for (let step = 0; step < 500; step += 1) {
    const reduced = cost.map((own, at) => own - tableau.reduce((sum, line, r) => sum + (cost[basis[r] ?? 0] ?? 0) * (line[at] ?? 0), 0));
    const enter = reduced.findIndex((value, at) => at < n + m && value > 1e-7);
    if (enter < 0) return -(reduced[n + m] ?? 0);
    let [leave, least] = [-1, Number.POSITIVE_INFINITY];
    tableau.forEach((line, r) => {
      const ratio = (line[enter] ?? 0) > 1e-9 ? (line[n + m] ?? 0) / (line[enter] ?? 1) : Number.POSITIVE_INFINITY;
      if (ratio < least - 1e-9 || (ratio < least + 1e-9 && leave >= 0 && (basis[r] ?? 0) < (basis[leave] ?? 0)))
        [leave, least] = [r, ratio];
    });
    if (leave < 0) return Number.POSITIVE_INFINITY;
    const pivot = tableau[leave] ?? [];
    const by = pivot[enter] ?? 1;
    const scaled = pivot.map((value) => value / by);
    tableau.forEach((line, r) => {
      const times = line[enter] ?? 0;
      tableau[r] = r === leave ? scaled : line.map((value, at) => value - times * (scaled[at] ?? 0));
    });
    basis[leave] = enter;
  }
  throw new Error("the attacker's programme did not end");
}

const anyCell = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 5_000 }).map((value) => cell(value)) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 5_000 }).map((value) => cell(value, 2)) },
  { weight: 1, arbitrary: fc.constant(absent) },
  { weight: 1, arbitrary: fc.constant(cell(0, 0)) },
);
const anyTable = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 4 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(anyCell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  );

describe("what may be shown", () => {
  it("lets an attacker who solves for every hidden cell come no nearer than a fifth (T15)", () => {
    fc.assert(
      fc.property(anyTable, (cells) => {
        const hidden = suppress(table(cells));
        for (const place of hidden.cells) {
          const [row = 0, column = 0] = place.split(":").map(Number);
          const value = amountIn(cells[row]?.[column]);
          const { low, high } = bounds(cells, hidden, row, column);
          expect(low, `${place} of ${value} from below`).toBeLessThanOrEqual(value * 0.8 + 1e-3);
          expect(high, `${place} of ${value} from above`).toBeGreaterThanOrEqual(value * 1.2 - 1e-3);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("hides nothing where nothing is small", () => {
    const hidden = suppress(
      table([
        [cell(10), cell(20)],
        [cell(30), cell(40)],
      ]),
    );
    expect([hidden.cells.size, hidden.rowSums.size, hidden.columnSums.size, hidden.grandSum]).toEqual([0, 0, 0, false]);
  });

  it("gives a lonely hidden cell a partner: subtraction from the sum would tell it", () => {
    const hidden = suppress(table([[cell(500, 1)], [cell(900)], [cell(700)]]));
    expect([...hidden.cells].sort()).toEqual([placeAt(0, 0), placeAt(2, 0)]);
  });

  it("keeps hidden what an earlier publication of the same data hid, and does not rely on what it showed", () => {
    const cells = [[cell(500)], [cell(600)], [cell(700)], [cell(5_000)]];
    const earlier = { keep: new Set([placeAt(0, 0)]), known: new Set([placeAt(1, 0)]) };
    const hidden = suppress(table(cells), earlier);
    expect([...hidden.cells].sort()).toEqual([placeAt(0, 0), placeAt(2, 0)]);
    expect(suppress(table(cells), nothingEarlier).cells.size).toBe(0);
  });

  it("hides the sum itself when there is nobody to hide behind", () => {
    const hidden = suppress(table([[cell(500, 1)]]));
    expect([hidden.cells.size, hidden.columnSums.size]).toEqual([1, 1]);
  });
});
