import type { LocalDate } from "@jizhen/kernel";
import type { Complaint } from "./model.ts";

/** Working days of the town's calendar. */
export const complaintDays = { accept: 5, state: 5, answer: 15, extend: 15, reopen: 10 } as const;

/** The day by which the next step is owed; null when nothing is owed any more. */
export function dueOn(complaint: Complaint): LocalDate | null {
  switch (complaint.state) {
    case "filed":
    case "reopened":
      return complaint.acceptBy;
    case "accepted":
    case "hearing":
      return complaint.answerBy;
    case "answered":
      return complaint.reopenBy;
    case "declined":
    case "closed":
      return null;
  }
}

/** Whether the administration is late; a party's own time that ran out is nobody's delay. */
export function isOverdue(complaint: Complaint, today: LocalDate): boolean {
  const due = dueOn(complaint);
  return due !== null && complaint.state !== "answered" && today > due;
}
