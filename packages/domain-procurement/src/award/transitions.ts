import { type Act, type Decided, err, localDateAt, millisecondsIn, ok, plus, type Result } from "@jizhen/kernel";
import type { EvaluationResult } from "../evaluation/model.ts";
import { nextBest } from "../evaluation/scenario.ts";
import type { OpenedQuote } from "../quote/model.ts";
import type { RequestRefusal } from "../request/errors.ts";
import type { RequestAwarded } from "../request/events.ts";
import type { RequestIn } from "../request/model.ts";
import type { AwardRefusal } from "./errors.ts";
import type { AwardFinal } from "./events.ts";
import type { Award, AwardId, AwardIn, AwardPart, AwardStatus, EvaluationId, Objection, ObjectionId } from "./model.ts";
import { type Choice, choiceRefusal, partOf } from "./rules.ts";

export type AwardFact = RequestAwarded | AwardFinal;
type Why = AwardRefusal | RequestRefusal;
type Outcome<S extends AwardStatus> = Decided<AwardIn<S>, AwardFact, Why>;

export type Basis = {
  readonly id: AwardId;
  readonly evaluationId: EvaluationId;
  readonly evaluation: EvaluationResult;
  /** The quotes the evaluation was made of, and no others. */
  readonly quotes: readonly OpenedQuote[];
};

/** The life of one round of an award as one table; a part of it that lost its supplier goes on in a further round. */
export const awardSteps = {
  standstill: { object: "standstill", settle: ["standstill", "overturned"], replace: "standstill", finalise: "final" },
  final: { refuse: "final", replace: "final" },
  overturned: { replace: "overturned" },
} as const satisfies Record<AwardStatus, Readonly<Record<string, AwardStatus | readonly AwardStatus[]>>>;

export function insistAward<const S extends AwardStatus>(award: Award, status: S): Result<AwardIn<S>, AwardRefusal> {
  if (award.status === status) return ok(award as AwardIn<S>);
  return err({ kind: "rule", code: "procurement.award.wrong_status", params: { status: award.status } });
}

type Deal = RequestIn<"opened" | "awarded">;

/** The buyer's decision over lines of the request, on a stored evaluation of exactly these quotes. */
export function award(request: RequestIn<"opened">, basis: Basis, choice: Choice, act: Act): Outcome<"standstill" | "final"> {
  const refusal = choiceRefusal(choice, request.terms, basis.evaluation, basis.quotes);
  return refusal === null ? ok(decided(request, basis, choice, 1, act)) : err(refusal);
}

function decided(request: Deal, { id, evaluationId, quotes }: Basis, { parts, reason }: Choice, round: number, { by, at }: Act) {
  const days = request.terms.standstillDays;
  const made = parts.map(({ lineNo, quoteId }): AwardPart => {
    const asked = request.terms.lines.find((line) => line.lineNo === lineNo);
    const quote = quotes.find((one) => one.id === quoteId);
    if (!asked || !quote) throw new Error("the choice was checked against the evaluation");
    return partOf(asked, quote, request.terms, "standstill");
  });
  const standing: AwardIn<"standstill"> = {
    id,
    townId: request.townId,
    requestId: request.id,
    buyerId: request.buyerId,
    round,
    evaluationId,
    reason,
    decidedBy: by.personId,
    decidedAt: at,
    parts: made,
    objections: [],
    version: 0,
    status: "standstill",
    standstillUntil: plus(at, days * millisecondsIn.day),
  };
  const told = awardedEvent(request, standing, at);
  if (days > 0) return { next: standing, events: [told] };
  const final = finalised(standing, request, at);
  return { next: final.next, events: [told, ...final.events] };
}

const awardedEvent = (request: Deal, { id, parts }: Award, at: Date): RequestAwarded => ({
  type: "procurement.request.awarded.v1",
  townId: request.townId,
  requestId: request.id,
  number: request.number,
  title: request.terms.title,
  buyerId: request.buyerId,
  version: request.requestVersion,
  at,
  awardId: id,
  parts: parts.map(({ quoteId, supplierId, lineNo, quantity, terms }) => ({
    quoteId,
    supplierId,
    lineNo,
    quantity,
    unitPrice: terms.price,
    amount: terms.amount,
    currency: terms.currency,
  })),
});

function finalised(standing: AwardIn<"standstill">, request: Pick<Deal, "number" | "terms">, at: Date) {
  const parts = standing.parts.map((part) => (part.status === "standstill" ? { ...part, status: "final" as const } : part));
  const next: AwardIn<"final"> = { ...standing, status: "final", finalAt: at, parts };
  const event: AwardFinal = {
    type: "procurement.award.final.v1",
    townId: standing.townId,
    awardId: standing.id,
    round: standing.round,
    requestId: standing.requestId,
    requestNumber: request.number,
    title: request.terms.title,
    buyerId: standing.buyerId,
    parts: parts
      .filter(({ status }) => status === "final")
      .map(({ lineNo, quoteId, supplierId, quantity, terms }) => ({ lineNo, quoteId, supplierId, quantity, terms })),
    at,
  };
  return { next, events: [event] };
}

