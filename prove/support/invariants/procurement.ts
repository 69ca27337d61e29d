import type { Invariant } from "./invariant.ts";

/** Quotes that the freeze took in. */
const takenIn = `(q.status in ('sealed_in', 'opened', 'rejected', 'won', 'part_won', 'lost') or (q.status = 'void' and q.void_reason = 'unreadable'))`;
const entries = (action: string, subject: string) =>
  `(select count(*) from audit_entry a where a.town_id = t.town_id and a.subject = ${subject} and a.action ${action})`;
const events = (type: string, field: string, id: string) =>
  `(select count(*) from event e where e.town_id = t.town_id and e.type = '${type}' and e.payload->'json'->>'${field}' = ${id})`;
const anOpened = "(select request_id from opening where opened_at is not null limit 1)";

export const procurement: readonly Invariant[] = [
  {
    name: "P1: no quote was received at or after the close",
    broken: `select v.quote_id as what from quote_revision v join purchase_request r on (r.town_id, r.id) = (v.town_id, v.request_id) where v.submitted_at >= r.closes_at`,
    over: "select count(*) as n from quote_revision",
    plant:
      "update quote_revision v set submitted_at = r.closes_at from purchase_request r where r.id = v.request_id and v.request_id = (select request_id from quote_revision limit 1)",
  },
  {
    name: "P1: nothing was received after the freeze",
    broken: `select v.quote_id as what from quote_revision v join opening o on (o.town_id, o.request_id) = (v.town_id, v.request_id) where v.submitted_at > o.frozen_at`,
    over: "select count(*) as n from quote_revision v join opening o using (town_id, request_id)",
    plant: `update opening set frozen_at = frozen_at - interval '30 days' where request_id = ${anOpened}`,
  },
  {
    name: "P4: what is open was opened once, after its close, with its record",
    broken: `select r.id as what from purchase_request r left join opening o on (o.town_id, o.request_id) = (r.town_id, r.id)
      where r.status in ('opened', 'awarded') and (o.opened_at is null or o.opened_at <> r.opened_at or (r.sealing <> 'none' and o.opened_at < r.closes_at))
      union all select o.request_id from opening o join purchase_request r on (r.town_id, r.id) = (o.town_id, o.request_id)
      where o.opened_at is not null and r.opened_at is null and r.status <> 'cancelled'
      union all select a.subject from audit_entry a where a.action in ('procurement.request.open', 'system.request.open') and a.facts ? 'from' group by a.town_id, a.subject having count(*) > 1`,
    over: "select count(*) as n from opening where opened_at is not null",
    plant: `update opening set opened_at = null where request_id = ${anOpened}`,
  },
  {
    name: "P5: the list at the freeze holds exactly the quotes that count",
    broken: `select o.request_id as what from opening o
      where (select coalesce(array_agg(c->>'commitment' order by c->>'commitment'), '{}') from jsonb_array_elements(o.commitments) c)
        is distinct from (select coalesce(array_agg(v.commitment order by v.commitment), '{}') from quote_revision v join quote q on (q.town_id, q.id) = (v.town_id, v.quote_id)
          where v.town_id = o.town_id and v.request_id = o.request_id and v.live and ${takenIn})`,
    over: "select coalesce(sum(jsonb_array_length(commitments)), 0) as n from opening",
    plant: `update opening set commitments = commitments - 0 where request_id = ${anOpened}`,
  },
  {
    name: "P8: a supplier has one quote for a request, and the quote one live revision, its last",
    broken: `select min(id) as what from quote group by town_id, request_id, supplier_id having count(*) > 1
      union all select quote_id from quote_revision where live group by town_id, quote_id having count(*) > 1
      union all select q.id from quote q where q.revision <> (select count(*) from quote_revision v where v.town_id = q.town_id and v.quote_id = q.id)
      union all select q.id from quote q where q.status in ('submitted', 'sealed_in', 'opened', 'won', 'part_won', 'lost') and not exists
        (select 1 from quote_revision v where v.town_id = q.town_id and v.quote_id = q.id and v.live and v.revision = q.revision)`,
    over: "select count(*) as n from quote",
    plant:
      "update quote_revision set live = false where quote_id = (select quote_id from quote_revision v join quote q on q.id = v.quote_id where v.live and q.status <> 'withdrawn' limit 1)",
  },
  {
    name: "P5: each submission stands once in the audit chain with its commitment and its receipt",
    broken: `select t.quote_id as what from quote_revision t where t.receipt->>'commitment' is distinct from t.commitment or 1 <>
      (select count(*) from audit_entry a where a.town_id = t.town_id and a.subject = t.quote_id and a.action in ('procurement.quote.submit', 'procurement.quote.reconfirm')
        and a.facts->>'commitment' = t.commitment and (a.facts->>'revision')::int = t.revision)`,
    over: "select count(*) as n from quote_revision",
    plant:
      "delete from audit_entry where (town_id, seq) = (select town_id, seq from audit_entry where action = 'procurement.quote.submit' limit 1)",
  },
  {
    name: "a published request has its number, its kept versions, one entry in the chain and one event",
    broken: `select t.id as what from purchase_request t where t.published_at is not null and (t.number is null
      or t.request_version <> (select count(*) from request_version v where v.town_id = t.town_id and v.request_id = t.id)
      or 1 <> ${entries("= 'procurement.request.publish'", "t.id")} or 1 <> ${events("procurement.request.published.v1", "requestId", "t.id")})`,
    over: "select count(*) as n from purchase_request where published_at is not null",
    plant:
      "delete from event where (town_id, id) = (select town_id, id from event where type = 'procurement.request.published.v1' limit 1)",
  },
  {
    name: "P14: a line is awarded once, for no more than was asked",
    broken: `select min(award_id) as what from award_part where status in ('standstill', 'final') group by town_id, request_id, line_no having count(*) > 1
      union all select p.award_id from award_part p join purchase_request r on (r.town_id, r.id) = (p.town_id, p.request_id)
        join jsonb_array_elements(r.terms->'lines') l on (l->>'lineNo')::int = p.line_no where p.quantity > (l->'quantity'->>'value')::numeric`,
    over: "select count(*) as n from award_part where status in ('standstill', 'final')",
    plant: "update award_part set quantity = quantity * 2 where award_id = (select award_id from award_part limit 1)",
  },
  {
    name: "an award has its comparison, its request, its entry in the chain, and is told once when it is final",
    broken: `select t.id as what from award t join purchase_request r on (r.town_id, r.id) = (t.town_id, t.request_id)
      where r.status not in ('awarded', 'unsuccessful') or not exists (select 1 from evaluation v where v.town_id = t.town_id and v.id = t.evaluation_id)
        or not exists (select 1 from award_part p where p.town_id = t.town_id and p.award_id = t.id)
        or (t.round = 1 and 1 <> ${entries("= 'procurement.award.award'", "t.id")})
        or (t.status = 'final' and 1 <> ${events("procurement.award.final.v1", "awardId", "t.id")})
      union all select r.id from purchase_request r where r.status = 'awarded' and not exists (select 1 from award a where a.town_id = r.town_id and a.request_id = r.id)`,
    over: "select count(*) as n from award",
    plant: "delete from event where (town_id, id) = (select town_id, id from event where type = 'procurement.award.final.v1' limit 1)",
  },
];
