import { Negotiation, type NegotiationFact, type NegotiationIn, type QuoteId, type RequestId } from "@jizhen/domain-procurement";
import type { Decision, OrgId } from "@jizhen/kernel";
import { type AnyTx, ask } from "../../platform/ask.ts";
import { record } from "../../platform/audit.ts";
import { publish } from "../../platform/events.ts";
import { hint } from "../../platform/live.ts";
import { refuse } from "../../platform/refuse.ts";
import type { Tx } from "../../platform/tx.ts";

const columns = `n.id, n.town_id as "townId", n.request_id as "requestId", n.quote_id as "quoteId", n.supplier_id as "supplierId", n.status, n.wish,
  n.currency, n.about_revision as "aboutRevision", n.answer_revision as "answerRevision", n.asked_by as "askedBy", n.asked_at as "askedAt",
  n.answered_at as "answeredAt", n.version`;

type Row = Readonly<Record<string, unknown>>;

/** The round of one's own quote, locked. */
export async function lockOf(tx: Tx, quoteId: QuoteId): Promise<Negotiation | null> {
  const sql = `select ${columns} from quote_negotiation n where n.town_id = $1 and n.quote_id = $2 for update`;
  const [row] = await tx.query<Row>(sql, [tx.by.townId, quoteId]);
  return row ? Negotiation.parse(row) : null;
}

/** All rounds of a request, for its buyer. */
export async function roundsOf(tx: AnyTx, requestId: RequestId): Promise<Negotiation[]> {
  const sql = `select ${columns} from quote_negotiation n where n.town_id = $1 and n.request_id = $2`;
  return (await ask<Row>(tx, "procurement.negotiation.of_request", sql, [tx.by.townId, requestId])).map((row) => Negotiation.parse(row));
}

/** The round that this firm was asked in. */
export async function ownRound(tx: AnyTx, requestId: RequestId): Promise<Negotiation | null> {
  const sql = `select ${columns} from quote_negotiation n where n.town_id = $1 and n.request_id = $2 and n.supplier_id = $3`;
  const [row] = await ask<Row>(tx, "procurement.negotiation.own", sql, [tx.by.townId, requestId, tx.by.orgId]);
  return row ? Negotiation.parse(row) : null;
}

/** Opens the one round there is: whether it is free is decided by the key, for two who ask at once too. */
export async function openRound(
  tx: Tx,
  buyerId: OrgId,
  { next, events }: Decision<NegotiationIn<"asked">, NegotiationFact>,
): Promise<void> {
  const written = await tx.query(
    `insert into quote_negotiation (town_id, id, request_id, quote_id, supplier_id, status, wish, currency, about_revision, asked_by, asked_at, version)
     values ($1, $2, $3, $4, $5, 'asked', $6::jsonb, $7, $8::int, $9, $10::timestamptz, 0)
     on conflict (town_id, request_id, supplier_id) do nothing returning id`,
    [
      tx.by.townId,
      next.id,
      next.requestId,
      next.quoteId,
      next.supplierId,
      JSON.stringify(next.wish),
      next.currency,
      next.aboutRevision,
      next.askedBy,
      next.askedAt.toISOString(),
    ],
  );
  if (written.length === 0) refuse({ kind: "conflict", code: "procurement.negotiation.round_used" });
  await record(tx, "procurement.negotiation.ask", next.id, { to: "asked", requestId: next.requestId, quoteId: next.quoteId });
  await publish(tx, events);
  tellScreens(tx, buyerId, next);
}

/** The supplier's answer: state, history and announcement together. */
export async function closeRound(
  tx: Tx,
  action: "procurement.negotiation.keep" | "procurement.quote.submit",
  buyerId: OrgId,
  before: NegotiationIn<"asked">,
  { next, events }: Decision<NegotiationIn<"requoted" | "kept">, NegotiationFact>,
): Promise<void> {
  const revision = next.status === "requoted" ? next.answerRevision : null;
  const changed = await tx.query(
    `update quote_negotiation set status = $4, answered_at = $5::timestamptz, answer_revision = $6::int, version = version + 1
      where town_id = $1 and id = $2 and version = $3::int returning id`,
    [tx.by.townId, next.id, before.version, next.status, next.answeredAt.toISOString(), revision],
  );
  if (changed.length === 0) refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
  await record(tx, action, next.id, { from: before.status, to: next.status, requestId: next.requestId, revision });
  await publish(tx, events);
  tellScreens(tx, buyerId, next);
}

/** Only the two who talk: that a round exists is nobody else's to know. */
function tellScreens(tx: Tx, buyerId: OrgId, { requestId, supplierId }: Negotiation): void {
  hint(tx, { organisationId: supplierId }, `procurement.quote:${requestId}`);
  hint(tx, { organisationId: buyerId }, `procurement.request:${requestId}`);
}
