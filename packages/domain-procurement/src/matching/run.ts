import { anyOf, type Verdict } from "@jizhen/spec";
import { contributionsOf, type Fit, isNewcomer, scoreOf } from "./features.ts";
import { answerOf, bestFit, judgeLine, type MayFit } from "./filter.ts";
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

/** One firm against one request: hard filter by line, then the seven features over the lines that fit. */
export function explain(candidate: Candidate, need: Need, town: Town): MatchExplanation {
  const judged = need.lines.map((line) => ({ line, best: judgeLine(line, candidate.supplies, need)[0] }));
  const fits = judged.flatMap(({ line, best }): Fit[] => (best && best.verdict !== "violated" ? [{ line, judgement: best }] : []));
  const ranked = rank(candidate, fits, need, town);
  return { ...told(ranked, need, town), lines: judged.map(({ line, best }) => answerOf(line, best)) };
}

function rank(candidate: Candidate, fits: readonly Fit[], need: Need, town: Town): Ranked {
  if (candidate.bar !== null || fits.length === 0) return { candidate, fits: [], verdict: "violated", score: null };
  const verdict = anyOf(fits.map(({ judgement }) => judgement.verdict));
  return { candidate, fits, verdict, score: scoreOf({ fits, candidate, need, town }) };
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
function plainAnswer(line: LineNeed, { fits }: Ranked): LineAnswer {
  const fit = fits.find((one) => one.line === line);
  if (fit) return answerOf(line, fit.judgement);
  return { lineNo: line.lineNo, verdict: "violated", source: null, revision: null, bar: null, shortfalls: [] };
}

type Ranked = {
  readonly candidate: Candidate;
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
      const fits: Fit[] = [];
      for (const line of need.lines) {
        const judgement = bestFit(line, candidate.supplies, need, mayFit);
        if (judgement !== null) fits.push({ line, judgement });
      }
      return rank(candidate, fits, need, town);
    })
    .filter(({ score }) => score !== null)
    .sort(inOrder);
  const invited = choose(ranked, town);
  const scores = invited.map(({ score }) => score ?? 0);
  return {
    ruleSet,
    candidates: ranked.map(standingOf),
    invited: invited.map(({ candidate }) => candidate.orgId),
    explanations: invited.map((one) => ({ ...told(one, need, town), lines: need.lines.map((line) => plainAnswer(line, one)) })),
    lowestInvitedScore: scores.length === 0 ? null : Math.min(...scores),
    excluded: candidates.length - ranked.length,
  };
}
