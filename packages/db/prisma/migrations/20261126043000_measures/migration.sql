create table measure (
  town_id text not null,
  id text not null,
  organisation_id text not null,
  kind text not null,
  content jsonb not null,
  reason_text text not null,
  state text not null,
  proposed_by text not null,
  proposed_at timestamptz(3) not null,
  decided_by text,
  decided_at timestamptz(3),
  version integer not null default 0,
  constraint measure_pkey primary key (town_id, id),
  constraint measure_state check (state in ('proposed', 'confirmed', 'declined')),
  constraint measure_kind check (kind in ('end_membership', 'recover_owner') and content->>'kind' = kind),
  constraint measure_second_person check (state <> 'confirmed' or (decided_by is not null and decided_by <> proposed_by))
);
create unique index measure_one_proposed on measure (town_id, organisation_id, kind) where (state = 'proposed');
create index measure_town_id_state_proposed_at_idx on measure (town_id, state, proposed_at);
create index measure_town_id_organisation_id_id_idx on measure (town_id, organisation_id, id);
