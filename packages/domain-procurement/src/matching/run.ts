import { anyOf } from "@jizhen/spec";
import { contributionsOf, type Fit, isNewcomer } from "./features.ts";
import { answerOf, judgeLine } from "./filter.ts";
import { type Candidate, type MatchExplanation, type MatchResult, type Need, ruleSet, type Town } from "./model.ts";

/** Invited at once: the best, and newcomers beyond them where too few are among them. */
export const invitedAtOnce = 30;
export const newcomersAtLeast = 5;

/** One firm against one request: hard filter by line, then the seven features over the lines that fit. */
export function explain(candidate: Candidate, need: Need, town: Town): MatchExplanation {
  const judged = need.lines.map((line) => ({ line, best: judgeLine(line, candidate.supplies, need)[0] }));
  const lines = judged.map(({ line, best }) => answerOf(line, best));
  const fitting = judged.flatMap(({ line, best }): Fit[] => (best && best.verdict !== "violated" ? [{ line, judgement: best }] : []));
  const verdict = candidate.bar === null ? anyOf(lines.map((line) => line.verdict)) : "violated";
  const contributions = fitting.length === 0 || candidate.bar !== null ? [] : [...contributionsOf(fitting, candidate, need, town)];
  return {
    orgId: candidate.orgId,
    bar: candidate.bar,
    verdict,
    lines,
    fits: candidate.bar === null ? fitting.map(({ line }) => line.lineNo) : [],
    score: contributions.length === 0 ? null : contributions.reduce((sum, { contribution }) => sum + contribution, 0),
    contributions,
  };
}

type Ranked = { readonly candidate: Candidate; readonly answer: MatchExplanation };

/**
 * Score descending, then fewer invitations in 30 days, then the hash: stable, and chosen by nobody. Firms of which something hard is
 * unknown stand behind those that plainly fit: they are asked a question rather than preferred.
 */
function inOrder(a: Ranked, b: Ranked): number {
  const plain = Number(b.answer.verdict === "satisfied") - Number(a.answer.verdict === "satisfied");
  const score = (b.answer.score ?? 0) - (a.answer.score ?? 0);
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

/** A pure function of the request, the snapshot of candidates and town, and the rule set; the order of candidates changes nothing. */
export function runMatch(need: Need, candidates: readonly Candidate[], town: Town): MatchResult {
  const ranked = candidates
    .map((candidate) => ({ candidate, answer: explain(candidate, need, town) }))
    .filter(({ answer }) => answer.score !== null)
    .sort(inOrder);
  const invited = choose(ranked, town);
  const scores = invited.map(({ answer }) => answer.score ?? 0);
  return {
    ruleSet,
    candidates: ranked.map(({ answer }) => answer),
    invited: invited.map(({ answer }) => answer.orgId),
    lowestInvitedScore: scores.length === 0 ? null : Math.min(...scores),
    excluded: candidates.length - ranked.length,
  };
}
