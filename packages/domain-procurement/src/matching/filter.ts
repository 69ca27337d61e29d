import { daysBetween, type LocalDate } from "@jizhen/kernel";
import { allOf, anyOf, match, type RequirementResult, type StatementMatch, type Verdict } from "@jizhen/spec";
import type { LineAnswer, LineBar, LineNeed, Need, Shortfall, Supply } from "./model.ts";

/** One source judged for one line; `match` is null when a rule beside the typed ones already decided. */
export type Judgement = {
  readonly supply: Supply;
  readonly verdict: Verdict;
  readonly bar: LineBar | null;
  readonly match: StatementMatch;
};

const rank: Readonly<Record<Verdict, number>> = { violated: 0, unknown: 1, satisfied: 2 };

/** Documents must hold on the day the goods are wanted; without one, on the day of the run. */
const dateOf = (line: LineNeed, need: Need): LocalDate => line.wantedDate ?? need.on;

export function judgeSupply(line: LineNeed, supply: Supply, need: Need): Judgement {
  const judged = match(line.requirements, supply.statement, dateOf(line, need));
  const bar = barOf(line, supply, need);
  return { supply, verdict: bar === null ? judged.verdict : "violated", bar, match: judged };
}

function barOf(line: LineNeed, supply: Supply, need: Need): LineBar | null {
  if (supply.validTo !== null && supply.validTo < need.on) return "expired";
  const late = line.wantedDate !== null && supply.leadDays !== null && supply.leadDays > daysBetween(need.on, line.wantedDate);
  return need.firmDate && late ? "lead_too_long" : null;
}

/** Verdict, then fewer open questions, then the older source. */
const better = (a: Judgement, b: Judgement): number =>
  rank[b.verdict] - rank[a.verdict] || gaps(a) - gaps(b) || (a.supply.source < b.supply.source ? -1 : 1);

/** All sources of the line's family, best first. */
export function judgeLine(line: LineNeed, supplies: readonly Supply[], need: Need): readonly Judgement[] {
  return supplies
    .filter(({ statement }) => statement.family === line.family)
    .map((supply) => judgeSupply(line, supply, need))
    .sort(better);
}

/** Whether a source may fit a line at all; what narrowing has dropped would be violated and is not judged again. */
export type MayFit = (source: string, lineNo: number) => boolean;

/** The first of them among those that may fit, when it does: a run asks this of every firm and line, so it makes no lists. */
export function bestFit(line: LineNeed, supplies: readonly Supply[], need: Need, mayFit: MayFit): Judgement | null {
  let best: Judgement | null = null;
  for (const supply of supplies) {
    if (supply.statement.family !== line.family || !mayFit(supply.source, line.lineNo)) continue;
    const judgement = judgeSupply(line, supply, need);
    if (judgement.verdict !== "violated" && (best === null || better(judgement, best) < 0)) best = judgement;
  }
  return best;
}

const gaps = ({ match: { results } }: Judgement): number => results.filter(({ verdict }) => verdict !== "satisfied").length;

const textOfRange = (value: RequirementResult["requirement"]["value"]): string =>
  typeof value === "string" ? value : "low" in value ? `${value.low ?? "…"}–${value.high ?? "…"}` : value.join(", ");

function statedOf(supply: Supply, { requirement, by }: RequirementResult): string | null {
  const range = supply.statement.attributes[requirement.attribute];
  if (by !== null) return by;
  if (!range || range.kind === "any") return null;
  return range.kind === "set" ? range.values.slice(0, 12).join(", ") : `${range.low ?? "…"}–${range.high ?? "…"}`;
}

function shortfall(supply: Supply, result: RequirementResult): Shortfall[] {
  if (result.verdict === "satisfied") return [];
  const { attribute, hard, value } = result.requirement;
  return [{ attribute, hard, verdict: result.verdict, reason: result.reason, asked: textOfRange(value), stated: statedOf(supply, result) }];
}

export function answerOf(line: LineNeed, best: Judgement | undefined): LineAnswer {
  if (!best) return { lineNo: line.lineNo, verdict: "violated", source: null, revision: null, bar: "no_supply", shortfalls: [] };
  const { supply, verdict, bar } = best;
  return {
    lineNo: line.lineNo,
    verdict,
    source: supply.source,
    revision: supply.revision,
    bar,
    shortfalls: best.match.results.flatMap((result) => shortfall(supply, result)),
  };
}

/** The verdict of a line when the results at these places are taken as satisfied: what a fix would change. */
export function verdictWith(judgement: Judgement, settled: ReadonlySet<number>): Verdict {
  if (judgement.bar !== null) return "violated";
  const criteria = new Map<string, Verdict[]>();
  for (const [at, { requirement, verdict }] of judgement.match.results.entries()) {
    if (!requirement.hard) continue;
    const criterion = requirement.group === null ? `#${at}` : `group ${requirement.group}`;
    criteria.set(criterion, [...(criteria.get(criterion) ?? []), settled.has(at) ? "satisfied" : verdict]);
  }
  return allOf([...criteria.values()].map(anyOf));
}
