import {
  type Act,
  canonical,
  type Decided,
  err,
  millisecondsIn,
  type OrgId,
  ok,
  type PersonId,
  plus,
  type Result,
  type TownId,
} from "@jizhen/kernel";
import type { RequestRefusal } from "./errors.ts";
import type { RequestFact } from "./events.ts";
import type {
  CancelReason,
  EndReason,
  MarketRules,
  PublishedRequest,
  PurchaseRequest,
  RequestId,
  RequestIn,
  RequestStatus,
  RequestTerms,
} from "./model.ts";
import {
  admitTerms,
  holdCheckBefore,
  holdMovesBy,
  holdsAtMost,
  isMaterial,
  keptTermChanged,
  type LineFindings,
  minimumWindow,
  questionsUntil,
} from "./rules.ts";

type Outcome<S extends RequestStatus> = Decided<RequestIn<S>, RequestFact, RequestRefusal>;
const refuse = (reason: RequestRefusal) => err(reason);
type When = Pick<Act, "at">;

const about = (request: PurchaseRequest & { number: string }, at: Date) => ({
  townId: request.townId,
  requestId: request.id,
  number: request.number,
  title: request.terms.title,
  buyerId: request.buyerId,
  version: request.requestVersion,
  at,
});
const familiesOf = ({ lines }: RequestTerms) => [...new Set(lines.map((line) => line.spec.family))].sort();

/** The life of a request as one table: what can be done in each state, and where it leads. */
export const requestSteps = {
  draft: { save: "draft", publish: "quoting", cancel: "cancelled" },
  quoting: { amend: "quoting", extend: "quoting", hold: "quoting", freeze: "frozen", cancel: "cancelled" },
  frozen: { open: "opened", end: "unsuccessful", cancel: "cancelled" },
  opened: { award: "awarded", end: "unsuccessful", cancel: "cancelled" },
  awarded: { end: "unsuccessful" },
  unsuccessful: {},
  cancelled: {},
} as const satisfies Record<RequestStatus, Readonly<Record<string, RequestStatus>>>;

/** Turns a hope about the status into evidence the compiler can carry around. */
export function insist<const S extends RequestStatus>(
  request: PurchaseRequest,
  ...statuses: readonly S[]
): Result<RequestIn<S>, RequestRefusal> {
  if (statuses.some((status) => status === request.status)) return ok(request as RequestIn<S>);
  return refuse({ kind: "rule", code: "procurement.request.wrong_status", params: { status: request.status } });
}

/** At the close itself it is closed, whether a job has run or not. */
export function insistBeforeClose(request: RequestIn<"quoting">, at: Date): Result<RequestIn<"quoting">, RequestRefusal> {
  if (at < request.closesAt) return ok(request);
  return refuse({ kind: "rule", code: "procurement.request.closed", params: { closedAt: request.closesAt } });
}

type Birth = { readonly id: RequestId; readonly townId: TownId; readonly buyerId: OrgId; readonly writtenBy: PersonId };

/** A new draft, seen by nobody but the buyer. */
export const draft = (birth: Birth, terms: RequestTerms, { at }: When): RequestIn<"draft"> => ({
  ...birth,
  status: "draft",
  createdAt: at,
  requestVersion: 0,
  terms,
  version: 0,
});

export const rewrite = (request: RequestIn<"draft">, terms: RequestTerms): Outcome<"draft"> =>
  ok({ next: { ...request, terms }, events: [] });

export type Publication = {
  readonly number: string;
  readonly closesAt: Date;
  readonly rules: MarketRules;
  readonly findingsOf: LineFindings;
};

function windowRefusal(closesAt: Date, at: Date, window: number): RequestRefusal | null {
  if (closesAt <= at) return { kind: "rule", code: "procurement.request.deadline_in_past", field: "closesAt" };
  if (closesAt >= plus(at, window)) return null;
  return { kind: "rule", code: "procurement.request.window_too_short", params: { hours: window / millisecondsIn.hour }, field: "closesAt" };
}

