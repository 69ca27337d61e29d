import type { Permission } from "@jizhen/domain-town";
import {
  isOverdue,
  type OrderAction,
  OrderId,
  orderActions,
  orderStatuses,
  orderTotals,
  type PurchaseOrder,
  promisedDate,
  whoseTurn,
} from "@jizhen/domain-trade";
import { CurrencyCode, minor, type OrgId } from "@jizhen/kernel";
import * as z from "zod";
import { refuse } from "../../platform/refuse.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { type LineRow, lineColumns, type OrderRow, orderColumns, toOrder } from "./order.store.ts";

export const OrderFilter = z.strictObject({
  side: z.enum(["all", "buyer", "supplier"]).default("all"),
  status: z.enum(orderStatuses).nullable().default(null),
  text: z.string().trim().max(80).default(""),
  sort: z.enum(["newest", "oldest", "amount"]).default("newest"),
  /** The `next` of the page before. */
  after: z
    .string()
    .regex(/^\d{1,16}:ordr_[0-9a-z]{26}$/)
    .nullable()
    .default(null),
  limit: z.int().min(1).max(100).default(30),
});
export type OrderFilter = z.infer<typeof OrderFilter>;

type Side = "buyer" | "supplier";
type Row = {
  id: string;
  number: string;
  requestNumber: string;
  title: string;
  status: (typeof orderStatuses)[number];
  side: Side;
  partnerZh: string;
  partnerEn: string | null;
  demo: boolean;
  lineCount: number;
  currency: string;
  payable: number;
  issuedAt: Date;
  answerBy: Date;
  version: number;
};

const order: Record<OrderFilter["sort"], { by: string; after: string }> = {
  newest: { by: "id desc", after: "id < $5" },
  oldest: { by: "id", after: "id > $5" },
  amount: { by: "payable desc, id desc", after: "(payable, id) < ($6::bigint, $5)" },
};
const column: Record<Side, { mine: string; partner: string }> = {
  buyer: { mine: "buyer_id", partner: "supplier" },
  supplier: { mine: "supplier_id", partner: "buyer" },
};

/** Each side has its own index; "all" is the two of them, and no order is on both (the parties of an order differ). */
const branch = (side: Side, sort: OrderFilter["sort"]) => `(
  select id, number, request_number as "requestNumber", title, status, '${side}' as side, terms->'${column[side].partner}'->>'nameZh' as "partnerZh",
         terms->'${column[side].partner}'->>'nameEn' as "partnerEn", (terms->'${column[side].partner}'->>'demo')::boolean as demo,
         currency, payable, issued_at as "issuedAt", answer_by as "answerBy", version
    from purchase_order
   where town_id = $1 and ${column[side].mine} = $2 and ($3::text is null or status = $3)
     and ($4 = '' or position(lower($4) in lower(number || ' ' || request_number || ' ' || title || ' ' || (terms->'${column[side].partner}'->>'nameZh'))) > 0)
     and ($5::text is null or ${order[sort].after}) and ($6::bigint is null or true)
   order by ${order[sort].by} limit $7::int)`;

const listSql = (sides: readonly Side[], sort: OrderFilter["sort"]) => `
  select o.*, (select count(*)::int from purchase_order_line l where l.town_id = $1 and l.order_id = o.id) as "lineCount"
    from (${sides.map((side) => branch(side, sort)).join(" union all ")}) o order by ${order[sort].by} limit $7::int`;

/** The orders of the actor's organisation, on either side; paged by key. */
export async function listOrders(tx: ReadTx, filter: OrderFilter, may: ReadonlySet<Permission>) {
  const sides: readonly Side[] = filter.side === "all" ? ["buyer", "supplier"] : [filter.side];
  const { sort, limit } = filter;
  const [payable = null, id = null] = filter.after?.split(":") ?? [];
  const rows = await tx.query<Row>(`trade.order.list.${filter.side}.${sort}`, listSql(sides, sort), [
    tx.by.townId,
    tx.by.orgId,
    filter.status,
    filter.text,
    id,
    payable,
    limit + 1,
  ]);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map((row) => toListed(row, tx, may)),
    next: rows.length > limit && last ? `${last.payable}:${last.id}` : null,
  };
}

