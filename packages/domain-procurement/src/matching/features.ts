import { daysBetween, type Ratio, ratio, ratios } from "@jizhen/kernel";
import type { RequirementResult } from "@jizhen/spec";
import { coveredShare } from "../capability/rules.ts";
import type { Judgement } from "./filter.ts";
import type { Candidate, Contribution, Feature, LineNeed, Need, Town, TrackRecord, Words } from "./model.ts";
import { weights } from "./model.ts";

/** A line that fits, with the source it fits by. */
export type Fit = { readonly line: LineNeed; readonly judgement: Judgement };
type Valued = { readonly value: Ratio; readonly words: Words };

const words = (code: string, params: Words["params"] = {}): Words => ({ code: `procurement.match.words.${code}`, params });
const hundred = ratio(100);
const least = (a: Ratio, b: Ratio): Ratio => (ratios.compare(a, b) <= 0 ? a : b);
const mean = (values: readonly Ratio[]): Ratio =>
  values.length === 0
    ? ratio(0)
    : ratios.divide(
        values.reduce((a, b) => ratios.add(a, b), ratio(0)),
        ratio(values.length),
      );

/** Share of the wishes: satisfied 1, unknown ½, by the buyer's weights; none stated counts as all. */
function closenessOf({ judgement }: Fit): Ratio {
  const wishes = judgement.match.results.filter(({ requirement }) => !requirement.hard && requirement.weight > 0);
  const all = wishes.reduce((sum, { requirement }) => sum + requirement.weight, 0);
  if (all === 0) return hundred;
  const held = wishes.reduce(
    (sum, { requirement, verdict }) => sum + requirement.weight * (verdict === "satisfied" ? 2 : verdict === "unknown" ? 1 : 0),
    0,
  );
  return ratio(100 * held, 2 * all);
}

/** Slack of the typical lead time before the wanted date. Without a wanted date a declared lead time is enough. */
export function deliveryValue(leadDays: number | null, daysLeft: number | null): Ratio {
  if (leadDays === null) return ratio(30);
  if (daysLeft === null) return hundred;
  const slack = daysLeft - leadDays;
  return slack < 0 ? ratio(0) : least(hundred, ratios.add(ratio(60), ratio(40 * slack, Math.max(leadDays, 5))));
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

function evidenceOf(fit: Fit, need: Need): Ratio {
  const hard = fit.judgement.match.results.filter(({ requirement }) => requirement.hard);
  if (hard.length === 0) return ratio(fit.judgement.supply.verified.length > 0 ? 85 : 40);
  return mean(hard.map((result) => ratio(evidenceLevel(result, fit, need))));
}

/** On-time share and claims, drawn towards the family's averages by eight imagined orders, so that one order proves little. */
export function recordValue({ finished, onTime, claims }: TrackRecord, town: Town): Ratio {
  const drawn = (own: number, average: Town["onTime"]): Ratio =>
    ratios.divide(ratios.add(ratio(own), ratio(8 * average.n, average.d)), ratio(finished + 8));
  const kept = ratios.subtract(ratio(1), drawn(claims, town.claims));
  return ratios.multiply(hundred, ratios.multiply(drawn(onTime, town.onTime), kept));
}

function capacityOf({ judgement, line }: Fit): Ratio {
  const share = coveredShare(judgement.supply.free, line.quantity);
  return share === null ? ratio(30) : least(hundred, ratios.multiply(hundred, share));
}

/** GB/T 2260 codes: two figures province, four city, six county. */
export function nearnessValue(works: string | null, place: string | null): number {
  if (works === null || place === null) return 30;
  return works === place ? 100 : works.slice(0, 4) === place.slice(0, 4) ? 80 : works.slice(0, 2) === place.slice(0, 2) ? 60 : 30;
}

/** Fewer than three finished orders and asked less often than the median; where the median is nought, not asked at all. */
export const isNewcomer = ({ record, invitations30 }: Pick<Candidate, "record" | "invitations30">, town: Town): boolean =>
  record.finished < 3 && invitations30 < Math.max(town.medianInvitations, 1);

function valueOf(feature: Feature, fits: readonly Fit[], candidate: Candidate, need: Need, town: Town): Valued {
  const over = (each: (fit: Fit) => Ratio): Ratio => mean(fits.map(each));
  const first = fits[0];
  switch (feature) {
    case "closeness": {
      const wishes = fits.flatMap(({ judgement }) => judgement.match.results.filter(({ requirement }) => !requirement.hard));
      const held = wishes.filter(({ verdict }) => verdict === "satisfied").length;
      return { value: over(closenessOf), words: wishes.length === 0 ? words("no_wishes") : words("wishes", { held, all: wishes.length }) };
    }
    case "delivery": {
      const leads = fits.map(({ judgement }) => judgement.supply.leadDays).filter((days) => days !== null);
      const left = fits.map((fit) => daysLeft(fit, need)).filter((days) => days !== null);
      const value = over((fit) => deliveryValue(fit.judgement.supply.leadDays, daysLeft(fit, need)));
      if (leads.length === 0) return { value, words: words("lead_not_declared") };
      const lead = Math.max(...leads);
      return { value, words: left.length === 0 ? words("lead_only", { lead }) : words("lead_and_left", { lead, left: Math.min(...left) }) };
    }
    case "evidence":
      return {
        value: over((fit) => evidenceOf(fit, need)),
        words: words("evidence", { documents: first?.judgement.supply.documents.length ?? 0 }),
      };
    case "record":
      return {
        value: recordValue(candidate.record, town),
        words: candidate.record.finished === 0 ? words("no_record") : words("record", { ...candidate.record }),
      };
    case "capacity": {
      const declared = fits.filter(({ judgement, line }) => coveredShare(judgement.supply.free, line.quantity) !== null).length;
      return { value: over(capacityOf), words: declared === 0 ? words("capacity_not_declared") : words("capacity", { lines: declared }) };
    }
    case "nearness": {
      const value = over(({ judgement }) => ratio(nearnessValue(judgement.supply.works, need.place)));
      const known = need.place !== null && fits.some(({ judgement }) => judgement.supply.works !== null);
      return { value, words: words(known ? "nearness" : "nearness_unknown", { value: Number(ratios.roundHalfUp(value)) }) };
    }
    case "newcomer": {
      const fresh = isNewcomer(candidate, town);
      return { value: ratio(fresh ? 100 : 0), words: words(fresh ? "newcomer" : "not_newcomer", { invitations: candidate.invitations30 }) };
    }
  }
}

/** Each value is rounded once; after the product nothing is, so the contributions add up to the score without a remainder. */
export function contributionsOf(fits: readonly Fit[], candidate: Candidate, need: Need, town: Town): readonly Contribution[] {
  const sources = [...new Set(fits.map(({ judgement }) => judgement.supply.source))].sort();
  return (Object.keys(weights) as Feature[]).map((feature) => {
    const { value, words } = valueOf(feature, fits, candidate, need, town);
    const points = Math.min(100, Math.max(0, Number(ratios.roundHalfUp(value))));
    return { feature, value: points, weight: weights[feature], contribution: weights[feature] * points, words, sources };
  });
}
