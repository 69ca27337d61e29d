/** What must hold of one thing of a kind whenever one looks, also before its reactions have run; each answers with what breaks it. */
export const kept = (table: string, of: string) =>
  `select 'a change without its line in the audit log: ' || t.id as broken from ${table} t
    where t.id = $1 and (select count(*) from audit_entry a where a.town_id = t.town_id and a.subject = t.id) < t.version + ${of}`;

export const offerInvariants = [
  kept("offer", "1"),
  `select 'an offer that others saw without its number or its revisions' as broken from offer t
    where t.id = $1 and t.status <> 'draft' and (t.number is null or t.published_at is null
      or t.revision <> (select max(r.revision) from offer_revision r where (r.town_id, r.offer_id) = (t.town_id, t.id)))`,
  `select 'a draft that has a number' as broken from offer t where t.id = $1 and t.status = 'draft' and t.number is not null`,
];

export const orderInvariants = [
  kept("purchase_order", "1"),
  `select 'an order was answered or lapsed without its instant, or has one without an answer' as broken from purchase_order t
    where t.id = $1 and (t.status = 'issued') <> (t.answered_at is null)`,
  `select 'an order was answered after its time, or lapsed before it' as broken from purchase_order t
    where t.id = $1 and (t.status in ('confirmed', 'refused') and t.answered_at >= t.answer_by or t.status = 'lapsed' and t.answered_at < t.answer_by)`,
  `select 'an order was told of an answer more or less than once' as broken from purchase_order t
    where t.id = $1 and (case when t.status = 'issued' then 0 else 1 end) <> (select count(*) from event e where e.town_id = t.town_id
      and e.type in ('trade.order.confirmed.v1', 'trade.order.refused.v1', 'trade.order.lapsed.v1') and e.payload->'json'->>'orderId' = t.id)`,
];