function toListed({ partnerZh, partnerEn, ...row }: Row, tx: ReadTx, may: ReadonlySet<Permission>) {
  const parties = row.side === "buyer" ? { buyerId: tx.by.orgId, supplierId: nobody } : { buyerId: nobody, supplierId: tx.by.orgId };
  return {
    ...row,
    id: OrderId.parse(row.id),
    currency: CurrencyCode.parse(row.currency),
    payable: minor(row.payable),
    partner: { nameZh: partnerZh, nameEn: partnerEn },
    overdue: isOverdue(row, tx.at),
    actions: allowed(orderActions({ ...row, ...parties }, tx.by.orgId, tx.at), may),
  };
}
const nobody = "" as OrgId;

/** A step is open to a firm by the policy, and to a person by the roles of the seat. */
const allowed = (actions: readonly OrderAction[], may: ReadonlySet<Permission>) =>
  actions.filter((action) => may.has(`trade.order.${action}`));

/** The order with everything a page or a paper shows; only the parties see a deal (T16). */
export async function findOrder(tx: ReadTx, id: OrderId): Promise<PurchaseOrder | null> {
  const [row] = await tx.query<OrderRow>(
    "trade.order.get",
    `select ${orderColumns} from purchase_order where town_id = $1 and id = $2 and (buyer_id = $3 or supplier_id = $3)`,
    [tx.by.townId, id, tx.by.orgId],
  );
  if (!row) return null;
  const lines = await tx.query<LineRow>(
    "trade.order.lines",
    `select ${lineColumns} from purchase_order_line where town_id = $1 and order_id = $2 order by line_no`,
    [tx.by.townId, id],
  );
  return toOrder(row, lines);
}

/** What the purchase order is drawn from; the same door as the page. */
export async function orderForPaper(tx: ReadTx, id: string): Promise<{ order: PurchaseOrder; madeAt: Date }> {
  const wanted = OrderId.safeParse(id);
  const found = wanted.success ? await findOrder(tx, wanted.data) : null;
  return { order: found ?? refuse({ kind: "not_found", code: "trade.order.unknown" }), madeAt: tx.at };
}

export async function getOrder(tx: ReadTx, id: OrderId, may: ReadonlySet<Permission>) {
  const found = (await findOrder(tx, id)) ?? refuse({ kind: "not_found", code: "trade.order.unknown" });
  const { nets, categories } = orderTotals(found.terms, found.lines);
  const side: Side = found.buyerId === tx.by.orgId ? "buyer" : "supplier";
  return {
    ...found,
    lines: found.lines.map((line, index) => ({ ...line, net: nets[index] ?? line.amount, promised: promisedDate(line, found.issuedAt) })),
    taxCategories: categories,
    side,
    overdue: isOverdue(found, tx.at),
    turn: whoseTurn(found),
    actions: allowed(orderActions(found, tx.by.orgId, tx.at), may),
    /** After a "no" the buyer goes back to its request; only somebody who may award is sent there. */
    nextBest: side === "buyer" && whoseTurn(found) === "buyer" && may.has("procurement.award.replace"),
    timeline: await timelineOf(tx, found),
  };
}

type Happening = {
  event: "trade.order.issued.v1" | "trade.order.confirmed.v1" | "trade.order.refused.v1" | "trade.order.lapsed.v1";
  at: Date;
  person: string | null;
};

async function timelineOf(tx: ReadTx, found: PurchaseOrder): Promise<Happening[]> {
  const issued: Happening = { event: "trade.order.issued.v1", at: found.issuedAt, person: null };
  if (found.status === "issued") return [issued];
  if (found.status === "lapsed") return [issued, { event: "trade.order.lapsed.v1", at: found.lapsedAt, person: null }];
  const [person] = await tx.query<{ name: string }>("trade.order.answered_by", "select name from person where id = $1", [found.answeredBy]);
  return [issued, { event: `trade.order.${found.status}.v1`, at: found.answeredAt, person: person?.name ?? null }];
}
