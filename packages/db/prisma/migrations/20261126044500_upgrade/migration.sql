create table upgrade_project (
  town_id text not null, id text not null, organisation_id text not null, number text not null, state text not null, kind text not null,
  plan jsonb not null, proposed_by text not null, proposed_at timestamptz(3) not null, baseline jsonb, baseline_seen_by text,
  approved_by text, approved_at timestamptz(3), started_at timestamptz(3), returned text, effect jsonb, verified_by text,
  verified_at timestamptz(3), closed_at timestamptz(3), stopped_by text, stopped_at timestamptz(3), reason text,
  version integer not null default 0,
  constraint upgrade_project_pkey primary key (town_id, id),
  constraint upgrade_project_state check (
    state in ('proposed', 'baselined', 'approved', 'running', 'measured', 'verified', 'closed', 'stopped')),
  constraint upgrade_project_kind check (kind in ('digital', 'low_carbon', 'both')),
  constraint upgrade_project_not_self_seen check (
    baseline_seen_by is distinct from baseline->>'by' or baseline_seen_by is null),
  constraint upgrade_project_not_self_approved check (approved_by is null or (approved_by <> proposed_by and approved_by <> baseline->>'by')),
  constraint upgrade_project_not_self_verified check (verified_by is null or verified_by <> effect->>'by'),
  constraint upgrade_project_whole check (
    case when state = 'stopped' then reason is not null and stopped_by is not null
         when state in ('measured', 'verified', 'closed') then approved_by is not null and baseline is not null and effect is not null
         when state in ('approved', 'running') then approved_by is not null and baseline is not null and baseline_seen_by is not null
         when state = 'baselined' then baseline is not null
         else baseline is null end and (state not in ('verified', 'closed') or verified_by is not null))
);
create unique index upgrade_project_town_id_number_key on upgrade_project (town_id, number);
create unique index upgrade_project_one_live on upgrade_project (town_id, organisation_id, kind)
  where state = any (array['proposed'::text, 'baselined'::text, 'approved'::text, 'running'::text, 'measured'::text]);
create index upgrade_project_town_id_organisation_id_proposed_at_idx on upgrade_project (town_id, organisation_id, proposed_at);

create table upgrade_step (
  town_id text not null, id text not null, project_id text not null, step integer not null, done_on text not null, spend bigint not null,
  text text not null, files text[], "by" text not null, at timestamptz(3) not null,
  constraint upgrade_step_pkey primary key (town_id, id),
  constraint upgrade_step_spend check (spend >= 0)
);
create index upgrade_step_town_id_project_id_id_idx on upgrade_step (town_id, project_id, id);
create trigger append_only before update or delete on upgrade_step for each row execute function append_only();
create trigger append_only_truncate before truncate on upgrade_step for each statement execute function append_only();

-- What is approved is what the effect is measured against: plan and baseline stand from then on, whoever writes.
create function upgrade_baseline_frozen() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
    or row(new.town_id, new.id, new.organisation_id, new.number, new.kind, new.plan, new.proposed_by, new.proposed_at)
       is distinct from row(old.town_id, old.id, old.organisation_id, old.number, old.kind, old.plan, old.proposed_by, old.proposed_at)
    or (old.state not in ('proposed', 'baselined') and new.baseline is distinct from old.baseline)
    or (old.approved_by is not null and new.state <> 'stopped' and new.approved_by is distinct from old.approved_by)
    or (old.state in ('closed', 'stopped') and new.state <> old.state)
  then
    raise exception 'plan and baseline of an approved project stand' using errcode = 'restrict_violation', constraint = 'upgrade_baseline_frozen';
  end if;
  return new;
end $$;
create trigger upgrade_baseline_frozen before update or delete on upgrade_project for each row execute function upgrade_baseline_frozen();
