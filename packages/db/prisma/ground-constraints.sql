-- What Prisma's schema language cannot say, appended to the ground migration by `npm run migration`.
-- A later change to the schema after the first release is a migration of its own.

create function append_only() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'restrict_violation', constraint = 'append_only';
end $$;

do $$
declare name text;
begin
  foreach name in array array[
    'audit_entry', 'event', 'membership_note', 'request_version', 'match_run', 'evaluation', 'capability_revision', 'offer_revision',
    'purchase_order_line'
  ] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function append_only()', name);
    execute format('create trigger append_only_truncate before truncate on %I for each statement execute function append_only()', name);
  end loop;
end $$;

-- A submitted quote is evidence: only three of its columns may move, each in one direction.
create function quote_revision_sealed() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
    or (to_jsonb(new) - 'live' - 'wrapped_key' - 'content') <> (to_jsonb(old) - 'live' - 'wrapped_key' - 'content')
    or (new.live and not old.live)
    or (new.wrapped_key is distinct from old.wrapped_key and new.wrapped_key is not null)
    or (old.content is not null and new.content is distinct from old.content)
  then
    raise exception 'a submitted quote is never changed' using errcode = 'restrict_violation', constraint = 'quote_revision_sealed';
  end if;
  return new;
end $$;
create trigger quote_revision_sealed before update or delete on quote_revision for each row execute function quote_revision_sealed();
create trigger append_only_truncate before truncate on quote_revision for each statement execute function append_only();

alter table membership
  add constraint membership_warned_code_confirmed check (
    state not in ('active', 'suspended') or not code_warned or code_confirmed_by is not null),
  add constraint membership_not_self_decided check (decided_by is null or decided_by <> applied_by),
  add constraint membership_state check (state in ('applied', 'under_review', 'active', 'suspended', 'left', 'rejected', 'withdrawn'));

alter table seat add constraint seat_state check (state in ('active', 'ended'));

alter table purchase_request
  add constraint purchase_request_status check (
    status in ('draft', 'quoting', 'frozen', 'opened', 'awarded', 'unsuccessful', 'cancelled')),
  add constraint purchase_request_published check (
    status in ('draft', 'cancelled') or (published_at is not null and closes_at is not null and number is not null)),
  add constraint purchase_request_not_opened_early check (
    opened_at is null or closes_at is null or opened_at >= closes_at or sealing = 'none');

alter table quote add constraint quote_status check (
  status in ('draft', 'submitted', 'withdrawn', 'stale', 'sealed_in', 'void', 'opened', 'rejected', 'won', 'part_won', 'lost'));

alter table opening add constraint opening_after_freeze check (opened_at is null or opened_at >= frozen_at);

alter table award_part
  add constraint award_part_quantity_positive check (quantity > 0),
  add constraint award_part_status check (status in ('standstill', 'final', 'refused', 'replaced', 'overturned'));

alter table award add constraint award_status check (status in ('standstill', 'final', 'overturned'));

alter table capability add constraint capability_status check (status in ('draft', 'declared', 'verified', 'withdrawn'));

alter table offer add constraint offer_status check (status in ('draft', 'published', 'paused', 'withdrawn'));

alter table purchase_order
  add constraint purchase_order_status check (status in ('issued', 'confirmed', 'refused', 'lapsed')),
  add constraint purchase_order_two_parties check (buyer_id <> supplier_id);

alter table purchase_order_line add constraint purchase_order_line_quantity_positive check (quantity > 0);

alter table stored_file add constraint stored_file_size check (size >= 0);

-- An organisation always has somebody who answers for it. Checked when the transaction ends, under the organisation's row
-- lock: two owners who remove each other at one instant are looked at one after the other.
create function seat_keeps_owner() returns trigger language plpgsql as $$
begin
  perform 1 from organisation where id = old.organisation_id for update;
  if not exists (
    select 1 from seat where organisation_id = old.organisation_id and state = 'active'
       and roles && array['owner', 'town_administrator', 'province_officer'])
  then
    raise exception 'an organisation keeps an owner' using errcode = 'check_violation', constraint = 'seat_keeps_owner';
  end if;
  return null;
end $$;
create constraint trigger seat_keeps_owner after update or delete on seat deferrable initially deferred
  for each row when (old.state = 'active') execute function seat_keeps_owner();
