import { type Act, type Decided, type Decision, err, type OrgId, ok, type PersonId, type Result, type TownId } from "@jizhen/kernel";
import type { MembershipRefusal } from "./errors.ts";
import type { MembershipEvent } from "./events.ts";
import type { ApplicantKind } from "./kind.ts";
import {
  type Membership,
  type MembershipFile,
  type MembershipId,
  type MembershipIn,
  type MembershipState,
  noPromises,
  type OpenPromises,
  promiseHolders,
  type RefusalReason,
  type SuspensionReason,
} from "./model.ts";

type Outcome<S extends MembershipState> = Decided<MembershipIn<S>, MembershipEvent, MembershipRefusal>;
type Why = { readonly reasonText: string };

const facts = ({ id, organisationId, townId, kind, visiting }: Membership) => ({
  membershipId: id,
  organisationId,
  townId,
  kind,
  visiting,
});

/** The life of a membership as one table: what can be done in each state, and where it leads. */
export const membershipSteps = {
  applied: { takeUp: "under_review", withdraw: "withdrawn" },
  under_review: { ask: "under_review", answer: "under_review", admit: "active", refuse: "rejected", withdraw: "withdrawn" },
  active: { suspend: "suspended", suspendWithHome: "suspended", leave: "left", end: "left", leaveWithHome: "left" },
  suspended: { reinstate: "active", reinstateWithHome: "active", leave: "left", end: "left", leaveWithHome: "left" },
  left: {},
  rejected: {},
  withdrawn: {},
} as const satisfies Record<MembershipState, Readonly<Record<string, MembershipState>>>;
export type MembershipStep =
  | "takeUp"
  | "withdraw"
  | "ask"
  | "answer"
  | "admit"
  | "refuse"
  | "suspend"
  | "suspendWithHome"
  | "leave"
  | "end"
  | "leaveWithHome"
  | "reinstate"
  | "reinstateWithHome";

/** Turns a hope about the state into evidence that the compiler can carry around. */
export function insistState<S extends MembershipState>(
  membership: Membership,
  ...states: readonly S[]
): Result<MembershipIn<S>, MembershipRefusal> {
  if (states.some((state) => state === membership.state)) return ok(membership as MembershipIn<S>);
  return err({ kind: "rule", code: "town.membership.wrong_state", params: { state: membership.state } });
}

/** Nobody reviews what they or their organisation handed in: an applicant's colleague is not a judge. */
export function insistStranger(membership: Membership, { by }: Act, hasSeatInApplicant: boolean): Result<null, MembershipRefusal> {
  const own = hasSeatInApplicant || by.orgId === membership.organisationId || by.personId === membership.appliedBy;
  return own ? err({ kind: "forbidden", code: "town.membership.own_application" }) : ok(null);
}

export type Birth = {
  readonly id: MembershipId;
  readonly townId: TownId;
  readonly organisationId: OrgId;
  readonly kind: ApplicantKind;
  readonly file: MembershipFile;
  readonly codeWarned: boolean;
  readonly visiting: boolean;
};

/** An application starts its clock; nothing is promised yet. */
export function apply(birth: Birth, { by, at }: Act): Decision<MembershipIn<"applied">, MembershipEvent> {
  const next: MembershipIn<"applied"> = { ...birth, state: "applied", appliedBy: by.personId, appliedAt: at, version: 0 };
  return { next, events: [{ type: "town.membership.applied.v1", ...facts(next) }] };
}

/** A member that is active at home acts here in one step; nobody reviews again what the home town has verified. */
export function joinAsVisitor(
  birth: Birth,
  home: { readonly active: boolean; readonly townId: TownId; readonly codeConfirmedBy: PersonId | null },
  { by, at }: Act,
): Outcome<"active"> {
  if (!home.active) return err({ kind: "rule", code: "town.membership.not_verified_at_home" });
  // The confirmation was made at home, by name; the host copies the name with the card.
  if (birth.codeWarned && home.codeConfirmedBy === null) return err({ kind: "rule", code: "town.membership.code_unconfirmed" });
  const next: MembershipIn<"active"> = {
    ...birth,
    state: "active",
    appliedBy: by.personId,
    appliedAt: at,
    takenUpBy: null,
    decidedBy: null,
    decidedAt: at,
    codeConfirmedBy: birth.codeWarned ? home.codeConfirmedBy : null,
    version: 0,
  };
  return ok({
    next,
    events: [
      { type: "town.membership.visiting_joined.v1", ...facts(next), homeTown: home.townId },
      { type: "town.membership.activated.v1", ...facts(next) },
    ],
  });
}

export function takeUp(applied: MembershipIn<"applied">, { by }: Act): Outcome<"under_review"> {
  return ok({ next: { ...applied, state: "under_review", takenUpBy: by.personId, waitingFor: null }, events: [] });
}

/** The clock stops while the applicant is asked. */
export function ask(review: MembershipIn<"under_review">): Outcome<"under_review"> {
  const next: MembershipIn<"under_review"> = { ...review, waitingFor: "applicant" };
  return ok({ next, events: [{ type: "town.membership.asked.v1", ...facts(next) }] });
}

/** An answer may bring a corrected file; the number and the names stay as they were registered. */
export function answer(review: MembershipIn<"under_review">, file: MembershipFile): Outcome<"under_review"> {
  if (review.waitingFor === null) return err({ kind: "rule", code: "town.membership.nothing_asked" });
  const next: MembershipIn<"under_review"> = { ...review, file, waitingFor: null };
  return ok({ next, events: [{ type: "town.membership.answered.v1", ...facts(next) }] });
}

