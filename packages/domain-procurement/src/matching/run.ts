import { anyOf, type Verdict } from "@jizhen/spec";
import { contributionsOf, type Fit, isNewcomer, scoreOf } from "./features.ts";
import { answerOf, type Judgement, judgeLine } from "./filter.ts";
import {
  type Candidate,
  type LineAnswer,
  type LineNeed,
  type MatchExplanation,
  type MatchResult,
  type Need,
  ruleSet,
  type Standing,
  type Town,
} from "./model.ts";

/** Invited at once: the best, and newcomers beyond them where too few are among them. */
export const invitedAtOnce = 30;
export const newcomersAtLeast = 5;

type Judged = { readonly line: LineNeed; readonly best: Judgement | undefined };

/** One firm against one request: hard filter by line, then the seven features over the lines that fit. */
export function explain(candidate: Candidate, need: Need, town: Town): MatchExplanation {
  const judged = need.lines.map((line) => ({ line, best: judgeLine(line, candidate.supplies, need)[0] }));
  const ranked = rank(candidate, judged, need, town);
  return { ...told(ranked, need, town), lines: judged.map(({ line, best }) => answerOf(line, best)) };
}

function rank(candidate: Candidate, judged: readonly Judged[], need: Need, town: Town): Ranked {
  const fits = judged.flatMap(({ line, best }): Fit[] => (best && best.verdict !== "violated" ? [{ line, judgement: best }] : []));
  if (candidate.bar !== null || fits.length === 0) return { candidate, judged, fits: [], verdict: "violated", score: null };
  const verdict = anyOf(fits.map(({ judgement }) => judgement.verdict));
  return { candidate, judged, fits, verdict, score: scoreOf({ fits, candidate, need, town }) };
}

const standingOf = ({ candidate, verdict, fits, score }: Ranked): Standing => ({
  orgId: candidate.orgId,
  verdict,
  fits: fits.map(({ line }) => line.lineNo),
  score,
});

const told = (ranked: Ranked, need: Need, town: Town): Omit<MatchExplanation, "lines"> => {
  const { candidate, fits } = ranked;
  return {
    ...standingOf(ranked),
    bar: candidate.bar,
    contributions: fits.length === 0 ? [] : [...contributionsOf({ fits, candidate, need, town })],
  };
};

/** For the run: a line that is violated says so and nothing more, whether a rule or the narrowing has dropped it. */
const plainAnswer = ({ line, best }: Judged): LineAnswer =>
  best && best.verdict !== "violated"
    ? answerOf(line, best)
    : { lineNo: line.lineNo, verdict: "violated", source: null, revision: null, bar: null, shortfalls: [] };

/** Whether a source may fit a line at all; what narrowing has dropped would be violated and is not judged again. */
export type MayFit = (source: string, lineNo: number) => boolean;

type Ranked = {
  readonly candidate: Candidate;
  readonly judged: readonly Judged[];
  readonly fits: readonly Fit[];
  readonly verdict: Verdict;
  readonly score: number | null;
};

/**
 * Score descending, then fewer invitations in 30 days, then the hash: stable, and chosen by nobody. Firms of which something hard is
 * unknown stand behind those that plainly fit: they are asked a question rather than preferred.
 */
function inOrder(a: Ranked, b: Ranked): number {
  const plain = Number(b.verdict === "satisfied") - Number(a.verdict === "satisfied");
  const score = (b.score ?? 0) - (a.score ?? 0);
  const asked = a.candidate.invitations30 - b.candidate.invitations30;
  return plain || score || asked || (a.candidate.tie < b.candidate.tie ? -1 : a.candidate.tie > b.candidate.tie ? 1 : 0);
}

/** The best 30, and at least five newcomers where there are. */
function choose(ranked: readonly Ranked[], town: Town): readonly Ranked[] {
  const best = ranked.slice(0, invitedAtOnce);
  const fresh = (one: Ranked): boolean => isNewcomer(one.candidate, town);
  const missing = Math.max(0, newcomersAtLeast - best.filter(fresh).length);
  return [...best, ...ranked.slice(invitedAtOnce).filter(fresh).slice(0, missing)];
}

/** A pure function of the request, the snapshot of candidates and town, and the rule set; neither the order of candidates nor narrowing changes it. */
export function runMatch(need: Need, candidates: readonly Candidate[], town: Town, mayFit: MayFit = () => true): MatchResult {
  const ranked = candidates
    .map((candidate): Ranked => {
      const judged = need.lines.map((line) => {
        const supplies = candidate.supplies.filter(({ source }) => mayFit(source, line.lineNo));
        return { line, best: judgeLine(line, supplies, need)[0] };
      });
      return rank(candidate, judged, need, town);
    })
    .filter(({ score }) => score !== null)
    .sort(inOrder);
  const invited = choose(ranked, town);
  const scores = invited.map(({ score }) => score ?? 0);
  return {
    ruleSet,
    candidates: ranked.map(standingOf),
    invited: invited.map(({ candidate }) => candidate.orgId),
    explanations: invited.map((one) => ({ ...told(one, need, town), lines: one.judged.map(plainAnswer) })),
    lowestInvitedScore: scores.length === 0 ? null : Math.min(...scores),
    excluded: candidates.length - ranked.length,
  };
}
