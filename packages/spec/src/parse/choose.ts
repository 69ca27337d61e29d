import type { FamilyCode, PackCode } from "../model.ts";
import { familyOf } from "../packs/all.ts";
import { type Candidate, textIn } from "./candidate.ts";

export type Reading = {
  readonly family: FamilyCode;
  readonly chosen: readonly Candidate[];
  readonly score: number;
  readonly anchored: boolean;
};

const weightOf = (one: Candidate): number => (one.end - one.start) * 10 + one.bonus * 2 - 3;

/** The candidates that do not overlap and together explain most; ties fall to the earlier, so the answer is always the same. */
export function heaviest(candidates: readonly Candidate[]): readonly Candidate[] {
  const sorted = candidates
    .map((one, at) => ({ one, at }))
    .sort((a, b) => a.one.end - b.one.end || a.one.start - b.one.start || a.at - b.at);
  const best: number[] = [0];
  const before: number[] = [];
  for (const [index, { one }] of sorted.entries()) {
    let [low, high] = [0, index];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.one.end ?? 0) <= one.start) low = middle + 1;
      else high = middle;
    }
    before.push(low);
    best.push(Math.max(best[index] ?? 0, (best[low] ?? 0) + weightOf(one)));
  }
  const chosen: Candidate[] = [];
  for (let index = sorted.length; index > 0; ) {
    const one = sorted[index - 1]?.one;
    if (one !== undefined && best[index] !== best[index - 1]) {
      chosen.push(one);
      index = before[index - 1] ?? 0;
    } else index -= 1;
  }
  return chosen.reverse();
}

/** The same words, weighed alike, with another meaning: both are kept and the line is asked. */
function withRivals(chosen: Candidate, all: readonly Candidate[]): Candidate {
  const [own] = chosen.facts;
  if (own === undefined || own.field.startsWith("@") || chosen.facts.length > 1) return chosen;
  const rivals = all.filter(
    (other) => other !== chosen && other.start === chosen.start && other.end === chosen.end && weightOf(other) === weightOf(chosen),
  );
  const values = rivals
    .flatMap(({ facts }) => facts)
    .filter((fact) => fact.field === own.field && JSON.stringify(fact.value) !== JSON.stringify(own.value));
  if (values.length === 0) return chosen;
  const options = [...new Set([own, ...values].flatMap((fact) => (fact.options.length > 0 ? fact.options : [textIn(fact)])))];
  return { ...chosen, facts: [{ ...own, state: "doubt", options }] };
}

/** Fields that say what kind of thing is asked for; a grade or a colour alone says nothing. */
const anchors: ReadonlySet<string> = new Set([
  "@family",
  "type",
  "@class",
  "@othertype",
  "rating",
  "dn",
  "nps",
  "abv",
  "shape",
  "standard",
  "facing",
  "process",
  "volume_ml",
  "base",
]);

export function readAs(family: FamilyCode, all: readonly Candidate[]): Reading {
  const fitting = all.filter((one) => one.families === null || one.families.includes(family));
  const chosen = heaviest(fitting).map((one) => withRivals(one, fitting));
  const telling = chosen.filter((one) => one.families !== null && one.says > 0);
  return {
    family,
    chosen,
    score: telling.reduce((sum, one) => sum + one.says, 0),
    anchored: telling.some((one) => one.facts.some((fact) => anchors.has(fact.field))),
  };
}

export type Choice = { readonly reading: Reading; readonly rivals: readonly FamilyCode[] };

/** The family that explains most of the words; within a tenth of each other the town's pack decides, else the line is asked. */
export function chooseFamily(all: readonly Candidate[], hint: PackCode | null): Choice {
  const named = new Set(all.filter((one) => one.says > 0).flatMap((one) => one.families ?? []));
  const readings = [...named].map((family) => readAs(family, all)).filter((one) => one.anchored);
  readings.sort((a, b) => b.score - a.score || order(a.family) - order(b.family));
  const [best] = readings;
  if (best === undefined) return { reading: { ...readAs("generic", all), family: "generic" }, rivals: [] };
  const close = readings.filter((one) => one.score >= best.score * 0.9);
  const hinted = hint === null ? [] : close.filter((one) => familyOf(one.family).pack === hint);
  if (hinted.length > 0 && close.length > 1) {
    const [only] = hinted;
    if (only !== undefined && (hinted.length === 1 || familyOf(only.family).code === hint)) return { reading: only, rivals: [] };
  }
  return { reading: best, rivals: close.length > 1 ? close.map((one) => one.family) : [] };
}

const familyOrder: readonly FamilyCode[] = ["flange", "baijiu", "glassware", "malleable", "admixture", "forging", "buttweld", "generic"];
const order = (family: FamilyCode): number => familyOrder.indexOf(family);
