import type { Invariant } from "./invariant.ts";

const entries = (action: string) =>
  `(select count(*) from audit_entry a where a.town_id = t.town_id and a.subject = t.id and a.action in (${action}))`;
const events = (types: string) =>
  `(select count(*) from event e where e.town_id = t.town_id and e.type in (${types}) and e.payload->'json'->>'orderId' = t.id)`;

export const trade: readonly Invariant[] = [
  {
    name: "T1: a final award made one order for each of its suppliers, whatever was heard how often",
    broken: `select min(id) as what from purchase_order group by town_id, source_award_id, award_round, supplier_id having count(*) > 1
      union all select p.award_id from (select distinct p.town_id, p.award_id, p.supplier_id, a.round from award_part p
          join award a on (a.town_id, a.id) = (p.town_id, p.award_id) where a.status = 'final') p
        where not exists (select 1 from purchase_order o where (o.town_id, o.source_award_id, o.award_round, o.supplier_id) = (p.town_id, p.award_id, p.round, p.supplier_id))`,
    over: "select count(*) as n from purchase_order",
    plant: "delete from purchase_order where id = (select id from purchase_order limit 1)",
  },
  {
    name: "T2: quantity and price of an order line are those of the award",
    broken: `select l.order_id as what from purchase_order_line l join purchase_order o on (o.town_id, o.id) = (l.town_id, l.order_id)
      left join award_part p on (p.town_id, p.award_id, p.line_no) = (o.town_id, o.source_award_id, l.line_no) and p.supplier_id = o.supplier_id
      where p.quantity is distinct from l.quantity or (p.terms->>'price')::numeric is distinct from l.price or p.quote_id is distinct from l.quote_id
        or p.amount is distinct from l.amount
      union all select o.id from purchase_order o where (select count(*) from purchase_order_line l where (l.town_id, l.order_id) = (o.town_id, o.id))
        <> (select count(*) from award_part p where (p.town_id, p.award_id, p.supplier_id) = (o.town_id, o.source_award_id, o.supplier_id))`,
    over: "select count(*) as n from purchase_order_line",
    plant: "update purchase_order_line set price = price + 1 where order_id = (select order_id from purchase_order_line limit 1)",
  },
  {
    name: "an order was issued with one entry in the chain and one event, and its sums agree",
    broken: `select t.id as what from purchase_order t where 1 <> ${entries("'system.trade.order.issue'")} or 1 <> ${events("'trade.order.issued.v1'")} or t.net + t.tax <> t.payable`,
    over: "select count(*) as n from purchase_order",
    plant: "update purchase_order set payable = payable + 1 where id = (select id from purchase_order limit 1)",
  },
  {
    name: "an order was answered once, with one entry in the chain and one event",
    broken: `select t.id as what from purchase_order t where (t.status = 'issued') <> (t.answered_at is null)
      or (case when t.status = 'issued' then 0 else 1 end) <> ${entries("'trade.order.confirm', 'trade.order.refuse', 'system.trade.order.lapse'")}
      or (case when t.status = 'issued' then 0 else 1 end) <> ${events("'trade.order.confirmed.v1', 'trade.order.refused.v1', 'trade.order.lapsed.v1'")}`,
    over: "select count(*) as n from purchase_order where status <> 'issued'",
    plant:
      "update purchase_order set status = 'issued', answered_at = null where id = (select id from purchase_order where status <> 'issued' limit 1)",
  },
];