/** Sends the demand to the market; from here on its terms are frozen. */
export function publish(
  request: RequestIn<"draft">,
  { number, closesAt, rules, findingsOf }: Publication,
  { at }: When,
): Outcome<"quoting"> {
  const short = windowRefusal(closesAt, at, minimumWindow(request.terms, rules));
  if (short) return refuse(short);
  const admitted = admitTerms(request.terms, rules, findingsOf, at);
  if (!admitted.ok) return admitted;
  const next: RequestIn<"quoting"> = {
    ...request,
    status: "quoting",
    number,
    terms: admitted.value,
    requestVersion: 1,
    publishedAt: at,
    closesAt,
    questionsUntil: questionsUntil(at, closesAt),
    holds: 0,
  };
  const lines = next.terms.lines.map(({ lineNo, spec, text, quantity }) => ({ lineNo, family: spec.family, text, quantity }));
  const { method, visibility } = next.terms;
  const event = { ...about(next, at), families: familiesOf(next.terms), lines, closesAt, method, visibility };
  return ok({ next, events: [{ type: "procurement.request.published.v1", ...event }] });
}

const moved = (next: RequestIn<"quoting">, reason: "amended" | "extended" | "question_hold", material: boolean, at: Date) => ({
  next,
  events: [
    {
      type: "procurement.request.amended.v1" as const,
      ...about(next, at),
      reason,
      material,
      families: familiesOf(next.terms),
      closesAt: next.closesAt,
    },
  ],
});

/** The end of questions follows a later close but never moves back. */
const laterQuestions = (request: RequestIn<"quoting">, closesAt: Date): Date => {
  const until = questionsUntil(request.publishedAt, closesAt);
  return until > request.questionsUntil ? until : request.questionsUntil;
};

export type Amendment = Omit<Publication, "number"> & { readonly terms: RequestTerms };

/** Changes the terms under way. A material change makes quotes stale and needs half of the town's window before the close. */
export function amend(request: RequestIn<"quoting">, { terms, closesAt, rules, findingsOf }: Amendment, { at }: When): Outcome<"quoting"> {
  const open = insistBeforeClose(request, at);
  if (!open.ok) return open;
  if (closesAt < request.closesAt) {
    return refuse({ kind: "rule", code: "procurement.request.not_later", params: { closesAt: request.closesAt }, field: "closesAt" });
  }
  const broken = keptTermChanged(request.terms, terms);
  if (broken) return refuse({ kind: "rule", code: "procurement.request.frozen_term", params: { term: broken }, field: broken });
  const admitted = admitTerms({ ...terms, fx: request.terms.fx }, rules, findingsOf, at);
  if (!admitted.ok) return admitted;
  if (canonical(admitted.value) === canonical(request.terms) && closesAt.getTime() === request.closesAt.getTime()) {
    return refuse({ kind: "rule", code: "procurement.request.nothing_changed" });
  }
  const material = isMaterial(request.terms, admitted.value);
  const short = material ? windowRefusal(closesAt, at, minimumWindow(terms, rules) / 2) : null;
  if (short) return refuse(short);
  const next = {
    ...request,
    terms: admitted.value,
    requestVersion: request.requestVersion + 1,
    closesAt,
    questionsUntil: laterQuestions(request, closesAt),
  };
  return ok(moved(next, "amended", material, at));
}

/** Later close only: an earlier one would cut off who trusted the first. */
export function extend(request: RequestIn<"quoting">, closesAt: Date, { at }: When): Outcome<"quoting"> {
  const open = insistBeforeClose(request, at);
  if (!open.ok) return open;
  if (closesAt <= request.closesAt) {
    return refuse({ kind: "rule", code: "procurement.request.not_later", params: { closesAt: request.closesAt }, field: "closesAt" });
  }
  return ok(moved({ ...request, closesAt, questionsUntil: laterQuestions(request, closesAt) }, "extended", false, at));
}

