import type { Actor } from "@jizhen/kernel";
import type { Award } from "./model.ts";

export type AwardAction = "settle" | "replace" | "object";

/** What the buyer may settle or replace, and what a supplier that quoted may object to. */
export function awardActionsOn(award: Award, actor: Pick<Actor, "orgId">, at: Date): readonly AwardAction[] {
  if (actor.orgId !== award.buyerId) return award.status === "standstill" && at < award.standstillUntil ? ["object"] : [];
  const open = award.objections.some((objection) => objection.settled === null);
  const vacant = award.parts.some((part) => part.status === "refused" || part.status === "overturned");
  return [...(award.status === "standstill" && open ? (["settle"] as const) : []), ...(vacant ? (["replace"] as const) : [])];
}
