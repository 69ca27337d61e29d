import { Award, type AwardId, type EvaluationId, EvaluationResult, type RequestId } from "@jizhen/domain-procurement";
import type { Permission } from "@jizhen/domain-town";
import type { Fact, Json } from "@jizhen/kernel";
import { type AnyTx, ask } from "../../platform/ask.ts";
import { record, type SystemAction } from "../../platform/audit.ts";
import { publish } from "../../platform/events.ts";
import { hint } from "../../platform/live.ts";
import { refuse } from "../../platform/refuse.ts";
import type { Tx } from "../../platform/tx.ts";

const awardsSql = `
  select a.id, a.town_id as "townId", a.request_id as "requestId", r.buyer_id as "buyerId", a.round, a.status, a.evaluation_id as "evaluationId",
    a.reason, a.standstill_until as "standstillUntil", a.decided_by as "decidedBy", a.decided_at as "decidedAt", a.final_at as "finalAt", a.version,
    (select json_agg(json_build_object('lineNo', p.line_no, 'quoteId', p.quote_id, 'supplierId', p.supplier_id, 'status', p.status, 'terms', p.terms,
        'quantity', json_build_object('value', trim_scale(p.quantity)::text, 'unit', p.unit)) order by p.line_no)
       from award_part p where p.town_id = a.town_id and p.award_id = a.id) as parts,
    (select json_agg(json_build_object('id', o.id, 'lineNo', o.line_no, 'supplierId', o.supplier_id, 'text', o.text, 'at', o.at, 'outcome', o.outcome,
        'answer', o.answer, 'settledBy', o.settled_by, 'settledAt', o.settled_at) order by o.at, o.id)
       from award_objection o where o.town_id = a.town_id and o.award_id = a.id) as objections
  from award a join purchase_request r on r.town_id = a.town_id and r.id = a.request_id`;

type ObjectionRow = { at: string; outcome: string | null; answer: string | null; settledBy: string | null; settledAt: string | null };
type Row = Readonly<Record<string, unknown>> & { readonly objections: ObjectionRow[] | null };

const toAward = ({ objections, ...row }: Row): Award =>
  Award.parse({
    ...row,
    objections: (objections ?? []).map(({ outcome, answer, settledBy, settledAt, at, ...rest }) => ({
      ...rest,
      at: new Date(at),
      settled: outcome === null || settledAt === null ? null : { outcome, answer, by: settledBy, at: new Date(settledAt) },
    })),
  });

/** All rounds of a request, the first one first. */
export async function awardsOf(tx: AnyTx, requestId: RequestId): Promise<Award[]> {
  const sql = `${awardsSql} where a.town_id = $1 and a.request_id = $2 order by a.round`;
  return (await ask<Row>(tx, "procurement.award.of_request", sql, [tx.by.townId, requestId])).map(toAward);
}

/** The request an award belongs to, so that the request's row is locked before the award is read. */
export async function requestOf(tx: Tx, awardId: AwardId): Promise<RequestId | null> {
  const sql = `select request_id as "requestId" from award where town_id = $1 and id = $2`;
  const [row] = await tx.query<{ requestId: RequestId }>(sql, [tx.by.townId, awardId]);
  return row?.requestId ?? null;
}

export async function keepEvaluation(
  tx: Tx,
  id: EvaluationId,
  requestId: RequestId,
  inputsHash: string,
  result: EvaluationResult,
): Promise<void> {
  await tx.query(
    `insert into evaluation (town_id, id, request_id, request_version, inputs_hash, result, at, person_id)
     values ($1, $2, $3, $4::int, $5, $6::jsonb, $7::timestamptz, $8)`,
    [tx.by.townId, id, requestId, result.requestVersion, inputsHash, JSON.stringify(result), tx.at.toISOString(), tx.by.personId],
  );
}

/** The evaluation an award rests on; later rounds rank by it too. */
export async function getEvaluation(tx: AnyTx, id: EvaluationId): Promise<{ inputsHash: string; result: EvaluationResult }> {
  const sql = `select inputs_hash as "inputsHash", result from evaluation where town_id = $1 and id = $2`;
  const [row] = await ask<{ inputsHash: string; result: unknown }>(tx, "procurement.award.evaluation", sql, [tx.by.townId, id]);
  if (!row) throw new Error("an award has its evaluation");
  return { inputsHash: row.inputsHash, result: EvaluationResult.parse(row.result) };
}

