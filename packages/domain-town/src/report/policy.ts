import type { Actor } from "@jizhen/kernel";
import type { Permission } from "../permission/table.ts";
import type { Report, ReportState } from "./model.ts";
import type { ReportStep } from "./transitions.ts";

const inTown: Record<ReportState, readonly ReportStep[]> = {
  open: ["submit"],
  submitted: ["approve", "return"],
  approved: [],
  accepted: [],
  locked: [],
  published: [],
};
const inProvince: Record<ReportState, readonly ReportStep[]> = {
  open: [],
  submitted: [],
  approved: ["accept", "sendBack"],
  accepted: ["lock", "sendBack"],
  locked: ["reopen"],
  published: ["reopen"],
};

/** What this actor may do with a report in the space where it reads it; nobody approves what they handed in. */
export function reportActions(report: Report, actor: Actor, may: ReadonlySet<Permission>): ReportStep[] {
  const open = (report.townId === report.reportingTown ? inTown : inProvince)[report.state];
  return open.filter((step) => {
    if (step === "publish" || !may.has(`town.report.${step}`)) return false;
    return step !== "approve" || report.state !== "submitted" || report.submittedBy !== actor.personId;
  });
}
