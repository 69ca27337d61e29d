import { newId } from "@jizhen/db";
import {
  type Award,
  type AwardChoice,
  AwardId,
  type AwardIn,
  awards,
  EvaluationId,
  type Judgement,
  ObjectionId,
  type OpenedQuote,
  type QuoteId,
  quotes,
  type RequestId,
  type RequestIn,
  requests,
} from "@jizhen/domain-procurement";
import type { OrgId } from "@jizhen/kernel";
import { orRefuse, refuse } from "../../platform/refuse.ts";
import { schedule } from "../../platform/timers.ts";
import type { Tx } from "../../platform/tx.ts";
import { compare } from "./award.evaluation.ts";
import { sendLetters } from "./award.letters.ts";
import * as store from "./award.store.ts";
import * as quoteStore from "./quote.store.ts";
import { tellBuyer, tellSuppliers } from "./request.notices.ts";
import * as requestStore from "./request.store.ts";
import { now, ownRequest } from "./request.usecases.ts";

type Finding =
  | { finding: "admitted"; quality: number | null }
  | { finding: "rejected"; requirement: string; lineNo: number | null; text: string };

/** The buyer's finding on one opened quote; it may change until the award. */
export async function judgeQuote(tx: Tx, { requestId, quoteId, found }: { requestId: RequestId; quoteId: QuoteId; found: Finding }) {
  const opened = orRefuse(requests.insist(await ownRequest(tx, requestId, null), "opened"));
  const quote = (await quoteStore.quotesOf(tx, opened.id)).find(({ id }) => id === quoteId);
  if (!quote) return refuse({ kind: "not_found", code: "procurement.quote.unknown" });
  const readable = orRefuse(quotes.insistQuote(quote, "opened", "rejected"));
  const judgement: Judgement = { ...found, by: tx.by.personId, at: await tx.clock() };
  const action = found.finding === "admitted" ? "procurement.request.admit" : "procurement.request.reject";
  const next = await quoteStore.commit(tx, action, readable, quotes.judge(readable, judgement), { finding: found.finding });
  return { id: next.id, status: next.status };
}

/** The one who comes second learns who was first. */
async function insistNotAwarded(tx: Tx, requestId: RequestId): Promise<void> {
  const [first] = await store.awardsOf(tx, requestId);
  if (!first) return;
  const [person] = await tx.query<{ name: string }>("select name from person where id = $1", [first.decidedBy]);
  refuse({ kind: "conflict", code: "procurement.award.already_awarded", params: { person: person?.name ?? "" } });
}

/** Exactly the comparison the buyer looked at, stored, and the decision that rests on it: one commit under the request's lock. */
export async function awardRequest(tx: Tx, { requestId, inputsHash, parts, reason }: AwardChoice) {
  const request = await ownRequest(tx, requestId, null);
  if (request.status === "awarded") await insistNotAwarded(tx, requestId);
  const opened = orRefuse(requests.insist(request, "opened"));
  const act = await now(tx);
  const seen = await compare(tx, opened, act.at);
  if (seen.inputsHash !== inputsHash) return refuse({ kind: "conflict", code: "procurement.award.not_evaluated" });
  const evaluationId = EvaluationId.parse(newId("eval"));
  const basis = { id: AwardId.parse(newId("awrd")), evaluationId, evaluation: seen.result, quotes: seen.quotes };
  const decision = orRefuse(awards.award(opened, basis, { parts, reason }, act));
  await store.keepEvaluation(tx, evaluationId, requestId, inputsHash, seen.result);
  await requestStore.commit(
    tx,
    "procurement.award.award",
    opened,
    { next: requests.closeWithAward(opened, act), events: [] },
    { awardId: basis.id },
  );
  await store.commit(tx, "procurement.award.award", null, decision);
  await settleQuotes(tx, opened, seen.quotes, [decision.next]);
  await afterDecision(tx, decision.next);
  await sendLetters(tx, opened, seen, decision.next);
  return { id: basis.id, status: decision.next.status, round: 1 };
}