/** Within the standstill a supplier that quoted may object to the award of a line. That it quoted is checked by the caller. */
export function object(
  standing: AwardIn<"standstill">,
  objection: { id: ObjectionId; lineNo: number; text: string },
  { by, at }: Act,
): Outcome<"standstill"> {
  if (at >= standing.standstillUntil) {
    return err({ kind: "rule", code: "procurement.award.standstill_over", params: { until: standing.standstillUntil } });
  }
  if (!standing.parts.some(({ lineNo, status }) => lineNo === objection.lineNo && status === "standstill")) {
    return err({ kind: "rule", code: "procurement.award.line_unknown", params: { line: objection.lineNo } });
  }
  const added: Objection = { ...objection, supplierId: by.orgId, at, settled: null };
  return ok({ next: { ...standing, objections: [...standing.objections, added] }, events: [] });
}

type Settlement = { readonly objectionId: ObjectionId; readonly outcome: "upheld" | "dismissed"; readonly answer: string };

/** The buyer answers an objection. Upheld, it re-opens that line only. */
export function settle(
  standing: AwardIn<"standstill">,
  { objectionId, outcome, answer }: Settlement,
  { by, at }: Act,
): Outcome<"standstill" | "overturned"> {
  const objection = standing.objections.find(({ id, settled }) => id === objectionId && settled === null);
  if (!objection) return err({ kind: "not_found", code: "procurement.award.objection_unknown" });
  const objections = standing.objections.map((one) =>
    one.id === objectionId ? { ...one, settled: { outcome, answer, by: by.personId, at } } : one,
  );
  // A line that was overturned before may have gone to a further round: a second objection to it takes nothing from whoever holds it now.
  const overturned = (part: AwardPart) => outcome === "upheld" && part.lineNo === objection.lineNo && part.status === "standstill";
  const parts = standing.parts.map((part) => (overturned(part) ? { ...part, status: "overturned" as const } : part));
  const nothingLeft = parts.every(({ status }) => status !== "standstill");
  return ok({ next: { ...standing, objections, parts, status: nothingLeft ? "overturned" : "standstill" }, events: [] });
}

/** The period is over and no objection is open: the award stands and orders follow. */
export function finalise(
  standing: AwardIn<"standstill">,
  request: Pick<Deal, "number" | "terms">,
  { at }: Pick<Act, "at">,
): Outcome<"final"> {
  if (at < standing.standstillUntil) {
    return err({ kind: "rule", code: "procurement.award.in_standstill", params: { until: standing.standstillUntil } });
  }
  const open = standing.objections.find(({ settled }) => settled === null);
  if (open) return err({ kind: "rule", code: "procurement.award.objection_open", params: { line: open.lineNo } });
  return ok(finalised(standing, request, at));
}

/** The supplier refused its order or let it lapse: its lines have nobody. Null when they have already been given up. */
export function refuseParts(final: AwardIn<"final">, supplierId: string): AwardIn<"final"> | null {
  const concerned = (part: AwardPart) => part.supplierId === supplierId && part.status === "final";
  if (!final.parts.some(concerned)) return null;
  return { ...final, parts: final.parts.map((part) => (concerned(part) ? { ...part, status: "refused" } : part)) };
}

const isVacant = ({ status }: AwardPart): boolean => status === "refused" || status === "overturned";
export const vacantLines = (round: Award): number[] => round.parts.filter(isVacant).map(({ lineNo }) => lineNo);

/** Who comes next for the vacant lines: by the stored evaluation, without those who had the line or whose quote has run out. */
export function successor(round: Award, evaluation: EvaluationResult, gone: readonly string[], quotes: readonly OpenedQuote[], at: Date) {
  const today = localDateAt(at);
  const expired = quotes.filter(({ validUntil }) => validUntil < today).map(({ id }) => id as string);
  return nextBest(evaluation, vacantLines(round), [...gone, ...expired]);
}

/** 替补: the next-best takes the vacant lines in a further round; the old parts are marked replaced. */
export function replace(
  request: RequestIn<"awarded">,
  round: Award,
  basis: Basis & { readonly gone: readonly string[]; readonly rounds: number; readonly reason: string | null },
  act: Act,
): Result<{ readonly before: Award; readonly decision: ReturnType<typeof decided> }, Why> {
  const next = successor(round, basis.evaluation, basis.gone, basis.quotes, act.at);
  if (next === null) {
    return err({ kind: "rule", code: "procurement.award.nobody_left", params: { line: vacantLines(round)[0] ?? 0 } });
  }
  const taken = new Set(next.parts.map(({ lineNo }) => lineNo));
  const parts = round.parts.map((part) => (isVacant(part) && taken.has(part.lineNo) ? { ...part, status: "replaced" as const } : part));
  return ok({
    before: { ...round, parts },
    decision: decided(request, basis, { parts: next.parts, reason: basis.reason }, basis.rounds + 1, act),
  });
}