/** The question rule; null when there is nothing to do, so that a late or doubled job changes nothing. A closed request never reopens. */
export function holdForQuestions(request: RequestIn<"quoting">, unanswered: number, { at }: When): Outcome<"quoting"> | null {
  const due = at >= plus(request.closesAt, -holdCheckBefore) && at < request.closesAt;
  if (!due || unanswered === 0 || request.holds >= holdsAtMost) return null;
  return ok(moved({ ...request, closesAt: plus(request.closesAt, holdMovesBy), holds: request.holds + 1 }, "question_hold", false, at));
}

/** Ends the taking of quotes. `early` only for a quick enquiry, whose quotes the buyer has seen anyway. */
export function freeze(request: RequestIn<"quoting">, { root, early }: { root: string; early: boolean }, { at }: When): Outcome<"frozen"> {
  if (at < request.closesAt && !(early && request.terms.sealing === "none")) {
    return refuse({ kind: "rule", code: "procurement.request.sealed_until_close", params: { closesAt: request.closesAt } });
  }
  const next: RequestIn<"frozen"> = { ...request, status: "frozen", frozenAt: at };
  return ok({ next, events: [{ type: "procurement.request.frozen.v1", ...about(next, at), root }] });
}

export type Opening = { readonly root: string; readonly opened: number; readonly voided: number };

/** Opens all quotes at once; the store can read prices only with what this returns. */
export function open(request: RequestIn<"frozen">, { root, opened, voided }: Opening, { at }: When): Outcome<"opened"> {
  // A moved clock or an early freeze must not show prices that suppliers could still change.
  if (at < request.closesAt && request.terms.sealing !== "none") {
    return refuse({ kind: "rule", code: "procurement.request.still_quoting", params: { closesAt: request.closesAt } });
  }
  const next: RequestIn<"opened"> = { ...request, status: "opened", openedAt: at };
  return ok({ next, events: [{ type: "procurement.request.opened.v1", ...about(next, at), root, opened, voided }] });
}

/** The award itself is decided in `award/transitions`; the request only stops being open. */
export const closeWithAward = (request: RequestIn<"opened">, { at }: When): RequestIn<"awarded"> => ({
  ...request,
  status: "awarded",
  endedAt: at,
});

type Ending = { readonly reasonCode: EndReason; readonly reasonText: string };

/** 流标: it ends without an award. */
export function end(
  request: RequestIn<"frozen" | "opened" | "awarded">,
  { reasonCode, reasonText }: Ending,
  { at }: When,
): Outcome<"unsuccessful"> {
  const openedAt = "openedAt" in request ? request.openedAt : null;
  const next: RequestIn<"unsuccessful"> = { ...request, status: "unsuccessful", openedAt, endedAt: at, reasonCode, reasonText };
  return ok({ next, events: [{ type: "procurement.request.unsuccessful.v1", ...about(next, at), reason: reasonCode }] });
}

type Calling = { readonly reasonCode: CancelReason; readonly reasonText: string };

/** Called off by the buyer. Nobody has seen a draft, so nobody is told of one. */
export function cancel(
  request: RequestIn<"draft" | "quoting" | "frozen" | "opened">,
  { reasonCode, reasonText }: Calling,
  { at }: When,
): Outcome<"cancelled"> {
  const { id, townId, buyerId, writtenBy, createdAt, requestVersion, terms, version } = request;
  const market =
    request.status === "draft"
      ? { number: null, publishedAt: null, closesAt: null }
      : { number: request.number, publishedAt: request.publishedAt, closesAt: request.closesAt };
  const base = { id, townId, buyerId, writtenBy, createdAt, requestVersion, terms, version };
  const next: RequestIn<"cancelled"> = { ...base, ...market, status: "cancelled", endedAt: at, reasonCode, reasonText };
  if (request.status === "draft") return ok({ next, events: [] });
  return ok({ next, events: [{ type: "procurement.request.cancelled.v1", ...about(request, at), reason: reasonCode }] });
}

/** A published request in whatever state, or null for what suppliers never saw. */
export const asPublished = (request: PurchaseRequest): PublishedRequest | null =>
  request.status === "draft" || request.status === "cancelled" ? null : request;
