import { kept } from "./things.ts";

export const declarationInvariants = [
  kept("declaration", "0"),
  `select 'a hand-in that is not kept as it was' as broken from declaration t
    where t.id = $1 and t.revision <> (select count(*) from declaration_revision r where (r.town_id, r.declaration_id) = (t.town_id, t.id))`,
  `select 'a declaration was told of other than by its hand-ins and returns' as broken from declaration t
    where t.id = $1 and (t.revision, t.revision - (t.state <> 'open')::int) <> (
      select count(*) filter (where e.type = 'town.declaration.submitted.v1'), count(*) filter (where e.type = 'town.declaration.returned.v1')
      from event e where e.town_id = t.town_id and e.payload->'json'->>'declarationId' = t.id)`,
  `select 'a declaration was checked by who handed it in' as broken from declaration t where t.id = $1 and t.checked_by = t.submitted_by`,
];
