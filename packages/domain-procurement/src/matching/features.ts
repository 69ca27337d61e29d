import { daysBetween, type Ratio, ratio, ratios } from "@jizhen/kernel";
import type { RequirementResult } from "@jizhen/spec";
import { coveredShare } from "../capability/rules.ts";
import type { Judgement } from "./filter.ts";
import type { Candidate, Contribution, Feature, LineNeed, Need, Town, TrackRecord, Words } from "./model.ts";
import { features, weights } from "./model.ts";

/** A line that fits, with the source it fits by. */
export type Fit = { readonly line: LineNeed; readonly judgement: Judgement };
/** An exact fraction of safe integers: a run values ten thousand firms, and big integers are only needed where lines are combined. */
type Part = { readonly n: number; readonly d: number };

const words = (code: string, params: Words["params"] = {}): Words => ({ code: `procurement.match.words.${code}`, params });
const whole = (n: number): Part => ({ n, d: 1 });
const rounded = (value: Ratio): number => Number(ratios.roundHalfUp(value));

/** The mean of the lines, rounded once, half up. Lines with one denominator are added as they are; others as exact fractions. */
export function meanOf(parts: readonly Part[]): number {
  const byDenominator = new Map<number, number>();
  for (const { n, d } of parts) byDenominator.set(d, (byDenominator.get(d) ?? 0) + n);
  const [only, ...others] = byDenominator;
  if (!only) return 0;
  if (others.length === 0) {
    const [d, n] = only;
    return Math.floor((2 * n + d * parts.length) / (2 * d * parts.length));
  }
  const sum = [...byDenominator].reduce((total, [d, n]) => ratios.add(total, ratio(n, d)), ratio(0));
  return rounded(ratios.divide(sum, ratio(parts.length)));
}

/** Share of the wishes: satisfied 1, unknown ½, by the buyer's weights; none stated counts as all. */
function closenessOf({ judgement }: Fit): Part {
  let [all, held] = [0, 0];
  for (const { requirement, verdict } of judgement.match.results) {
    if (requirement.hard || requirement.weight <= 0) continue;
    all += requirement.weight;
    held += requirement.weight * (verdict === "satisfied" ? 2 : verdict === "unknown" ? 1 : 0);
  }
  return all === 0 ? whole(100) : { n: 100 * held, d: 2 * all };
}

/** Slack of the typical lead time before the wanted date. Without a wanted date a declared lead time is enough. */
export function deliveryPart(leadDays: number | null, left: number | null): Part {
  if (leadDays === null) return whole(30);
  if (left === null) return whole(100);
  const slack = left - leadDays;
  if (slack < 0) return whole(0);
  const pace = Math.max(leadDays, 5);
  return slack >= pace ? whole(100) : { n: 60 * pace + 40 * slack, d: pace };
}

const daysLeft = ({ line }: Fit, need: Need): number | null => (line.wantedDate === null ? null : daysBetween(need.on, line.wantedDate));

/** Self-declared 40, document on file 70, verified by the town 85, accredited third party 100; a lapsed one is self-declared. */
export function evidenceLevel({ requirement }: Pick<RequirementResult, "requirement">, { judgement, line }: Fit, need: Need): number {
  const { documents, verified } = judgement.supply;
  const on = line.wantedDate ?? need.on;
  const proving = documents.filter(
    ({ proves, state, validTo }) => proves.includes(requirement.attribute) && state === "held" && (validTo === null || validTo >= on),
  );
  if (proving.some(({ accredited }) => accredited)) return 100;
  if (verified.includes(requirement.attribute)) return 85;
  return proving.some(({ onFile }) => onFile) ? 70 : 40;
}

function evidenceOf(fit: Fit, need: Need): Part {
  const hard = fit.judgement.match.results.filter(({ requirement }) => requirement.hard);
  if (hard.length === 0) return whole(fit.judgement.supply.verified.length > 0 ? 85 : 40);
  return { n: hard.reduce((sum, result) => sum + evidenceLevel(result, fit, need), 0), d: hard.length };
}

/** On-time share and claims, drawn towards the family's averages by eight imagined orders, so that one order proves little. */
export function recordValue({ finished, onTime, claims }: TrackRecord, town: Town): number {
  const drawn = (own: number, average: Town["onTime"]): Ratio =>
    ratio(BigInt(own) * BigInt(average.d) + 8n * BigInt(average.n), BigInt(average.d) * BigInt(finished + 8));
  const kept = ratios.subtract(ratio(1), drawn(claims, town.claims));
  return rounded(ratios.multiply(ratio(100), ratios.multiply(drawn(onTime, town.onTime), kept)));
}