/** Admission: the licence is there, and a failing check digit was compared with it by a named person. */
export function admit(review: MembershipIn<"under_review">, confirmsCode: boolean, { by, at }: Act): Outcome<"active"> {
  if (review.file.source === "application" && review.file.licence === null) {
    return err({ kind: "rule", code: "town.membership.documents_missing" });
  }
  if (review.codeWarned && !confirmsCode) return err({ kind: "rule", code: "town.membership.code_unconfirmed", field: "confirmsCode" });
  const { waitingFor: _, ...kept } = review;
  const next: MembershipIn<"active"> = {
    ...kept,
    state: "active",
    decidedBy: by.personId,
    decidedAt: at,
    codeConfirmedBy: review.codeWarned ? by.personId : null,
  };
  return ok({ next, events: [{ type: "town.membership.activated.v1", ...facts(next) }] });
}

/** A refusal names its reason; the organisation may apply again and its history is kept. */
export function reject(
  review: MembershipIn<"under_review">,
  why: Why & { readonly reasonCode: RefusalReason },
  { by, at }: Act,
): Outcome<"rejected"> {
  const { waitingFor: _, ...kept } = review;
  const next: MembershipIn<"rejected"> = { ...kept, ...why, state: "rejected", decidedBy: by.personId, decidedAt: at };
  return ok({ next, events: [{ type: "town.membership.rejected.v1", ...facts(next), reason: why.reasonCode }] });
}

export function withdraw(open: MembershipIn<"applied" | "under_review">, { at }: Act): Outcome<"withdrawn"> {
  if (open.state === "applied") return ok({ next: { ...open, state: "withdrawn", takenUpBy: null, endedAt: at }, events: [] });
  const { waitingFor: _, ...kept } = open;
  return ok({ next: { ...kept, state: "withdrawn", endedAt: at }, events: [] });
}

export type Suspension = Why & { readonly reasonCode: SuspensionReason | "suspended_at_home"; readonly until: Date | null };

function toSuspended(
  active: MembershipIn<"active">,
  { until, ...why }: Suspension,
  by: "host" | "home",
): Decision<MembershipIn<"suspended">, MembershipEvent> {
  const next: MembershipIn<"suspended"> = { ...active, ...why, state: "suspended", suspendedUntil: until, suspendedBy: by };
  const event = {
    type: "town.membership.suspended.v1",
    ...facts(next),
    reason: why.reasonCode,
    until: until?.toISOString() ?? null,
    by,
  } as const;
  return { next, events: [event] };
}

/** At once and everywhere: nothing new may be begun; what runs must be fulfilled. */
export function suspend(active: MembershipIn<"active">, why: Suspension, { at }: Act): Outcome<"suspended"> {
  if (why.until !== null && why.until <= at) return err({ kind: "rule", code: "town.membership.until_past", field: "until" });
  return ok(toSuspended(active, why, "host"));
}

/** The home town has suspended the firm: the visiting membership follows, and only home lifts it. */
export const suspendWithHome = (active: MembershipIn<"active">, until: Date | null): Outcome<"suspended"> =>
  ok(toSuspended(active, { reasonCode: "suspended_at_home", reasonText: "", until }, "home"));

function toActive(suspended: MembershipIn<"suspended">): Decision<MembershipIn<"active">, MembershipEvent> {
  const { reasonCode: _code, reasonText: _text, suspendedUntil: _until, suspendedBy: _by, ...kept } = suspended;
  const next: MembershipIn<"active"> = { ...kept, state: "active" };
  return { next, events: [{ type: "town.membership.reinstated.v1", ...facts(next) }] };
}

/** Lifted where it was set; a visitor also needs to be active at home again. */
export function reinstate(suspended: MembershipIn<"suspended">, homeActive: boolean): Outcome<"active"> {
  if (suspended.suspendedBy === "home") return err({ kind: "rule", code: "town.membership.set_at_home" });
  if (suspended.visiting && !homeActive) return err({ kind: "rule", code: "town.membership.not_verified_at_home" });
  return ok(toActive(suspended));
}

/** The home town has lifted its suspension; one that the host set itself stays. */
export function reinstateWithHome(suspended: MembershipIn<"suspended">): Outcome<"active"> {
  if (suspended.suspendedBy === "host") {
    return err({ kind: "rule", code: "town.membership.wrong_state", params: { state: suspended.state } });
  }
  return ok(toActive(suspended));
}

/** A member leaves when nothing is running; leaving and returning makes a new row, so joiners and leavers can be counted. */
export function leave(member: MembershipIn<"active" | "suspended">, open: OpenPromises, { at }: Act): Outcome<"left"> {
  const count = promiseHolders.reduce((sum, holder) => sum + open[holder], 0);
  if (count > 0) return err({ kind: "rule", code: "town.membership.open_promises", params: { count, ...open } });
  const kept = member.state === "suspended" ? toActive(member).next : member;
  const next: MembershipIn<"left"> = { ...kept, state: "left", endedAt: at };
  return ok({ next, events: [{ type: "town.membership.left.v1", ...facts(next) }] });
}

/** The firm is no longer a member at home, so nobody vouches for its visit; what it had promised was asked before it left there. */
export const leaveWithHome = (visit: MembershipIn<"active" | "suspended">, act: Act): Outcome<"left"> => leave(visit, noPromises, act);
