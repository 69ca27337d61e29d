import { type Act, type Decided, type Decision, err, type OrgId, ok, type PersonId, type Result } from "@jizhen/kernel";
import type { ReportRefusal } from "./errors.ts";
import type { FiledFigure, ReportEvent } from "./events.ts";
import { type MissingFirm, type MissingReason, Report, type ReportIn, type ReportState } from "./model.ts";

type Outcome<S extends ReportState> = Decided<ReportIn<S>, ReportEvent, ReportRefusal>;
type Who = { readonly by: PersonId; readonly at: Date };

const facts = ({ id, reportingTown, quarter, revision, submission }: Report) => ({
  reportId: id,
  townId: reportingTown,
  quarter,
  revision,
  submission,
});

/** The life of a report as one table. The first three steps are the town's; from `approved` on the province holds it. */
export const reportSteps = {
  open: { submit: "submitted" },
  submitted: { approve: "approved", return: "open" },
  approved: { accept: "accepted", sendBack: "open" },
  accepted: { lock: "locked", sendBack: "open" },
  locked: { publish: "published", reopen: "open" },
  published: { reopen: "open" },
} as const satisfies Record<ReportState, Readonly<Record<string, ReportState>>>;
export type ReportStep = "submit" | "approve" | "return" | "accept" | "sendBack" | "lock" | "publish" | "reopen";

/** Who holds the report: while the province does, the town changes nothing below it. */
export const heldBy = (state: ReportState): "town" | "province" => (state === "open" || state === "submitted" ? "town" : "province");

export function insistState<S extends ReportState>(report: Report, ...states: readonly S[]): Result<ReportIn<S>, ReportRefusal> {
  if (states.some((state) => state === report.state)) return ok(report as ReportIn<S>);
  if (report.state === "locked" || report.state === "published") return err({ kind: "conflict", code: "town.report.locked" });
  if (heldBy(report.state) === "province") return err({ kind: "conflict", code: "town.report.upper_level_holds" });
  return err({ kind: "rule", code: "town.report.wrong_state", params: { state: report.state } });
}

export type Coverage = {
  readonly expected: number;
  readonly checked: number;
  /** Handed in by firms and not looked at yet. */
  readonly waiting: number;
  readonly without: readonly { readonly organisationId: OrgId; readonly nameZh: string }[];
};

/** Bottom-up: nothing waits below, and every firm that is missing is named with a reason. */
export function submit(
  open: ReportIn<"open">,
  coverage: Coverage,
  reasons: ReadonlyMap<OrgId, MissingReason>,
  { by, at }: Act,
): Outcome<"submitted"> {
  if (coverage.waiting > 0) return err({ kind: "rule", code: "town.report.lower_level_open", params: { missing: coverage.waiting } });
  if (coverage.checked === 0) return err({ kind: "rule", code: "town.report.empty" });
  const missing = coverage.without.flatMap((firm): MissingFirm[] => {
    const reason = reasons.get(firm.organisationId);
    return reason ? [{ ...firm, reason }] : [];
  });
  const unexplained = coverage.without.length - missing.length;
  if (unexplained > 0) {
    return err({ kind: "rule", code: "town.report.missing_unexplained", params: { count: unexplained }, field: "missing" });
  }
  const next: ReportIn<"submitted"> = {
    ...open,
    state: "submitted",
    submission: open.submission + 1,
    expected: coverage.expected,
    checked: coverage.checked,
    missing,
    submittedBy: by.personId,
    submittedAt: at,
  };
  return ok({ next, events: [{ type: "town.report.submitted.v1", ...facts(next) }] });
}

/** Another person than who handed it in answers for it, and it leaves for the province. */
export function approve(submitted: ReportIn<"submitted">, figures: readonly FiledFigure[], { by, at }: Act): Outcome<"approved"> {
  if (submitted.submittedBy === by.personId) return err({ kind: "forbidden", code: "town.report.own_submission" });
  const next: ReportIn<"approved"> = { ...submitted, state: "approved", approvedBy: by.personId, approvedAt: at };
  const { expected, checked, submittedBy, approvedBy } = next;
  const times = { submittedAt: next.submittedAt.toISOString(), approvedAt: at.toISOString() };
  const event = { type: "town.report.approved.v1", ...facts(next), expected, checked, submittedBy, approvedBy, ...times } as const;
  return ok({ next, events: [{ ...event, figures: [...figures] }] });
}