function capacityOf({ judgement, line }: Fit): Part {
  const share = coveredShare(judgement.supply.free, line.quantity);
  if (share === null) return whole(30);
  if (share.n >= share.d) return whole(100);
  // A share of a quantity with six places: beyond safe integers it is rounded to a millionth, the same on every process.
  const exact = share.d <= 1_000_000_000_000n;
  return exact ? { n: Number(100n * share.n), d: Number(share.d) } : { n: Number((100_000_000n * share.n) / share.d), d: 1_000_000 };
}

/** GB/T 2260 codes: two figures province, four city, six county. */
export function nearnessValue(works: string | null, place: string | null): number {
  if (works === null || place === null) return 30;
  return works === place ? 100 : works.slice(0, 4) === place.slice(0, 4) ? 80 : works.slice(0, 2) === place.slice(0, 2) ? 60 : 30;
}

/** Fewer than three finished orders and asked less often than the median; where the median is nought, not asked at all. */
export const isNewcomer = ({ record, invitations30 }: Pick<Candidate, "record" | "invitations30">, town: Town): boolean =>
  record.finished < 3 && invitations30 < Math.max(town.medianInvitations, 1);

type About = { readonly fits: readonly Fit[]; readonly candidate: Candidate; readonly need: Need; readonly town: Town };

function valueOf(feature: Feature, { fits, candidate, need, town }: About): number {
  const over = (each: (fit: Fit) => Part): number => meanOf(fits.map(each));
  switch (feature) {
    case "closeness":
      return over(closenessOf);
    case "delivery":
      return over((fit) => deliveryPart(fit.judgement.supply.leadDays, daysLeft(fit, need)));
    case "evidence":
      return over((fit) => evidenceOf(fit, need));
    case "record":
      return recordValue(candidate.record, town);
    case "capacity":
      return over(capacityOf);
    case "nearness":
      return over(({ judgement }) => whole(nearnessValue(judgement.supply.works, need.place)));
    case "newcomer":
      return isNewcomer(candidate, town) ? 100 : 0;
  }
}

function wordsOf(feature: Feature, value: number, { fits, candidate, need }: About): Words {
  switch (feature) {
    case "closeness": {
      const wishes = fits.flatMap(({ judgement }) => judgement.match.results.filter(({ requirement }) => !requirement.hard));
      const held = wishes.filter(({ verdict }) => verdict === "satisfied").length;
      return wishes.length === 0 ? words("no_wishes") : words("wishes", { held, all: wishes.length });
    }
    case "delivery": {
      const leads = fits.map(({ judgement }) => judgement.supply.leadDays).filter((days) => days !== null);
      const left = fits.map((fit) => daysLeft(fit, need)).filter((days) => days !== null);
      if (leads.length === 0) return words("lead_not_declared");
      const lead = Math.max(...leads);
      return left.length === 0 ? words("lead_only", { lead }) : words("lead_and_left", { lead, left: Math.min(...left) });
    }
    case "evidence":
      return words("evidence", { documents: fits[0]?.judgement.supply.documents.length ?? 0 });
    case "record":
      return candidate.record.finished === 0 ? words("no_record") : words("record", { ...candidate.record });
    case "capacity": {
      const declared = fits.filter(({ judgement, line }) => coveredShare(judgement.supply.free, line.quantity) !== null).length;
      return declared === 0 ? words("capacity_not_declared") : words("capacity", { lines: declared });
    }
    case "nearness": {
      const known = need.place !== null && fits.some(({ judgement }) => judgement.supply.works !== null);
      return words(known ? "nearness" : "nearness_unknown", { value });
    }
    case "newcomer":
      return words(value > 0 ? "newcomer" : "not_newcomer", { invitations: candidate.invitations30 });
  }
}

const points = (feature: Feature, about: About): number => Math.min(100, Math.max(0, valueOf(feature, about)));

/** The score alone, for ordering thousands: the same values as the contributions, without their words. */
export const scoreOf = (about: About): number => features.reduce((sum, feature) => sum + weights[feature] * points(feature, about), 0);

/** Each value is rounded once; after the product nothing is, so the contributions add up to the score without a remainder. */
export function contributionsOf(about: About): readonly Contribution[] {
  const sources = [...new Set(about.fits.map(({ judgement }) => judgement.supply.source))].sort();
  return features.map((feature) => {
    const value = points(feature, about);
    return {
      feature,
      value,
      weight: weights[feature],
      contribution: weights[feature] * value,
      words: wordsOf(feature, value, about),
      sources,
    };
  });
}
