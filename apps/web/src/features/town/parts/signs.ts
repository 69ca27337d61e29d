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