/** Standing lines of all rounds decide what became of each quote. */
async function settleQuotes(
  tx: Tx,
  request: RequestIn<"opened" | "awarded">,
  opened: readonly OpenedQuote[],
  rounds: readonly Award[],
): Promise<void> {
  const standing = rounds.flatMap(({ parts }) => parts).filter(({ status }) => status === "standstill" || status === "final");
  const changes = (await quoteStore.quotesOf(tx, request.id)).flatMap((before) => {
    if (before.status !== "opened" && before.status !== "won" && before.status !== "part_won" && before.status !== "lost") return [];
    const content = opened.find(({ id }) => id === before.id)?.content;
    const priced = content?.lines.filter(({ answer }) => answer === "priced").length ?? 0;
    const next = quotes.settle(before, priced, standing.filter(({ quoteId }) => quoteId === before.id).length);
    return next.status === before.status ? [] : [{ before, next }];
  });
  await quoteStore.commitAll(tx, "procurement.award.award", request.id, changes);
}

async function afterDecision(tx: Tx, award: Award): Promise<void> {
  if (award.status !== "standstill") return;
  await schedule(tx, "procurement.award.finalise", award.id, { awardId: award.id }, award.standstillUntil);
}

type Found = { readonly request: RequestIn<"awarded">; readonly round: Award; readonly rounds: readonly Award[] };

/** The award under its request's lock, for whoever may know of it; null when it is not there. */
async function findAward(tx: Tx, awardId: AwardId, lock: "share" | "update"): Promise<Found | null> {
  const requestId = await store.requestOf(tx, awardId);
  const request = requestId === null ? null : await requestStore.findRequest(tx, requestId, lock);
  if (request?.status !== "awarded") return null;
  const rounds = await store.awardsOf(tx, request.id);
  const round = rounds.find(({ id }) => id === awardId);
  return round ? { request, round, rounds } : null;
}

async function ownAward(tx: Tx, awardId: AwardId): Promise<Found> {
  const found = await findAward(tx, awardId, "update");
  if (!found || found.request.buyerId !== tx.by.orgId) return refuse({ kind: "not_found", code: "procurement.award.unknown" });
  return found;
}

/** A supplier whose quote was opened may object to the award of a line. */
export async function objectToAward(tx: Tx, { awardId, lineNo, text }: { awardId: AwardId; lineNo: number; text: string }) {
  const found = await findAward(tx, awardId, "update");
  const own = found && (await quoteStore.lockOwn(tx, found.request.id))?.quote;
  if (!found || !own || !("judgement" in own)) return refuse({ kind: "not_found", code: "procurement.award.unknown" });
  const standing = orRefuse(awards.insistAward(found.round, "standstill"));
  const id = ObjectionId.parse(newId("objn"));
  const decision = orRefuse(awards.object(standing, { id, lineNo, text }, await now(tx)));
  await store.commit(tx, "procurement.award.object", standing, decision);
  await tellBuyer(tx, found.request, { kind: "procurement.award.objected", params: { line: lineNo }, source: id });
  return { id };
}

type Settling = { awardId: AwardId; objectionId: ObjectionId; outcome: "upheld" | "dismissed"; answer: string };

export async function settleObjection(tx: Tx, { awardId, ...settlement }: Settling) {
  const { request, round, rounds } = await ownAward(tx, awardId);
  const standing = orRefuse(awards.insistAward(round, "standstill"));
  const act = await now(tx);
  const { next } = orRefuse(awards.settle(standing, settlement, act));
  await store.commit(tx, "procurement.award.settle", standing, { next, events: [] });
  const objection = next.objections.find(({ id }) => id === settlement.objectionId);
  if (objection) {
    const params = { line: objection.lineNo };
    await tellSuppliers(tx, request, [objection.supplierId], { kind: "procurement.award.settled", params, source: objection.id });
  }
  const later = rounds.map((one) => (one.id === next.id ? next : one));
  await settleQuotes(tx, request, await quoteStore.openedQuotes(tx, request), later);
  // The period may have run out while the objection was open: then nothing else is awaited.
  if (next.status === "standstill") await finalise(tx, { ...next, version: next.version + 1 }, request, act.at);
  return { id: awardId, status: next.status };
}

