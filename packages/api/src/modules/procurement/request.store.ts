import { createHash } from "node:crypto";
import {
  PurchaseRequest,
  type Question,
  type QuestionId,
  Question as QuestionModel,
  type RequestFact,
  type RequestId,
  type RequestIn,
} from "@jizhen/domain-procurement";
import type { Permission } from "@jizhen/domain-town";
import { canonical, type Decision, type Fact } from "@jizhen/kernel";
import { record, type SystemAction } from "../../platform/audit.ts";
import { publish } from "../../platform/events.ts";
import { hint } from "../../platform/live.ts";
import { refuse } from "../../platform/refuse.ts";
import { searchWords } from "../../platform/search-words.ts";
import type { Tx } from "../../platform/tx.ts";
import { followOnMarket } from "./market.store.ts";

export const requestColumns = `r.id, r.town_id as "townId", r.number, r.buyer_id as "buyerId", r.written_by as "writtenBy", r.status,
  r.request_version as "requestVersion", r.published_at as "publishedAt", r.closes_at as "closesAt", r.questions_until as "questionsUntil",
  r.holds, r.frozen_at as "frozenAt", r.opened_at as "openedAt", r.ended_at as "endedAt", r.reason_code as "reasonCode",
  r.reason_text as "reasonText", r.terms, r.created_at as "createdAt", r.version`;

/** The row is flat and nullable; the shape of its status takes what belongs to it and drops the rest. */
export const toRequest = (row: Readonly<Record<string, unknown>>): PurchaseRequest => PurchaseRequest.parse(row);

const locks = { share: " for share", update: " for update", none: "" } as const;

/** Quotes take the row shared, whatever changes its state takes it alone: so a quote is either before the freeze or not there (P1). */
export async function findRequest(tx: Tx, id: RequestId, lock: keyof typeof locks): Promise<PurchaseRequest | null> {
  const sql = `select ${requestColumns} from purchase_request r where r.town_id = $1 and r.id = $2${locks[lock]}`;
  const [row] = await tx.query<Record<string, unknown>>(sql, [tx.by.townId, id]);
  return row ? toRequest(row) : null;
}

/** Whether this firm may know of the request: its buyer; everybody once it is open; else who was asked. */
export async function isVisible(tx: Tx, request: PurchaseRequest): Promise<boolean> {
  if (request.buyerId === tx.by.orgId) return true;
  if (request.status === "draft" || (request.status === "cancelled" && request.number === null)) return false;
  if (request.terms.method === "open") return true;
  const sql = "select 1 as one from request_invitation where town_id = $1 and request_id = $2 and supplier_id = $3";
  return (await tx.query(sql, [tx.by.townId, request.id, tx.by.orgId])).length > 0;
}

export async function createRequest(tx: Tx, request: RequestIn<"draft">): Promise<RequestIn<"draft">> {
  await tx.query(
    `insert into purchase_request (town_id, id, buyer_id, written_by, status, request_version, title, families, sealing, method, visibility, terms, words, created_at, version)
     values ($1, $2, $3, $4, 'draft', 0, $5, $6::text[], $7, $8, $9, $10::jsonb, $11, $12::timestamptz, 0)`,
    [tx.by.townId, request.id, request.buyerId, request.writtenBy, ...termsValues(request), request.createdAt.toISOString()],
  );
  hint(tx, { organisationId: request.buyerId }, `procurement.request:${request.id}`);
  await record(tx, "procurement.request.save", request.id, { to: "draft" });
  return request;
}

const termsValues = ({ terms }: PurchaseRequest) => [
  terms.title,
  [...new Set(terms.lines.map(({ spec }) => spec.family))].sort(),
  terms.sealing,
  terms.method,
  terms.visibility,
  JSON.stringify(terms),
  searchWords(terms.title, ...terms.lines.map(({ text }) => text)),
];

/** A status that lacks a field clears its column, or yesterday's deadline outlives its request. */
const held = (request: PurchaseRequest, field: string): unknown => {
  const value: unknown = (request as Readonly<Record<string, unknown>>)[field] ?? null;
  return value instanceof Date ? value.toISOString() : value;
};

export const termsHash = (terms: unknown): string => createHash("sha256").update(canonical(terms)).digest("hex");

