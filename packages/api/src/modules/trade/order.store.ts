import type { Permission } from "@jizhen/domain-town";
import type { OrderEvent, OrderFacts, OrderId, OrderIn, OrderLine } from "@jizhen/domain-trade";
import { PurchaseOrder } from "@jizhen/domain-trade";
import type { Decision } from "@jizhen/kernel";
import { record, type SystemAction } from "../../platform/audit.ts";
import { publish } from "../../platform/events.ts";
import { hint } from "../../platform/live.ts";
import { refuse } from "../../platform/refuse.ts";
import type { Tx } from "../../platform/tx.ts";

export const orderColumns = `id, town_id as "townId", number, source_award_id as "awardId", award_round as round, request_id as "requestId",
  request_number as "requestNumber", title, buyer_id as "buyerId", supplier_id as "supplierId", status, terms, net, tax, payable,
  issued_at as "issuedAt", answer_by as "answerBy", answered_at as "answeredAt", answered_by as "answeredBy",
  reason_code as "reasonCode", reason_text as "reasonText", version`;

export const lineColumns = `line_no as "lineNo", quote_id as "quoteId", spec, text, note, trim_scale(quantity)::text as quantity, unit,
  trim_scale(price)::text as price, trim_scale(base)::text as base, amount, lead_days as "leadDays", wanted_date as "wantedDate", deviation`;

export type OrderRow = {
  id: string;
  townId: string;
  number: string;
  awardId: string;
  round: number;
  requestId: string;
  requestNumber: string;
  title: string;
  buyerId: string;
  supplierId: string;
  status: string;
  terms: unknown;
  net: number;
  tax: number;
  payable: number;
  issuedAt: Date;
  answerBy: Date;
  answeredAt: Date | null;
  answeredBy: string | null;
  reasonCode: string | null;
  reasonText: string | null;
  version: number;
};

export type LineRow = Omit<OrderLine, "quantity" | "spec"> & { quantity: string; unit: string; spec: unknown };

/** The row is flat and nullable; the domain has one shape per status. Parsing here keeps the difference out of the rules. */
export function toOrder(row: OrderRow, lineRows: readonly LineRow[]): PurchaseOrder {
  const { awardId, round, requestId, requestNumber, title, answeredAt, answeredBy, reasonCode, reasonText, ...base } = row;
  const lines = lineRows.map(({ quantity, unit, ...line }) => ({ ...line, quantity: { value: quantity, unit } }));
  const byStatus: Record<string, object> = {
    issued: {},
    confirmed: { answeredAt, answeredBy },
    refused: { answeredAt, answeredBy, reasonCode, reasonText },
    lapsed: { lapsedAt: answeredAt },
  };
  return PurchaseOrder.parse({
    ...base,
    ...byStatus[row.status],
    source: { awardId, round },
    request: { id: requestId, number: requestNumber, title },
    lines,
  });
}

/** Locks the order: whoever decides next sees this decision, and reads the clock only after the wait. */
export async function lockOrder(tx: Tx, id: OrderId): Promise<PurchaseOrder | null> {
  const [row] = await tx.query<OrderRow>(`select ${orderColumns} from purchase_order where town_id = $1 and id = $2 for update`, [
    tx.by.townId,
    id,
  ]);
  if (!row) return null;
  const lines = await tx.query<LineRow>(
    `select ${lineColumns} from purchase_order_line where town_id = $1 and order_id = $2 order by line_no`,
    [tx.by.townId, id],
  );
  return toOrder(row, lines);
}

