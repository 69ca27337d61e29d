import { sum } from "@jizhen/kernel";
import type { LineCost, QuoteTotal, Scenario } from "./model.ts";
import { breakTies } from "./tie-break.ts";

type Sequences = ReadonlyMap<string, number>;

const scenarioOf = (lines: readonly LineCost[]): Scenario | null =>
  lines.length === 0
    ? null
    : {
        cost: sum(lines.map(({ cost }) => cost)),
        suppliers: new Set(lines.map(({ supplierId }) => supplierId)).size,
        parts: lines.map(({ lineNo, quoteId, supplierId, cost }) => ({ lineNo, quoteId, supplierId, cost })),
      };

/** The best supplier of everything; null when nobody prices every line. */
export function scenarioWhole(lines: readonly LineCost[], totals: readonly QuoteTotal[]): Scenario | null {
  const first = totals.find(({ rank }) => rank === 1);
  return first ? scenarioOf(lines.filter(({ quoteId }) => quoteId === first.quoteId)) : null;
}

/** The best quote of each line; equal figures go by the published tie-break. */
export function scenarioByLine(lines: readonly LineCost[], sequences: Sequences): Scenario | null {
  const lineNos = [...new Set(lines.map(({ lineNo }) => lineNo))].sort((a, b) => a - b);
  const sequenceOf = ({ quoteId }: LineCost) => sequences.get(quoteId) ?? Number.POSITIVE_INFINITY;
  const tied = lineNos.map((lineNo) => ({ lineNo, offers: atBest(lines.filter((line) => line.lineNo === lineNo)) }));
  const chosen = breakTies(tied.map(({ lineNo, offers }) => ({ lineNo, sequences: offers.map(sequenceOf) })));
  return scenarioOf(tied.flatMap(({ lineNo, offers }) => offers.filter((offer) => sequenceOf(offer) === chosen.get(lineNo))));
}

const atBest = (offers: readonly LineCost[]): LineCost[] => {
  const first = offers.find(({ rank }) => rank === Math.min(...offers.map((offer) => offer.rank)));
  return offers.filter((offer) => first && offer.points === first.points && offer.cost === first.cost);
};

/** The next-best of the frozen ranking for lines that lost their supplier: all to one if the award goes as a whole, else line by line. */
export function nextBest(
  evaluation: { readonly lines: readonly LineCost[]; readonly totals: readonly QuoteTotal[]; readonly awardBy: "whole" | "line" },
  vacant: readonly number[],
  excluded: readonly string[],
): Scenario | null {
  const left = evaluation.lines.filter((line) => vacant.includes(line.lineNo) && !excluded.includes(line.quoteId));
  const covering = evaluation.totals.find(
    ({ quoteId, complete }) =>
      complete && vacant.every((lineNo) => left.some((line) => line.lineNo === lineNo && line.quoteId === quoteId)),
  );
  if (evaluation.awardBy === "whole" && covering) return scenarioOf(left.filter((line) => line.quoteId === covering.quoteId));
  return scenarioByLine(left, new Map(evaluation.totals.map(({ quoteId, sequence }) => [quoteId as string, sequence])));
}
