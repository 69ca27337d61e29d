create table indicator_definition (
  key text not null, version integer not null, content jsonb not null, defined_by text not null, at timestamptz(3) not null,
  constraint indicator_definition_pkey primary key (key, version)
);

create table declaration (
  town_id text not null, id text not null, organisation_id text not null, quarter text not null, state text not null, cells jsonb not null,
  returned text, revision integer not null default 0, submitted_by text, submitted_at timestamptz(3), checked_by text,
  checked_at timestamptz(3), version integer not null default 0,
  constraint declaration_pkey primary key (town_id, id),
  constraint declaration_state check (state in ('open', 'submitted', 'checked')),
  constraint declaration_not_self_checked check (checked_by is null or checked_by <> submitted_by)
);
create unique index declaration_one_per_quarter on declaration (town_id, organisation_id, quarter);
create index declaration_town_id_quarter_state_idx on declaration (town_id, quarter, state);

create table declaration_revision (
  town_id text not null, declaration_id text not null, revision integer not null, cells jsonb not null, submitted_by text not null,
  at timestamptz(3) not null,
  constraint declaration_revision_pkey primary key (town_id, declaration_id, revision)
);

create table report (
  town_id text not null, id text not null, reporting_town text not null, quarter text not null, state text not null,
  revision integer not null default 1, submission integer not null default 0, locked_submission integer,
  expected integer not null default 0, checked integer not null default 0, missing jsonb not null, reason text,
  submitted_by text, submitted_at timestamptz(3), approved_by text, approved_at timestamptz(3), accepted_by text, accepted_at timestamptz(3),
  locked_at timestamptz(3), published_at timestamptz(3), version integer not null default 0,
  constraint report_pkey primary key (town_id, id),
  constraint report_state check (state in ('open', 'submitted', 'approved', 'accepted', 'locked', 'published')),
  constraint report_not_self_approved check (approved_by is null or approved_by <> submitted_by)
);
create unique index report_one_per_quarter on report (town_id, reporting_town, quarter);
create index report_town_id_quarter_idx on report (town_id, quarter);

create table figure (
  town_id text not null, reporting_town text not null, quarter text not null, submission integer not null, key text not null,
  period text not null, version integer not null, revision integer not null, state text not null, numerator numeric(30, 6),
  denominator numeric(30, 6), contributors integer not null, largest numeric(30, 6) not null, largest_two numeric(30, 6) not null,
  like_now numeric(30, 6), like_before numeric(30, 6), inputs_hash text not null, at timestamptz(3) not null,
  constraint figure_pkey primary key (town_id, reporting_town, quarter, submission, key, period),
  constraint figure_value check (
    (state = 'value' and numerator is not null and denominator is not null) or (state = 'missing' and numerator is null and denominator is null))
);
create index figure_town_id_period_key_idx on figure (town_id, period, key);

create table publication (
  town_id text not null, id text not null, quarter text not null, content jsonb not null, "by" text not null, at timestamptz(3) not null,
  constraint publication_pkey primary key (town_id, id)
);
create index publication_town_id_quarter_id_idx on publication (town_id, quarter, id);

do $$
declare name text;
begin
  foreach name in array array['indicator_definition', 'declaration_revision', 'figure', 'publication'] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function append_only()', name);
    execute format('create trigger append_only_truncate before truncate on %I for each statement execute function append_only()', name);
  end loop;
end $$;