/** Whether the award round has already made this supplier's order. */
export async function isOrdered(tx: Tx, { source, terms }: OrderFacts): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from purchase_order where town_id = $1 and source_award_id = $2 and award_round = $3::int and supplier_id = $4`,
    [tx.by.townId, source.awardId, source.round, terms.supplier.organisationId],
  );
  return rows.length > 0;
}

/** T1: the unique key of the award round answers "already there" to every further delivery of the event. */
export async function createOnce(tx: Tx, { next, events }: Decision<OrderIn<"issued">, OrderEvent>): Promise<boolean> {
  const written = await tx.query(
    `insert into purchase_order (town_id, id, number, source_award_id, award_round, request_id, request_number, title, buyer_id, supplier_id,
       status, terms, currency, net, tax, payable, issued_at, answer_by, version)
     values ($1, $2, $3, $4, $5::int, $6, $7, $8, $9, $10, $11, $12::jsonb, $13, $14::bigint, $15::bigint, $16::bigint, $17::timestamptz, $18::timestamptz, 0)
     on conflict (town_id, source_award_id, award_round, supplier_id) do nothing returning id`,
    [
      tx.by.townId,
      next.id,
      next.number,
      next.source.awardId,
      next.source.round,
      next.request.id,
      next.request.number,
      next.request.title,
      next.buyerId,
      next.supplierId,
      next.status,
      JSON.stringify(next.terms),
      next.terms.currency,
      next.net,
      next.tax,
      next.payable,
      next.issuedAt.toISOString(),
      next.answerBy.toISOString(),
    ],
  );
  if (written.length === 0) return false;
  await insertLines(tx, next);
  await record(tx, "system.trade.order.issue", next.id, { number: next.number, awardId: next.source.awardId, round: next.source.round });
  await publish(tx, events);
  await hintParties(tx, next);
  return true;
}

async function insertLines(tx: Tx, { id, lines }: PurchaseOrder): Promise<void> {
  const rows = lines.map(({ quantity, ...line }) => ({ ...line, quantity: quantity.value, unit: quantity.unit }));
  await tx.query(
    `insert into purchase_order_line (town_id, order_id, line_no, quote_id, spec, text, note, quantity, unit, price, base, amount, lead_days, wanted_date, deviation)
     select $1, $2, l."lineNo", l."quoteId", l.spec, l.text, l.note, l.quantity, l.unit, l.price, l.base, l.amount, l."leadDays", l."wantedDate", l.deviation
       from jsonb_to_recordset($3::jsonb) as l("lineNo" int, "quoteId" text, spec jsonb, text text, note text, quantity numeric, unit text,
            price numeric, base numeric, amount bigint, "leadDays" int, "wantedDate" date, deviation text)`,
    [tx.by.townId, id, JSON.stringify(rows)],
  );
}

/** The only way to change an order: state, history and announcements move together or not at all. */
export async function commit(
  tx: Tx,
  action: Permission | SystemAction,
  before: PurchaseOrder,
  { next, events }: Decision<PurchaseOrder, OrderEvent>,
): Promise<PurchaseOrder> {
  const answer = answerOf(next);
  const changed = await tx.query(
    `update purchase_order set status = $3, answered_at = $4::timestamptz, answered_by = $5, reason_code = $6, reason_text = $7, version = version + 1
      where town_id = $1 and id = $2 and version = $8::int returning id`,
    [tx.by.townId, next.id, next.status, answer.at, answer.by, answer.reasonCode, answer.reasonText, before.version],
  );
  // Someone else answered first. The person looks again; nothing is overwritten.
  if (changed.length === 0) refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
  await record(tx, action, next.id, { number: next.number, from: before.status, to: next.status, reason: answer.reasonCode });
  await publish(tx, events);
  await hintParties(tx, next);
  return { ...next, version: before.version + 1 };
}

function answerOf(order: PurchaseOrder) {
  const none = { at: null, by: null, reasonCode: null, reasonText: null };
  if (order.status === "issued") return none;
  if (order.status === "lapsed") return { ...none, at: order.lapsedAt.toISOString() };
  const answered = { ...none, at: order.answeredAt.toISOString(), by: order.answeredBy };
  return order.status === "refused" ? { ...answered, reasonCode: order.reasonCode, reasonText: order.reasonText } : answered;
}

async function hintParties(tx: Tx, order: PurchaseOrder): Promise<void> {
  for (const organisationId of [order.buyerId, order.supplierId]) hint(tx, { organisationId }, `trade.order:${order.id}`);
}
