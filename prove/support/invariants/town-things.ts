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

export const reportInvariants = [
  kept("report", "0"),
  `select 'a hand-in without its figures, or figures of none' as broken from report t where t.id = $1 and t.submission <> (select count(distinct f.submission)
      from figure f where (f.town_id, f.reporting_town, f.quarter) = (t.town_id, t.reporting_town, t.quarter))`,
  `select 'a report was approved by who handed it in' as broken from report t where t.id = $1 and t.approved_by = t.submitted_by`,
  `select 'what was locked is not what the province filed' as broken from report t where t.id = $1 and t.locked_submission is not null and not exists (
      select 1 from report p join figure f on (f.town_id, f.reporting_town, f.quarter, f.submission) = (p.town_id, p.reporting_town, p.quarter, t.locked_submission)
       where (p.reporting_town, p.quarter) = (t.reporting_town, t.quarter) and p.town_id <> t.town_id)`,
];

export const policyInvariants = [
  kept("policy", "1"),
  `select 'a publication that is not kept as it was read' as broken from policy t where t.id = $1 and (coalesce(t.revision, 0) <> (
      select count(*) from policy_revision r where (r.town_id, r.policy_id) = (t.town_id, t.id)) or t.state <> 'draft' and not exists (
      select 1 from policy_revision r where (r.town_id, r.policy_id, r.revision, r.content) = (t.town_id, t.id, t.revision, t.content)))`,
  `select 'a policy was published by who wrote it' as broken from policy t where t.id = $1 and t.form = 'policy' and t.published_by = t.written_by`,
];

export const measureInvariants = [
  kept("measure", "1"),
  `select 'a measure was confirmed by who proposed it' as broken from measure t where t.id = $1 and t.state = 'confirmed' and t.decided_by = t.proposed_by`,
  `select 'a deed without its decision, or a decision without its deed' as broken from measure t where t.id = $1 and t.kind = 'end_membership'
      and (t.state = 'confirmed') <> exists (select 1 from audit_entry a where a.town_id = t.town_id and a.action = 'town.membership.end'
        and a.subject = t.content->>'membershipId' and a.facts->>'measureId' = t.id)`,
];

export const documentInvariants = [
  kept("member_document", "1"),
  `select 'a paper was judged by who handed it in, or by somebody of the firm' as broken from member_document t where t.id = $1 and (t.decided_by = t.uploaded_by
      or exists (select 1 from seat s where (s.person_id, s.organisation_id) = (t.decided_by, t.organisation_id)))`,
  `select 'a paper was replaced by one that never counted' as broken from member_document t where t.id = $1 and t.state = 'replaced' and not exists (
      select 1 from member_document n where (n.town_id, n.id, n.organisation_id, n.type) = (t.town_id, t.replaced_by, t.organisation_id, t.type)
        and n.state in ('accepted', 'expired', 'replaced'))`,
  `select 'a paper expired before its last day was over' as broken from member_document t
    where t.id = $1 and t.expired_at is not null and (t.expired_at at time zone 'Asia/Shanghai')::date <= t.valid_until`,
];
