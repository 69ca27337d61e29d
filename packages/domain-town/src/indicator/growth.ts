import { type Ratio, ratios } from "@jizhen/kernel";
import { type Decimal, exactly, type FigureValue, numberOf } from "./value.ts";

/** The same indicator in two periods, with the version each end was computed by. */
export type Ends = {
  readonly now: FigureValue;
  readonly before: FigureValue;
  readonly versions: readonly [now: number | null, before: number | null];
};

/** A growth that cannot be said has a reason instead of a number. */
export type Growth =
  | { readonly state: "value"; readonly share: Ratio }
  | { readonly state: "not_comparable"; readonly why: "missing" | "versions_differ" | "from_zero" | "hidden" };

const one = ratios.ratio(1);
const no = (why: Extract<Growth, { state: "not_comparable" }>["why"]): Growth => ({ state: "not_comparable", why });

function between(now: Ratio, before: Ratio): Growth {
  if (before.n <= 0n) return no("from_zero");
  return { state: "value", share: ratios.subtract(ratios.divide(now, before), one) };
}

/** Total growth: what the whole became, whoever joined or left. */
export function growthOf({ now, before, versions }: Ends): Growth {
  if (now.state === "suppressed" || before.state === "suppressed") return no("hidden");
  const [a, b] = [numberOf(now), numberOf(before)];
  if (a === null || b === null) return no("missing");
  if (versions[0] !== versions[1]) return no("versions_differ");
  return between(a, b);
}

/** Like for like: only firms that stand in both periods. */
export const likeForLike = (now: Decimal | null, before: Decimal | null): Growth =>
  now === null || before === null ? no("missing") : between(exactly(now), exactly(before));

/** Growth of the sum, over the towns that have both ends: a large town weighs more. */
export function growthOfSum(towns: readonly Ends[]): Growth {
  const whole = towns.filter((town) => growthOf(town).state === "value");
  if (whole.length === 0) return no("missing");
  const total = (end: "now" | "before") => ratios.sum(whole.flatMap((town) => numberOf(town[end]) ?? []));
  return between(total("now"), total("before"));
}

/** Mean of the towns' growths: every town weighs the same. It is another figure than the growth of the sum, and is named so. */
export function meanOfGrowths(towns: readonly Ends[]): Growth {
  const shares = towns.map(growthOf).flatMap((growth) => (growth.state === "value" ? [growth.share] : []));
  if (shares.length === 0) return no("missing");
  return { state: "value", share: ratios.divide(ratios.sum(shares), ratios.ratio(shares.length)) };
}
