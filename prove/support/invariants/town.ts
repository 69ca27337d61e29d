import type { Invariant } from "./invariant.ts";

const live = "('applied', 'under_review', 'active', 'suspended')";

export const town: readonly Invariant[] = [
  {
    name: "an organisation has one live membership of a kind in a town, and its card says the same",
    broken: `select min(id) as what from membership where state in ${live} group by town_id, organisation_id, kind having count(*) > 1
      union all select m.id from membership m where m.state in ${live} and not exists (select 1 from membership_card c
        where (c.organisation_id, c.host_town, c.kind, c.membership_id, c.state) = (m.organisation_id, m.town_id, m.kind, m.id, m.state))`,
    over: `select count(*) as n from membership where state in ${live}`,
    plant:
      "update membership_card set state = 'suspended' where membership_id = (select membership_id from membership_card where state = 'active' limit 1)",
  },
  {
    name: "an admission was decided once, by somebody else than the applicant, with one entry in the chain and one event",
    broken: `select m.id as what from membership m where m.decided_by is not null and m.state = 'active' and (m.decided_by = m.applied_by
      or 1 <> (select count(*) from audit_entry a where a.town_id = m.town_id and a.subject = m.id and a.action = 'town.membership.admit')
      or 1 <> (select count(*) from event e where e.town_id = m.town_id and e.type = 'town.membership.activated.v1' and e.payload->'json'->>'membershipId' = m.id))`,
    over: "select count(*) as n from membership where decided_by is not null and state = 'active'",
    plant: "delete from audit_entry where action = 'town.membership.admit'",
  },
];