/** The only way to change a request: state, kept version, history and announcements move together or not at all. */
export async function commit<Next extends PurchaseRequest>(
  tx: Tx,
  action: Permission | SystemAction,
  before: PurchaseRequest,
  { next, events }: Decision<Next, RequestFact | Fact>,
  facts: Readonly<Record<string, string | number | boolean | null>> = {},
): Promise<Next> {
  const columns = ["number", "publishedAt", "closesAt", "questionsUntil", "frozenAt", "openedAt", "endedAt", "reasonCode", "reasonText"];
  const changed = await tx.query(
    `update purchase_request set title = $4, families = $5::text[], sealing = $6, method = $7, visibility = $8, terms = $9::jsonb, words = $10,
        number = $11, published_at = $12::timestamptz, closes_at = $13::timestamptz, questions_until = $14::timestamptz, frozen_at = $15::timestamptz,
        opened_at = $16::timestamptz, ended_at = $17::timestamptz, reason_code = $18, reason_text = $19,
        status = $20, request_version = $21::int, holds = $22::int, version = version + 1
      where town_id = $1 and id = $2 and version = $3::int returning id`,
    [
      tx.by.townId,
      next.id,
      before.version,
      ...termsValues(next),
      ...columns.map((column) => held(next, column)),
      next.status,
      next.requestVersion,
      held(next, "holds") ?? 0,
    ],
  );
  // Someone else moved first. The person looks again; nothing is overwritten.
  if (changed.length === 0) refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
  if (next.requestVersion > before.requestVersion) await keepVersion(tx, next, events);
  await followOnMarket(tx, before, next);
  tellScreens(tx, next);
  await publish(tx, events);
  await record(tx, action, next.id, { from: before.status, to: next.status, requestVersion: next.requestVersion, ...facts });
  return { ...next, version: before.version + 1 };
}

/** P6: the terms as they were published or amended are a row that nothing updates. */
async function keepVersion(tx: Tx, next: PurchaseRequest, events: readonly (RequestFact | Fact)[]): Promise<void> {
  const material = events.every((event) => !("material" in event) || event.material);
  await tx.query(
    `insert into request_version (town_id, request_id, request_version, terms, hash, material, at, person_id)
     values ($1, $2, $3::int, $4::jsonb, $5, $6::boolean, $7::timestamptz, $8)`,
    [
      tx.by.townId,
      next.id,
      next.requestVersion,
      JSON.stringify(next.terms),
      termsHash(next.terms),
      material,
      tx.at.toISOString(),
      tx.by.personId,
    ],
  );
}

/** A draft is its buyer's alone; a published request may be on any screen of the town. */
const tellScreens = (tx: Tx, { id, status, buyerId }: PurchaseRequest) =>
  hint(tx, status === "draft" ? { organisationId: buyerId } : { town: true }, `procurement.request:${id}`);

const questionColumns = `id, request_id as "requestId", asker_id as "askerId", text, asked_at as "askedAt", answer, answered_by as "answeredBy",
  answered_at as "answeredAt", version`;

export async function lockQuestion(tx: Tx, requestId: RequestId, id: QuestionId): Promise<Question | null> {
  const sql = `select ${questionColumns} from request_question where town_id = $1 and request_id = $2 and id = $3 for update`;
  const [row] = await tx.query<object>(sql, [tx.by.townId, requestId, id]);
  return row ? QuestionModel.parse(row) : null;
}

/** A question and, later, its answer: the only write of both. */
export async function commitQuestion(
  tx: Tx,
  action: "procurement.request.ask" | "procurement.request.answer",
  request: PurchaseRequest,
  next: Question,
) {
  const answeredAt = next.answeredAt?.toISOString() ?? null;
  const written = await tx.query(
    `insert into request_question as q (town_id, id, request_id, asker_id, text, asked_at, answer, answered_by, answered_at, version)
     values ($1, $2, $3, $4, $5, $6::timestamptz, $7, $8, $9::timestamptz, 0)
     on conflict (town_id, id) do update set answer = excluded.answer, answered_by = excluded.answered_by, answered_at = excluded.answered_at,
        version = q.version + 1 where q.answer is null returning id`,
    [tx.by.townId, next.id, next.requestId, next.askerId, next.text, next.askedAt.toISOString(), next.answer, next.answeredBy, answeredAt],
  );
  if (written.length === 0) refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
  await record(tx, action, request.id, { question: next.id });
  tellScreens(tx, request);
}

export async function countUnanswered(tx: Tx, requestId: RequestId): Promise<number> {
  const sql = "select count(*) as n from request_question where town_id = $1 and request_id = $2 and answer is null";
  const [row] = await tx.query<{ n: number }>(sql, [tx.by.townId, requestId]);
  return row?.n ?? 0;
}
