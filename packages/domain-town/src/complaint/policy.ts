import type { Actor } from "@jizhen/kernel";
import type { Permission } from "../permission/table.ts";
import type { Complaint, ComplaintState } from "./model.ts";
import { answeredBefore, type ComplaintStep } from "./transitions.ts";

export type ComplaintSide = "desk" | "complainant" | "respondent";

/** As which side somebody meets a complaint; null is "it does not exist for you". */
export function sideOf(complaint: Complaint, actor: Actor, may: ReadonlySet<Permission>): ComplaintSide | null {
  if (actor.orgId === complaint.complainantId) return "complainant";
  // The other side learns of it when it is heard, not before; what was declined never reaches it.
  if (actor.orgId === complaint.respondentId) return "hearing" in complaint || complaint.earlier !== null ? "respondent" : null;
  return actor.townId === complaint.townId && may.has("town.complaint.review") ? "desk" : null;
}

const steps: Record<ComplaintSide, Record<ComplaintState, readonly ComplaintStep[]>> = {
  desk: {
    filed: ["accept", "decline"],
    accepted: ["hear", "extend"],
    hearing: ["answer", "extend"],
    answered: [],
    reopened: ["accept"],
    declined: [],
    closed: [],
  },
  complainant: { filed: [], accepted: [], hearing: [], answered: ["close", "reopen"], reopened: [], declined: [], closed: [] },
  respondent: { filed: [], accepted: [], hearing: ["state"], answered: [], reopened: [], declined: [], closed: [] },
};

/** What this actor may do with this complaint now; sent with the data, so no button guesses. */
export function complaintActions(complaint: Complaint, actor: Actor, may: ReadonlySet<Permission>): ComplaintStep[] {
  const side = sideOf(complaint, actor, may);
  if (side === null) return [];
  return steps[side][complaint.state].filter((step) => {
    if (!may.has(`town.complaint.${step}`)) return false;
    if (side === "desk" && (actor.personId === complaint.filedBy || answeredBefore(complaint, actor))) return false;
    if (step === "extend") return "extension" in complaint && complaint.extension === null;
    if (step === "state") return complaint.state === "hearing" && complaint.hearing.statement === null;
    return step !== "reopen" || complaint.earlier === null;
  });
}
