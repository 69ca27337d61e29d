-- The list of members searches and pages on indexes; the town stands among the words, so that a word which every town uses costs one town.
alter table membership
  add column name_zh text not null default '',
  add column words text not null default '',
  add column search tsvector generated always as (to_tsvector('simple'::regconfig, words) || array_to_tsvector(array[town_id])) stored;

-- What stands already gets its name and words as the product writes them: Han text as pairs of neighbours, all else in lower case.
alter table membership no force row level security;
update membership m set
  name_zh = coalesce(m.file->>'nameZh', ''),
  words = coalesce((
    select string_agg(distinct word, ' ') from (
      select lower(normalize(concat_ws(' ', m.file->>'nameZh', m.file->>'nameEn', m.file->>'number', m.file->>'mainProducts',
        m.file->>'legalRepresentative', m.file->'contact'->>'name'), nfkc)) as whole) t,
      lateral (
        select (regexp_matches(t.whole, '[^[:space:][:punct:]\u3400-\u9fff]+', 'g'))[1] as word
        union all
        select case when length(run) = 1 then run else substr(run, at, 2) end
          from regexp_matches(t.whole, '[\u3400-\u9fff]+', 'g') r, lateral (select r[1] as run) one, generate_series(1, greatest(length(run) - 1, 1)) at
      ) words), '');
alter table membership force row level security;

drop index membership_town_id_state_applied_at_idx;
create index membership_town_id_state_applied_at_id_idx on membership (town_id, state, applied_at, id);
create index membership_town_id_applied_at_id_idx on membership (town_id, applied_at, id);
create index membership_town_id_name_zh_id_idx on membership (town_id, name_zh, id);
create index membership_search on membership using gin (search);
