create table complaint (
  town_id text not null, id text not null, origin_town text not null, number text not null, state text not null, about text not null,
  complainant_id text not null, respondent_id text not null, matter text not null, title text not null, text text not null,
  name_shown boolean not null, files text[], filed_by text not null, filed_at timestamptz(3) not null, accept_by text not null, earlier jsonb,
  declined_by text, declined_at timestamptz(3), reason text, accepted_by text, accepted_at timestamptz(3), answer_by text, extension jsonb,
  hearing jsonb, answer jsonb, reopen_by text, closed_at timestamptz(3), closed_how text, due_on text, version integer not null default 0,
  constraint complaint_pkey primary key (town_id, id)
);
create unique index complaint_town_id_number_key on complaint (town_id, number);
create index complaint_town_id_state_due_on_idx on complaint (town_id, state, due_on);
create index complaint_town_id_complainant_id_filed_at_idx on complaint (town_id, complainant_id, filed_at);
create index complaint_town_id_respondent_id_filed_at_idx on complaint (town_id, respondent_id, filed_at);

alter table complaint
  add constraint complaint_state check (state in ('filed', 'declined', 'accepted', 'hearing', 'answered', 'reopened', 'closed')),
  add constraint complaint_about check (about in ('member', 'administration')),
  add constraint complaint_two_parties check (complainant_id <> respondent_id),
  add constraint complaint_not_self_judged check (
    accepted_by is distinct from filed_by and declined_by is distinct from filed_by and answer->>'by' is distinct from filed_by),
  add constraint complaint_another_person check (
    earlier is null or (coalesce(accepted_by, '') <> earlier->'answer'->>'by' and coalesce(answer->>'by', '') <> earlier->'answer'->>'by')),
  add constraint complaint_heard_before_answered check (state not in ('answered', 'closed') or (hearing is not null and answer is not null)),
  add constraint complaint_whole check (
    case state when 'declined' then declined_by is not null and reason is not null
               when 'filed' then earlier is null
               when 'reopened' then earlier is not null
               else accepted_by is not null and answer_by is not null end);

-- What was filed stays as it was filed, and the answer that did not end it stays beside it: a complaint is opened again once.
create function complaint_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
    or row(new.town_id, new.id, new.number, new.complainant_id, new.respondent_id, new.text, new.files, new.filed_by, new.filed_at)
       is distinct from row(old.town_id, old.id, old.number, old.complainant_id, old.respondent_id, old.text, old.files, old.filed_by, old.filed_at)
    or (old.earlier is not null and new.earlier is distinct from old.earlier)
    or (old.state in ('declined', 'closed') and new.state <> old.state)
  then
    raise exception 'a complaint keeps what was filed, and is opened again once' using errcode = 'restrict_violation', constraint = 'complaint_once';
  end if;
  return new;
end $$;
create trigger complaint_once before update or delete on complaint for each row execute function complaint_once();
