import type { MembershipState } from "@jizhen/domain-town";
import type { StatusSign } from "#ui/tag.tsx";

/** The sign beside each state's word. */
export const signOf: Record<MembershipState, StatusSign> = {
  applied: "waiting",
  under_review: "running",
  active: "good",
  suspended: "warning",
  left: "ended",
  rejected: "ended",
  withdrawn: "draft",
};

/** Places in a number as people list them: "17、18", "17, 18". */
export const positionsText = (positions: readonly number[], language: string): string => positions.join(language === "en" ? ", " : "、");
