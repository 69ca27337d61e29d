import { reactions } from "../../../packages/api/src/wiring.ts";
import type { Invariant } from "./invariant.ts";

const wired = reactions
  .filter(({ retired }) => retired !== true)
  .map(({ type, name }) => `('${type}', '${name.replaceAll("'", "''")}')`)
  .join(", ");

export const platform: readonly Invariant[] = [
  {
    name: "a key that was used has its answer",
    broken: "select key as what from idempotency_key where answer is null",
    over: "select count(*) as n from idempotency_key",
    plant: "update idempotency_key set answer = null where key = (select key from idempotency_key limit 1)",
  },
  {
    name: "numbers for people have no gap and no double",
    broken: `select s.series as what from number_series s where s.last <>
      (select count(distinct n) from (select number as n, town_id from purchase_request union all select number, town_id from purchase_order union all select number, town_id from offer) numbers
        where numbers.town_id = s.town_id and numbers.n like s.series || '-' || s.year || '-%')`,
    over: "select coalesce(sum(last), 0) as n from number_series",
    plant: "update number_series set last = last + 1",
  },
  {
    name: "whoever hears of an event has acted on it",
    broken: `select e.id || ' ' || w.name as what from event e join (values ${wired}) w(type, name) using (type)
      where not exists (select 1 from event_done d where (d.town_id, d.event_id, d.subscriber) = (e.town_id, e.id, w.name))`,
    over: "select count(*) as n from event_done",
    plant: "delete from event_done where event_id = (select event_id from event_done limit 1)",
  },
  {
    name: "no job was given up",
    broken: "select id::text as what from pgboss.job where name = 'dead' or state = 'failed'",
    over: "select count(*) as n from pgboss.job",
    plant: "update pgboss.job set state = 'failed' where id = (select id from pgboss.job where name = 'reaction' limit 1)",
  },
];
