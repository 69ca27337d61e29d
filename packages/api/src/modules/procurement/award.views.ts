import { type Award, awardActionsOn, awards, type PurchaseRequest, type RequestId, requests } from "@jizhen/domain-procurement";
import type { Permission } from "@jizhen/domain-town";
import type { OrgId } from "@jizhen/kernel";
import { orRefuse, refuse } from "../../platform/refuse.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { memberFacts } from "../town/public.ts";
import { compare } from "./award.evaluation.ts";
import { awardsOf, getEvaluation } from "./award.store.ts";
import { openedQuotes, quotesOf } from "./quote.store.ts";
import { openQuotes } from "./request.parts.ts";
import { requestColumns, toRequest } from "./request.store.ts";

type May = ReadonlySet<Permission>;

async function findRequest(tx: ReadTx, id: RequestId): Promise<PurchaseRequest | null> {
  const sql = `select ${requestColumns} from purchase_request r where r.town_id = $1 and r.id = $2`;
  const [row] = await tx.query<Record<string, unknown>>("procurement.award.request", sql, [tx.by.townId, id]);
  return row ? toRequest(row) : null;
}

/** The comparison: as it stands while the request is open, as it was decided on once there is an award. */
export async function getComparison(tx: ReadTx, requestId: RequestId) {
  const request = await findRequest(tx, requestId);
  if (!request || request.buyerId !== tx.by.orgId) return refuse({ kind: "not_found", code: "procurement.request.unknown" });
  const readable = orRefuse(requests.insist(request, "opened", "awarded", "unsuccessful"));
  const [first] = await awardsOf(tx, requestId);
  const quotes = await openQuotes(tx, readable, new Set());
  if (readable.status === "opened") {
    const { result, inputsHash } = await compare(tx, readable, tx.at);
    return { decided: false, result, inputsHash, quotes, serverNow: tx.at };
  }
  if (!first) return refuse({ kind: "rule", code: "procurement.request.wrong_status", params: { status: request.status } });
  const { result, inputsHash } = await getEvaluation(tx, first.evaluationId);
  return { decided: true, result, inputsHash, quotes, serverNow: tx.at };
}

/** All rounds to the buyer; to a supplier that quoted its own result and who was awarded which line, never another's figures. */
export async function getAwards(tx: ReadTx, requestId: RequestId, may: May) {
  const request = await findRequest(tx, requestId);
  if (!request) return refuse({ kind: "not_found", code: "procurement.award.unknown" });
  const rounds = await awardsOf(tx, requestId);
  const names = await memberFacts(tx, [...new Set(rounds.flatMap(({ parts }) => parts.map(({ supplierId }) => supplierId)))]);
  const nameOf = (id: OrgId) => ({ nameZh: names.get(id)?.nameZh ?? "", nameEn: names.get(id)?.nameEn ?? null });
  const actionsFor = (round: Award) => awardActionsOn(round, tx.by, tx.at).filter((action) => may.has(`procurement.award.${action}`));
  if (request.buyerId === tx.by.orgId) {
    const people = await namesOfPeople(
      tx,
      rounds.map(({ decidedBy }) => decidedBy),
    );
    const nextBest = await successors(tx, request, rounds);
    return {
      role: "buyer" as const,
      serverNow: tx.at,
      rounds: rounds.map(({ parts, objections, ...round }) => ({
        ...round,
        decidedByName: people.get(round.decidedBy) ?? "",
        parts: parts.map((part) => ({ ...part, supplier: nameOf(part.supplierId) })),
        objections: objections.map(({ supplierId: _supplierId, ...objection }) => objection),
        nextBest: nextBest.get(round.id) ?? null,
        actions: actionsFor({ ...round, parts, objections }),
      })),
    };
  }
  const mine = (await quotesOf(tx, requestId)).find(({ supplierId }) => supplierId === tx.by.orgId);
  if (!mine || !("judgement" in mine)) return refuse({ kind: "not_found", code: "procurement.award.unknown" });
  return {
    role: "supplier" as const,
    serverNow: tx.at,
    status: mine.status,
    rounds: await Promise.all(rounds.map((round) => lettersShape(tx, round, mine.id, nameOf, actionsFor(round)))),
  };
}

/** 结果通知: own figures and own rank; of the others only who was awarded which line. */
async function lettersShape(tx: ReadTx, round: Award, quoteId: string, nameOf: (id: OrgId) => object, actions: readonly string[]) {
  const { result } = await getEvaluation(tx, round.evaluationId);
  const { id, round: number, status, decidedAt } = round;
  return {
    id,
    round: number,
    status,
    decidedAt,
    standstillUntil: round.standstillUntil,
    actions,
    awarded: round.parts.map((part) => ({
      lineNo: part.lineNo,
      status: part.status,
      mine: part.quoteId === quoteId,
      supplier: nameOf(part.supplierId),
    })),
    own: {
      total: result.totals.find((total) => total.quoteId === quoteId) ?? null,
      lines: result.lines.filter((line) => line.quoteId === quoteId),
      leftOut: result.leftOut.find((left) => left.quoteId === quoteId)?.reason ?? null,
      parts: round.parts.filter((part) => part.quoteId === quoteId),
      objections: round.objections
        .filter(({ supplierId }) => supplierId === tx.by.orgId)
        .map(({ supplierId: _supplierId, ...objection }) => objection),
    },
  };
}

/** Who would take the free lines of a round, so that the buyer sees it before replacing. */
async function successors(tx: ReadTx, request: PurchaseRequest, rounds: readonly Award[]) {
  const found = new Map<
    string,
    { lineNo: number; quoteId: string; supplierId: OrgId; nameZh: string; nameEn: string | null; cost: number }[]
  >();
  if (request.status !== "awarded") return found;
  const gone = rounds.flatMap(({ parts }) =>
    parts.filter(({ status }) => ["refused", "overturned", "replaced"].includes(status)).map(({ quoteId }) => quoteId),
  );
  const vacant = rounds.filter((round) => awards.vacantLines(round).length > 0);
  const opened = vacant.length > 0 ? await openedQuotes(tx, request) : [];
  for (const round of vacant) {
    const { result } = await getEvaluation(tx, round.evaluationId);
    const next = awards.successor(round, result, gone, opened, tx.at);
    const facts = await memberFacts(tx, next?.parts.map(({ supplierId }) => supplierId) ?? []);
    const parts = next?.parts.map((part) => ({
      ...part,
      nameZh: facts.get(part.supplierId)?.nameZh ?? "",
      nameEn: facts.get(part.supplierId)?.nameEn ?? null,
    }));
    found.set(round.id, parts ?? []);
  }
  return found;
}

async function namesOfPeople(tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>("procurement.award.people", "select id, name from person where id = any($1)", [
    [...new Set(ids)],
  ]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
