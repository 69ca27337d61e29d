import type { Negotiation } from "@jizhen/domain-procurement";

/** A round as both who talk may see it: who of the buyer asked is not in it. */
export function roundShown(round: Negotiation) {
  const { status, wish, currency, aboutRevision, askedAt } = round;
  return { status, wish, currency, aboutRevision, askedAt, answeredAt: round.status === "asked" ? null : round.answeredAt };
}
export type Round = ReturnType<typeof roundShown>;
