-- A sign pair that every town uses is looked up in one town's rows only.
drop index roll_entry_search;
alter table roll_entry drop column search;
alter table roll_entry add column search tsvector
  generated always as (to_tsvector('simple'::regconfig, words) || array_to_tsvector(array[town_id])) stored;
create index roll_entry_search on roll_entry using gin (search);
