/** What must hold of every capability; each answers with the things that break it. */
export const capabilityInvariants = [
  `select 'two live statements of one firm and family' as broken from capability c join capability d using (town_id, organisation_id, family)
    where c.id = $1 and c.id <> d.id and c.status <> 'withdrawn' and d.status <> 'withdrawn'`,
  `select 'a revision of a capability was not kept: ' || c.id as broken from capability c
    where c.id = $1 and (select count(*) from capability_revision r where r.town_id = c.town_id and r.capability_id = c.id) <> c.revision`,
  `select 'a change of a capability without its line in the audit log: ' || c.id as broken from capability c
    where c.id = $1 and (select count(*) from audit_entry a where a.town_id = c.town_id and a.subject = c.id) < c.version`,
];
