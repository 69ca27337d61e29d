import { ratios } from "@jizhen/kernel";
import { type AssessmentEdition, assessmentEditions, type Remedy } from "./editions.data.ts";

export const findEdition = (key: string): AssessmentEdition | null => assessmentEditions.find((edition) => edition.key === key) ?? null;
export const newestEdition = (): AssessmentEdition | null => assessmentEditions.at(-1) ?? null;

export const itemsOf = (edition: AssessmentEdition) => edition.dimensions.flatMap(({ items }) => items);
const fullStage = 4;

/** Points out of 100, exact: weight × stage ÷ 4, summed. */
export function scoreOf(edition: AssessmentEdition, answers: Readonly<Record<string, number>>): ratios.Ratio {
  return itemsOf(edition).reduce(
    (sum, { key, weight }) => ratios.add(sum, ratios.ratio(weight * (answers[key] ?? 0), fullStage)),
    ratios.ratio(0),
  );
}

const lowerBounds = [20, 40, 60, 80] as const;
/** Level 1 from 20 points, 2 from 40, 3 from 60, 4 from 80, the bound included; below 20 none. */
export const levelOf = (score: ratios.Ratio): number =>
  lowerBounds.filter((bound) => ratios.compare(score, ratios.ratio(bound)) >= 0).length;

export type Gap = { readonly item: string; readonly dimension: string; readonly missing: string; readonly remedy: Remedy };

/** What is missing to a full score, item by item, the most first, and where it can be won. */
export function gapsOf(edition: AssessmentEdition, answers: Readonly<Record<string, number>>): Gap[] {
  const gaps = edition.dimensions.flatMap(({ key: dimension, items }) =>
    items.map(({ key: item, weight, remedy }) => {
      const quarters = weight * (fullStage - (answers[item] ?? 0));
      return { quarters, gap: { item, dimension, missing: ratios.toDecimal(ratios.ratio(quarters, fullStage), 2), remedy } };
    }),
  );
  return gaps
    .filter(({ quarters }) => quarters > 0)
    .sort((a, b) => b.quarters - a.quarters)
    .map(({ gap }) => gap);
}