type Change = { readonly next: Award; readonly events: readonly Fact[] };

/** The only way to write an award: decision, parts, objections, history and announcements together. `before` is null for a new round. */
export async function commit(tx: Tx, action: Permission | SystemAction, before: Award | null, { next, events }: Change): Promise<void> {
  if (before === null) await insertAward(tx, next);
  else await updateAward(tx, before, next);
  for (const part of next.parts) await putPart(tx, next, part);
  for (const objection of next.objections) await putObjection(tx, next.id, objection);
  const parts: Json = next.parts.map(({ lineNo, quoteId, status }) => [lineNo, quoteId, status]);
  await record(tx, action, next.id, { requestId: next.requestId, round: next.round, from: before?.status ?? null, to: next.status, parts });
  await publish(tx, events);
  hint(tx, { town: true }, `procurement.request:${next.requestId}`);
}

const dates = (award: Award) => [
  "standstillUntil" in award ? (award.standstillUntil?.toISOString() ?? null) : null,
  award.status === "final" ? award.finalAt.toISOString() : null,
];

const insertAward = (tx: Tx, next: Award) =>
  tx.query(
    `insert into award (town_id, id, request_id, round, status, evaluation_id, reason, decided_by, decided_at, standstill_until, final_at, version)
     values ($1, $2, $3, $4::int, $5, $6, $7, $8, $9::timestamptz, $10::timestamptz, $11::timestamptz, 0)`,
    [
      tx.by.townId,
      next.id,
      next.requestId,
      next.round,
      next.status,
      next.evaluationId,
      next.reason,
      next.decidedBy,
      next.decidedAt.toISOString(),
      ...dates(next),
    ],
  );

async function updateAward(tx: Tx, before: Award, next: Award): Promise<void> {
  const changed = await tx.query(
    `update award set status = $4, standstill_until = $5::timestamptz, final_at = $6::timestamptz, version = version + 1
      where town_id = $1 and id = $2 and version = $3::int returning id`,
    [tx.by.townId, next.id, before.version, next.status, ...dates(next)],
  );
  if (changed.length === 0) refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
}

/** Terms and amounts of a part are written once; only its status moves (P13). */
const putPart = (tx: Tx, award: Award, part: Award["parts"][number]) =>
  tx.query(
    `insert into award_part (town_id, award_id, request_id, line_no, quote_id, supplier_id, quantity, unit, terms, amount, currency, status)
     values ($1, $2, $3, $4::int, $5, $6, $7::numeric, $8, $9::jsonb, $10::bigint, $11, $12)
     on conflict (town_id, award_id, line_no) do update set status = excluded.status`,
    [
      tx.by.townId,
      award.id,
      award.requestId,
      part.lineNo,
      part.quoteId,
      part.supplierId,
      part.quantity.value,
      part.quantity.unit,
      JSON.stringify(part.terms),
      part.terms.amount,
      part.terms.currency,
      part.status,
    ],
  );

const putObjection = (tx: Tx, awardId: AwardId, { id, lineNo, supplierId, text, at, settled }: Award["objections"][number]) =>
  tx.query(
    `insert into award_objection as o (town_id, id, award_id, line_no, supplier_id, text, at, outcome, answer, settled_by, settled_at, version)
     values ($1, $2, $3, $4::int, $5, $6, $7::timestamptz, $8, $9, $10, $11::timestamptz, 0)
     on conflict (town_id, id) do update set outcome = excluded.outcome, answer = excluded.answer, settled_by = excluded.settled_by,
        settled_at = excluded.settled_at, version = o.version + 1 where o.outcome is null`,
    [
      tx.by.townId,
      id,
      awardId,
      lineNo,
      supplierId,
      text,
      at.toISOString(),
      settled?.outcome ?? null,
      settled?.answer ?? null,
      settled?.by ?? null,
      settled?.at.toISOString() ?? null,
    ],
  );