function opened(report: Report, reason: string, revision: number): ReportIn<"open"> {
  const { id, townId, reportingTown, quarter, submission, lockedSubmission, expected, checked, missing, version } = report;
  const kept = { id, townId, reportingTown, quarter, submission, lockedSubmission, expected, checked, missing, version };
  return { ...kept, revision, reason, state: "open" };
}

export const giveBack = (submitted: ReportIn<"submitted">, reason: string): Decision<ReportIn<"open">, ReportEvent> => ({
  next: opened(submitted, reason, submitted.revision),
  events: [],
});

type DecidedReport = ReportIn<"open" | "accepted" | "locked" | "published">;

/** What the province decides reaches the town as an event; the town's row follows. */
function decided(next: DecidedReport): ReportEvent {
  const { state, reason, lockedSubmission } = next;
  const accepted = next.state === "open" ? null : next;
  const locked = next.state === "locked" || next.state === "published" ? next : null;
  return {
    type: "town.report.decided.v1",
    ...facts(next),
    state,
    reason,
    lockedSubmission,
    acceptedBy: accepted?.acceptedBy ?? null,
    acceptedAt: accepted?.acceptedAt.toISOString() ?? null,
    lockedAt: locked?.lockedAt.toISOString() ?? null,
    publishedAt: next.state === "published" ? next.publishedAt.toISOString() : null,
  };
}

const order: readonly ReportState[] = ["approved", "accepted", "locked", "published"];

/** The town's row after tidings from the province; null when it stands there, or further, already. */
export function follow(report: Report, event: Extract<ReportEvent, { type: "town.report.decided.v1" }>): Report | null {
  if (heldBy(report.state) !== "province" || report.submission !== event.submission) return null;
  if (event.state === "open") return { ...opened(report, event.reason ?? "", event.revision), lockedSubmission: event.lockedSubmission };
  if (order.indexOf(event.state) <= order.indexOf(report.state)) return null;
  const instant = (text: string | null) => (text === null ? null : new Date(text));
  const { state, lockedSubmission, acceptedBy } = event;
  const times = { acceptedAt: instant(event.acceptedAt), lockedAt: instant(event.lockedAt), publishedAt: instant(event.publishedAt) };
  const kept = Object.fromEntries(Object.entries(times).filter(([, time]) => time !== null));
  return Report.parse({ ...report, state, lockedSubmission, acceptedBy, ...kept });
}

export function accept(approved: ReportIn<"approved">, who: Who): Decision<ReportIn<"accepted">, ReportEvent> {
  const next: ReportIn<"accepted"> = { ...approved, state: "accepted", acceptedBy: who.by, acceptedAt: who.at };
  return { next, events: [decided(next)] };
}

export function lock(accepted: ReportIn<"accepted">, who: Who): Decision<ReportIn<"locked">, ReportEvent> {
  const next: ReportIn<"locked"> = { ...accepted, state: "locked", lockedAt: who.at, lockedSubmission: accepted.submission };
  return { next, events: [decided(next)] };
}

export function publish(locked: ReportIn<"locked">, who: Who): Decision<ReportIn<"published">, ReportEvent> {
  const next: ReportIn<"published"> = { ...locked, state: "published", publishedAt: who.at };
  return { next, events: [decided(next)] };
}

export function sendBack(held: ReportIn<"approved" | "accepted">, reason: string): Decision<ReportIn<"open">, ReportEvent> {
  const next = opened(held, reason, held.revision);
  return { next, events: [decided(next)] };
}

/** Top-down, with a reason, and as a new revision: what was locked stays as it was locked. */
export function reopen(locked: ReportIn<"locked" | "published">, reason: string): Decision<ReportIn<"open">, ReportEvent> {
  const next = opened(locked, reason, locked.revision + 1);
  return { next, events: [decided(next)] };
}