async function finalise(tx: Tx, standing: AwardIn<"standstill">, request: RequestIn<"awarded">, at: Date): Promise<void> {
  const decision = awards.finalise(standing, request, { at });
  if (decision.ok) await store.commit(tx, "system.award.finalise", standing, decision.value);
}

/** The timer at the end of the standstill; an open objection keeps the award waiting until it is settled. */
export async function finaliseWhenDue(tx: Tx, { awardId }: { awardId: AwardId }): Promise<void> {
  const found = await findAward(tx, awardId, "update");
  if (found?.round.status === "standstill") await finalise(tx, found.round, found.request, await tx.clock());
}

/** Whoever had a line and lost it, in any round. */
const goneOf = (rounds: readonly Award[]): string[] =>
  rounds.flatMap(({ parts }) =>
    parts.filter(({ status }) => ["refused", "overturned", "replaced"].includes(status)).map(({ quoteId }) => quoteId),
  );

type Refused = { readonly awardId: string; readonly supplierId: OrgId };

/** Trade says that a supplier did not take its order: the lines are free, and the buyer learns whether somebody is next. */
export async function giveUpParts(tx: Tx, { awardId, supplierId }: Refused): Promise<void> {
  const found = await findAward(tx, AwardId.parse(awardId), "update");
  if (found?.round.status !== "final") return;
  const next = awards.refuseParts(found.round, supplierId);
  if (next === null) return;
  await store.commit(tx, "system.award.refuse", found.round, { next, events: [] });
  const rounds = found.rounds.map((one) => (one.id === next.id ? next : one));
  const opened = await quoteStore.openedQuotes(tx, found.request);
  await settleQuotes(tx, found.request, opened, rounds);
  const { result } = await store.getEvaluation(tx, next.evaluationId);
  const at = await tx.clock();
  const isNext = awards.successor(next, result, goneOf(rounds), opened, at) !== null;
  await tellBuyer(tx, found.request, {
    kind: isNext ? "procurement.award.refused" : "procurement.award.nobody_left",
    source: `refused:${awardId}:${supplierId}`,
  });
  const isLeft = rounds.some(({ parts }) => parts.some(({ status }) => status === "final" || status === "standstill"));
  if (isNext || isLeft) return;
  const decision = orRefuse(requests.end(found.request, { reasonCode: "all_refused", reasonText: "" }, { at }));
  await requestStore.commit(tx, "system.request.end", found.request, decision, { reasonCode: "all_refused" });
}

/** 替补: the next-best by the same stored evaluation takes the free lines, in a further round. */
export async function replaceParts(tx: Tx, { awardId, reason }: { awardId: AwardId; reason: string | null }) {
  const { request, round, rounds } = await ownAward(tx, awardId);
  const { result } = await store.getEvaluation(tx, round.evaluationId);
  const opened = await quoteStore.openedQuotes(tx, request);
  const basis = { id: AwardId.parse(newId("awrd")), evaluationId: round.evaluationId, evaluation: result, quotes: opened };
  const history = { gone: goneOf(rounds), rounds: rounds.length, reason };
  const { before, decision } = orRefuse(awards.replace(request, round, { ...basis, ...history }, await now(tx)));
  await store.commit(tx, "procurement.award.replace", round, { next: before, events: [] });
  await store.commit(tx, "procurement.award.replace", null, decision);
  const later = [...rounds.map((one) => (one.id === before.id ? before : one)), decision.next];
  await settleQuotes(tx, request, opened, later);
  await afterDecision(tx, decision.next);
  await sendLetters(
    tx,
    request,
    { result, quotes: opened.filter(({ id }) => decision.next.parts.some(({ quoteId }) => quoteId === id)) },
    decision.next,
  );
  return { id: basis.id, status: decision.next.status, round: decision.next.round };
}
