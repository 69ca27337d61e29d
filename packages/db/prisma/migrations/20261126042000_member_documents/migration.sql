create table member_document (
  town_id text not null,
  id text not null,
  organisation_id text not null,
  type text not null,
  number text,
  valid_until date,
  file text not null,
  state text not null,
  uploaded_by text not null,
  uploaded_at timestamptz(3) not null,
  decided_by text,
  decided_at timestamptz(3),
  reason_text text,
  expired_at timestamptz(3),
  replaced_by text,
  version integer not null default 0,
  constraint member_document_pkey primary key (town_id, id),
  constraint member_document_state check (state in ('uploaded', 'withdrawn', 'accepted', 'refused', 'expired', 'replaced')),
  constraint member_document_not_self_decided check (decided_by is null or decided_by <> uploaded_by),
  constraint member_document_decided check (state in ('uploaded', 'withdrawn') or (decided_by is not null and decided_at is not null)),
  constraint member_document_grade_ends check (
    type not in ('small_micro', 'above_scale', 'specialised', 'little_giant') or valid_until is not null)
);
create unique index member_document_one_accepted on member_document (town_id, organisation_id, type) where (state = 'accepted');
create unique index member_document_one_waiting on member_document (town_id, organisation_id, type) where (state = 'uploaded');
create index member_document_town_id_organisation_id_id_idx on member_document (town_id, organisation_id, id);
create index member_document_town_id_state_uploaded_at_id_idx on member_document (town_id, state, uploaded_at, id);
create index member_document_town_id_state_valid_until_id_idx on member_document (town_id, state, valid_until, id);

alter table membership_card add column documents_until date;
